using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>A sum that is not what the events give.</summary>
/// <param name="Table">which of the two tables</param>
/// <param name="EffectiveOn">the day of the row</param>
/// <param name="RecordedOn">null for totals</param>
internal sealed record WrongSum(
    string Campaign,
    string Table,
    string Organisation,
    string Level,
    DateOnly EffectiveOn,
    DateOnly? RecordedOn,
    Measure Measure,
    long Written,
    long Counted
);

/// <summary>Counts everything again from the events, and names each sum that differs from what is written.</summary>
internal sealed class ProgressCheck(Sql sql, OrganisationTree organisations)
{
    private static readonly string Columns = Measures.Each(column => column);

    /// <summary>Every campaign, level by level: the rows of one level are held in memory.</summary>
    /// <returns>how many rows were compared, and what differs; at most <paramref name="most"/> are named</returns>
    public async Task<(long Rows, IReadOnlyList<WrongSum> Wrong)> RunAsync(int most, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        // One view of the data for the whole count: nobody's entry may fall between reading the events and reading the sums.
        await using var transaction = await BeginAsync(connection, stop);
        var frames = await CampaignFrame.ReadAllAsync(connection, transaction, stop);
        var tree = frames.Count == 0 ? null : await TreeInTime.WholeAsync(connection, transaction, stop);
        var (rows, differences) = (0L, new Differences(most));
        foreach (var frame in frames)
        {
            foreach (var level in frame.Levels)
            {
                var counted = await CountAsync(connection, transaction, frame, tree!, level, stop);
                rows += await CompareAsync(connection, transaction, frame, level, counted, differences, stop);
            }
        }
        return (rows, await differences.NamedAsync(organisations, stop));
    }

    private static async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken stop) =>
        connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);

    private static async Task<Dictionary<(long Organisation, int EffectiveOn, int RecordedOn), int[]>> CountAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        TreeInTime tree,
        FrameLevel level,
        CancellationToken stop
    )
    {
        var counted = new Dictionary<(long, int, int), int[]>();
        await foreach (
            var congress in ReckonedCongress.ReadAsync(connection, transaction, frame, tree, null, stop, level.Ordinal)
        )
        {
            Contributions.Each(
                congress.History,
                congress.Scope,
                1,
                (organisation, effectiveOn, recordedOn, sums) =>
                {
                    if (!counted.TryGetValue((organisation, effectiveOn, recordedOn), out var row))
                        counted.Add((organisation, effectiveOn, recordedOn), row = new int[Measures.Count]);
                    for (var m = 0; m < sums.Length; m++)
                        row[m] += sums[m];
                }
            );
        }
        return counted;
    }

    private static async Task<long> CompareAsync(
        DbConnection connection,
        DbTransaction transaction,
        CampaignFrame frame,
        FrameLevel level,
        Dictionary<(long Organisation, int EffectiveOn, int RecordedOn), int[]> counted,
        Differences differences,
        CancellationToken stop
    )
    {
        var rows = 0L;
        var totals = TotalsOf(counted);
        var read = new int[Measures.Count];
        await using (var command = Ask(connection, transaction, "progress_delta", "recorded_on", frame, level))
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            for (; await reader.ReadAsync(stop); rows++)
            {
                Fill(reader, read);
                var (organisation, effectiveOn, recordedOn) = (reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2));
                counted.Remove((organisation, effectiveOn, recordedOn), out var right);
                differences.Add(new(frame, level, "progress_delta", organisation, effectiveOn, recordedOn), read, right);
            }
        }
        // What is left should have been written.
        foreach (var ((organisation, effectiveOn, recordedOn), right) in counted)
            differences.Add(new(frame, level, "progress_delta", organisation, effectiveOn, recordedOn), null, right);
        await using (var command = Ask(connection, transaction, "progress_total", "0", frame, level))
        {
            await using var reader = await command.ExecuteReaderAsync(stop);
            for (; await reader.ReadAsync(stop); rows++)
            {
                Fill(reader, read);
                var (organisation, effectiveOn) = (reader.GetInt64(0), reader.GetInt32(1));
                var right = totals.TryGetValue(organisation, out var own) ? own.On(effectiveOn) : null;
                differences.Add(new(frame, level, "progress_total", organisation, effectiveOn, null), read, right);
            }
        }
        foreach (var (organisation, own) in totals)
        {
            foreach (var (effectiveOn, right) in own.NeverAsked)
                differences.Add(new(frame, level, "progress_total", organisation, effectiveOn, null), null, right);
        }
        return rows;
    }

    // By effective day, whatever was known when: the totals are by all that is known.
    private static Dictionary<long, Totals> TotalsOf(
        Dictionary<(long Organisation, int EffectiveOn, int RecordedOn), int[]> counted
    )
    {
        var totals = new Dictionary<long, Totals>();
        foreach (var ((organisation, effectiveOn, _), sums) in counted)
        {
            if (!totals.TryGetValue(organisation, out var own))
                totals.Add(organisation, own = new Totals());
            own.Add(effectiveOn, sums);
        }
        return totals;
    }

    private static DbCommand Ask(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        string recordedOn,
        CampaignFrame frame,
        FrameLevel level
    )
    {
        var command = Sql.Command(
            connection,
            $"""
            select organisation_id, effective_on, {recordedOn}, {Columns} from {table}
            where campaign_id = @c and level = @l order by organisation_id, effective_on
            """,
            ("c", frame.Id),
            ("l", level.Ordinal)
        );
        command.Transaction = transaction;
        return command;
    }

    private static void Fill(DbDataReader reader, int[] sums)
    {
        for (var m = 0; m < sums.Length; m++)
            sums[m] = reader.GetInt32(m + 3);
    }

    /// <summary>The sums of one organisation as they grow from day to day, and which days were compared.</summary>
    private sealed class Totals
    {
        private readonly SortedDictionary<int, int[]> steps = [];
        private List<(int Day, int[] UpTo)>? upTo;
        private readonly HashSet<int> asked = [];

        /// <summary>Days on which something changes, but for which nobody has asked.</summary>
        public IEnumerable<(int Day, int[] UpTo)> NeverAsked => AddedUp().Where(day => !asked.Contains(day.Day));

        public void Add(int effectiveOn, int[] sums)
        {
            if (!steps.TryGetValue(effectiveOn, out var step))
                steps.Add(effectiveOn, step = new int[Measures.Count]);
            for (var m = 0; m < sums.Length; m++)
                step[m] += sums[m];
        }

        /// <summary>Null before the first.</summary>
        public int[]? On(int day)
        {
            asked.Add(day);
            return AddedUp().LastOrDefault(known => known.Day <= day).UpTo;
        }

        private List<(int Day, int[] UpTo)> AddedUp()
        {
            if (upTo is not null)
                return upTo;
            upTo = new(steps.Count);
            var sums = new int[Measures.Count];
            foreach (var (day, step) in steps)
            {
                if (!step.AsSpan().ContainsAnyExcept(0))
                    continue;
                sums = (int[])sums.Clone();
                for (var m = 0; m < sums.Length; m++)
                    sums[m] += step[m];
                upTo.Add((day, sums));
            }
            return upTo;
        }
    }

    private sealed record Where(
        CampaignFrame Frame,
        FrameLevel Level,
        string Table,
        long Organisation,
        int EffectiveOn,
        int? RecordedOn
    );

    /// <summary>What differs, up to a number that a person still reads.</summary>
    private sealed class Differences(int most)
    {
        private static readonly int[] Nothing = new int[Measures.Count];
        private readonly List<(Where Where, Measure Measure, int Written, int Right)> found = [];

        public void Add(Where where, int[]? written, int[]? right)
        {
            (written, right) = (written ?? Nothing, right ?? Nothing);
            if (written.AsSpan().SequenceEqual(right))
                return;
            for (var m = 0; m < written.Length && found.Count < most; m++)
            {
                if (written[m] != right[m])
                    found.Add((where, (Measure)m, written[m], right[m]));
            }
        }

        public async Task<IReadOnlyList<WrongSum>> NamedAsync(OrganisationTree organisations, CancellationToken stop)
        {
            var named = new List<WrongSum>(found.Count);
            foreach (var (where, measure, written, right) in found)
            {
                var organisation = await organisations.FindAsync(where.Organisation, stop);
                named.Add(
                    new(
                        where.Frame.Code,
                        where.Table,
                        organisation?.Code ?? "?",
                        where.Level.Code,
                        DateOnly.FromDayNumber(where.EffectiveOn),
                        where.RecordedOn is { } known ? DateOnly.FromDayNumber(known) : null,
                        measure,
                        written,
                        right
                    )
                );
            }
            return named;
        }
    }
}
