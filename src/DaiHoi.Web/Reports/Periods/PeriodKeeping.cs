using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Reports.Periods;

/// <summary>Corrects a period that was opened wrongly, or withdraws it.</summary>
internal sealed class PeriodKeeping(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    /// <summary>
    /// Puts other words and days in the place of those that were seen. Once a report of it was sent up, its first day and its
    /// cut-off stay: figures were cited by them.
    /// </summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public Task<ReportResult> CorrectAsync(
        Person person,
        Actor actor,
        long id,
        WantedPeriod wanted,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            id,
            seen,
            async work =>
            {
                if (wanted.Refusal() is { } refused)
                    return refused;
                if (wanted.Due.Keys.Any(level => work.Owned.Campaign.Levels.All(one => one.Ordinal != level)))
                    return ReportResult.Of(ReportOutcome.NotFound);
                if (await RefusalAsync(work, wanted, stop) is { } stands)
                    return stands;
                var before = Said(work.Period, work.Due);
                var (due, title) = (work.Due.ToDictionary(one => one.Level), wanted.Title!);
                var asked = wanted.Due.Select(one => (one.Key, one.Value)).Order();
                if (
                    (work.Period.Name, work.Period.From, work.Period.Until) == (title, wanted.From, wanted.Until)
                    && asked.SequenceEqual(work.Due.Select(one => (one.Level, one.DueOn)).Order())
                )
                    return ReportResult.Of(ReportOutcome.Already);
                if (ReasonOf(reason, ReportPeriod.LongestReason, "reason", out var why) is { } unclear)
                    return unclear;
                (work.Period.Name, work.Period.From, work.Period.Until) = (title, wanted.From, wanted.Until);
                work.Database.RemoveRange(work.Due.Where(one => !wanted.Due.ContainsKey(one.Level)));
                foreach (var (level, day) in wanted.Due)
                {
                    if (due.TryGetValue(level, out var known))
                        known.DueOn = day;
                    else
                        work.Database.Add(
                            new ReportDue
                            {
                                PeriodId = id,
                                Level = level,
                                DueOn = day,
                            }
                        );
                }
                var after = new
                {
                    Name = title,
                    wanted.From,
                    wanted.Until,
                    Due = wanted.Due.OrderBy(one => one.Key).Select(one => new { Level = one.Key, On = one.Value }),
                    Reason = why,
                };
                await CommitAsync(work, actor, "report-period.corrected", before, after, stop);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>
    /// Withdraws a period of which no report was accepted: nobody writes, sends or decides in it, and nobody is awaited. What
    /// was written stays to be read.
    /// </summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public Task<ReportResult> WithdrawAsync(
        Person person,
        Actor actor,
        long id,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            id,
            seen,
            async work =>
            {
                if (
                    await work
                        .Database.Set<Report>()
                        .AnyAsync(one => one.PeriodId == id && one.State == ReportState.Accepted, stop)
                )
                    return ReportResult.Refused("", "report-period-has-accepted");
                if (ReasonOf(reason, ReportPeriod.LongestReason, "withdraw-reason", out var why) is { } unclear)
                    return unclear;
                work.Period.Withdraw(clock.UtcNow, person.Name, why);
                var before = Said(work.Period, work.Due);
                await CommitAsync(work, actor, "report-period.withdrawn", before, new { Reason = why }, stop);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>The mark of a period as a form shows it.</summary>
    public static string SeenOf(ReportPeriod period, IEnumerable<ReportDue> due) => SeenMark.Of(Said(period, due));

    /// <summary>Whether a report of a period was ever sent up: then its first day and its cut-off stay.</summary>
    public static Task<bool> WasSentAsync(Database database, long period, CancellationToken stop) =>
        database.Set<Report>().AnyAsync(one => one.PeriodId == period && one.SubmittedAt != null, stop);

    /// <summary>A reason as it is kept.</summary>
    /// <returns>what refuses it; null where nothing does</returns>
    internal static ReportResult? ReasonOf(string? typed, int longest, string field, out string reason)
    {
        reason = TypedLine.Of(typed) ?? "";
        if (reason.Length == 0)
            return ReportResult.Refused(field, "report-why-missing");
        return reason.Length > longest ? ReportResult.Refused(field, "report-text-long", longest) : null;
    }

    private async Task<ReportResult?> RefusalAsync(Work work, WantedPeriod wanted, CancellationToken stop)
    {
        var (period, title) = (work.Period, wanted.Title!);
        var moves = (period.From, period.Until) != (wanted.From, wanted.Until);
        if (moves && await WasSentAsync(work.Database, period.Id, stop))
            return ReportResult.Refused(period.Until == wanted.Until ? "from" : "until", "report-period-days-stand");
        foreach (var due in work.Due.Where(one => !wanted.Due.ContainsKey(one.Level)))
        {
            if (await HasReportsAsync(work, due.Level, stop))
                return ReportResult.Refused($"due-{due.Level}", "report-due-has-reports");
        }
        if (await PeriodOpening.IsTakenAsync(work.Database, period.TemplateId, title, period.Id, stop))
            return ReportResult.Refused("name", "report-period-taken", title);
        return moves ? wanted.Question(clock.Today) : null;
    }

    private static async Task<bool> HasReportsAsync(Work work, int level, CancellationToken stop)
    {
        var (campaign, period) = (work.Owned.Campaign.Id, work.Period.Id);
        return (
                await work
                    .Database.Database.SqlQuery<long>(
                        $"""
                        select r.id from report r
                        join congress c on c.organisation_id = r.organisation_id and c.campaign_id = {campaign} and c.level = {level}
                        where r.period_id = {period} limit 1
                        """
                    )
                    .ToListAsync(stop)
            ).Count > 0;
    }

    private async Task<ReportResult> ChangeAsync(
        Person person,
        long id,
        string? seen,
        Func<Work, Task<ReportResult>> change,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var template = await database
            .Set<ReportPeriod>()
            .Where(one => one.Id == id)
            .Select(one => (long?)one.TemplateId)
            .FirstOrDefaultAsync(stop);
        if (
            template is null
            || await OwnedTemplate.HoldAsync(database, places, clock, person, template.Value, stop) is not { } owned
        )
            return ReportResult.Of(ReportOutcome.NotFound);
        // Whoever writes, sends or decides a report of it waits for this, and this for him (HeldReport).
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from report_period where id = {id} for update", stop);
        var period = await database.Set<ReportPeriod>().SingleAsync(one => one.Id == id, stop);
        var due = await database.Set<ReportDue>().Where(one => one.PeriodId == id).ToListAsync(stop);
        return period.IsWithdrawn || (seen is not null && seen != SeenOf(period, due))
            ? ReportResult.Of(ReportOutcome.Changed)
            : await change(new(database, owned, period, due));
    }

    private static object Said(ReportPeriod period, IEnumerable<ReportDue> due) =>
        new
        {
            period.Name,
            period.From,
            period.Until,
            Due = due.OrderBy(one => one.Level).Select(one => new { one.Level, On = one.DueOn }).ToList(),
        };

    private Task CommitAsync(Work work, Actor actor, string action, object before, object after, CancellationToken stop) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, ReportTemplate.KeyOf(work.Owned.Template.Id), work.Owned.Template.Name, before, after),
            [ReportTemplate.KeyOf(work.Owned.Template.Id), ReportFile.PeriodKeyOf(work.Period.Id)],
            stop
        );

    private sealed record Work(Database Database, OwnedTemplate Owned, ReportPeriod Period, List<ReportDue> Due);
}
