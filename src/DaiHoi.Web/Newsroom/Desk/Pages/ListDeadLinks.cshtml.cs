using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>Links to other sites to which nobody comes any more, and where they stand.</summary>
[For(Role.Editor, Role.Publisher, Role.Administrator, Role.Auditor)]
internal sealed class ListDeadLinks(DeskContext desk, OutsideLinks outside, ArticleDesk articles) : DeskPage(desk)
{
    public const string Path = "/ban-bien-tap/lien-ket";

    public List<(DeadLink Link, List<(long Id, string Title)> Uses)> Links { get; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["dead-links-title"];
        foreach (var link in await outside.DeadAsync(stop))
        {
            var uses = new List<(long, string)>();
            foreach (var id in await outside.UsesAsync(link.Id, stop))
            {
                // What he may not see is nobody's article for him.
                if (await articles.FindAsync(Person, id, stop) is { } found)
                    uses.Add((id, found.Article.Title));
            }
            if (uses.Count > 0 || link.InBlocks)
                Links.Add((link, uses));
        }
    }
}
