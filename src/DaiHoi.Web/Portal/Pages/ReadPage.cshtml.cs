using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>A page that is no news: Giới thiệu, Liên hệ, the statements.</summary>
internal sealed class ReadPage(PublicContext portal, PublishedPages pages) : PublicPage(portal)
{
    public string BodyHtml { get; private set; } = "";
    public DateTime UpdatedAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await pages.FindAsync(slug, stop) is not { } page)
            return NotFound();
        Title = page.Title.In(English);
        BodyHtml = page.BodyHtml.In(English);
        UpdatedAt = Clock.ToSite(page.UpdatedAt);
        KeepUntilChanged($"page:{slug}");
        return Page();
    }
}
