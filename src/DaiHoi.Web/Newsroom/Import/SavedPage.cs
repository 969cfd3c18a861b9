using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Makes an article of a recognised page, or a new revision of the article that it became before.</summary>
internal sealed class SavedPage(
    DatabaseFactory databases,
    PicturesBeside pictures,
    AdoptedStatistics statistics,
    ChangeFeed feed,
    SiteClock clock
)
{
    /// <summary>What taking in this page means, without doing it.</summary>
    public async Task<(PageResult Result, ImportedPage? Known)> DecideAsync(
        RecognisedPage page,
        string sha256,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        var identity = PageIdentity.Of(page);
        var known = await database.Set<ImportedPage>().AsNoTracking().FirstOrDefaultAsync(p => p.Identity == identity, stop);
        if (known is null)
            return (PageResult.Imported, null);
        // An older text that comes again is no new text.
        var same =
            known.ContentSha256 == PageIdentity.ContentOf(page)
            || await database.Set<ImportedFile>().AnyAsync(f => f.PageId == known.Id && f.Sha256 == sha256, stop);
        return (same ? PageResult.Unchanged : PageResult.Revised, known);
    }

    /// <summary>Writes a page in one transaction: article, revision, original bytes, old addresses, views.</summary>
    public async Task<PageOutcome> SaveAsync(
        PageFile file,
        RecognisedPage page,
        byte[] original,
        string sha256,
        ImportOptions options,
        CancellationToken stop
    )
    {
        var (result, known) = await DecideAsync(page, sha256, stop);
        var outcome = new PageOutcome(file.Name, result, page) { DatedByFile = page.Date is null };
        if (options.DryRun || (result == PageResult.Unchanged && !AdoptsViews(page, options)))
            return known is null ? outcome : await WithArticleAsync(outcome, known.ArticleId, stop);
        var (photos, lost) = result == PageResult.Unchanged ? ([], []) : await PhotosAsync(file, page, stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var article = result switch
        {
            PageResult.Imported => await WriteAsync(database, page, photos, options, DateOf(file, page), keys, stop),
            PageResult.Revised => await ReviseAsync(database, known!.ArticleId, page, photos, file, stop),
            _ => await database.Set<Article>().SingleAsync(a => a.Id == known!.ArticleId, stop),
        };
        if (result != PageResult.Unchanged)
        {
            await KeepOriginalAsync(database, article, file, page, original, sha256, stop);
            await OldPaths.RememberAsync(transaction.GetDbTransaction(), article.Id, file, page, stop);
            keys.UnionWith(["articles", $"article:{article.Id}"]);
        }
        if (AdoptsViews(page, options))
            await statistics.AdoptViewsAsync(
                database.Database.GetDbConnection(),
                transaction.GetDbTransaction(),
                article.Id,
                page.Views!.Value,
                stop
            );
        DbConnection connection = database.Database.GetDbConnection();
        var notes = await ChangeFeed.NoteAsync(connection, transaction.GetDbTransaction(), clock.UtcNow, keys, stop);
        await transaction.CommitAsync(stop);
        feed.Announce(keys, notes);
        return outcome with
        {
            ArticleId = article.Id,
            ArticlePath = ArticlePath.Of(article.Slug, article.Id),
            Pictures = photos.Count(photo => photo.PictureId is not null),
            LostPictures = lost,
        };
    }

    private static bool AdoptsViews(RecognisedPage page, ImportOptions options) =>
        options.AdoptStatistics && page.Views is not null;

    private async Task<PageOutcome> WithArticleAsync(PageOutcome outcome, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        var slug = await database.Set<Article>().Where(a => a.Id == id).Select(a => a.Slug).SingleAsync(stop);
        return outcome with { ArticleId = id, ArticlePath = ArticlePath.Of(slug, id) };
    }

    // Before the transaction: the media store writes for itself, and a picture without an article does no harm.
    private async Task<(List<Photo> Photos, List<string> Lost)> PhotosAsync(
        PageFile file,
        RecognisedPage page,
        CancellationToken stop
    )
    {
        var photos = new List<Photo>();
        var lost = new List<string>();
        foreach (var photo in page.Photos)
        {
            var picture = photo.File is null ? null : await pictures.TakeAsync(file, photo.File, stop);
            if (photo.File is not null && picture is null)
                lost.Add(photo.File);
            photos.Add(
                new()
                {
                    PictureId = picture,
                    Caption = photo.Caption,
                    AlternativeText = photo.AlternativeText,
                    Credit = photo.Credit,
                }
            );
        }
        return (photos, lost);
    }

    private static async Task<Article> WriteAsync(
        Database database,
        RecognisedPage page,
        List<Photo> photos,
        ImportOptions options,
        DateTime at,
        HashSet<string> keys,
        CancellationToken stop
    )
    {
        var section = await OldSections.OfAsync(database, page.Category, options.Section, stop);
        if (section.Id == 0)
        {
            await database.SaveChangesAsync(stop);
            keys.Add(PortalFrames.Key);
        }
        var names = new SharedNames(database);
        var article = new Article { CategoryId = section.Id, Source = page.Source };
        article.Revise(TextOf(page, page.BodyHtml), at, "Nhập từ trang cũ");
        article.Publish(at);
        article.Authors.AddRange(await names.AuthorsAsync(page.Authors, stop));
        article.Tags.AddRange(await names.TagsAsync(page.Tags, stop));
        article.Photos.AddRange(photos);
        database.Add(article);
        await database.SaveChangesAsync(stop);
        if (photos.Count > 0)
        {
            await PhotoPlaces.NameAsync(database, article, photos.ConvertAll(photo => photo.Id), stop);
            await ShowInListsAsync(database, article.Id, photos, stop);
        }
        return article;
    }

    private async Task<Article> ReviseAsync(
        Database database,
        long id,
        RecognisedPage page,
        List<Photo> photos,
        PageFile file,
        CancellationToken stop
    )
    {
        var article = await database
            .Set<Article>()
            .Include(a => a.Revisions)
            .Include(a => a.Photos)
            .Include(a => a.Authors)
                .ThenInclude(a => a.Author)
            .AsSplitQuery()
            .SingleAsync(a => a.Id == id, stop);
        // A photo that was there stays the same: earlier revisions name it too.
        var shown = photos.ConvertAll(photo => article.Photos.Find(old => SamePhoto(old, photo)) ?? photo);
        article.Photos.AddRange(shown.Except(article.Photos));
        await database.SaveChangesAsync(stop);
        var ids = shown.ConvertAll(photo => photo.Id);
        article.Revise(TextOf(page, PhotoPlaces.Named(page.BodyHtml, ids)), clock.UtcNow, $"Nhập lại từ tệp {file.Name}");
        article.Source = page.Source;
        if (
            page.Authors.Count > 0
            && !page.Authors.SequenceEqual(article.Authors.OrderBy(a => a.Position).Select(a => a.Author!.Name))
        )
        {
            article.Authors.Clear();
            await database.SaveChangesAsync(stop);
            article.Authors.AddRange(await new SharedNames(database).AuthorsAsync(page.Authors, stop));
        }
        if (shown.Count > 0)
            article.LeadPhotoId = PhotoForLists(shown).Id;
        await database.SaveChangesAsync(stop);
        return article;
    }

    private static ArticleText TextOf(RecognisedPage page, string bodyHtml) =>
        new(page.Title, page.Dateline, page.Lead, bodyHtml);

    private static bool SamePhoto(Photo one, Photo other) =>
        one.Caption == other.Caption
        && one.PictureId == other.PictureId
        && one.Credit == other.Credit
        && one.AlternativeText == other.AlternativeText;

    private static Photo PhotoForLists(List<Photo> photos) => photos.Find(photo => photo.PictureId is not null) ?? photos[0];

    private static Task<int> ShowInListsAsync(Database database, long article, List<Photo> photos, CancellationToken stop)
    {
        var lead = PhotoForLists(photos).Id;
        return database
            .Set<Article>()
            .Where(a => a.Id == article)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LeadPhotoId, lead), stop);
    }

    private async Task KeepOriginalAsync(
        Database database,
        Article article,
        PageFile file,
        RecognisedPage page,
        byte[] original,
        string sha256,
        CancellationToken stop
    )
    {
        var identity = PageIdentity.Of(page);
        var kept = await database.Set<ImportedPage>().FirstOrDefaultAsync(p => p.Identity == identity, stop);
        if (kept is null)
        {
            kept = new()
            {
                Identity = identity,
                ArticleId = article.Id,
                ContentSha256 = "",
            };
            database.Add(kept);
        }
        kept.ContentSha256 = PageIdentity.ContentOf(page);
        kept.Files.Add(
            new()
            {
                FileName = file.Name,
                Encoding = page.Reading.Encoding,
                Sha256 = sha256,
                Original = ImportedFile.Pack(original),
                ImportedAt = clock.UtcNow,
            }
        );
        await database.SaveChangesAsync(stop);
    }

    /// <summary>When the page was published; that of the file where the page names no date. Never in the future.</summary>
    private DateTime DateOf(PageFile file, RecognisedPage page)
    {
        var now = clock.UtcNow;
        var at =
            page.Date is { } date ? clock.ToUtc(date)
            : File.Exists(file.Path) ? File.GetLastWriteTimeUtc(file.Path)
            : now;
        return at < now ? at : now;
    }
}
