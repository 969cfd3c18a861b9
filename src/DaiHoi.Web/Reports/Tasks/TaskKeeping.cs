using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Tasks;

/// <summary>A task as somebody sets it.</summary>
internal sealed record WantedTask(string? Text, string? Owner, string? Partners, DateOnly? DueOn);

/// <summary>Sets tasks of an organisation and says when they are done.</summary>
internal sealed class TaskKeeping(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    public async Task<ReportResult> SetAsync(
        Person person,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        WantedTask wanted,
        CancellationToken stop
    )
    {
        if (!MayKeep(person, place))
            return ReportResult.Of(ReportOutcome.NotFound);
        if (TypedLine.Of(wanted.Text) is not { } text)
            return ReportResult.Refused("text", "report-task-missing");
        var (owner, partners) = (TypedLine.Of(wanted.Owner), TypedLine.Of(wanted.Partners));
        if (text.Length > ReportTask.LongestText)
            return ReportResult.Refused("text", "report-text-long", ReportTask.LongestText);
        if (owner?.Length > ReportTask.LongestName)
            return ReportResult.Refused("owner", "report-text-long", ReportTask.LongestName);
        if (partners?.Length > ReportTask.LongestName)
            return ReportResult.Refused("partners", "report-text-long", ReportTask.LongestName);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // The same form sent twice sets one task.
        var known = await database
            .Set<ReportTask>()
            .AnyAsync(
                one =>
                    one.CampaignId == campaign.Id
                    && one.OrganisationId == place.Id
                    && one.DoneOn == null
                    && one.Text == text
                    && one.DueOn == wanted.DueOn,
                stop
            );
        if (known)
            return ReportResult.Of(ReportOutcome.Already);
        var task = new ReportTask
        {
            CampaignId = campaign.Id,
            OrganisationId = place.Id,
            Text = text,
            Owner = owner,
            Partners = partners,
            DueOn = wanted.DueOn,
            SetAt = clock.UtcNow,
            SetByName = person.Name,
        };
        database.Add(task);
        await database.SaveChangesAsync(stop);
        await CommitAsync(
            database,
            actor,
            task,
            "task.set",
            new
            {
                text,
                owner,
                wanted.DueOn,
            },
            stop
        );
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>Says that a task is done, and what shows it.</summary>
    public Task<ReportResult> FinishAsync(
        Person person,
        Actor actor,
        long id,
        DateOnly? on,
        string? evidence,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            actor,
            id,
            "task.finished",
            task =>
            {
                if (!task.IsOpen)
                    return ReportResult.Of(ReportOutcome.Already);
                if (on is not { } day || day.Year < 1900)
                    return ReportResult.Refused($"done-{id}", "report-day-unclear");
                if (day > clock.Today)
                    return ReportResult.Refused($"done-{id}", "report-task-future", Formats.Day(day));
                if (TypedLine.Of(evidence) is not { } shows)
                    return ReportResult.Refused($"evidence-{id}", "report-task-evidence-missing");
                if (shows.Length > ReportTask.LongestText)
                    return ReportResult.Refused($"evidence-{id}", "report-text-long", ReportTask.LongestText);
                task.Finish(day, shows, person.Name);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>Takes back that a task is done.</summary>
    public Task<ReportResult> ReopenAsync(Person person, Actor actor, long id, CancellationToken stop) =>
        ChangeAsync(
            person,
            actor,
            id,
            "task.reopened",
            task =>
            {
                if (task.IsOpen)
                    return ReportResult.Of(ReportOutcome.Already);
                task.Reopen();
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    public static bool MayKeep(Person person, CampaignPlace place) =>
        person.Is(place.Path, Role.Officer, Role.Checker, Role.Head);

    private async Task<ReportResult> ChangeAsync(
        Person person,
        Actor actor,
        long id,
        string action,
        Func<ReportTask, ReportResult> change,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from report_task where id = {id} for update", stop);
        var task = await database.Set<ReportTask>().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (task is null)
            return ReportResult.Of(ReportOutcome.NotFound);
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == task.CampaignId);
        if (await places.FindAsync(campaign, task.OrganisationId, clock.Today, stop) is not { } place || !MayKeep(person, place))
            return ReportResult.Of(ReportOutcome.NotFound);
        var result = change(task);
        if (result.Outcome == ReportOutcome.Done)
            await CommitAsync(database, actor, task, action, new { task.DoneOn, task.Evidence }, stop);
        return result;
    }

    private Task CommitAsync(
        Database database,
        Actor actor,
        ReportTask task,
        string action,
        object after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            database,
            actor,
            new(action, FormattableString.Invariant($"task:{task.Id}"), task.Text, After: after),
            [],
            stop
        );
}
