using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>All links to related agencies, in their groups.</summary>
internal sealed class ShowLinks(PublicContext portal) : PublicPage(portal)
{
    public void OnGet()
    {
        Title = T["links"];
        Description = T["links-intro"];
        KeepUntilChanged();
    }
}
