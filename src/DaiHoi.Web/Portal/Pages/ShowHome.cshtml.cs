using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Home;
using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The first page of the portal: its announcements, then its blocks as the office has arranged them.</summary>
internal sealed class ShowHome(PublicContext portal, HomeContents contents) : PublicPage(portal)
{
    public List<ShownNotice> Notices { get; private set; } = [];
    public List<HomeRow> Rows { get; private set; } = [];

    /// <summary>Whether there is any article to read.</summary>
    public bool HasNews { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var now = Clock.UtcNow;
        var blocks = await contents.OfAsync(Frame, stop);
        Rows = HomeRow.Of(blocks);
        HasNews = blocks.Exists(block => block.Articles.Count > 0);
        Notices = [.. Frame.Notices.Where(notice => notice.IsShownAt(now))];
        Description = Frame.Masthead.Whole(English);
        KeepUntilChanged("articles", DocumentLibrary.Key);
        // An announcement comes and goes to the minute, not only when the day ends.
        if (Frame.Notices.Select(notice => notice.NextChange(now)).Min() is { } next)
            KeepNotAfter(next);
    }
}
