namespace DaiHoi.Web.Tests.Organisations;

/// <summary>The tree, written down once for every day: slow, and obviously what was meant.</summary>
internal sealed class SlowTree
{
    private const int Days = 12;
    private static readonly string[] Orders =
    [
        "province>district",
        "province>grassroots",
        "district>grassroots",
        "grassroots>branch",
    ];
    private Snapshot[] days = [.. Enumerable.Range(0, Days).Select(_ => new Snapshot())];

    public Dictionary<string, long> Ids { get; } = [];

    public List<string> Codes => [.. Ids.Keys.Order(StringComparer.Ordinal)];

    public string LevelOf(string code) =>
        days.Select(day => day.Rows.GetValueOrDefault(code)).First(row => row is not null)!.Level;

    /// <summary>What is asked of one day is asked of each day from it on: where all agree, and what it touches was as it is since then, it is done.</summary>
    public bool Try(int from, Func<Snapshot, bool> effect)
    {
        var later = new List<Snapshot>();
        string? touched = null;
        for (var day = from; day < Days; day++)
        {
            var tree = days[day].Copy();
            if (!effect(tree) || !tree.Stands())
                return false;
            // Told apart by what it touches: a later change of one of those stands in the way.
            var before = string.Join(
                ';',
                tree.Touched.Order(StringComparer.Ordinal).Select(code => $"{code}={days[day].Rows.GetValueOrDefault(code)}")
            );
            if (touched is not null && touched != before)
                return false;
            touched = before;
            later.Add(tree);
        }
        // What ends must have been there on the day before: else it never was.
        if (
            from == 0
                ? later[0].Ended.Count > 0
                : later[0]
                    .Ended.Exists(code => !days[from - 1].Rows.TryGetValue(code, out var row) || row != days[from].Rows[code])
        )
            return false;
        days = [.. days.Take(from), .. later.Select(tree => tree.Settled())];
        return true;
    }

    /// <summary>Learns the numbers of what was founded.</summary>
    public async Task NameAsync(TreeHand hand)
    {
        foreach (
            var (code, id) in await hand.Sql.ListAsync(
                "select code, id from organisation where parent_id is not null",
                row => (row.GetString(0), row.GetInt64(1)),
                TreeHand.Stop
            )
        )
            Ids[code] = id;
    }

    public List<string> On(int day) =>
        [
            .. days[day]
                .Rows.OrderBy(row => row.Key, StringComparer.Ordinal)
                .Select(row => $"{row.Key} < {row.Value.Above ?? "·"} {row.Value.Name}"),
        ];

    public sealed record Row(string Name, string Level, string? Above);

    public sealed class Snapshot
    {
        public Dictionary<string, Row> Rows { get; private init; } = [];
        public HashSet<string> Touched { get; } = [];
        public List<string> Ended { get; } = [];

        public Snapshot Copy() => new() { Rows = new(Rows) };

        public Snapshot Settled() => new() { Rows = Rows };

        public bool Stands() =>
            Rows.Values.All(row =>
                row.Above is null || (Rows.TryGetValue(row.Above, out var above) && Orders.Contains($"{above.Level}>{row.Level}"))
            );

        public bool Found(string code, string name, string level, string? above)
        {
            Touched.Add(code);
            return Rows.TryAdd(code, new(name, level, above));
        }

        public bool Rename(string code, string name) => Set(code, row => row with { Name = name });

        public bool Move(string code, string above) =>
            Rows.TryGetValue(code, out var row)
            && row.Above != above
            && Rows.ContainsKey(above)
            && Set(code, one => one with { Above = above });

        public bool Dissolve(string code)
        {
            if (!Rows.ContainsKey(code))
                return false;
            foreach (var below in Rows.Where(row => row.Value.Above == code).Select(row => row.Key).ToList())
                Dissolve(below);
            return End(code);
        }

        public bool Merge(string one, string into)
        {
            if (
                one == into
                || !Rows.TryGetValue(one, out var ends)
                || !Rows.TryGetValue(into, out var stays)
                || ends.Level != stays.Level
            )
                return false;
            foreach (var below in Rows.Where(row => row.Value.Above == one).Select(row => row.Key).ToList())
                Set(below, row => row with { Above = into });
            return End(one);
        }

        public bool RemoveLevel(string within, string level)
        {
            if (!Rows.ContainsKey(within))
                return false;
            var going = Rows.Where(row => row.Value.Level == level && IsBelow(row.Key, within)).Select(row => row.Key).ToList();
            foreach (var one in going)
            {
                foreach (var below in Rows.Where(row => row.Value.Above == one).Select(row => row.Key).ToList())
                    Set(below, row => row with { Above = Rows[one].Above });
                End(one);
            }
            return going.Count > 0;
        }

        private bool IsBelow(string code, string within) =>
            code == within || (Rows[code].Above is { } above && IsBelow(above, within));

        private bool End(string code)
        {
            Touched.Add(code);
            Ended.Add(code);
            return Rows.Remove(code);
        }

        private bool Set(string code, Func<Row, Row> change)
        {
            Touched.Add(code);
            if (!Rows.TryGetValue(code, out var row))
                return false;
            Rows[code] = change(row);
            return true;
        }
    }
}
