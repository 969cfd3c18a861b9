using System.Data.Common;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>
/// Writes entries together with everything that follows from them — where each congress stands, the sums of all organisations
/// above it — inside the caller's transaction, whether it is one entry of an officer or a year of the whole country.
/// </summary>
internal sealed class EventWriting(DbConnection connection, DbTransaction transaction, CampaignFrame frame, DateOnly today)
{
    /// <summary>So many congresses are taken at once: their entries fit into memory, their organisations into one question.</summary>
    private const int Portion = 4000;

    /// <summary>Above it the whole tree is read rather than the ways up from each.</summary>
    private const int MostUpward = 20_000;

    /// <summary>Above it all totals are added up anew rather than those that were touched.</summary>
    private const int MostTouched = 20_000;

    /// <param name="entries">of congresses that are expected in this campaign; in the order in which they are entered</param>
    /// <param name="by">who enters them</param>
    /// <param name="written">is told after each portion how many entries are written</param>
    public async Task WriteAsync(
        IReadOnlyCollection<EventEntry> entries,
        Enterer by,
        Action<int>? written,
        CancellationToken stop
    )
    {
        await CampaignLock.TakeAsync(connection, transaction, frame.Id, stop);
        var byCongress = entries.GroupBy(entry => entry.Organisation).OrderBy(group => group.Key).ToList();
        var tree =
            byCongress.Count > MostUpward
                ? await TreeInTime.WholeAsync(connection, transaction, stop)
                : await TreeInTime.UpwardAsync(connection, transaction, byCongress.ConvertAll(group => group.Key), stop);
        var batch = new ProgressBatch(frame.Id);
        var touched = new HashSet<(long, int)>();
        var done = 0;
        foreach (var portion in byCongress.Chunk(Portion))
        {
            var organisations = Array.ConvertAll(portion, group => group.Key);
            var congresses = new Dictionary<long, long>(portion.Length);
            await foreach (var before in ReadAsync(tree, organisations, stop))
            {
                batch.TakeBack(before.Level, before.History, before.Scope);
                congresses.Add(before.Organisation, before.Id);
            }
            await InsertAsync([.. portion.SelectMany(group => group)], congresses, by, stop);
            var standings = new List<Standing>(portion.Length);
            await foreach (var after in ReadAsync(tree, organisations, stop))
            {
                batch.Add(after.Level, after.History, after.Scope);
                standings.Add(Standing.Of(after, today));
            }
            await DeriveAsync(standings, stop);
            if (byCongress.Count > Portion)
                touched.UnionWith(await batch.WriteDeltasAsync(connection, transaction, stop));
            done += portion.Sum(group => group.Count());
            written?.Invoke(done);
        }
        if (touched.Count == 0)
            await batch.WriteAsync(connection, transaction, stop);
        else if (touched.Count > MostTouched)
            await batch.AddUpAllAsync(connection, transaction, stop);
        else
            await batch.AddUpAsync(connection, transaction, touched, stop);
    }

    /// <summary>Changes what stands beside one event — accepted, returned, withdrawn — with everything that follows from it.</summary>
    /// <param name="organisation">whose congress it is</param>
    /// <param name="sql">one statement on <c>congress_event</c></param>
    public async Task ChangeAsync(
        long organisation,
        string sql,
        (string Name, object? Value)[] parameters,
        CancellationToken stop
    )
    {
        var tree = await TreeInTime.UpwardAsync(connection, transaction, [organisation], stop);
        var batch = new ProgressBatch(frame.Id);
        await foreach (var before in ReadAsync(tree, [organisation], stop))
            batch.TakeBack(before.Level, before.History, before.Scope);
        await using (var writer = new Statements(connection, transaction))
            await writer.RunAsync(sql, stop, parameters);
        var standings = new List<Standing>(1);
        await foreach (var after in ReadAsync(tree, [organisation], stop))
        {
            batch.Add(after.Level, after.History, after.Scope);
            standings.Add(Standing.Of(after, today));
        }
        await DeriveAsync(standings, stop);
        await batch.WriteAsync(connection, transaction, stop);
    }

    private IAsyncEnumerable<ReckonedCongress> ReadAsync(TreeInTime tree, long[] organisations, CancellationToken stop) =>
        ReckonedCongress.ReadAsync(connection, transaction, frame, tree, organisations, stop);

    private async Task InsertAsync(
        List<EventEntry> entries,
        Dictionary<long, long> congresses,
        Enterer by,
        CancellationToken stop
    )
    {
        // Withdrawals look for events of the same file too, so everything stays in its order where there are any.
        if (entries.Count > 100 && entries.TrueForAll(entry => entry.Status is not null))
        {
            await using var bulk = await BulkInsert.BeginAsync(connection, "congress_event", Columns, stop);
            foreach (var entry in entries)
                await bulk.WriteAsync(Values(entry, entry.Status!.Value, congresses[entry.Organisation], by), stop);
            await bulk.CompleteAsync(stop);
            return;
        }
        await using var writer = new Statements(connection, transaction);
        foreach (var entry in entries)
        {
            var congress = congresses[entry.Organisation];
            if (entry.Status is { } status)
                await writer.RunAsync(
                    Insert,
                    stop,
                    [.. Columns.Zip(Values(entry, status, congress, by), (column, value) => (column.Name, value))]
                );
            else if (await writer.RunAsync(Withdraw, stop, Withdrawal(entry, congress, by)) != 1)
                throw new InvalidOperationException($"no {entry.Withdraws} on {entry.EffectiveOn} to withdraw");
        }
    }

    private static readonly BulkColumn[] Columns =
    [
        new("congress_id", BulkType.Number),
        new("status", BulkType.Text),
        new("effective_on", BulkType.Day),
        new("recorded_on", BulkType.Day),
        new("recorded_at", BulkType.Moment),
        new("recorded_by_id", BulkType.Number),
        new("recorded_by_name", BulkType.Text),
        new("note", BulkType.Text),
        new("brought_in", BulkType.Flag),
        new("request_key", BulkType.Text),
        new("model", BulkType.Flag),
        new("kind", BulkType.Text),
        new("with_election", BulkType.Flag),
        new("planned_on", BulkType.Day),
        new("days", BulkType.SmallNumber),
        new("summoned", BulkType.SmallNumber),
        new("attended", BulkType.SmallNumber),
        new("elected", BulkType.SmallNumber),
        new("women", BulkType.SmallNumber),
        new("under_40", BulkType.SmallNumber),
        new("minority", BulkType.SmallNumber),
        new("first_time", BulkType.SmallNumber),
        new("returned", BulkType.Flag),
        new("accepted_on", BulkType.Day),
        new("accepted_at", BulkType.Moment),
        new("accepted_by_id", BulkType.Number),
        new("accepted_by_name", BulkType.Text),
    ];

    private static readonly string Insert =
        $"insert into congress_event ({string.Join(", ", Columns.Select(column => column.Name))}) "
        + $"values ({string.Join(", ", Columns.Select(column => "@" + column.Name))})";

    // The newest that still stands, where somebody has entered the same twice.
    private const string Withdraw = """
        update congress_event set withdrawn_on = @recorded, withdrawn_at = @at, withdrawn_by_id = @by,
            withdrawn_by_name = @name, withdrawn_note = @note
        where id = (
            select max(id) from congress_event
            where congress_id = @congress and status = @status and effective_on = @effective and withdrawn_on is null
        )
        """;

    private static (string, object?)[] Withdrawal(EventEntry entry, long congress, Enterer by) =>
        [
            ("recorded", entry.RecordedOn),
            ("at", by.At),
            ("by", by.Id),
            ("name", by.Name),
            ("note", entry.Note),
            ("congress", congress),
            ("status", entry.Withdraws!.Value.ToString()),
            ("effective", entry.EffectiveOn),
        ];

    // In the order of the columns.
    private static object?[] Values(EventEntry entry, CongressStatus status, long congress, Enterer by) =>
        [
            congress,
            status.ToString(),
            entry.EffectiveOn,
            entry.RecordedOn,
            by.At,
            by.Id,
            by.Name,
            entry.Note,
            entry.BroughtIn,
            entry.RequestKey,
            entry.Model,
            entry.Kind,
            entry.WithElection,
            entry.PlannedOn,
            entry.Days,
            entry.Numbers.Summoned,
            entry.Numbers.Attended,
            entry.Numbers.Elected,
            entry.Numbers.Women,
            entry.Numbers.Under40,
            entry.Numbers.Minority,
            entry.Numbers.FirstTime,
            false,
            entry.Accepted ? entry.RecordedOn : null,
            entry.Accepted ? by.At : null,
            entry.Accepted ? by.Id : null,
            entry.Accepted ? by.Name : null,
        ];

    private async Task DeriveAsync(List<Standing> standings, CancellationToken stop)
    {
        await using var writer = new Statements(connection, transaction);
        foreach (var standing in standings)
        {
            await writer.RunAsync(
                "update congress set status = @s, status_on = @d, model = @m, day = @day, last_event_id = @e where id = @id",
                stop,
                ("s", standing.Status?.ToString()),
                ("d", standing.Since),
                ("m", standing.Model),
                ("day", standing.Day),
                ("e", standing.LastEvent),
                ("id", standing.Congress)
            );
        }
    }

    /// <summary>Where a congress stands today, as it is written beside it.</summary>
    private sealed record Standing(
        long Congress,
        CongressStatus? Status,
        DateOnly? Since,
        bool Model,
        DateOnly? Day,
        long? LastEvent
    )
    {
        public static Standing Of(ReckonedCongress congress, DateOnly today)
        {
            RecordedEvent? last = null;
            var model = false;
            int? planned = null;
            int? held = null;
            foreach (var happened in congress.History.Events)
            {
                if (happened.EffectiveOn > today.DayNumber || !happened.IsKnown(int.MaxValue))
                    continue;
                last = happened;
                model = happened.Model ?? model;
                planned = happened.PlannedOn ?? planned;
                // What was annulled is held anew.
                if (!CongressHistory.IsHeld(happened.Status))
                    held = null;
                else if (happened.Status == CongressStatus.Held)
                    held = happened.EffectiveOn;
            }
            long? newest = congress.History.Events.Count == 0 ? null : congress.History.Events.Max(happened => happened.Order);
            return new(
                congress.Id,
                last?.Status,
                last is { } known ? DateOnly.FromDayNumber(known.EffectiveOn) : null,
                model,
                (held ?? planned) is { } day ? DateOnly.FromDayNumber(day) : null,
                newest
            );
        }
    }
}
