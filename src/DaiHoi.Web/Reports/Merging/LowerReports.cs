using System.Globalization;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Reports.Writing;

namespace DaiHoi.Web.Reports.Merging;

/// <summary>A passage of an accepted report directly below.</summary>
/// <param name="Id">of the passage there</param>
/// <param name="From">the organisation whose report it stands in</param>
/// <param name="Origin">from whom it comes in the first place: "Chi bộ A; Đảng bộ xã B"</param>
internal sealed record LowerPassage(long Id, long Report, string From, string Origin, string Text);

/// <summary>How the report of one organisation directly below stands.</summary>
/// <param name="Report">null where it has not been begun</param>
internal sealed record LowerReport(CampaignPlace Place, long? Report, ReportState? State, DateOnly? DueOn, DateTime? SubmittedAt)
{
    public bool IsLate(DateOnly today) => Lateness.Of(State, DueOn, today);
}

/// <summary>What the organisations directly below have sent up for the same period.</summary>
internal sealed class LowerReports(Sql sql, CampaignPlaces places)
{
    // Of each organisation the last edition that was accepted.
    private const string Accepted = """
        select p.id, r.id, v.name, p.origin_name, p.text
        from organisation o
        join report r on r.organisation_id = o.id and r.period_id = @p and r.state = 'Accepted'
        join report_part t on t.report_id = r.id and t.section_id = @s
        join report_passage p on p.part_id = t.id
        join organisation_version v on v.organisation_id = o.id
        where v.parent_id = @o and p.text <> ''
            and not exists (
                select 1 from report x
                where x.period_id = r.period_id and x.organisation_id = r.organisation_id and x.state = 'Accepted' and x.edition > r.edition
            )
            and v.valid_from = coalesce(
                (select max(x.valid_from) from organisation_version x where x.organisation_id = o.id and x.valid_from <= @d),
                (select min(x.valid_from) from organisation_version x where x.organisation_id = o.id))
        order by o.code, p.place, p.id
        """;

    /// <summary>All passages of one section in the accepted reports directly below, by code of the organisation.</summary>
    public Task<List<LowerPassage>> PassagesAsync(ReportFile file, ReportPart part, CancellationToken stop) =>
        sql.ListAsync(
            Accepted,
            row =>
            {
                var (from, before) = (row.GetString(2), row.TextOrNull(3));
                var origin = before is null ? from : $"{from} ({before})";
                return new LowerPassage(row.GetInt64(0), row.GetInt64(1), from, origin, row.GetString(4));
            },
            stop,
            ("p", file.Period.Id),
            ("s", part.SectionId),
            ("o", file.Place.Id),
            ("d", file.Period.Until)
        );

    /// <summary>Every organisation directly below of which the period asks a report, and how its newest edition stands.</summary>
    public async Task<IReadOnlyList<LowerReport>> ListAsync(
        KnownCampaign campaign,
        long period,
        DateOnly day,
        long organisation,
        CancellationToken stop
    )
    {
        var due = (
            await sql.ListAsync(
                "select level, due_on from report_due where period_id = @p",
                row => (Level: row.GetInt32(0), On: row.Day(1)),
                stop,
                ("p", period)
            )
        ).ToDictionary(one => one.Level, one => one.On);
        var below = await places.BelowAsync(campaign, organisation, day, stop);
        if (below.Count == 0 || due.Count == 0)
            return [];
        // Ids are numbers: nothing in this text comes from a person.
        var ids = string.Join(',', below.Select(place => place.Id.ToString(CultureInfo.InvariantCulture)));
        var reports = (
            await sql.ListAsync(
                $"""
                select r.organisation_id, r.id, r.state, r.submitted_at
                from report r where r.period_id = @p and r.organisation_id in ({ids}) order by r.edition
                """,
                row =>
                    (
                        Organisation: row.GetInt64(0),
                        Id: row.GetInt64(1),
                        State: Enum.Parse<ReportState>(row.GetString(2)),
                        At: row.UtcOrNull(3)
                    ),
                stop,
                ("p", period)
            )
        ).ToLookup(one => one.Organisation);
        return
        [
            .. below
                .Where(place => place.Level is { } level && due.ContainsKey(level))
                .Select(place =>
                {
                    var known = reports[place.Id].ToList();
                    return known.Count == 0
                        ? new LowerReport(place, null, null, due[place.Level!.Value], null)
                        : new LowerReport(place, known[^1].Id, known[^1].State, due[place.Level!.Value], known[^1].At);
                }),
        ];
    }
}
