using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Templates;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Periods;

/// <summary>Opens the periods for which reports are due.</summary>
internal sealed class PeriodOpening(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Opens a period: from now on its reports are awaited.</summary>
    /// <param name="due">by place of the level; a level without a day does not report</param>
    /// <returns>its id where it was opened</returns>
    public async Task<(ReportResult Result, long? Period)> OpenAsync(
        Person person,
        Actor actor,
        long id,
        string? name,
        DateOnly from,
        DateOnly until,
        IReadOnlyDictionary<int, DateOnly> due,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var template = await database.Set<ReportTemplate>().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (template is null || await OwnerAsync(person, template, stop) is not { } owner)
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        if (TypedLine.Of(name) is not { } title)
            return (ReportResult.Refused("name", "report-period-name-missing"), null);
        if (title.Length > ReportPeriod.LongestName)
            return (ReportResult.Refused("name", "report-text-long", ReportPeriod.LongestName), null);
        if (until < from)
            return (ReportResult.Refused("until", "report-period-backwards", Formats.Day(from)), null);
        if (due.Count == 0)
            return (ReportResult.Refused("due", "report-due-missing"), null);
        foreach (var (level, day) in due)
        {
            if (day < until)
                return (ReportResult.Refused($"due-{level}", "report-due-early", Formats.Day(until)), null);
        }
        // A level sends up after the one below it: who is due first, has nothing to bring together.
        var ordered = due.OrderByDescending(one => one.Key).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered[i].Value < ordered[i - 1].Value)
                return (
                    ReportResult.Refused($"due-{ordered[i].Key}", "report-due-before-below", Formats.Day(ordered[i - 1].Value)),
                    null
                );
        }
        if (due.Keys.Any(level => owner.Campaign.Levels.All(one => one.Ordinal != level)))
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        if (await database.Set<ReportPeriod>().AnyAsync(one => one.TemplateId == id && one.Name == title, stop))
            return (ReportResult.Refused("name", "report-period-taken", title), null);
        var period = new ReportPeriod
        {
            TemplateId = id,
            Name = title,
            From = from,
            Until = until,
            OpenedAt = clock.UtcNow,
            OpenedByName = person.Name,
        };
        database.Add(period);
        await database.SaveChangesAsync(stop);
        foreach (var (level, day) in due)
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
                template.Name,
                After: new
                {
                    period.Name,
                    From = from,
                    Until = until,
                    Due = due.OrderBy(one => one.Key).Select(one => new { Level = one.Key, On = one.Value }),
                }
            ),
            [ReportTemplate.KeyOf(id)],
            stop
        );
        return (ReportResult.Of(ReportOutcome.Done), period.Id);
    }

    private async Task<(KnownCampaign Campaign, CampaignPlace Place)?> OwnerAsync(
        Person person,
        ReportTemplate template,
        CancellationToken stop
    )
    {
        var campaign = (await places.CampaignsAsync(stop)).First(one => one.Id == template.CampaignId);
        return
            await places.FindAsync(campaign, template.OrganisationId, clock.Today, stop) is { } place
            && ReportRights.MayArrange(person, place)
            ? (campaign, place)
            : null;
    }
}
