using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Changes what stands around the news: names, sections, navigation, links, pages. Each change is one transaction with its audit row.</summary>
internal sealed class FrameDesk(DatabaseFactory databases, RecordedChanges changes)
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
        return await database.Set<MenuItem>().AsNoTracking().OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(stop);
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

    public Task NameAsync(Actor actor, Action<Masthead> change, CancellationToken stop) =>
        ChangeAsync(
            actor,
            "frame.named",
            async database =>
            {
                var masthead = await database.Set<Masthead>().FirstOrDefaultAsync(stop);
                var before = masthead is null ? null : Shown(masthead);
                if (masthead is null)
                    database.Add(masthead = Unnamed());
                change(masthead);
                return (before, Shown(masthead));
            },
            stop
        );

    /// <summary>Replaces the navigation.</summary>
    public Task PutMenuAsync(Actor actor, IReadOnlyList<MenuRow> rows, CancellationToken stop) =>
        ChangeAsync(
            actor,
            "frame.menu",
            async database =>
            {
                var before = await database.Set<MenuItem>().OrderBy(m => m.Position).ToListAsync(stop);
                database.RemoveRange(before);
                foreach (var (i, row) in rows.Index())
                    database.Add(
                        new MenuItem
                        {
                            Position = i + 1,
                            LabelVi = row.LabelVi,
                            LabelEn = row.LabelEn,
                            Target = row.Target,
                        }
                    );
                return (
                    before.ConvertAll(m => $"{m.LabelVi} → {m.Target}"),
                    rows.Select(m => $"{m.LabelVi} → {m.Target}").ToList()
                );
            },
            stop
        );

    /// <summary>Names, orders and adds sections. One that is left out goes, unless an article stands in it.</summary>
    /// <returns>the name of a section that cannot go, because articles stand in it; null where all was done</returns>
    public async Task<string?> PutSectionsAsync(Actor actor, IReadOnlyList<SectionRow> rows, CancellationToken stop)
    {
        string? held = null;
        await ChangeAsync(
            actor,
            "frame.sections",
            async database =>
            {
                var there = await database.Set<Category>().OrderBy(c => c.Position).ToListAsync(stop);
                var before = there.ConvertAll(c => c.NameVi);
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
                return (before, rows.Select(row => row.NameVi).ToList());
            },
            stop
        );
        return held;
    }

    /// <summary>Replaces the links to related agencies.</summary>
    public Task PutLinksAsync(Actor actor, IReadOnlyList<LinkRow> rows, CancellationToken stop) =>
        ChangeAsync(
            actor,
            "frame.links",
            async database =>
            {
                var before = await database.Set<LinkGroup>().Include(g => g.Links).ToListAsync(stop);
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
                return (
                    before.SelectMany(g => g.Links).Select(l => $"{l.Name} {l.Address}").ToList(),
                    rows.Select(l => $"{l.Name} {l.Address}").ToList()
                );
            },
            stop
        );

    /// <summary>Writes a static page, or makes one.</summary>
    public Task PutPageAsync(Actor actor, StaticPage page, CancellationToken stop) =>
        ChangeAsync(
            actor,
            "page.saved",
            async database =>
            {
                var there = await database.Set<StaticPage>().FirstOrDefaultAsync(p => p.Slug == page.Slug, stop);
                var before = there is null ? null : new { there.TitleVi, there.TitleEn };
                if (there is null)
                    database.Add(page);
                else
                {
                    (there.TitleVi, there.TitleEn) = (page.TitleVi, page.TitleEn);
                    (there.BodyVi, there.BodyEn, there.UpdatedAt) = (page.BodyVi, page.BodyEn, page.UpdatedAt);
                }
                return (before, new { page.TitleVi, page.TitleEn });
            },
            stop,
            $"page:{page.Slug}"
        );

    private async Task ChangeAsync(
        Actor actor,
        string action,
        Func<Database, Task<(object? Before, object? After)?>> change,
        CancellationToken stop,
        string subject = PortalFrames.Key
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await change(database) is not var (before, after))
            return;
        var deed = new Deed(action, subject, subject, before, after);
        await changes.CommitAsync(database, actor, deed, [PortalFrames.Key, "articles", subject], stop);
    }

    private static string FreeSlug(string name, List<Category> there)
    {
        var slug = Slug.Of(name);
        var free = slug;
        for (var i = 2; there.Exists(c => c.Slug == free); i++)
            free = FormattableString.Invariant($"{slug}-{i}");
        return free;
    }

    private static Masthead Unnamed() =>
        new()
        {
            OfficeVi = "",
            OfficeEn = "",
            PortalVi = "",
            PortalEn = "",
        };

    private static object Shown(Masthead m) =>
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

internal sealed record MenuRow(string LabelVi, string LabelEn, string Target);

/// <param name="Id">0 makes a new one</param>
internal sealed record SectionRow(long Id, string NameVi, string NameEn);

internal sealed record LinkRow(string GroupVi, string GroupEn, string Name, string Address, bool InBlock);
