using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Platform.Uploads;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <param name="Pdf">SHA-256 by which the media store knows it</param>
internal sealed record CarriedFile(string Pdf, string Name, string Title);

/// <summary>A document as another portal can find it: by what is printed on it.</summary>
internal sealed record CarriedDocument(string Number, DateOnly IssuedOn);

/// <summary>
/// Files and documents that texts name. Ids are of one database only: on the way a text names them by their place, from 1,
/// among those of its article. A document that the other portal does not have leaves its words there.
/// </summary>
internal sealed partial class CarriedReferences(MediaStore store, SiteClock clock)
{
    /// <summary>An article with what its texts name, all of them by place.</summary>
    public static async Task<CarriedArticle> OfAsync(Database database, CarriedArticle article, CancellationToken stop)
    {
        var fileIds = NamedIn(article, BodyReference.FileMark);
        var documentIds = NamedIn(article, BodyReference.DocumentMark);
        if (fileIds.Count + documentIds.Count == 0)
            return article;
        var files = await database.Set<Attachment>().Where(a => fileIds.Contains(a.Id)).OrderBy(a => a.Sha256).ToListAsync(stop);
        var documents = await database
            .Set<OfficialDocument>()
            .Where(d => documentIds.Contains(d.Id))
            .OrderBy(d => d.IssuedOn)
            .ThenBy(d => d.Number)
            .ToListAsync(stop);
        return Named(article, PlaceOf) with
        {
            Files = files.ConvertAll(file => new CarriedFile(file.Sha256, file.Name, file.Title)),
            Documents = documents.ConvertAll(document => new CarriedDocument(document.Number, document.IssuedOn)),
        };

        long PlaceOf(string mark, long id) =>
            1 + (mark == BodyReference.FileMark ? files.FindIndex(f => f.Id == id) : documents.FindIndex(d => d.Id == id));
    }

    /// <summary>Writes the files of articles beside them, each once.</summary>
    public async Task WriteAsync(CarriedFiles files, IEnumerable<string> pdfs, CancellationToken stop)
    {
        foreach (var sha256 in pdfs)
        {
            if (store.PdfOf(sha256) is not { } path)
                continue;
            await using var pdf = File.OpenRead(path);
            await using var copy = files.Write(NameOf(sha256));
            await pdf.CopyToAsync(copy, stop);
        }
    }

    /// <summary>A file of an article that is not there, or is not one that may be kept.</summary>
    public static async Task<CarriedFault?> FaultAsync(
        CarriedFiles files,
        CarriedArticle article,
        int line,
        CancellationToken stop
    )
    {
        foreach (var file in article.Files)
        {
            if (
                !CarriedFiles.IsPicture(file.Pdf)
                || file.Title.Length is 0 or > Attachment.LongestText
                || file.Name.Length is 0 or > Attachment.LongestName
            )
                return new(line, "files", "carry-unknown");
            var bytes = await BytesAsync(files, file.Pdf, stop);
            if (
                bytes is null
                || Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Pdf
                || PlainPdf.RefusalOf(bytes) is not null
            )
                return new(line, NameOf(file.Pdf), "carry-no-pdf");
        }
        return null;
    }

    /// <summary>The article with the ids that its files and documents have here; written in the caller's transaction.</summary>
    /// <param name="lost">takes in each document that this portal does not have</param>
    public async Task<CarriedArticle> TakeAsync(
        Database database,
        CarriedFiles files,
        CarriedArticle article,
        List<CarriedDocument> lost,
        CancellationToken stop
    )
    {
        var (fileIds, documentIds) = (new List<long>(), new List<long>());
        foreach (var file in article.Files)
            fileIds.Add(await TakeAsync(database, files, file, stop));
        foreach (var document in article.Documents)
        {
            var id = await database
                .Set<OfficialDocument>()
                .Where(d => d.Number == document.Number && d.IssuedOn == document.IssuedOn)
                .OrderBy(d => d.Id)
                .Select(d => d.Id)
                .FirstOrDefaultAsync(stop);
            if (id == 0)
                lost.Add(document);
            documentIds.Add(id);
        }
        return Named(article, IdAt);

        long IdAt(string mark, long place)
        {
            var ids = mark == BodyReference.FileMark ? fileIds : documentIds;
            return place >= 1 && place <= ids.Count ? ids[(int)place - 1] : 0;
        }
    }

    private async Task<long> TakeAsync(Database database, CarriedFiles files, CarriedFile file, CancellationToken stop)
    {
        if (await database.Set<Attachment>().FirstOrDefaultAsync(a => a.Sha256 == file.Pdf, stop) is { } known)
            return known.Id;
        var bytes = await BytesAsync(files, file.Pdf, stop);
        if (bytes is null || (await store.PutPdfAsync(bytes, stop)).Refusal is not null)
            throw new InvalidDataException($"{NameOf(file.Pdf)} has changed since it was read");
        var attachment = new Attachment
        {
            Sha256 = file.Pdf,
            Length = bytes.Length,
            Name = FileName.Of(file.Name, Attachment.Ending, Attachment.LongestName),
            Title = Fold.Clean(file.Title),
            AddedAt = clock.UtcNow,
        };
        attachment.Reindex();
        database.Add(attachment);
        await database.SaveChangesAsync(stop);
        return attachment.Id;
    }

    private static List<long> NamedIn(CarriedArticle article, string mark) =>
        [.. article.Revisions.SelectMany(revision => BodyReference.In(revision.Body, mark)).Distinct()];

    /// <param name="other">from a mark and the number that stands there to the one that is to stand there; 0 where there is none</param>
    private static CarriedArticle Named(CarriedArticle article, Func<string, long, long> other) =>
        article with
        {
            Revisions = [.. article.Revisions.Select(revision => revision with { Body = Named(revision.Body, other) })],
        };

    private static string Named(string body, Func<string, long, long> other) =>
        Place()
            .Replace(
                body,
                place =>
                {
                    var (mark, words) = (place.Groups["mark"].Value, place.Groups["words"].Value);
                    var number = long.Parse(place.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                    return other(mark, number) is > 0 and var named
                            ? string.Create(CultureInfo.InvariantCulture, $"<figure {mark}=\"{named}\">{words}</figure>")
                        : words.Length == 0 ? ""
                        : words.Replace("figcaption>", "p>", StringComparison.Ordinal);
                }
            );

    private static string NameOf(string sha256) => $"media/{sha256[..2]}/{sha256}{Attachment.Ending}";

    // Null where it is not there or larger than any that is taken in.
    private static async Task<byte[]?> BytesAsync(CarriedFiles files, string sha256, CancellationToken stop)
    {
        await using var stream = files.Read(NameOf(sha256));
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop)) > 0)
        {
            if (bytes.Length + read > UploadMedia.LargestFile)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    [GeneratedRegex(
        """<figure (?<mark>data-file|data-document)="(?<number>\d{1,18})">(?<words>(<figcaption>[^<]*</figcaption>)?)</figure>""",
        RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Place();
}
