using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Periods;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Reports.Templates;

/// <summary>Renames a template, and ends one that is no longer used.</summary>
internal sealed class TemplateKeeping(DatabaseFactory databases, CampaignPlaces places, RecordedChanges changes, SiteClock clock)
{
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public async Task<ReportResult> RenameAsync(
        Person person,
        Actor actor,
        long id,
        string? name,
        string? seen,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await OwnedTemplate.HoldAsync(database, places, clock, person, id, stop) is not { Template: var template })
            return ReportResult.Of(ReportOutcome.NotFound);
        if (seen is not null && seen != SeenOf(template))
            return ReportResult.Of(ReportOutcome.Changed);
        if (TypedLine.Of(name) is not { } title)
            return ReportResult.Refused("template-name", "report-name-missing");
        if (title.Length > ReportTemplate.LongestName)
            return ReportResult.Refused("template-name", "report-text-long", ReportTemplate.LongestName);
        if (title == template.Name)
            return ReportResult.Of(ReportOutcome.Already);
        var before = new { template.Name };
        template.Name = title;
        await CommitAsync(database, actor, template, "report-template.renamed", before, new { Name = title }, stop);
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>Ends a template: no period of it is opened any more, and what is under way goes on.</summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="SeenOf"/>)</param>
    public async Task<ReportResult> EndAsync(
        Person person,
        Actor actor,
        long id,
        string? reason,
        string? seen,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await OwnedTemplate.HoldAsync(database, places, clock, person, id, stop) is not { Template: var template })
            return ReportResult.Of(ReportOutcome.NotFound);
        if (template.EndedOn is not null || (seen is not null && seen != SeenOf(template)))
            return ReportResult.Of(ReportOutcome.Changed);
        if (PeriodKeeping.ReasonOf(reason, ReportTemplate.LongestReason, "end-reason", out var why) is { } unclear)
            return unclear;
        template.End(clock.Today, why);
        await CommitAsync(database, actor, template, "report-template.ended", null, new { Reason = why }, stop);
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>The mark of a template as its forms show it.</summary>
    public static string SeenOf(ReportTemplate template) => SeenMark.Of(new { template.Name, template.EndedOn });

    private Task CommitAsync(
        Database database,
        Actor actor,
        ReportTemplate template,
        string action,
        object? before,
        object after,
        CancellationToken stop
    ) =>
        changes.CommitAsync(
            database,
            actor,
            new(action, ReportTemplate.KeyOf(template.Id), template.Name, before, after),
            [ReportTemplate.KeyOf(template.Id)],
            stop
        );
}
