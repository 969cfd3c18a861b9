using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>Changes the foot of every page, its links and its note, and the logo.</summary>
internal sealed class FootDesk(DatabaseFactory databases, FrameChanges changes)
{
    public async Task<Foot> FootAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return await ReadAsync(database, stop);
    }

    public async Task<LogoWords> LogoAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        return LogoOf(await database.Set<Masthead>().AsNoTracking().FirstOrDefaultAsync(stop));
    }

    public Task<bool> PutFootAsync(Actor actor, string? seen, Foot foot, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.footer",
            seen,
            async database =>
            {
                var before = await ReadAsync(database, stop);
                await database.Set<MenuItem>().Where(m => m.InFooter).ExecuteDeleteAsync(stop);
                foreach (var (i, row) in foot.Links.Index())
                {
                    var item = row.At(i + 1);
                    item.InFooter = true;
                    database.Add(item);
                }
                var masthead = await FrameDesk.MastheadOfAsync(database, stop);
                (masthead.NoteVi, masthead.NoteEn) = (foot.NoteVi, foot.NoteEn);
                return (before, foot);
            },
            stop
        );

    /// <param name="logo">where its picture is not there, nothing is done</param>
    public Task<bool> PutLogoAsync(Actor actor, string? seen, LogoWords logo, CancellationToken stop) =>
        changes.MakeAsync(
            actor,
            "frame.logo",
            seen,
            async database =>
            {
                var masthead = await FrameDesk.MastheadOfAsync(database, stop);
                var before = LogoOf(masthead);
                if (logo.PictureId is { } id && !await database.Set<Picture>().AnyAsync(p => p.Id == id, stop))
                    return null;
                masthead.LogoId = logo.PictureId;
                (masthead.LogoAltVi, masthead.LogoAltEn) = (logo.AltVi, logo.AltEn);
                return (before, LogoOf(masthead));
            },
            stop
        );

    private static LogoWords LogoOf(Masthead? masthead) =>
        new(masthead?.LogoId, masthead?.LogoAltVi ?? "", masthead?.LogoAltEn ?? "");

    private static async Task<Foot> ReadAsync(Database database, CancellationToken stop)
    {
        var masthead = await database.Set<Masthead>().AsNoTracking().FirstOrDefaultAsync(stop);
        var links = await database
            .Set<MenuItem>()
            .Where(m => m.InFooter)
            .OrderBy(m => m.Position)
            .ThenBy(m => m.Id)
            .Select(m => new MenuRow(m.LabelVi, m.LabelEn, m.Target))
            .ToListAsync(stop);
        return new(links, masthead?.NoteVi ?? "", masthead?.NoteEn ?? "");
    }
}

/// <summary>The foot of every page, below the contact block.</summary>
internal sealed record Foot(IReadOnlyList<MenuRow> Links, string NoteVi, string NoteEn)
{
    /// <summary>Each part in words, for comparing.</summary>
    public List<string> Lines() =>
        [
            .. Links.Select(row => $"{row.LabelVi} · {row.LabelEn} → {row.Target}"),
            .. new[] { NoteVi, NoteEn }.Where(note => note.Length > 0),
        ];
}

/// <param name="PictureId">null shows the program's mark</param>
internal sealed record LogoWords(long? PictureId, string AltVi, string AltEn);
