using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Changes what the home page shows: its blocks and its quick announcements.</summary>
internal sealed class HomeDesk(DatabaseFactory databases, FrameChanges changes)
{
    /// <summary>The blocks as the office has arranged them; none where it has not.</summary>
    public async Task<List<BlockRow>> BlocksAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await RowsAsync(database, stop);
    }

    public async Task<List<HomeNotice>> NoticesAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await Notices(database).AsNoTracking().ToListAsync(stop);
    }

    /// <summary>Replaces the blocks; none brings the usual ones back.</summary>
    /// <param name="rows">a section that has gone in the meantime is left out with its row</param>
    public Task<bool> PutBlocksAsync(Actor actor, string? seen, IReadOnlyList<BlockRow> rows, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.home",
            seen,
            async database =>
            {
                var before = await RowsAsync(database, stop);
                await database.Set<HomeBlock>().ExecuteDeleteAsync(stop);
                var sections = await database
                    .Set<Category>()
                    .Select(c => new { c.Id, c.NameVi })
                    .ToDictionaryAsync(c => c.Id, c => c.NameVi, stop);
                var kept = rows.Where(row => row.CategoryId is not { } id || sections.ContainsKey(id)).ToList();
                database.AddRange(
                    kept.Select(
                        (row, i) =>
                            new HomeBlock
                            {
                                Position = i + 1,
                                Kind = row.Kind,
                                Width = row.Width,
                                Lines = row.Lines,
                                CategoryId = row.CategoryId,
                            }
                    )
                );
                return new FrameChange(Shown(before), InLog(before, sections), InLog(kept, sections));
            },
            stop
        );

    /// <summary>Replaces the quick announcements.</summary>
    public Task<bool> PutNoticesAsync(Actor actor, string? seen, IReadOnlyList<HomeNotice> notices, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.notices",
            seen,
            async database =>
            {
                var before = await Notices(database).ToListAsync(stop);
                database.RemoveRange(before);
                foreach (var (i, notice) in notices.Index())
                {
                    notice.Position = i + 1;
                    database.Add(notice);
                }
                return new FrameChange(Shown(before), InLog(before), InLog(notices));
            },
            stop
        );

    /// <summary>Everything that the form of the blocks shows, by value.</summary>
    public static List<string> Shown(IEnumerable<BlockRow> rows) =>
        [.. rows.Select(row => FormattableString.Invariant($"{row.Kind} {row.CategoryId} {row.Width} {row.Lines}"))];

    /// <summary>The same of the announcements; instants in UTC, to the second.</summary>
    public static List<string> Shown(IEnumerable<HomeNotice> notices) =>
        [.. notices.Select(n => FormattableString.Invariant($"{n.FromAt:s}/{n.UntilAt:s} {n.TextVi} · {n.TextEn} → {n.Target}"))];

    private static object InLog(IEnumerable<BlockRow> rows, Dictionary<long, string> sections) =>
        new
        {
            blocks = rows.Select(row => new
            {
                block = row.CategoryId is { } id ? sections.GetValueOrDefault(id, "") : row.Kind.ToString(),
                columns = row.Width.ToString(),
                row.Lines,
            }),
        };

    private static object InLog(IEnumerable<HomeNotice> notices) =>
        new
        {
            notices = notices.Select(notice => new
            {
                text = notice.TextVi,
                notice.TextEn,
                notice.Target,
                notice.FromAt,
                notice.UntilAt,
            }),
        };

    private static IQueryable<HomeNotice> Notices(Database database) =>
        database.Set<HomeNotice>().OrderBy(n => n.Position).ThenBy(n => n.Id);

    private static Task<List<BlockRow>> RowsAsync(Database database, CancellationToken stop) =>
        database
            .Set<HomeBlock>()
            .OrderBy(b => b.Position)
            .ThenBy(b => b.Id)
            .Select(b => new BlockRow(b.Kind, b.Width, b.Lines, b.CategoryId))
            .ToListAsync(stop);
}

/// <param name="CategoryId">for <see cref="HomeKind.Section"/> only</param>
internal sealed record BlockRow(HomeKind Kind, HomeWidth Width, int Lines, long? CategoryId);
