using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>An article as it will go on paper, for whoever has its link.</summary>
internal sealed class PreviewPaper(PublicContext portal, PublishedArticles articles, ArticlePreviews previews)
    : PrintArticle(portal, articles)
{
    public DateTime Until { get; private set; }
    public string Token { get; private set; } = "";

    public override async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        Preview.Guard(Response);
        if (await previews.FindAsync(address, stop) is not var (article, until))
            return NotFound();
        (Article, Until, Token) = (article, until, address);
        Show();
        return Page();
    }
}
