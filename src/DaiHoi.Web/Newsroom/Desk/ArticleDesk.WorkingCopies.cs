using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Desk;

internal sealed partial class ArticleDesk
{
    /// <summary>What this person has typed into an article and not saved; null where there is nothing.</summary>
    public async Task<WorkingCopy?> WorkingCopyAsync(Person person, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<WorkingCopy>()
            .AsNoTracking()
            .FirstOrDefaultAsync(w => w.ArticleId == id && w.AccountId == person.Id, stop);
    }

    /// <summary>Keeps what this person is typing. Nothing that others see changes, so nothing goes to the audit log.</summary>
    /// <param name="seen">the version on which he began</param>
    public async Task<DeskAnswer> KeepAsync(Person person, long id, int seen, string fields, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var article = await database.Set<Article>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null)
            return DeskAnswer.NotFound;
        var standing = await StandingAsync(person, article, stop);
        if (!standing.Reads)
            return DeskAnswer.NotFound;
        var may = Workflow.MayRevise(StateOf(article), standing);
        if (may != StepAnswer.Allowed)
            return DeskAnswer.Refused(may);
        var kept = await database
            .Set<WorkingCopy>()
            .FirstOrDefaultAsync(w => w.ArticleId == id && w.AccountId == person.Id, stop);
        if (kept is null)
        {
            kept = new()
            {
                ArticleId = id,
                AccountId = person.Id,
                BaseVersion = seen,
                KeptAt = clock.UtcNow,
                Fields = fields,
            };
            database.Add(kept);
        }
        (kept.BaseVersion, kept.KeptAt, kept.Fields) = (seen, clock.UtcNow, fields);
        await database.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return article.Version == seen ? DeskAnswer.Done : DeskAnswer.ChangedMeanwhile;
    }

    /// <summary>Throws away what this person has typed and not saved.</summary>
    public async Task ThrowAwayAsync(Person person, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        await ThrowAwayAsync(database, id, person.Id, stop);
    }

    /// <summary>Who else is typing into an article, newest first.</summary>
    /// <param name="since">what was kept before is not counted: that person has gone</param>
    public async Task<List<long>> TypingAsync(Person person, long id, DateTime since, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<WorkingCopy>()
            .Where(w => w.ArticleId == id && w.AccountId != person.Id && w.KeptAt > since)
            .OrderByDescending(w => w.KeptAt)
            .Select(w => w.AccountId)
            .ToListAsync(stop);
    }

    private static Task<int> ThrowAwayAsync(Database database, long id, long account, CancellationToken stop) =>
        database.Set<WorkingCopy>().Where(w => w.ArticleId == id && w.AccountId == account).ExecuteDeleteAsync(stop);
}
