using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>Every part of the portal on one page, for people.</summary>
internal sealed class ShowSiteMap(PublicContext portal, PublishedPages pages) : PublicPage(portal)
{
    public List<(string Slug, Bilingual Title)> Pages { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Pages = await pages.AllAsync(stop);
        Title = T["site-map"];
        Description = T["map-intro"];
        KeepUntilChanged([.. Pages.Select(page => $"page:{page.Slug}")]);
    }
}
