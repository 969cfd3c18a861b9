using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>
/// Where articles are written and decided on. Every change is one transaction: the article, its history, its row in the
/// audit log and the note that tells readers' pages. Who may not see an article is told that there is none.
/// </summary>
internal sealed partial class ArticleDesk(
    DatabaseFactory databases,
    Sql sql,
    OrganisationTree organisations,
    RecordedChanges changes,
    SiteClock clock,
    SiteSettings settings
)
{
    /// <summary>An article with all that the desk shows of it; null where there is none that this person may see.</summary>
    public async Task<DeskArticle?> FindAsync(Person person, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        var article = await database
            .Set<Article>()
            .AsNoTracking()
            .Include(a => a.Steps)
            .Include(a => a.Corrections)
            .Include(a => a.Related)
            .Include(a => a.Authors)
                .ThenInclude(a => a.Author)
            .Include(a => a.Tags)
                .ThenInclude(a => a.Tag)
            .Include(a => a.Photos)
                .ThenInclude(p => p.Picture)
            .AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null)
            return null;
        var standing = await StandingAsync(person, article, stop);
        if (!standing.Reads)
            return null;
        var category = await database.Set<Category>().AsNoTracking().SingleAsync(c => c.Id == article.CategoryId, stop);
        return new(article, category, standing);
    }

    /// <summary>Begins an article.</summary>
    /// <returns>its number</returns>
    public Task<long> BeginAsync(
        Person person,
        Actor actor,
        string title,
        long category,
        string reason,
        CancellationToken stop
    ) => BeginAsync(person, actor, new ArticleText(title, null, "", ""), category, reason, stop);

    /// <summary>Begins an article with a text that something else has written.</summary>
    /// <returns>its number</returns>
    public async Task<long> BeginAsync(
        Person person,
        Actor actor,
        ArticleText text,
        long category,
        string reason,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var article = new Article
        {
            CategoryId = category,
            OrganisationId = await NewsroomOfAsync(person, stop),
            WriterId = person.Id,
            WriterName = person.Name,
        };
        article.Begin(text, actor, clock.UtcNow, reason);
        database.Add(article);
        await database.SaveChangesAsync(stop);
        await changes.CommitAsync(
            database,
            actor,
            new("article.written", $"article:{article.Id}", article.Title, After: await ShownAsync(database, article, stop)),
            [],
            stop
        );
        return article.Id;
    }

    /// <summary>Takes a step on the way of an article.</summary>
    public Task<DeskAnswer> TakeAsync(Person person, Actor actor, long id, WantedStep step, CancellationToken stop) =>
        ChangeAsync(
            person,
            actor,
            id,
            step.SeenVersion,
            "article." + NameOf(step.Kind),
            (_, article, standing) =>
            {
                var may = Workflow.May(step.Kind, StateOf(article), standing);
                if (may != StepAnswer.Allowed)
                    return Task.FromResult(DeskAnswer.Refused(may));
                if (Workflow.NeedsReason(step.Kind) && string.IsNullOrWhiteSpace(step.Reason))
                    return Task.FromResult(DeskAnswer.ReasonMissing);
                if (
                    step.Kind is ArticleStepKind.Scheduled or ArticleStepKind.ExpirySet
                    && !(step.When > (step.Kind == ArticleStepKind.ExpirySet ? article.PublishAt ?? clock.UtcNow : clock.UtcNow))
                )
                    return Task.FromResult(DeskAnswer.MomentPast);
                if (ExpiresFirst(article, step))
                    return Task.FromResult(DeskAnswer.ExpiresFirst);
                if (step.Kind == ArticleStepKind.Submitted && (article.Lead.Length == 0 || article.BodyHtml.Length == 0))
                    return Task.FromResult(DeskAnswer.Unfinished);
                Take(article, step, actor);
                return Task.FromResult(DeskAnswer.Done);
            },
            stop
        );

    // Readers would never see it, or for a moment only.
    private bool ExpiresFirst(Article article, WantedStep step) =>
        step.Kind is ArticleStepKind.Scheduled or ArticleStepKind.Published
        && article.ExpiresAt <= (step.Kind == ArticleStepKind.Scheduled ? step.When : clock.UtcNow);

    private void Take(Article article, WantedStep step, Actor actor)
    {
        var now = clock.UtcNow;
        var reason = string.IsNullOrWhiteSpace(step.Reason) ? null : step.Reason.Trim();
        switch (step.Kind)
        {
            case ArticleStepKind.Submitted:
                article.Submit(actor, now, reason);
                break;
            case ArticleStepKind.TakenBack:
                article.TakeBack(actor, now, reason);
                break;
            case ArticleStepKind.Returned:
                article.Return(actor, now, reason!);
                break;
            case ArticleStepKind.Approved:
                article.Approve(actor, now, reason);
                break;
            case ArticleStepKind.Scheduled:
                article.Schedule(actor, now, step.When!.Value);
                break;
            case ArticleStepKind.Unscheduled:
                article.Unschedule(actor, now);
                break;
            case ArticleStepKind.Published:
                article.Publish(actor, now, reason);
                break;
            case ArticleStepKind.Withdrawn:
                article.Withdraw(actor, now, reason!);
                break;
            case ArticleStepKind.ExpirySet:
            case ArticleStepKind.ExpiryLifted:
                article.ExpireAt(step.Kind == ArticleStepKind.ExpirySet ? step.When : null, actor, now);
                break;
            case ArticleStepKind.Corrected:
                article.Correct(reason!, actor, now);
                break;
            case ArticleStepKind.Reopened:
                article.Reopen(actor, now, reason);
                break;
            case ArticleStepKind.Written:
            case ArticleStepKind.Expired:
            case ArticleStepKind.Restored:
            default:
                throw new InvalidOperationException(step.Kind.ToString());
        }
    }

    /// <summary>Load, decide, change, save: whole or not at all.</summary>
    /// <param name="seen">the version that the person had before him; null asks for none</param>
    private async Task<DeskAnswer> ChangeAsync(
        Person person,
        Actor actor,
        long id,
        int? seen,
        string action,
        Func<Database, Article, Standing, Task<DeskAnswer>> change,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var article = await ForChangeAsync(database, id, stop);
        if (article is null)
            return DeskAnswer.NotFound;
        var standing = await StandingAsync(person, article, stop);
        if (!standing.Reads)
            return DeskAnswer.NotFound;
        if (seen is { } version && article.Version != version)
            return DeskAnswer.ChangedMeanwhile;
        var before = await ShownAsync(database, article, stop);
        var wasPublic = article.Status == ArticleStatus.Published;
        try
        {
            var answer = await change(database, article, standing);
            if (answer.Outcome != DeskOutcome.Done)
                return answer;
            await CloseAsync(database, actor, action, article, before, wasPublic, stop);
            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            return DeskAnswer.ChangedMeanwhile;
        }
    }

    private async Task CloseAsync(
        Database database,
        Actor actor,
        string action,
        Article article,
        object before,
        bool wasPublic,
        CancellationToken stop
    )
    {
        // Only what readers see, or have seen, stands on a page that is kept.
        string[] keys =
            wasPublic || article.Status == ArticleStatus.Published
                ? [$"article:{article.Id}", "articles"]
                : [$"article:{article.Id}"];
        var deed = new Deed(action, $"article:{article.Id}", article.Title, before, await ShownAsync(database, article, stop));
        await changes.CommitAsync(database, actor, deed, keys, stop);
    }

    // One at a time: on SQLite a transaction is the only one that writes, on PostgreSQL the row is held to its end. The
    // version is the second lock, against whoever writes without this one.
    private static async Task<Article?> ForChangeAsync(Database database, long id, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from article where id = {id} for update", stop);
        return await database
            .Set<Article>()
            .Include(a => a.Authors)
                .ThenInclude(a => a.Author)
            .Include(a => a.Tags)
                .ThenInclude(a => a.Tag)
            .Include(a => a.Photos)
            .Include(a => a.Related)
            .AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == id, stop);
    }

    private async Task<Standing> StandingAsync(Person person, Article article, CancellationToken stop)
    {
        var newsroom = article.OrganisationId is { } id ? await organisations.FindAsync(id, stop) : null;
        newsroom ??= await organisations.RootAsync(stop);
        return Standing.Of(person, article, newsroom.Path, settings.OnePersonNewsroom);
    }

    // The highest organisation on which he may write: its editors see what he writes.
    private async Task<long> NewsroomOfAsync(Person person, CancellationToken stop)
    {
        var path = person
            .Grants.Where(granted => granted.Role is Role.Reporter or Role.Editor or Role.Publisher)
            .Select(granted => granted.Path)
            .OrderBy(path => path.Length)
            .ThenBy(path => path, StringComparer.Ordinal)
            .FirstOrDefault();
        var found = path is null ? [] : await organisations.AtAndBelowAsync(path, 1, stop);
        return (found.Count > 0 ? found[0] : await organisations.RootAsync(stop)).Id;
    }

    private static ArticleState StateOf(Article article) => new(article.Status, article.PublishAt is not null);

    // What the audit log keeps of an article: enough to know it again; its texts are in the revisions.
    private static async Task<object> ShownAsync(Database database, Article article, CancellationToken stop)
    {
        var related = article.Related.OrderBy(r => r.Position).Select(r => r.OtherId).ToList();
        var titles = related.Count == 0 ? [] : await TitlesAsync(database, related, stop);
        return new
        {
            article.Title,
            article.Status,
            revision = article.LastRevision,
            article.PublishAt,
            article.ExpiresAt,
            article.WithdrawnReason,
            article.ReturnReason,
            authors = string.Join(", ", article.Authors.OrderBy(a => a.Position).Select(a => a.Author?.Name)),
            tags = string.Join(", ", article.Tags.OrderBy(t => t.Position).Select(t => t.Tag?.Name)),
            section = await database
                .Set<Category>()
                .Where(c => c.Id == article.CategoryId)
                .Select(c => c.NameVi)
                .SingleOrDefaultAsync(stop),
            article.Source,
            article.Featured,
            related = related.Select(id => titles.GetValueOrDefault(id, "")),
        };
    }

    private static Task<Dictionary<long, string>> TitlesAsync(Database database, List<long> ids, CancellationToken stop) =>
        database
            .Set<Article>()
            .Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.Title })
            .ToDictionaryAsync(a => a.Id, a => a.Title, stop);

    // As the audit log writes it: "article.taken-back".
    private static string NameOf(ArticleStepKind kind) =>
        kind switch
        {
            ArticleStepKind.TakenBack => "taken-back",
            ArticleStepKind.ExpirySet => "expiry-set",
            ArticleStepKind.ExpiryLifted => "expiry-lifted",
            _ => kind.ToString().ToLowerInvariant(),
        };
}

/// <summary>An article as the desk shows it, and what this person is to it.</summary>
internal sealed record DeskArticle(Article Article, Category Category, Standing Standing)
{
    public ArticleState State => new(Article.Status, Article.PublishAt is not null);

    public StepAnswer May(ArticleStepKind kind) => Workflow.May(kind, State, Standing);

    public StepAnswer MayRevise => Workflow.MayRevise(State, Standing);
}

/// <param name="SeenVersion">the version that the person had before him</param>
/// <param name="When">UTC, for a step that decides about a moment</param>
internal sealed record WantedStep(ArticleStepKind Kind, int SeenVersion, string? Reason = null, DateTime? When = null);
