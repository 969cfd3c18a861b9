using System.Data.Common;
using System.Globalization;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>An expected congress with its events and its place in the tree: all that its sums are made of.</summary>
internal sealed record ReckonedCongress(long Id, long Organisation, int Level, CongressHistory History, Scope Scope)
{
    private const string Columns = """
        c.id, c.organisation_id, c.level, c.expected_from,
        e.id, e.effective_on, e.recorded_on, e.status, e.withdrawn_on, e.accepted_on, e.model,
        e.summoned, e.attended, e.elected, e.women, e.under_40, e.minority, e.first_time,
        e.planned_on
        """;

    /// <summary>Reads congresses one by one, by organisation; each with all its events.</summary>
    /// <param name="frame">of their campaign</param>
    /// <param name="tree">holds the organisations asked for and everything above them</param>
    /// <param name="organisations">whose congresses; null for all of the campaign</param>
    /// <param name="level">place of the one level that is asked for; null for all</param>
    public static async IAsyncEnumerable<ReckonedCongress> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CampaignFrame frame,
        TreeInTime tree,
        IReadOnlyCollection<long>? organisations,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop,
        int? level = null
    )
    {
        if (organisations is { Count: 0 })
            yield break;
        var named = organisations is null
            ? ""
            : $"and c.organisation_id in ({string.Join(",", organisations.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
        await using var command = Sql.Command(
            connection,
            $"""
            select {Columns} from congress c left join congress_event e on e.congress_id = c.id
            where c.campaign_id = @c {named} {(level is null ? "" : "and c.level = @l")} order by c.organisation_id
            """,
            level is { } only ? [("c", frame.Id), ("l", only)] : [("c", frame.Id)]
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var (id, organisation, place, expected) = (0L, 0L, 0, default(DateOnly));
        var events = new List<RecordedEvent>();
        while (await reader.ReadAsync(stop))
        {
            if (reader.GetInt64(0) != id)
            {
                if (id != 0)
                    yield return Reckon(frame, tree, id, organisation, place, expected, events);
                (id, organisation, place, expected) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt32(2), reader.Day(3));
                events.Clear();
            }
            if (!reader.IsDBNull(4))
                events.Add(Event(reader));
        }
        if (id != 0)
            yield return Reckon(frame, tree, id, organisation, place, expected, events);
    }

    /// <summary>The congress of one organisation as it is committed; null where none is expected of it.</summary>
    public static async Task<ReckonedCongress?> OneAsync(Sql sql, CampaignFrame frame, long organisation, CancellationToken stop)
    {
        var rows = await sql.ListAsync(
            $"""
            select {Columns} from congress c left join congress_event e on e.congress_id = c.id
            where c.campaign_id = @c and c.organisation_id = @o
            """,
            row =>
                (
                    Id: row.GetInt64(0),
                    Level: row.GetInt32(2),
                    Expected: row.Day(3),
                    Event: row.IsDBNull(4) ? (RecordedEvent?)null : Event(row)
                ),
            stop,
            ("c", frame.Id),
            ("o", organisation)
        );
        if (rows.Count == 0)
            return null;
        var tree = await TreeInTime.UpwardAsync(sql, organisation, stop);
        var events = rows.Select(row => row.Event).OfType<RecordedEvent>().ToList();
        return Reckon(frame, tree, rows[0].Id, organisation, rows[0].Level, rows[0].Expected, events);
    }

    private static ReckonedCongress Reckon(
        CampaignFrame frame,
        TreeInTime tree,
        long id,
        long organisation,
        int level,
        DateOnly expected,
        List<RecordedEvent> events
    ) =>
        new(
            id,
            organisation,
            level,
            new(expected.DayNumber, tree.EndedFrom(organisation)?.DayNumber, CongressHistory.InOrder(events)),
            Scope.Of(tree, organisation, level, frame.Root, frame.LastDays)
        );

    private static RecordedEvent Event(DbDataReader reader) =>
        new(
            reader.GetInt64(4),
            reader.Day(5).DayNumber,
            reader.Day(6).DayNumber,
            Enum.Parse<CongressStatus>(reader.GetString(7)),
            reader.DayOrNull(8)?.DayNumber,
            reader.DayOrNull(9)?.DayNumber,
            reader.IsDBNull(10) ? null : reader.GetBoolean(10),
            new(
                Number(reader, 11),
                Number(reader, 12),
                Number(reader, 13),
                Number(reader, 14),
                Number(reader, 15),
                Number(reader, 16),
                Number(reader, 17)
            )
        )
        {
            PlannedOn = reader.DayOrNull(18)?.DayNumber,
        };

    private static int? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
