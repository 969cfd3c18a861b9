using System.Data.Common;
using System.Globalization;
using DaiHoi.Web.Data;
using Npgsql;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// Gathers what congresses of one campaign change in the sums above them, and writes it inside the caller's transaction:
/// the signed rows, and the totals that follow from them. The caller holds the campaign's lock (<see cref="CampaignLock"/>),
/// so nobody else writes its sums meanwhile.
/// </summary>
internal sealed class ProgressBatch(long campaign)
{
    /// <summary>Up to so many sums of organisations the totals are moved; above it they are added up anew.</summary>
    private const int MostMoved = 64;

    private readonly Dictionary<(long Organisation, int Level), Dictionary<(int EffectiveOn, int RecordedOn), int[]>> changes =
    [];

    /// <summary>How many rows wait to be written.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds everything that one congress contributes.</summary>
    public void Add(int level, CongressHistory congress, Scope scope) => Gather(level, congress, scope, 1);

    /// <summary>Takes back everything that one congress contributed.</summary>
    public void TakeBack(int level, CongressHistory congress, Scope scope) => Gather(level, congress, scope, -1);

    /// <summary>Writes the signed rows and moves the totals; then the batch is empty.</summary>
    public async Task WriteAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        if (changes.Count > MostMoved)
        {
            var touched = changes.Keys.ToList();
            await WriteDeltasAsync(connection, transaction, stop);
            await AddUpAsync(connection, transaction, touched, stop);
            return;
        }
        var moves = changes.OrderBy(change => change.Key).Select(change => (change.Key, Steps(change.Value))).ToList();
        await WriteDeltasAsync(connection, transaction, stop);
        await using var writer = new Statements(connection, transaction);
        foreach (var ((organisation, level), steps) in moves)
            await MoveTotalsAsync(writer, organisation, level, steps, stop);
    }

    /// <summary>Writes the signed rows alone; who gathers in portions adds up once, at the end.</summary>
    /// <returns>the organisations and levels whose totals are out of date now</returns>
    public async Task<IReadOnlyCollection<(long Organisation, int Level)>> WriteDeltasAsync(
        DbConnection connection,
        DbTransaction transaction,
        CancellationToken stop
    )
    {
        var touched = changes.Keys.ToList();
        if (connection is NpgsqlConnection postgres && Rows > 200)
            await CopyDeltasAsync(postgres, stop);
        else
            await InsertDeltasAsync(connection, transaction, stop);
        changes.Clear();
        Rows = 0;
        return touched;
    }

    /// <summary>Makes the totals of some organisations and levels anew from the signed rows.</summary>
    public async Task AddUpAsync(
        DbConnection connection,
        DbTransaction transaction,
        IEnumerable<(long Organisation, int Level)> touched,
        CancellationToken stop
    )
    {
        await using var writer = new Statements(connection, transaction);
        foreach (var (organisation, level) in touched.Distinct().Order())
        {
            await writer.RunAsync(
                "delete from progress_total where campaign_id = @c and organisation_id = @o and level = @l",
                stop,
                ("c", campaign),
                ("o", organisation),
                ("l", level)
            );
            await writer.RunAsync(AddUp, stop, ("c", campaign), ("o", organisation), ("l", level));
        }
    }

    /// <summary>Makes all totals of the campaign anew from the signed rows.</summary>
    public async Task AddUpAllAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var writer = new Statements(connection, transaction);
        await writer.RunAsync("delete from progress_total where campaign_id = @c", stop, ("c", campaign));
        await writer.RunAsync(AddUpAll, stop, ("c", campaign));
    }

    private void Gather(int level, CongressHistory congress, Scope scope, int sign) =>
        Contributions.Each(
            congress,
            scope,
            sign,
            (organisation, effectiveOn, recordedOn, sums) =>
            {
                if (!changes.TryGetValue((organisation, level), out var rows))
                    changes.Add((organisation, level), rows = []);
                if (!rows.TryGetValue((effectiveOn, recordedOn), out var row))
                {
                    rows.Add((effectiveOn, recordedOn), row = new int[Measures.Count]);
                    Rows++;
                }
                for (var m = 0; m < sums.Length; m++)
                    row[m] += sums[m];
            }
        );

    // By effective day, whatever was known when: the totals are by all that is known.
    private static List<(int EffectiveOn, int[] Sums)> Steps(Dictionary<(int EffectiveOn, int RecordedOn), int[]> rows)
    {
        var steps = new SortedDictionary<int, int[]>();
        foreach (var ((effectiveOn, _), sums) in rows)
        {
            if (!steps.TryGetValue(effectiveOn, out var step))
                steps.Add(effectiveOn, step = new int[Measures.Count]);
            for (var m = 0; m < sums.Length; m++)
                step[m] += sums[m];
        }
        return [.. steps.Select(step => (step.Key, step.Value)).Where(step => step.Value.AsSpan().ContainsAnyExcept(0))];
    }

    // Between two steps every row moves by what the steps before have brought together.
    private async Task MoveTotalsAsync(
        Statements writer,
        long organisation,
        int level,
        List<(int EffectiveOn, int[] Sums)> steps,
        CancellationToken stop
    )
    {
        // First all new days, each as the day before it was left: what is moved below must not be copied.
        foreach (var (day, _) in steps)
            await writer.RunAsync(BeginDay, stop, ("c", campaign), ("o", organisation), ("l", level), ("d", day));
        var moved = new int[Measures.Count];
        for (var i = 0; i < steps.Count; i++)
        {
            var (day, sums) = steps[i];
            for (var m = 0; m < moved.Length; m++)
                moved[m] += sums[m];
            var columns = Enumerable.Range(0, moved.Length).Where(m => moved[m] != 0).ToList();
            if (columns.Count == 0)
                continue;
            var set = string.Join(", ", columns.Select(m => $"{Measures.Columns[m]} = {Measures.Columns[m]} + @m{m}"));
            var key = new List<(string, object?)>
            {
                ("c", campaign),
                ("o", organisation),
                ("l", level),
                ("d", day),
                ("e", i + 1 < steps.Count ? steps[i + 1].EffectiveOn : int.MaxValue),
            };
            key.AddRange(columns.Select(m => (string.Create(CultureInfo.InvariantCulture, $"m{m}"), (object?)moved[m])));
            await writer.RunAsync(
                $"""
                update progress_total set {set}
                where campaign_id = @c and organisation_id = @o and level = @l and effective_on >= @d and effective_on < @e
                """,
                stop,
                [.. key]
            );
        }
    }

    private async Task InsertDeltasAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var writer = new Statements(connection, transaction);
        var values = new (string Name, object? Value)[5 + Measures.Count];
        foreach (var ((organisation, level), rows) in changes.OrderBy(change => change.Key))
        {
            foreach (var ((effectiveOn, recordedOn), sums) in rows.OrderBy(row => row.Key))
            {
                if (!sums.AsSpan().ContainsAnyExcept(0))
                    continue;
                (values[0], values[1], values[2]) = (("c", campaign), ("o", organisation), ("l", level));
                (values[3], values[4]) = (("e", effectiveOn), ("r", recordedOn));
                for (var m = 0; m < sums.Length; m++)
                    values[5 + m] = (Parameters[m], sums[m]);
                await writer.RunAsync(InsertDelta, stop, values);
            }
        }
    }

    private async Task CopyDeltasAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using (
            var create = new NpgsqlCommand(
                "create temp table if not exists progress_arriving (like progress_delta) on commit drop",
                connection
            )
        )
            await create.ExecuteNonQueryAsync(stop);
        await using (var copy = await BulkInsert.BeginAsync(connection, "progress_arriving", DeltaColumns, stop))
        {
            var values = new object?[DeltaColumns.Length];
            foreach (var ((organisation, level), rows) in changes)
            {
                (values[0], values[1], values[2]) = (campaign, organisation, level);
                foreach (var ((effectiveOn, recordedOn), sums) in rows)
                {
                    if (!sums.AsSpan().ContainsAnyExcept(0))
                        continue;
                    (values[3], values[4]) = (effectiveOn, recordedOn);
                    for (var m = 0; m < sums.Length; m++)
                        values[5 + m] = sums[m];
                    await copy.WriteAsync(values, stop);
                }
            }
            await copy.CompleteAsync(stop);
        }
        await using var merge = new NpgsqlCommand(
            $"""
            insert into progress_delta (campaign_id, organisation_id, level, effective_on, recorded_on, {Columns})
            select campaign_id, organisation_id, level, effective_on, recorded_on, {Columns} from progress_arriving
            {OnConflict}
            """,
            connection
        );
        await merge.ExecuteNonQueryAsync(stop);
    }

    private static readonly string Columns = Measures.Each(column => column);

    private static readonly BulkColumn[] DeltaColumns =
    [
        new("campaign_id", BulkType.Number),
        new("organisation_id", BulkType.Number),
        new("level", BulkType.SmallNumber),
        new("effective_on", BulkType.SmallNumber),
        new("recorded_on", BulkType.SmallNumber),
        .. Measures.Columns.Select(column => new BulkColumn(column, BulkType.SmallNumber)),
    ];

    private static readonly string[] Parameters =
    [
        .. Measures.Columns.Select((_, m) => string.Create(CultureInfo.InvariantCulture, $"m{m}")),
    ];

    private static readonly string OnConflict =
        "on conflict (campaign_id, organisation_id, level, effective_on, recorded_on) do update set "
        + Measures.Each(column => $"{column} = progress_delta.{column} + excluded.{column}");

    private static readonly string InsertDelta = $"""
        insert into progress_delta (campaign_id, organisation_id, level, effective_on, recorded_on, {Columns})
        values (@c, @o, @l, @e, @r, {string.Join(", ", Parameters.Select(name => $"@{name}"))})
        {OnConflict}
        """;

    // A day that has no row yet begins with what the day before it left. Without «where» SQLite takes «on» for that of a join.
    private static readonly string BeginDay = $"""
        insert into progress_total (campaign_id, organisation_id, level, effective_on, {Columns})
        select @c, @o, @l, @d, {Measures.Each(column => $"coalesce(max({column}), 0)")}
        from (
            select {Columns} from progress_total
            where campaign_id = @c and organisation_id = @o and level = @l and effective_on < @d
            order by effective_on desc limit 1
        ) before
        where true
        on conflict (campaign_id, organisation_id, level, effective_on) do nothing
        """;

    private static readonly string AddUp = AddedUp("campaign_id = @c and organisation_id = @o and level = @l");
    private static readonly string AddUpAll = AddedUp("campaign_id = @c");

    private static string AddedUp(string which) =>
        $"""
            insert into progress_total (campaign_id, organisation_id, level, effective_on, {Columns})
            select campaign_id, organisation_id, level, effective_on, {Measures.Each(column => $"sum({column}) over upward")}
            from (
                select campaign_id, organisation_id, level, effective_on, {Measures.Each(column => $"sum({column}) as {column}")}
                from progress_delta where {which}
                group by campaign_id, organisation_id, level, effective_on
            ) by_day
            window upward as (partition by campaign_id, organisation_id, level order by effective_on)
            """;
}
