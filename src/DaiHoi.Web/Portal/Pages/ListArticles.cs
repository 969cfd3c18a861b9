using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>What the lists of a category, an author and a keyword have in common.</summary>
internal abstract class ListArticles(PublicContext portal, PublishedArticles articles) : PublicPage(portal)
{
    private const int PageSize = 20;

    public List<ListedArticle> Articles { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    protected PublishedArticles Published => articles;

    protected async Task<IActionResult> ShowAsync(ArticleFilter filter, CancellationToken stop)
    {
        if (Pager.Read(Request) is not { } number)
            return NotFound();
        var total = await articles.CountAsync(filter, stop);
        Articles = await articles.NewestAsync(filter, PageSize, (number - 1) * PageSize, stop);
        if (number > 1 && Articles.Count == 0)
            return NotFound();
        Pager = new Pager(number, total, PageSize, To(OwnPath), T);
        KeepUntilChanged("articles");
        return Page();
    }
}
