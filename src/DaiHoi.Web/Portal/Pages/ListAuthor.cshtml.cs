using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The articles under one byline.</summary>
internal sealed class ListAuthor(PublicContext portal, PublishedArticles articles) : ListArticles(portal, articles)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Published.AuthorAsync(slug, stop) is not { } author)
            return NotFound();
        Title = T["articles-by", author.Name];
        return await ShowAsync(ArticleFilter.Author(slug), stop);
    }
}
