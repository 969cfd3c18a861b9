using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Recording;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>
/// What the figures must be, by looking at every congress and every entry anew for each question, and by nothing that the
/// program uses: the tree as a list of parents by day, the entries as they were made.
/// </summary>
internal sealed class SlowModel(DateOnly opened, IReadOnlyDictionary<string, DateOnly?> lastDays)
{
    private readonly List<Node> nodes = [];
    private readonly List<(int Place, EventEntry Entry)> entries = [];

    public void Plant(int above, string level) => nodes.Add(new(level, opened, [(DateOnly.MinValue, above)]));

    public void Found(int below, string level, DateOnly from) => nodes.Add(new(level, from, [(from, below)]));

    public void Move(int place, int below, DateOnly from) => nodes[place].Above.Add((from, below));

    public void Dissolve(int place, DateOnly from) => nodes[place].Gone = from;

    public void Record(int place, EventEntry entry) => entries.Add((place, entry));

    /// <summary>Numerator and denominator of a figure.</summary>
    public (long Numerator, long? Denominator) Ask(string figure, int place, string? level, DateOnly day, DateOnly? knownOn)
    {
        var there = nodes
            .Select((node, at) => (Node: node, At: at))
            .Where(one => one.Node.Expected <= day && (level is null || one.Node.Level == level) && IsBelow(one.At, place, day))
            .Select(one => Standing(one.Node, one.At, day, knownOn))
            .ToList();
        long Count(Func<State, bool> holds) => there.Count(holds);
        long Sum(Func<State, int?> number) => there.Where(state => state.Held).Sum(state => (long)(number(state) ?? 0));
        var exempt = Count(state => state.Exempt);
        return figure switch
        {
            "congresses-expected" => (there.Count, null),
            "congresses-held" => (Count(state => state.Held), there.Count - exempt),
            "congresses-exempt" => (exempt, there.Count),
            "congresses-overdue" => (Count(state => state.Overdue), there.Count - exempt),
            "congresses-ratified" => (
                Count(state => state.Status == CongressStatus.Ratified && !state.Exempt),
                Count(state => state.Held)
            ),
            "model-congresses-held" => (
                Count(state => state.Model && state.Held),
                Count(state => state.Model) - Count(state => state.Model && state.Exempt)
            ),
            "committee-elected" => (Sum(state => state.Elected), Sum(state => state.Elected)),
            "committee-women" => (Sum(state => state.Women), Sum(state => state.Elected)),
            "delegates-attended" => (Sum(state => state.Attended), Sum(state => state.Summoned)),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };
    }

    private State Standing(Node node, int place, DateOnly day, DateOnly? knownOn)
    {
        var known = entries
            .Select((one, order) => (one.Place, one.Entry, Order: order))
            .Where(one => one.Place == place && !(one.Entry.RecordedOn > knownOn))
            .ToList();
        // A withdrawal takes the newest that stands and has its status and day.
        var cancelled = new HashSet<int>();
        foreach (var (_, entry, order) in known.Where(one => one.Entry.Withdraws is not null))
        {
            var target = entries
                .Select((one, at) => (one.Place, one.Entry, Order: at))
                .Last(one =>
                    one.Place == place
                    && one.Order < order
                    && one.Entry.Status == entry.Withdraws
                    && one.Entry.EffectiveOn == entry.EffectiveOn
                    && !entries
                        .Take(order)
                        .Select((two, at) => (two.Place, two.Entry, Order: at))
                        .Any(two => two.Entry.Withdraws is not null && Targets(two.Order) == one.Order)
                );
            cancelled.Add(target.Order);
        }
        var told = known
            .Where(one => one.Entry.Status is not null && !cancelled.Contains(one.Order) && one.Entry.EffectiveOn <= day)
            .OrderBy(one => one.Entry.EffectiveOn)
            .ThenBy(one => one.Entry.RecordedOn)
            .ThenBy(one => one.Order)
            .Select(one => one.Entry)
            .ToList();
        var status = told.LastOrDefault()?.Status;
        var held = status is CongressStatus.Held or CongressStatus.ResultReported or CongressStatus.Ratified;
        var exempt = status == CongressStatus.Exempt || (!held && node.Gone <= day);
        return new(
            status,
            held,
            exempt,
            !held && !exempt && lastDays[node.Level] < day,
            told.LastOrDefault(entry => entry.Model is not null)?.Model == true,
            told.LastOrDefault(entry => entry.Numbers.Elected is not null)?.Numbers.Elected,
            told.LastOrDefault(entry => entry.Numbers.Women is not null)?.Numbers.Women,
            told.LastOrDefault(entry => entry.Numbers.Attended is not null)?.Numbers.Attended,
            told.LastOrDefault(entry => entry.Numbers.Summoned is not null)?.Numbers.Summoned
        );
    }

    // Which entry a withdrawal has taken.
    private int Targets(int withdrawal)
    {
        var (place, by) = entries[withdrawal];
        for (var at = withdrawal - 1; at >= 0; at--)
        {
            var (other, entry) = entries[at];
            if (other != place || entry.Status != by.Withdraws || entry.EffectiveOn != by.EffectiveOn)
                continue;
            var taken = false;
            for (var between = at + 1; between < withdrawal && !taken; between++)
                taken = entries[between].Entry.Withdraws is not null && Targets(between) == at;
            if (!taken)
                return at;
        }
        return -1;
    }

    private bool IsBelow(int at, int place, DateOnly day)
    {
        for (
            var here = at;
            here >= 0;
            here = nodes[here].Above.LastOrDefault(span => span.From <= day, nodes[here].Above[0]).Below
        )
        {
            if (here == place)
                return true;
        }
        return false;
    }

    private sealed class Node(string level, DateOnly expected, List<(DateOnly From, int Below)> above)
    {
        public string Level => level;
        public DateOnly Expected => expected;
        public List<(DateOnly From, int Below)> Above => above;
        public DateOnly? Gone { get; set; }
    }

    private sealed record State(
        CongressStatus? Status,
        bool Held,
        bool Exempt,
        bool Overdue,
        bool Model,
        int? Elected,
        int? Women,
        int? Attended,
        int? Summoned
    );
}
