using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary>
/// Takes carried articles in, all or none. Into a portal without articles they come with their numbers and so with their
/// addresses; elsewhere they get new ones, and the old lead to them. One that is there already stays as it is.
/// </summary>
internal sealed class ImportArticles(
    DatabaseFactory databases,
    SiteBeginnings beginnings,
    CarriedPictures pictures,
    CarriedReferences references,
    AdoptedStatistics statistics,
    OrganisationTree organisations,
    RecordedChanges changes,
    SiteClock clock
)
{
    private const int MostFaults = 20;

    public async Task<ArticlesImported> RunAsync(CarriedFiles files, CancellationToken stop)
    {
        var newsrooms = new Dictionary<string, long>(StringComparer.Ordinal);
        var faults = await FaultsAsync(files, newsrooms, stop);
        if (faults.Count > 0)
            return new(faults, 0, 0, []);
        await beginnings.WriteAsync(stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var keepsNumbers = !await database.Set<Article>().AnyAsync(stop);
        var (taken, known, keys) = (0, 0, new List<string>());
        var lost = new List<LostDocument>();
        var (numbers, related) = (new Dictionary<long, long>(), new List<(long Article, IReadOnlyList<long> Others)>());
        await foreach (var (line, article, _) in CarriedReading.ReadAsync(files, stop))
        {
            if (await KnownAsync(database, article!, stop) is { } there)
            {
                numbers.TryAdd(article!.Id, there);
                known++;
                continue;
            }
            var missing = new List<CarriedDocument>();
            var told = await references.TakeAsync(database, files, article!, missing, stop);
            lost.AddRange(missing.Select(document => new LostDocument(line, article!.Text.Title, document)));
            var newsroom = told.Organisation is { } code ? newsrooms[code] : (long?)null;
            var id = await TakeAsync(database, files, told, newsroom, keepsNumbers, stop);
            numbers.TryAdd(article!.Id, id);
            related.Add((id, article.Related ?? []));
            keys.Add($"article:{id}");
            taken++;
            database.ChangeTracker.Clear();
        }
        await RelateAsync(database, related, numbers, stop);
        if (keepsNumbers && database.Database.IsNpgsql())
            await database.Database.ExecuteSqlRawAsync(
                "select setval(pg_get_serial_sequence('article', 'id'), greatest((select max(id) from article), 1))",
                stop
            );
        keys.AddRange(["articles", PortalFrames.Key]);
        var deed = new Deed("articles.imported", "articles", "articles", After: new { taken, known });
        await changes.CommitAsync(database, Actor.CommandLine, deed, keys, stop);
        return new([], taken, known, lost);
    }

    private async Task<List<CarriedFault>> FaultsAsync(
        CarriedFiles files,
        Dictionary<string, long> newsrooms,
        CancellationToken stop
    )
    {
        var faults = new List<CarriedFault>();
        await foreach (var (line, article, fault) in CarriedReading.ReadAsync(files, stop))
        {
            var found =
                fault
                ?? await CarriedReading.PictureFaultAsync(files, article!, line, stop)
                ?? await CarriedReferences.FaultAsync(files, article!, line, stop)
                ?? await NewsroomFaultAsync(article!, line, newsrooms, stop);
            if (found is not null)
                faults.Add(found);
            if (faults.Count == MostFaults)
                break;
        }
        return faults;
    }

    // Many articles are of few newsrooms: each is asked for once.
    private async Task<CarriedFault?> NewsroomFaultAsync(
        CarriedArticle article,
        int line,
        Dictionary<string, long> newsrooms,
        CancellationToken stop
    )
    {
        if (article.Organisation is not { } code || newsrooms.ContainsKey(code))
            return null;
        if (await organisations.FindAsync(code, stop) is not { } found)
            return new(line, $"organisation «{code}»", "carry-no-organisation");
        newsrooms[code] = found.Id;
        return null;
    }

    // The same article of the same portal: by its number here, or by the address from which it came.
    private static async Task<long?> KnownAsync(Database database, CarriedArticle article, CancellationToken stop)
    {
        var begun = article.Revisions[0].SavedAt;
        var slug = Platform.Text.Slug.Of(article.Text.Title);
        if (await database.Set<Article>().AnyAsync(a => a.Id == article.Id && a.Slug == slug && a.CreatedAt == begun, stop))
            return article.Id;
        return await database
            .Set<OldAddress>()
            .Where(old => old.Path == article.Path)
            .Select(old => (long?)old.ArticleId)
            .FirstOrDefaultAsync(stop);
    }

    // Only now every article has its number here. One that did not come along is left out.
    private static async Task RelateAsync(
        Database database,
        List<(long Article, IReadOnlyList<long> Others)> related,
        Dictionary<long, long> numbers,
        CancellationToken stop
    )
    {
        foreach (var (id, others) in related.Where(one => one.Others.Count > 0))
        {
            var article = await database.Set<Article>().Include(a => a.Related).SingleAsync(a => a.Id == id, stop);
            article.Related.AddRange(
                others
                    .Where(numbers.ContainsKey)
                    .Select(other => numbers[other])
                    .Where(other => other != id)
                    .Distinct()
                    .Select((other, i) => new RelatedArticle { OtherId = other, Position = i + 1 })
            );
            await database.SaveChangesAsync(stop);
            database.ChangeTracker.Clear();
        }
    }

    private async Task<long> TakeAsync(
        Database database,
        CarriedFiles files,
        CarriedArticle carried,
        long? newsroom,
        bool keepsNumber,
        CancellationToken stop
    )
    {
        var article = new Article
        {
            CategoryId = await CategoryAsync(database, carried.Section, stop),
            OrganisationId = newsroom,
            Source = carried.Source,
            WriterName = carried.Writer,
        };
        foreach (var text in carried.Revisions)
            article.Revise(
                new(text.Title, text.Dateline, text.Lead, text.Body),
                text.SavedAt,
                text.Reason,
                text.By is { } name ? new(null, name, null) : null
            );
        article.Steps.AddRange((carried.Steps ?? []).Select(CarriedHistory.StepOf));
        article.Corrections.AddRange((carried.Corrections ?? []).Select(c => new ArticleCorrection { Text = c.Text, At = c.At }));
        var status = Enum.Parse<ArticleStatus>(carried.Status, ignoreCase: true);
        if (carried.PublishedAt is { } published && status is ArticleStatus.Published or ArticleStatus.Withdrawn)
            article.Publish(published);
        if (status == ArticleStatus.Withdrawn)
            article.Withdraw(carried.WithdrawnAt ?? clock.UtcNow, carried.WithdrawnReason ?? "");
        article.Featured = carried.Featured;
        var names = new SharedNames(database);
        article.Authors.AddRange(await names.AuthorsAsync(carried.Authors, stop));
        article.Tags.AddRange(await names.TagsAsync(carried.Tags, stop));
        var photos = new List<Photo>();
        foreach (var photo in carried.Photos)
            photos.Add(
                new()
                {
                    PictureId = photo.Picture is null ? null : await pictures.TakeAsync(database, files, photo, stop),
                    Caption = photo.Caption,
                    AlternativeText = photo.AlternativeText,
                    Credit = photo.Credit,
                }
            );
        article.Photos.AddRange(photos);
        var entry = database.Add(article);
        if (keepsNumber && carried.Id > 0)
            entry.Property(a => a.Id).CurrentValue = carried.Id;
        entry.Property(a => a.Status).CurrentValue = status;
        entry.Property(a => a.StateSince).CurrentValue = carried.StateSince ?? article.StateSince;
        entry.Property(a => a.ReturnReason).CurrentValue = carried.ReturnReason;
        entry.Property(a => a.PublishAt).CurrentValue = carried.PublishAt;
        entry.Property(a => a.ExpiresAt).CurrentValue = carried.ExpiresAt;
        await database.SaveChangesAsync(stop);
        await NamePhotosAsync(database, article, photos, carried.LeadPhoto, stop);
        foreach (var text in carried.Revisions)
        {
            await ArticleAttachment.RememberAsync(database, article.Id, text.Body, stop);
            await database.SaveChangesAsync(stop);
        }
        await RememberAddressesAsync(database, article, carried, stop);
        if (carried.Views > 0)
            await statistics.AdoptViewsAsync(
                database.Database.GetDbConnection(),
                database.Database.CurrentTransaction!.GetDbTransaction(),
                article.Id,
                carried.Views,
                stop
            );
        return article.Id;
    }

    private static async Task<long> CategoryAsync(Database database, CarriedSection section, CancellationToken stop)
    {
        if (await database.Set<Category>().FirstOrDefaultAsync(c => c.Slug == section.Slug, stop) is { } known)
            return known.Id;
        var added = new Category
        {
            Slug = section.Slug,
            NameVi = section.NameVi,
            NameEn = section.NameEn.Length > 0 ? section.NameEn : section.NameVi,
            Position = 1 + (await database.Set<Category>().MaxAsync(c => (int?)c.Position, stop) ?? 0),
        };
        database.Add(added);
        await database.SaveChangesAsync(stop);
        return added.Id;
    }

    // The numbers of photos are known now: each text names them by these.
    private static async Task NamePhotosAsync(
        Database database,
        Article article,
        List<Photo> photos,
        int? lead,
        CancellationToken stop
    )
    {
        var ids = photos.ConvertAll(photo => photo.Id);
        var leadId = lead is { } place ? ids[place - 1] : (long?)null;
        var body = PhotoPlaces.Named(article.BodyHtml, ids);
        await database
            .Set<Article>()
            .Where(a => a.Id == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.BodyHtml, body).SetProperty(a => a.LeadPhotoId, leadId), stop);
        foreach (var revision in article.Revisions)
        {
            var named = PhotoPlaces.Named(revision.BodyHtml, ids);
            await database
                .Set<ArticleRevision>()
                .Where(r => r.Id == revision.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.BodyHtml, named), stop);
        }
    }

    private static async Task RememberAddressesAsync(
        Database database,
        Article article,
        CarriedArticle carried,
        CancellationToken stop
    )
    {
        var own = ArticlePath.Of(article.Slug, article.Id);
        foreach (
            var path in carried
                .OldAddresses.Append(carried.Path)
                .SelectMany(OldAddress.Spellings)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (path == own || await database.Set<OldAddress>().AnyAsync(old => old.Path == path, stop))
                continue;
            database.Add(new OldAddress { Path = path, ArticleId = article.Id });
            await database.SaveChangesAsync(stop);
        }
    }
}
