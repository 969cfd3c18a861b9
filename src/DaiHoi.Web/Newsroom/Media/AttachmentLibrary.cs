using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Platform.Uploads;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>The files that people brought in for readers to take away, what they are called and where they are offered.</summary>
internal sealed class AttachmentLibrary(MediaStore store, DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Takes a PDF in. The same bytes are the same file, whoever brings them.</summary>
    /// <param name="name">of the file</param>
    /// <exception cref="IOException">it cannot be written: the disk is full</exception>
    public async Task<(Attachment? Attachment, PdfRefusal? Refusal)> AddAsync(
        Actor actor,
        byte[] pdf,
        string name,
        CancellationToken stop
    )
    {
        var (sha256, refusal) = await store.PutPdfAsync(pdf, stop);
        if (refusal is not null)
            return (null, refusal);
        if (await KnownAsync(sha256, stop) is { } known)
            return (known, null);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var saved = FileName.Of(name, Attachment.Ending, Attachment.LongestName);
        var attachment = new Attachment
        {
            Sha256 = sha256,
            Length = pdf.Length,
            Name = saved,
            Title = saved[..^Attachment.Ending.Length],
            AddedAt = clock.UtcNow,
            AddedById = actor.Id,
            AddedByName = actor.Name,
        };
        attachment.Reindex();
        database.Add(attachment);
        try
        {
            await database.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another request brought the same bytes in the meantime: ux_attachment_sha256 kept its row.
            await transaction.RollbackAsync(stop);
            return (await KnownAsync(sha256, stop) ?? throw new InvalidOperationException(sha256), null);
        }
        var deed = new Deed("attachment.added", $"attachment:{attachment.Id}", attachment.Title, After: Shown(attachment));
        await changes.CommitAsync(database, actor, deed, [], stop);
        return (attachment, null);
    }

    /// <summary>The newest files, or those whose name and title hold every word that is asked for.</summary>
    public async Task<(int Total, List<Attachment> Attachments)> FindAsync(
        string? words,
        int count,
        int skip,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        var found = database.Set<Attachment>().AsNoTracking();
        foreach (var word in Fold.Letters(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
            found = found.Where(a => a.SearchText.Contains(word));
        var total = await found.CountAsync(stop);
        return (total, await found.OrderByDescending(a => a.Id).Skip(skip).Take(count).ToListAsync(stop));
    }

    public async Task<Attachment?> OneAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
    }

    /// <summary>The first of these numbers under which there is no file; null where there is one under each.</summary>
    public async Task<long?> UnknownAsync(IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
            return null;
        await using var database = databases.Create();
        var known = await database.Set<Attachment>().Where(a => ids.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop);
        return ids.Except(known).Cast<long?>().FirstOrDefault();
    }

    /// <summary>The articles that offer a file, the newest first.</summary>
    public async Task<List<(long Article, string Title)>> UsesAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        var uses = await database
            .Set<ArticleAttachment>()
            .Where(use => use.AttachmentId == id)
            .Join(database.Set<Article>(), use => use.ArticleId, a => a.Id, (_, a) => new { a.Id, a.Title })
            .OrderByDescending(a => a.Id)
            .Take(100)
            .ToListAsync(stop);
        return uses.ConvertAll(use => (use.Id, use.Title));
    }

    /// <summary>Gives a file another title and another name to be saved under.</summary>
    /// <returns>false where there is no such file</returns>
    public async Task<bool> DescribeAsync(Actor actor, long id, string title, string name, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var attachment = await database.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == id, stop);
        if (attachment is null)
            return false;
        var before = Shown(attachment);
        (attachment.Title, attachment.Name) = (title, FileName.Of(name, Attachment.Ending, Attachment.LongestName));
        attachment.Reindex();
        var deed = new Deed("attachment.described", $"attachment:{id}", title, before, Shown(attachment));
        await changes.CommitAsync(database, actor, deed, ["articles"], stop);
        return true;
    }

    private async Task<Attachment?> KnownAsync(string sha256, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Attachment>().AsNoTracking().FirstOrDefaultAsync(a => a.Sha256 == sha256, stop);
    }

    private static object Shown(Attachment attachment) =>
        new
        {
            attachment.Name,
            attachment.Title,
            attachment.Sha256,
            attachment.Length,
        };
}
