using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Home;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The articles that were read most in the last days. Kept for a minute: reading changes it all the time.</summary>
internal sealed class ListMostRead(PublicContext portal, PublishedArticles articles, VisitHistory visits) : PublicPage(portal)
{
    private const int Shown = 20;

    public List<ListedArticle> Articles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var read = await visits.MostReadAsync(Clock.Today.AddDays(1 - HomeContents.MostReadDays), Shown, stop);
        Articles = await articles.TheseAsync([.. read.Select(pair => pair.Article)], stop);
        Title = T["most-read"];
        Description = T["most-read-intro"];
        HttpContext.Features.Set(new PageTerms([PortalFrames.Key, "articles"], Clock.UtcNow.AddMinutes(1)));
    }
}
