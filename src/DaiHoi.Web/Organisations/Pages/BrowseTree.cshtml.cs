using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Organisations.Reading;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Organisations.Pages;

/// <summary>The tree on a day: opened along one way, a page of each level at a time.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head)]
internal sealed class BrowseTree(
    DeskContext desk,
    OrganisationsOn organisations,
    OrganisationSearch search,
    OrganisationTree tree
) : DeskPage(desk)
{
    public const string Path = "/to-chuc";

    public DateOnly Day { get; private set; }
    public string? DayTyped { get; private set; }
    public bool WrongDay { get; private set; }
    public string? Words { get; private set; }
    public List<FoundOrganisation> Found { get; private set; } = [];

    /// <summary>Rows in the order in which they are shown.</summary>
    public List<TreeRow> Rows { get; } = [];
    public string? Next { get; private set; }
    public bool MayImport { get; private set; }

    public async Task OnGetAsync(long? mo, string? ngay, string? q, string? sau, CancellationToken stop)
    {
        Title = T["organisations"];
        (Words, DayTyped) = (
            string.IsNullOrWhiteSpace(q) ? null : q.Trim(),
            string.IsNullOrWhiteSpace(ngay) ? null : ngay.Trim()
        );
        WrongDay = !ImportOrganisationsVerb.TryDay(DayTyped, out var day);
        Day = day ?? Clock.Today;
        var root = await tree.RootAsync(stop);
        MayImport = Person.MayChange(root.Path);
        var parts = Person.PartsOf(TreeRoles.Readers);
        if (Words is { Length: <= 200 })
        {
            Found = await search.SearchAsync(Words, parts, OrganisationsOn.OnePage, stop);
            return;
        }
        var way = mo is { } open ? await organisations.WayToAsync(open, Day, stop) : [];
        way.RemoveAll(one => !Person.MayRead(one.Path));
        if (way.Count > 0)
        {
            foreach (var (i, one) in way.Index())
                Rows.Add(new(one, i + 1, IsOpen: true, i == way.Count - 1, 1, 1));
            await AddBelowAsync(way[^1].Id, way.Count + 1, sau, stop);
        }
        else if (parts.Contains(root.Path, StringComparer.Ordinal))
            await AddBelowAsync(root.Id, 1, sau, stop);
        else
            await AddPartsAsync(parts, stop);
    }

    public string LinkTo(long? open, string? after = null) =>
        Path
        + "?"
        + string.Join(
            '&',
            new[]
            {
                open is { } id ? FormattableString.Invariant($"mo={id}") : null,
                DayTyped is null || WrongDay ? null : $"ngay={Day:yyyy-MM-dd}",
                after is null ? null : $"sau={Uri.EscapeDataString(after)}",
            }.OfType<string>()
        );

    public string LevelName(string level) => TreeRules.Of(null).LevelName(level, T);

    public string Number(long value) => Formats.Number(value, English);

    private async Task AddBelowAsync(long parent, int level, string? after, CancellationToken stop)
    {
        var below = await organisations.BelowAsync(parent, Day, after, stop);
        if (below.Count > OrganisationsOn.OnePage)
        {
            below.RemoveAt(OrganisationsOn.OnePage);
            Next = LinkTo(Rows.Count > 0 ? parent : null, below[^1].Code);
        }
        // Rights follow the tree of today: what has gone elsewhere since is not shown here.
        below.RemoveAll(one => !Person.MayRead(one.Path));
        foreach (var (i, one) in below.Index())
            Rows.Add(new(one, level, IsOpen: false, IsChosen: false, i + 1, below.Count));
    }

    private async Task AddPartsAsync(List<string> parts, CancellationToken stop)
    {
        foreach (var (i, path) in parts.Index())
        {
            var id = long.Parse(path.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture);
            if (await organisations.FindAsync(id, Day, stop) is { } own)
                Rows.Add(new(own, 1, IsOpen: false, IsChosen: false, i + 1, parts.Count));
        }
    }
}

/// <param name="Depth">1 is the first that is shown</param>
/// <param name="Place">among its like, from 1</param>
internal sealed record TreeRow(OrganisationOnDay Organisation, int Depth, bool IsOpen, bool IsChosen, int Place, int OfHowMany);
