using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>Keeps the document library. Each change is one transaction with its row in the audit log; readers see it at once.</summary>
internal sealed class DocumentDesk(DatabaseFactory databases, DocumentFiles files, RecordedChanges changes)
{
    public async Task<OfficialDocument?> FindAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<OfficialDocument>()
            .AsNoTracking()
            .Include(d => d.Files.OrderBy(f => f.Id))
            .FirstOrDefaultAsync(d => d.Id == id, stop);
    }

    /// <summary>Puts a document into the library.</summary>
    /// <returns>its number</returns>
    public async Task<long> AddAsync(Actor actor, DocumentWords words, IReadOnlyList<NewAttachment> added, CancellationToken stop)
    {
        await using var database = databases.Create();
        var document = new OfficialDocument
        {
            Number = words.Number,
            Type = words.Type,
            IssuedOn = words.IssuedOn,
            IssuingBody = words.IssuingBody,
            Summary = words.Summary,
        };
        words.WriteInto(document);
        await AttachAsync(document, added, stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        database.Add(document);
        await database.SaveChangesAsync(stop);
        var deed = new Deed("document.added", Subject(document.Id), NameOf(document), After: Shown(document));
        await changes.CommitAsync(database, actor, deed, [DocumentLibrary.Key], stop);
        return document.Id;
    }

    /// <summary>Changes what is said of a document and what is attached to it.</summary>
    /// <param name="seen">the <see cref="MarkOf"/> of what the person had before him; null asks for nothing</param>
    public async Task<DocumentAnswer> ChangeAsync(
        Actor actor,
        long id,
        string? seen,
        DocumentWords words,
        IReadOnlyList<NewAttachment> added,
        IReadOnlyCollection<long> removed,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await ForChangeAsync(database, id, stop) is not { } document)
            return DocumentAnswer.NotFound;
        if (seen is not null && seen != MarkOf(document))
            return DocumentAnswer.ChangedMeanwhile;
        var before = Shown(document);
        words.WriteInto(document);
        document.Files.RemoveAll(file => removed.Contains(file.Id));
        await AttachAsync(document, added, stop);
        await database.SaveChangesAsync(stop);
        var deed = new Deed("document.changed", Subject(id), NameOf(document), before, Shown(document));
        await changes.CommitAsync(database, actor, deed, [DocumentLibrary.Key], stop);
        return DocumentAnswer.Done;
    }

    /// <summary>Takes a document out of the library; articles that refer to it keep their words.</summary>
    /// <returns>false where there is none</returns>
    public async Task<bool> RemoveAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await ForChangeAsync(database, id, stop) is not { } document)
            return false;
        database.Remove(document);
        var deed = new Deed("document.removed", Subject(id), NameOf(document), Shown(document));
        await changes.CommitAsync(database, actor, deed, [DocumentLibrary.Key], stop);
        return true;
    }

    /// <summary>Another one when anything that the form shows is another.</summary>
    public static string MarkOf(OfficialDocument document) => SeenMark.Of(Shown(document));

    // One at a time: on SQLite a transaction is the only one that writes, on PostgreSQL the row is held to its end.
    private static async Task<OfficialDocument?> ForChangeAsync(Data.Database database, long id, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from official_document where id = {id} for update", stop);
        return await database
            .Set<OfficialDocument>()
            .Include(d => d.Files.OrderBy(f => f.Id))
            .FirstOrDefaultAsync(d => d.Id == id, stop);
    }

    private async Task AttachAsync(OfficialDocument document, IReadOnlyList<NewAttachment> added, CancellationToken stop)
    {
        foreach (var file in added)
        {
            document.Files.Add(
                new()
                {
                    Name = file.Name,
                    ContentType = file.ContentType,
                    Sha256 = await files.PutAsync(file.Bytes, stop),
                    Length = file.Bytes.Length,
                }
            );
        }
    }

    private static string Subject(long id) => FormattableString.Invariant($"document:{id}");

    private static string NameOf(OfficialDocument document) => $"{document.Type} {document.Number}";

    private static object Shown(OfficialDocument document) =>
        new
        {
            document.Number,
            document.Type,
            document.IssuedOn,
            document.InForceFrom,
            document.ExpiredOn,
            document.IssuingBody,
            document.Signatory,
            document.Summary,
            files = document.Files.Select(file => $"{file.Name} {file.Sha256}").ToList(),
        };
}

/// <summary>What is said of a document.</summary>
internal sealed record DocumentWords(
    string Number,
    string Type,
    DateOnly IssuedOn,
    DateOnly? InForceFrom,
    DateOnly? ExpiredOn,
    string IssuingBody,
    string? Signatory,
    string Summary
)
{
    public void WriteInto(OfficialDocument document)
    {
        (document.Number, document.Type, document.IssuedOn) = (Number, Type, IssuedOn);
        (document.InForceFrom, document.ExpiredOn) = (InForceFrom, ExpiredOn);
        (document.IssuingBody, document.Signatory, document.Summary) = (IssuingBody, Signatory, Summary);
        document.SearchText = Fold.Letters($"{Number} {Type} {IssuingBody} {Signatory} {Summary}");
    }
}

/// <param name="Name">under which readers save it</param>
internal sealed record NewAttachment(string Name, string ContentType, byte[] Bytes);

internal enum DocumentAnswer
{
    Done,
    NotFound,

    /// <summary>Somebody else has changed it since it was opened; nothing was done.</summary>
    ChangedMeanwhile,
}
