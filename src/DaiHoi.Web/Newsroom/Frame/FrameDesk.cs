using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>
/// Changes what stands around the news: names, sections, navigation, links, pages. Each change is one transaction with its
/// audit row; where somebody else has changed it since, nothing is done and the answer is false (<see cref="FrameChanges"/>).
/// </summary>
internal sealed class FrameDesk(DatabaseFactory databases, FrameChanges changes)
{
    public async Task<Masthead> MastheadAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Masthead>().AsNoTracking().FirstOrDefaultAsync(stop) ?? Unnamed();
    }

    public async Task<List<Category>> SectionsAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Category>().AsNoTracking().OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(stop);
    }

    public async Task<List<MenuItem>> MenuAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<MenuItem>()
            .AsNoTracking()
            .Where(m => !m.InFooter)
            .OrderBy(m => m.Position)
            .ThenBy(m => m.Id)
            .ToListAsync(stop);
    }

    public async Task<List<LinkGroup>> LinksAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<LinkGroup>()
            .AsNoTracking()
            .Include(g => g.Links.OrderBy(l => l.Position))
            .OrderBy(g => g.Position)
            .ToListAsync(stop);
    }

    public async Task<List<StaticPage>> PagesAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<StaticPage>().AsNoTracking().OrderBy(p => p.TitleVi).ToListAsync(stop);
    }

    public Task<bool> NameAsync(Actor actor, string? seen, Action<Masthead> change, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.named",
            seen,
            async database =>
            {
                var masthead = await MastheadOfAsync(database, stop);
                var before = Shown(masthead);
                change(masthead);
                return (before, Shown(masthead));
            },
            stop
        );

    /// <summary>Replaces the navigation.</summary>
    public Task<bool> PutMenuAsync(Actor actor, string? seen, IReadOnlyList<MenuRow> rows, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.menu",
            seen,
            async database =>
            {
                var before = await database
                    .Set<MenuItem>()
                    .Where(m => !m.InFooter)
                    .OrderBy(m => m.Position)
                    .ThenBy(m => m.Id)
                    .ToListAsync(stop);
                database.RemoveRange(before);
                database.AddRange(rows.Select((row, i) => row.At(i + 1)));
                return (Shown(before), rows.Select(Said).ToList());
            },
            stop
        );

    /// <summary>Names, orders and adds sections. One that is left out goes, unless an article stands in it.</summary>
    /// <returns>with the name of a section that cannot go, because articles stand in it: then nothing was done</returns>
    public async Task<(bool Done, string? Held)> PutSectionsAsync(
        Actor actor,
        string? seen,
        IReadOnlyList<SectionRow> rows,
        CancellationToken stop
    )
    {
        string? held = null;
        var done = await changes.MakeAsync(
            actor,
            "frame.sections",
            seen,
            async database =>
            {
                var there = await database.Set<Category>().OrderBy(c => c.Position).ToListAsync(stop);
                var before = Shown(there);
                foreach (var gone in there.Where(c => rows.All(row => row.Id != c.Id)))
                {
                    if (await database.Set<Article>().AnyAsync(a => a.CategoryId == gone.Id, stop))
                        held ??= gone.NameVi;
                    database.Remove(gone);
                }
                if (held is not null)
                    return null;
                foreach (var (i, row) in rows.Index())
                {
                    var section = there.Find(c => c.Id == row.Id);
                    if (section is null)
                        database.Add(
                            section = new()
                            {
                                Slug = FreeSlug(row.NameVi, there),
                                NameVi = row.NameVi,
                                NameEn = row.NameEn,
                            }
                        );
                    (section.NameVi, section.NameEn, section.Position) = (row.NameVi, row.NameEn, i + 1);
                    if (row.Id == 0)
                        there.Add(section);
                }
                return (before, rows.Select(Said).ToList());
            },
            stop
        );
        return (done, held);
    }

    /// <summary>Replaces the links to related agencies.</summary>
    public Task<bool> PutLinksAsync(Actor actor, string? seen, IReadOnlyList<LinkRow> rows, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.links",
            seen,
            async database =>
            {
                var before = await database
                    .Set<LinkGroup>()
                    .Include(g => g.Links.OrderBy(l => l.Position))
                    .OrderBy(g => g.Position)
                    .ToListAsync(stop);
                var shown = Shown(before);
                database.RemoveRange(before.SelectMany(g => g.Links));
                database.RemoveRange(before);
                foreach (var (i, group) in rows.GroupBy(row => row.GroupVi, StringComparer.Ordinal).Index())
                {
                    var added = new LinkGroup
                    {
                        Position = i + 1,
                        NameVi = group.Key,
                        NameEn = group.First().GroupEn,
                    };
                    foreach (var (j, row) in group.Index())
                        added.Links.Add(
                            new()
                            {
                                Position = j + 1,
                                Name = row.Name,
                                Address = row.Address,
                                InBlock = row.InBlock,
                            }
                        );
                    database.Add(added);
                }
                return (shown, rows.Select(Said).ToList());
            },
            stop
        );

    /// <summary>Writes a static page, or makes one.</summary>
    public Task<bool> PutPageAsync(Actor actor, string? seen, StaticPage page, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "page.saved",
            seen,
            async database =>
            {
                var there = await database.Set<StaticPage>().FirstOrDefaultAsync(p => p.Slug == page.Slug, stop);
                var before = there is null ? null : Shown(there);
                if (there is null)
                    database.Add(page);
                else
                {
                    (there.TitleVi, there.TitleEn) = (page.TitleVi, page.TitleEn);
                    (there.BodyVi, there.BodyEn, there.UpdatedAt) = (page.BodyVi, page.BodyEn, page.UpdatedAt);
                }
                return (before, Shown(page));
            },
            stop,
            $"page:{page.Slug}"
        );

    public static List<string> Shown(List<MenuItem> menu) =>
        menu.ConvertAll(m => Said(new MenuRow(m.LabelVi, m.LabelEn, m.Target)));

    public static List<string> Shown(List<Category> sections) =>
        sections.ConvertAll(c => Said(new SectionRow(c.Id, c.NameVi, c.NameEn)));

    public static List<string> Shown(List<LinkGroup> groups) =>
        [.. groups.SelectMany(g => g.Links.Select(l => Said(new LinkRow(g.NameVi, g.NameEn, l.Name, l.Address, l.InBlock))))];

    private static string Said(MenuRow row) => $"{row.LabelVi} · {row.LabelEn} → {row.Target}";

    private static string Said(SectionRow row) => $"{row.NameVi} · {row.NameEn}";

    private static string Said(LinkRow row) =>
        $"{row.GroupVi} · {row.GroupEn}: {row.Name} → {row.Address}{(row.InBlock ? " ✓" : "")}";

    private static string FreeSlug(string name, List<Category> there)
    {
        var slug = Slug.Of(name);
        var free = slug;
        for (var i = 2; there.Exists(c => c.Slug == free); i++)
            free = FormattableString.Invariant($"{slug}-{i}");
        return free;
    }

    /// <summary>The one masthead, to be changed; a portal that has none gets it.</summary>
    public static async Task<Masthead> MastheadOfAsync(Database database, CancellationToken stop)
    {
        var masthead = await database.Set<Masthead>().FirstOrDefaultAsync(stop);
        if (masthead is null)
            database.Add(masthead = Unnamed());
        return masthead;
    }

    private static Masthead Unnamed() =>
        new()
        {
            OfficeVi = "",
            OfficeEn = "",
            PortalVi = "",
            PortalEn = "",
        };

    public static object Shown(StaticPage page) =>
        new
        {
            page.TitleVi,
            page.TitleEn,
            page.BodyVi,
            page.BodyEn,
        };

    public static object Shown(Masthead m) =>
        new
        {
            m.OfficeVi,
            m.OfficeEn,
            m.PortalVi,
            m.PortalEn,
            m.Address,
            m.Telephone,
            m.Email,
            m.ResponsibleVi,
            m.ResponsibleEn,
            m.MadeUp,
        };
}

internal sealed record MenuRow(string LabelVi, string LabelEn, string Target)
{
    public MenuItem At(int position) =>
        new()
        {
            Position = position,
            LabelVi = LabelVi,
            LabelEn = LabelEn,
            Target = Target,
        };
}

/// <param name="Id">0 makes a new one</param>
internal sealed record SectionRow(long Id, string NameVi, string NameEn);

internal sealed record LinkRow(string GroupVi, string GroupEn, string Name, string Address, bool InBlock);
