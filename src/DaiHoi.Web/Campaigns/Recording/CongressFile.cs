using System.Data.Common;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>An event as it is shown: everything that was ever recorded of it.</summary>
internal sealed record ShownEvent(
    long Id,
    CongressStatus Status,
    DateOnly EffectiveOn,
    DateOnly RecordedOn,
    DateTime RecordedAt,
    long? RecordedById,
    string RecordedByName,
    string? Note,
    bool BroughtIn,
    bool? Model,
    DateOnly? PlannedOn,
    int? Days,
    ResultNumbers Numbers,
    DateOnly? WithdrawnOn,
    string? WithdrawnByName,
    string? WithdrawnNote,
    bool Returned,
    DateOnly? AcceptedOn,
    string? AcceptedByName
)
{
    public CongressKind? Kind { get; init; }
    public bool? WithElection { get; init; }
    public bool Stands => WithdrawnOn is null;
}

/// <summary>One congress with its whole file.</summary>
internal sealed record CongressFile(
    CongressPlace Place,
    DateOnly ExpectedFrom,
    DateOnly? EndedFrom,
    IReadOnlyList<ShownEvent> Events
)
{
    /// <summary>Events that stand, by effective day, then recorded day, then entry: the last one says where the congress is.</summary>
    public IReadOnlyList<ShownEvent> Standing =>
        [
            .. Events
                .Where(happened => happened.Stands)
                .OrderBy(happened => happened.EffectiveOn)
                .ThenBy(happened => happened.RecordedOn)
                .ThenBy(happened => happened.Id),
        ];

    /// <summary>Where it is now; null where nothing stands.</summary>
    public ShownEvent? Last => Standing.Count > 0 ? Standing[^1] : null;

    public bool IsModel => Standing.LastOrDefault(happened => happened.Model is not null)?.Model == true;

    public DateOnly? PlannedOn => Standing.LastOrDefault(happened => happened.PlannedOn is not null)?.PlannedOn;

    /// <summary>Of delegates or of all members, by the last entry that says so.</summary>
    public CongressKind? Kind => Standing.LastOrDefault(happened => happened.Kind is not null)?.Kind;

    /// <summary>Whether it elects; a congress does unless somebody has said that it does not.</summary>
    public bool WithElection => Standing.LastOrDefault(happened => happened.WithElection is not null)?.WithElection != false;

    /// <summary>What somebody must have seen who wants to change it.</summary>
    public string Seen =>
        SeenMark.Of(
            Events.Select(e => new
            {
                e.Id,
                e.WithdrawnOn,
                e.AcceptedOn,
            })
        );

    /// <returns>null where no such congress is expected</returns>
    public static async Task<CongressFile?> ReadAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CampaignFrame frame,
        string organisation,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(
            connection,
            """
            select c.id, o.id, o.code, o.name, o.path, c.level, c.expected_from, o.valid_to
            from congress c join organisation o on o.id = c.organisation_id
            where c.campaign_id = @c and o.code = @o
            """,
            ("c", frame.Id),
            ("o", organisation)
        );
        command.Transaction = transaction;
        CongressPlace place;
        DateOnly expected;
        DateOnly? ended;
        await using (var reader = await command.ExecuteReaderAsync(stop))
        {
            if (!await reader.ReadAsync(stop))
                return null;
            var id = reader.GetInt64(1);
            place = new(
                reader.GetInt64(0),
                id,
                reader.GetString(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetInt32(5),
                id == frame.Root
            );
            (expected, ended) = (reader.Day(6), reader.DayOrNull(7)?.AddDays(1));
        }
        return new(place, expected, ended, await EventsAsync(connection, transaction, place.Congress, stop));
    }

    private static async Task<List<ShownEvent>> EventsAsync(
        DbConnection connection,
        DbTransaction? transaction,
        long congress,
        CancellationToken stop
    )
    {
        await using var command = Sql.Command(
            connection,
            """
            select id, status, effective_on, recorded_on, recorded_at, recorded_by_id, recorded_by_name, note, brought_in, model,
                planned_on, days, summoned, attended, elected, women, under_40, minority, first_time,
                withdrawn_on, withdrawn_by_name, withdrawn_note, returned, accepted_on, accepted_by_name, kind, with_election
            from congress_event where congress_id = @c order by id
            """,
            ("c", congress)
        );
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(stop);
        var events = new List<ShownEvent>();
        while (await reader.ReadAsync(stop))
        {
            int? Number(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
            events.Add(
                new(
                    reader.GetInt64(0),
                    Enum.Parse<CongressStatus>(reader.GetString(1)),
                    reader.Day(2),
                    reader.Day(3),
                    reader.Utc(4),
                    reader.NumberOrNull(5),
                    reader.GetString(6),
                    reader.TextOrNull(7),
                    reader.GetBoolean(8),
                    reader.IsDBNull(9) ? null : reader.GetBoolean(9),
                    reader.DayOrNull(10),
                    Number(11),
                    new(Number(12), Number(13), Number(14), Number(15), Number(16), Number(17), Number(18)),
                    reader.DayOrNull(19),
                    reader.TextOrNull(20),
                    reader.TextOrNull(21),
                    reader.GetBoolean(22),
                    reader.DayOrNull(23),
                    reader.TextOrNull(24)
                )
                {
                    Kind = CongressKinds.Of(reader.TextOrNull(25)),
                    WithElection = reader.IsDBNull(26) ? null : reader.GetBoolean(26),
                }
            );
        }
        return events;
    }
}
