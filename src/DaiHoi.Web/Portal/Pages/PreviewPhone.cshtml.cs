using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>An article at the width of a telephone, for whoever has its link.</summary>
internal sealed class PreviewPhone(PublicContext portal, ArticlePreviews previews) : PublicPage(portal)
{
    public DateTime Until { get; private set; }
    public string Token { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        Preview.Guard(Response);
        if (await previews.FindAsync(address, stop) is not var (article, until))
            return NotFound();
        (Until, Token, Unlisted, Title) = (until, address, true, article.Title);
        return Page();
    }
}
