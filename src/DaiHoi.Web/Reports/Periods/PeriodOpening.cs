using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Periods;

/// <summary>Opens the periods for which reports are due.</summary>
internal sealed class PeriodOpening(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Opens a period: from now on its reports are awaited.</summary>
    /// <returns>its id where it was opened</returns>
    public async Task<(ReportResult Result, long? Period)> OpenAsync(
        Person person,
        Actor actor,
        long id,
        WantedPeriod wanted,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await OwnedTemplate.HoldAsync(database, places, clock, person, id, stop) is not { } owned)
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        if (owned.Template.EndedOn is not null)
            return (ReportResult.Refused("", "report-template-no-more"), null);
        if (wanted.Refusal() is { } refused)
            return (refused, null);
        if (wanted.Due.Keys.Any(level => owned.Campaign.Levels.All(one => one.Ordinal != level)))
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        var title = wanted.Title!;
        if (await IsTakenAsync(database, id, title, null, stop))
            return (ReportResult.Refused("name", "report-period-taken", title), null);
        if (wanted.Question(clock.Today) is { } question)
            return (question, null);
        var period = new ReportPeriod
        {
            TemplateId = id,
            Name = title,
            From = wanted.From,
            Until = wanted.Until,
            OpenedAt = clock.UtcNow,
            OpenedByName = person.Name,
        };
        database.Add(period);
        await database.SaveChangesAsync(stop);
        foreach (var (level, day) in wanted.Due)
            database.Add(
                new ReportDue
                {
                    PeriodId = period.Id,
                    Level = level,
                    DueOn = day,
                }
            );
        await changes.CommitAsync(
            database,
            actor,
            new(
                "report-period.opened",
                ReportTemplate.KeyOf(id),
                owned.Template.Name,
                After: new
                {
                    period.Name,
                    wanted.From,
                    wanted.Until,
                    Due = wanted.Due.OrderBy(one => one.Key).Select(one => new { Level = one.Key, On = one.Value }),
                }
            ),
            [ReportTemplate.KeyOf(id)],
            stop
        );
        return (ReportResult.Of(ReportOutcome.Done), period.Id);
    }

    /// <summary>Whether another period of a template that was not withdrawn has a name.</summary>
    public static Task<bool> IsTakenAsync(
        Data.Database database,
        long template,
        string name,
        long? except,
        CancellationToken stop
    ) =>
        database
            .Set<ReportPeriod>()
            .AnyAsync(one => one.TemplateId == template && one.Name == name && one.Id != except && one.WithdrawnAt == null, stop);
}
