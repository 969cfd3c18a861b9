using System.Text.Json;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>A line that cannot be taken: its number, the field and what is wrong, as a key of the texts.</summary>
internal sealed record CarriedFault(int Line, string Field, string Why);

/// <summary>Reads <c>articles.jsonl</c> line by line, believing nothing: texts are cleaned, pictures looked at.</summary>
internal static class CarriedReading
{
    private const int LongestLine = 32 * 1024 * 1024;
    private const int LongestTitle = 500;
    private const int LongestPath = 1000;

    /// <summary>Each line as an article, or as what is wrong with it.</summary>
    public static async IAsyncEnumerable<(int Line, CarriedArticle? Article, CarriedFault? Fault)> ReadAsync(
        CarriedFiles files,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        if (files.Read(CarriedFiles.Articles) is not { } stream)
        {
            yield return (0, null, new(0, CarriedFiles.Articles, "carry-missing"));
            yield break;
        }
        using var text = new StreamReader(stream);
        var lines = new LimitedLines(text, LongestLine);
        for (var number = 1; await lines.NextAsync(stop) is { } line; number++)
        {
            if (line.Length > LongestLine)
            {
                yield return (number, null, new(number, "", "carry-too-long"));
                yield break;
            }
            if (string.IsNullOrWhiteSpace(line))
                continue;
            CarriedArticle? article = null;
            CarriedFault? fault = null;
            try
            {
                article = JsonSerializer.Deserialize(line, CarriedForm.Json.CarriedArticle);
                fault = article is null ? new(number, "", "carry-no-json") : FaultOf(article, number);
            }
            catch (JsonException problem)
            {
                fault = new(number, problem.Path ?? "", "carry-no-json");
            }
            yield return fault is null ? (number, Clean(article!), null) : (number, null, fault);
        }
    }

    /// <summary>The pictures of an article that are not there, or are no plain pictures of their width.</summary>
    public static async Task<CarriedFault?> PictureFaultAsync(
        CarriedFiles files,
        CarriedArticle article,
        int line,
        CancellationToken stop
    )
    {
        foreach (var photo in article.Photos.Where(photo => photo.Picture is not null))
        {
            foreach (var step in PictureWidths.Of(photo.Width!.Value))
            {
                var name = CarriedFiles.NameOf(photo.Picture!, step);
                if (await BytesAsync(files, name, stop) is not { } bytes || !PlainWebP.Is(bytes, photo, step))
                    return new(line, name, "carry-no-picture");
            }
        }
        return null;
    }

    /// <summary>Null where it is not there or larger than any picture.</summary>
    public static async Task<byte[]?> BytesAsync(CarriedFiles files, string name, CancellationToken stop)
    {
        await using var stream = files.Read(name);
        if (stream is null)
            return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, stop)) > 0)
        {
            if (bytes.Length + read > PlainWebP.MostBytes)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static CarriedFault? FaultOf(CarriedArticle article, int line)
    {
        if (!Enum.TryParse<ArticleStatus>(article.Status, ignoreCase: true, out var status) || !Enum.IsDefined(status))
            return new(line, "status", "carry-unknown");
        if (article.Revisions.Count == 0)
            return new(line, "revisions", "carry-empty");
        if (article.Revisions.Any(revision => Fold.Clean(revision.Title).Trim() is not { Length: > 0 and <= LongestTitle }))
            return new(line, "revisions.title", "carry-empty");
        if (status == ArticleStatus.Published && article.PublishedAt is null)
            return new(line, "publishedAt", "carry-empty");
        if (article.Section.Slug != Slug.Of(article.Section.Slug) || string.IsNullOrWhiteSpace(article.Section.NameVi))
            return new(line, "section", "carry-unknown");
        if (article.Authors.Concat(article.Tags).Any(string.IsNullOrWhiteSpace))
            return new(line, "authors, tags", "carry-empty");
        if (article.Views < 0 || article.Featured is < 1 || article.LeadPhoto < 1 || article.LeadPhoto > article.Photos.Count)
            return new(line, "views, featured, leadPhoto", "carry-unknown");
        if (article.OldAddresses.Append(article.Path).Any(path => path.Length is 0 or > LongestPath || path[0] != '/'))
            return new(line, "oldAddresses, path", "carry-unknown");
        if (article.Organisation?.Length is 0 or > Organisation.LongestCode)
            return new(line, "organisation", "carry-unknown");
        if (CarriedHistory.FaultIn(article) is { } field)
            return new(line, field, "carry-unknown");
        return article.Photos.Any(photo =>
            photo.Picture is not null
            && (!CarriedFiles.IsPicture(photo.Picture) || photo is not { Width: > 0 and < 100_000, Height: > 0 and < 100_000 })
        )
            ? new(line, "photos", "carry-unknown")
            : null;
    }

    private static CarriedArticle Clean(CarriedArticle article) =>
        CarriedHistory.Clean(article) with
        {
            Source = CarriedHistory.CleanOrNull(article.Source),
            Authors = [.. article.Authors.Select(Fold.Clean)],
            Tags = [.. article.Tags.Select(Fold.Clean)],
            Section = new(article.Section.Slug, Fold.Clean(article.Section.NameVi), Fold.Clean(article.Section.NameEn)),
            WithdrawnReason = CarriedHistory.CleanOrNull(article.WithdrawnReason),
            PublishedAt = CarriedHistory.Utc(article.PublishedAt),
            WithdrawnAt = CarriedHistory.Utc(article.WithdrawnAt),
            Photos =
            [
                .. article.Photos.Select(photo =>
                    photo with
                    {
                        Caption = Fold.Clean(photo.Caption),
                        AlternativeText = Fold.Clean(photo.AlternativeText),
                        Credit = CarriedHistory.CleanOrNull(photo.Credit),
                        Media = CarriedHistory.Clean(photo.Media),
                    }
                ),
            ],
            Revisions =
            [
                .. article.Revisions.Select(revision => new CarriedRevision(
                    Fold.Clean(revision.Title).Trim(),
                    CarriedHistory.CleanOrNull(revision.Dateline),
                    Fold.Clean(revision.Lead),
                    CleanBody.Of(Fold.Clean(revision.Body)),
                    CarriedHistory.Utc(revision.SavedAt),
                    Fold.Clean(revision.Reason),
                    CarriedHistory.CleanOrNull(revision.By)
                )),
            ],
        };
}
