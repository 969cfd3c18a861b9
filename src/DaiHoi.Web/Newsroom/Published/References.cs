using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Media;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>A file that an article offers to its readers.</summary>
/// <param name="Length">in bytes</param>
public sealed record PublishedFile(long Id, string Sha256, string Name, string Title, long Length)
{
    /// <summary>
    /// By the hash of its bytes, like that of a picture: who knows the address has been given it, and nobody finds the file
    /// of an article that waits by counting.
    /// </summary>
    public string Path => $"/tep/{Sha256}{Attachment.Ending}";
}

/// <summary>A document of the library to which an article refers.</summary>
public sealed record ReferredDocument(long Id, string Number, string Type, DateOnly IssuedOn, string IssuingBody, string Summary);

/// <summary>What the texts of articles name beside their photos.</summary>
public sealed class References(Sql sql)
{
    /// <summary>The file under an address; null where there is none.</summary>
    public Task<PublishedFile?> FileAsync(string sha256, CancellationToken stop) =>
        sql.FirstAsync<PublishedFile?>(
            "select id, sha256, name, title, length from attachment where sha256 = @sha256",
            row => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)),
            stop,
            ("sha256", sha256)
        );

    internal async Task<List<PublishedFile>> FilesInAsync(string bodyHtml, CancellationToken stop) =>
        BodyReference.In(bodyHtml, BodyReference.FileMark) is { Count: > 0 } ids
            ? await sql.ListAsync(
                $"select id, sha256, name, title, length from attachment where id in ({Listed(ids)})",
                row => new PublishedFile(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt64(4)),
                stop
            )
            : [];

    internal async Task<List<ReferredDocument>> DocumentsInAsync(string bodyHtml, CancellationToken stop) =>
        BodyReference.In(bodyHtml, BodyReference.DocumentMark) is { Count: > 0 } ids
            ? await sql.ListAsync(
                $"select id, number, type, issued_on, issuing_body, summary from official_document where id in ({Listed(ids)})",
                row => new ReferredDocument(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.Day(3),
                    row.GetString(4),
                    row.GetString(5)
                ),
                stop
            )
            : [];

    // Numbers, read as such: nothing that somebody wrote.
    private static string Listed(List<long> ids) =>
        string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
