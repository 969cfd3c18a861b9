using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>Writes every article with its history and its pictures, in an order and form that do not depend on the database.</summary>
internal sealed partial class ExportArticles(
    Data.DatabaseFactory databases,
    Data.Sql sql,
    MediaStore media,
    CarriedReferences references,
    OrganisationTree organisations
)
{
    private const int Batch = 50;

    /// <returns>articles and pictures written</returns>
    public async Task<(int Articles, int Pictures)> RunAsync(CarriedFiles files, CancellationToken stop)
    {
        var pictures = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var pdfs = new SortedSet<string>(StringComparer.Ordinal);
        var articles = 0;
        await using (var lines = files.Write(CarriedFiles.Articles))
        {
            for (var last = 0L; ; )
            {
                await using var database = databases.Create();
                var batch = await NextAsync(database, last, stop);
                if (batch.Count == 0)
                    break;
                var views = await ViewsAsync(batch[0].Id, batch[^1].Id, stop);
                foreach (var article in batch)
                {
                    var whole = await CarriedAsync(database, article, views.GetValueOrDefault(article.Id), stop);
                    var carried = await CarriedReferences.OfAsync(database, whole, stop);
                    pdfs.UnionWith(carried.Files.Select(file => file.Pdf));
                    await JsonSerializer.SerializeAsync(lines, carried, CarriedForm.Json.CarriedArticle, stop);
                    await lines.WriteAsync("\n"u8.ToArray(), stop);
                    foreach (var photo in carried.Photos.Where(photo => photo.Picture is not null))
                        pictures[photo.Picture!] = photo.Width!.Value;
                }
                articles += batch.Count;
                last = batch[^1].Id;
            }
        }
        foreach (var (sha256, width) in pictures)
        {
            foreach (var step in PictureWidths.Of(width))
            {
                if (media.Open(sha256, step) is not { } picture)
                    continue;
                await using (picture)
                await using (var copy = files.Write(CarriedFiles.NameOf(sha256, step)))
                    await picture.CopyToAsync(copy, stop);
            }
        }
        await references.WriteAsync(files, pdfs, stop);
        return (articles, pictures.Count);
    }

    private static Task<List<Article>> NextAsync(Database database, long after, CancellationToken stop) =>
        database
            .Set<Article>()
            .AsNoTracking()
            .AsSplitQuery()
            .Where(a => a.Id > after)
            .OrderBy(a => a.Id)
            .Include(a => a.Revisions.OrderBy(r => r.Number))
            .Include(a => a.Authors.OrderBy(author => author.Position))
                .ThenInclude(author => author.Author)
            .Include(a => a.Tags.OrderBy(tag => tag.Position))
                .ThenInclude(tag => tag.Tag)
            .Include(a => a.Steps.OrderBy(step => step.Id))
            .Include(a => a.Corrections.OrderBy(correction => correction.Id))
            .Include(a => a.Related.OrderBy(related => related.Position))
            .Include(a => a.Photos.OrderBy(photo => photo.Id))
                .ThenInclude(photo => photo.Picture)
            .Take(Batch)
            .ToListAsync(stop);

    private async Task<Dictionary<long, long>> ViewsAsync(long first, long last, CancellationToken stop) =>
        (
            await sql.ListAsync(
                "select article, views from article_views where article between @first and @last",
                row => (row.GetInt64(0), row.GetInt64(1)),
                stop,
                ("first", first),
                ("last", last)
            )
        ).ToDictionary();

    private async Task<CarriedArticle> CarriedAsync(Database database, Article article, long views, CancellationToken stop)
    {
        var category = await database.Set<Category>().AsNoTracking().SingleAsync(c => c.Id == article.CategoryId, stop);
        var old = await database
            .Set<OldAddress>()
            .Where(address => address.ArticleId == article.Id)
            .Select(address => address.Path)
            .ToListAsync(stop);
        var photoIds = article.Photos.ConvertAll(photo => photo.Id);
        var lead = photoIds.IndexOf(article.LeadPhotoId ?? 0);
        return new(
            article.Id,
            ArticlePath.Of(article.Slug, article.Id),
            article.Status.ToString().ToLowerInvariant(),
            new(category.Slug, category.NameVi, category.NameEn),
            article.Source,
            [.. article.Authors.Select(author => author.Author!.Name)],
            [.. article.Tags.Select(tag => tag.Tag!.Name)],
            [
                .. article.Photos.Select(photo => new CarriedPhoto(
                    photo.Picture?.Sha256,
                    photo.Picture?.Width,
                    photo.Picture?.Height,
                    photo.Caption,
                    photo.AlternativeText,
                    photo.Credit,
                    photo.Picture is { } picture ? CarriedHistory.Of(picture) : null
                )),
            ],
            lead < 0 ? null : lead + 1,
            article.Featured,
            article.PublishedAt,
            article.WithdrawnAt,
            article.WithdrawnReason,
            [.. old.Order(StringComparer.Ordinal)],
            views,
            [
                .. article.Revisions.Select(revision => new CarriedRevision(
                    revision.Title,
                    revision.Dateline,
                    revision.Lead,
                    Numbered(revision.BodyHtml, photoIds),
                    revision.SavedAt,
                    revision.Reason,
                    revision.SavedByName
                )),
            ],
            article.WriterName,
            article.StateSince,
            article.ReturnReason,
            article.PublishAt,
            article.ExpiresAt,
            [.. article.Steps.Select(CarriedHistory.Of)],
            [.. article.Corrections.Select(correction => new CarriedCorrection(correction.Text, correction.At))],
            [.. article.Related.Select(related => related.OtherId)],
            await NewsroomAsync(article, stop)
        );
    }

    // The owner of a portal stands in every portal: by his absence.
    private async Task<string?> NewsroomAsync(Article article, CancellationToken stop) =>
        article.OrganisationId is { } id && await organisations.FindAsync(id, stop) is { ParentId: not null } newsroom
            ? newsroom.Code
            : null;

    // Ids are of this database only; places among the photos mean the same everywhere.
    private static string Numbered(string body, List<long> photoIds) =>
        PhotoId()
            .Replace(
                body,
                match =>
                    photoIds.IndexOf(long.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture)) is >= 0 and var place
                        ? string.Create(CultureInfo.InvariantCulture, $"data-photo=\"{place + 1}\"")
                        : ""
            );

    [GeneratedRegex("data-photo=\"(?<id>\\d{1,18})\"", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PhotoId();
}
