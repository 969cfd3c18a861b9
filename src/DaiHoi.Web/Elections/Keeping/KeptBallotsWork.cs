using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Pages;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Elections.Keeping;

/// <summary>
/// What waits of paper ballots for officers: signed counts whose ballots nobody has sealed and handed over, and sealed ones whose
/// time is over.
/// </summary>
internal sealed class KeptBallotsWork(Sql sql, CampaignPlaces places, SiteClock clock) : IWaitingWork
{
    private const int Shown = 8;

    // Few elections are ever signed beside the congresses of a country; the index on the kept ones finds what is due.
    private const string Waiting = """
        select e.id, e.title, e.congress_id, k.kept_until
        from held_election e left join kept_ballots k on k.election_id = e.id
        where e.signed_version > 0 and (k.id is null or (k.destroyed_on is null and k.kept_until < @today))
        order by e.id
        """;

    public async Task<IReadOnlyList<WorkGroup>> OfAsync(Person person, Texts t, CancellationToken stop)
    {
        if (!person.IsAnywhere(Role.Officer))
            return [];
        var rows = await sql.ListAsync(
            Waiting,
            row => (Id: row.GetInt64(0), Title: row.GetString(1), Congress: row.GetInt64(2), Until: row.DayOrNull(3)),
            stop,
            ("today", clock.Today)
        );
        var lines = new List<WorkLine>();
        foreach (var congress in rows.GroupBy(row => row.Congress))
        {
            if (
                await places.OfCongressAsync(congress.Key, clock.Today, stop) is not var (_, place)
                || !person.Is(place.Path, Role.Officer)
            )
                continue;
            lines.AddRange(
                congress.Select(row => new WorkLine(
                    ElectionPage.PathOfResult(row.Id),
                    row.Title,
                    row.Until is { } until
                        ? t["work-ballots-to-destroy", Formats.Day(until)]
                        : t["work-ballots-to-seal", place.Name],
                    null
                ))
            );
        }
        return lines.Count == 0 ? [] : [new(t["work-paper-ballots"], lines.Count, [.. lines.Take(Shown)], ElectionPage.OwnPath)];
    }
}
