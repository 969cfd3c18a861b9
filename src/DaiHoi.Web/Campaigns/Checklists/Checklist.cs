using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Campaigns.Checklists;

/// <summary>One item as one congress stands to it.</summary>
/// <param name="Due">null while the congress has no day</param>
/// <param name="DoneOn">null while it is open</param>
internal sealed record ChecklistLine(
    long Id,
    string Text,
    int Days,
    string? Responsible,
    string? EvidenceWanted,
    DateOnly? Due,
    DateOnly? DoneOn,
    string? DoneByName
)
{
    /// <summary>So many days ahead an open item counts as due soon.</summary>
    public const int SoonDays = 7;

    public bool IsOpen => DoneOn is null;

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;

    public bool IsSoon(DateOnly today) => IsOpen && Due >= today && Due <= today.AddDays(SoonDays);

    /// <summary>The checklist of one congress, by when its items are due; items that are asked for no more only where they are ticked.</summary>
    public static async Task<List<ChecklistLine>> OfAsync(
        Sql sql,
        CampaignFrame frame,
        CongressPlace place,
        CancellationToken stop
    )
    {
        var day = await sql.FirstAsync(
            "select day from congress where id = @c",
            row => row.DayOrNull(0),
            stop,
            ("c", place.Congress)
        );
        return await sql.ListAsync(
            """
            select i.id, i.text, i.days, i.responsible, i.evidence_wanted, m.done_on, m.recorded_by_name
            from checklist_item i left join checklist_mark m on m.item_id = i.id and m.congress_id = @o
            where i.campaign_id = @c and i.level = @l and (i.ended_on is null or m.done_on is not null)
            order by i.days, i.place, i.id
            """,
            row => new ChecklistLine(
                row.GetInt64(0),
                row.GetString(1),
                row.GetInt32(2),
                row.TextOrNull(3),
                row.TextOrNull(4),
                day?.AddDays(row.GetInt32(2)),
                row.DayOrNull(5),
                row.TextOrNull(6)
            ),
            stop,
            ("c", frame.Id),
            ("l", place.Level),
            ("o", place.Congress)
        );
    }
}
