using System.Data.Common;
using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaiHoi.Web.Campaigns.Import;

/// <summary>What became of a file of events.</summary>
/// <param name="Events">how many were written; 0 where something was wrong</param>
internal sealed record EventImportResult(int Events, EventFaults Faults);

/// <summary>Brings a file of events into a campaign: the whole of it, or nothing.</summary>
internal sealed class EventImport(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Demands that a file meets by itself: it is kept by whoever brings it, with the papers behind it.</summary>
    internal static readonly Demand[] DeclaredByFile =
    [
        Demand.Contents,
        Demand.DecisionAbove,
        Demand.NoticeGiven,
        Demand.QuorumMet,
        Demand.SignedMinutes,
        Demand.Evidence,
        Demand.Report,
        Demand.NoOpenComplaint,
    ];

    /// <param name="file">CSV or XLSX</param>
    /// <param name="campaign">its code</param>
    /// <param name="history">what happened before DaiHoi: only codes, statuses, days and duplicates are checked</param>
    /// <param name="written">is told how many events are written</param>
    public async Task<EventImportResult> RunAsync(
        Stream file,
        EncodingChoice encoding,
        string campaign,
        bool history,
        Actor actor,
        Action<int>? written,
        CancellationToken stop
    )
    {
        var faults = new EventFaults();
        var (rows, refused) = ReadRows(file, encoding, faults, stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
        await CampaignLock.TakeAsync(connection, inside, campaign, stop);
        var frames = await CampaignFrame.ReadAllAsync(connection, inside, stop);
        if (frames.FirstOrDefault(frame => frame.Code == campaign) is not { } found)
        {
            faults.Add(0, null, campaign, "events-no-campaign", string.Join(", ", frames.Select(frame => frame.Code)));
            return new(0, faults);
        }
        var named = rows.Select(row => (row.Number, row.Code)).Concat(refused).ToList();
        var expected = await ExpectedAsync(connection, inside, found, named.Select(row => row.Code), stop);
        foreach (var (number, code) in named.Where(row => !expected.ContainsKey(row.Code)))
            faults.Add(number, EventColumn.OrganisationCode, code, "events-not-expected", campaign);
        var known = rows.Where(row => expected.ContainsKey(row.Code)).ToList();
        await CheckOrderAsync(connection, inside, found, known, expected, history, faults, stop);
        if (faults.Count > 0 || known.Count == 0)
            return new(0, faults);
        var entries = known.ConvertAll(row => Entry(row, expected[row.Code], history));
        await new EventWriting(connection, inside, found, clock.Today).WriteAsync(
            entries,
            new(actor.Id, actor.Name, clock.UtcNow),
            written,
            stop
        );
        await changes.CommitAsync(
            database,
            actor,
            new("congresses.imported", found.ChangeKey, found.Name, After: new { Events = entries.Count, History = history }),
            [found.ChangeKey],
            stop
        );
        return new(entries.Count, faults);
    }

    private (List<EventRow> Rows, IReadOnlyList<(int Number, string Code)> Refused) ReadRows(
        Stream file,
        EncodingChoice encoding,
        EventFaults faults,
        CancellationToken stop
    )
    {
        var rows = new List<EventRow>();
        EventRowReader? reader = null;
        try
        {
            foreach (var row in TableFile.Rows(file, encoding))
            {
                stop.ThrowIfCancellationRequested();
                if (reader is null)
                {
                    if (Places(row.Cells, faults) is not { } places)
                        return (rows, []);
                    reader = new(places, clock.Today, faults);
                }
                else if (
                    !Array.TrueForAll(row.Cells, string.IsNullOrWhiteSpace) && reader.Read(row.Number, row.Cells) is { } read
                )
                {
                    rows.Add(read);
                }
            }
        }
        catch (TableException problem)
        {
            faults.Add(problem.Row, null, null, problem.Why, problem.Values);
        }
        if (reader is not null && rows.Count == 0 && faults.Count == 0)
            faults.Add(0, null, null, "events-nothing");
        return (rows, reader?.Refused ?? []);
    }

    private static Dictionary<EventColumn, int>? Places(string[] headings, EventFaults faults)
    {
        var places = new Dictionary<EventColumn, int>();
        for (var place = 0; place < headings.Length; place++)
        {
            var heading = headings[place].Trim();
            if (heading.Length == 0)
                continue;
            if (EventColumns.Of(heading) is not { } column)
                faults.Add(1, null, heading, "events-column", string.Join(", ", EventColumns.Names));
            else if (!places.TryAdd(column, place))
                faults.Add(1, column, heading, "events-column-twice");
        }
        foreach (var column in EventColumns.Required.Where(column => !places.ContainsKey(column)))
            faults.Add(1, column, null, "events-column-missing");
        return faults.Count == 0 ? places : null;
    }

    private static async Task<Dictionary<string, long>> ExpectedAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        IEnumerable<string> named,
        CancellationToken stop
    )
    {
        var expected = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var codes in named.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            await using var command = Sql.Command(
                connection,
                $"""
                select o.code, o.id from organisation o join congress c on c.organisation_id = o.id and c.campaign_id = @c
                where o.code in ({string.Join(",", codes.Select((_, i) => FormattableString.Invariant($"@o{i}")))})
                """,
                [("c", frame.Id), .. codes.Select((code, i) => (FormattableString.Invariant($"o{i}"), (object?)code))]
            );
            command.Transaction = transaction;
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                expected[reader.GetString(0)] = reader.GetInt64(1);
        }
        return expected;
    }

    /// <summary>Row by row in the order of the file, each against what stands before it.</summary>
    private async Task CheckOrderAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        List<EventRow> rows,
        Dictionary<string, long> expected,
        bool history,
        EventFaults faults,
        CancellationToken stop
    )
    {
        var standing = await StandingAsync(connection, transaction, frame, expected.Values, stop);
        foreach (var row in rows)
        {
            var organisation = expected[row.Code];
            if (!standing.TryGetValue(organisation, out var own))
                standing.Add(organisation, own = []);
            if (row.Withdraws is { } withdraws)
            {
                if (!own.Remove((withdraws, row.EffectiveOn)))
                    faults.Add(
                        row.Number,
                        EventColumn.Withdraws,
                        withdraws.Code(),
                        "events-nothing-to-withdraw",
                        row.EffectiveOn
                    );
            }
            else if (!own.Add((row.Status!.Value, row.EffectiveOn)))
            {
                faults.Add(row.Number, EventColumn.Status, row.Status.Value.Code(), "events-twice", row.EffectiveOn);
            }
        }
        if (history || faults.Count > 0)
            return;
        foreach (var congress in rows.GroupBy(row => row.Code))
            await CheckRulesAsync(connection, transaction, frame, congress.Key, [.. congress], faults, stop);
    }

    private async Task CheckRulesAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        string code,
        List<EventRow> rows,
        EventFaults faults,
        CancellationToken stop
    )
    {
        var file = (await CongressFile.ReadAsync(connection, transaction, frame, code, stop))!;
        var tree = await TreeInTime.UpwardAsync(connection, transaction, [file.Place.Organisation], stop);
        var next = long.MaxValue - rows.Count;
        foreach (var row in rows)
        {
            if (row.Withdraws is { } withdraws)
            {
                var gone = file.Standing.Last(one => one.Status == withdraws && one.EffectiveOn == row.EffectiveOn);
                file = file with { Events = [.. file.Events.Where(one => one.Id != gone.Id)] };
                continue;
            }
            var wanted = new NewEvent(row.Status!.Value, row.EffectiveOn, DeclaredByFile.ToHashSet())
            {
                Model = row.Model,
                PlannedOn = row.PlannedOn,
                Numbers = row.Numbers,
                Note = row.Note,
            };
            var window = frame.WindowOf(file.Place.Organisation, file.Place.Level, tree, row.EffectiveOn);
            foreach (var problem in EventCheck.Of(frame, file, window, wanted, clock.Today).Refused)
            {
                var citation = problem.Article?.Citation;
                faults.Add(
                    row.Number,
                    EventColumn.Status,
                    row.Status.Value.Code(),
                    "events-rule",
                    citation is null ? problem.Words.Vietnamese : $"{problem.Words.Vietnamese} ({citation.Vietnamese})",
                    citation is null ? problem.Words.English : $"{problem.Words.English} ({citation.English})"
                );
            }
            file = file with { Events = [.. file.Events, Shown(row, next++)] };
        }
    }

    private static async Task<Dictionary<long, HashSet<(CongressStatus, DateOnly)>>> StandingAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        IEnumerable<long> organisations,
        CancellationToken stop
    )
    {
        var standing = new Dictionary<long, HashSet<(CongressStatus, DateOnly)>>();
        foreach (var some in organisations.Order().Chunk(1000))
        {
            // Ids are numbers: nothing in this text comes from the file.
            await using var command = Sql.Command(
                connection,
                $"""
                select c.organisation_id, e.status, e.effective_on from congress c join congress_event e on e.congress_id = c.id
                where c.campaign_id = @c and e.withdrawn_on is null
                    and c.organisation_id in ({string.Join(",", some.Select(id => FormattableString.Invariant($"{id}")))})
                """,
                ("c", frame.Id)
            );
            command.Transaction = transaction;
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                if (!standing.TryGetValue(reader.GetInt64(0), out var own))
                    standing.Add(reader.GetInt64(0), own = []);
                own.Add((Enum.Parse<CongressStatus>(reader.GetString(1)), reader.Day(2)));
            }
        }
        return standing;
    }

    private static ShownEvent Shown(EventRow row, long id) =>
        new(
            id,
            row.Status!.Value,
            row.EffectiveOn,
            row.RecordedOn,
            default,
            null,
            "",
            row.Note,
            false,
            row.Model,
            row.PlannedOn,
            null,
            row.Numbers,
            null,
            null,
            null,
            false,
            null,
            null
        );

    private static EventEntry Entry(EventRow row, long organisation, bool history) =>
        new(organisation, row.Status, row.Withdraws, row.EffectiveOn, row.RecordedOn)
        {
            Model = row.Model,
            Kind = row.Kind,
            PlannedOn = row.PlannedOn,
            Numbers = row.Numbers,
            Note = row.Note,
            BroughtIn = history,
            // What was before DaiHoi was accepted in its time; of what happens now only what the level above decides.
            Accepted = row.Status is { } status && (history || StepRights.IsDecidedAbove(status)),
        };
}
