using DaiHoi.Web.Organisations;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// A stretch of days in which a congress counts below the same organisations and may be held until the same day.
/// </summary>
/// <param name="From">day number of its first day; the first stretch has none before it</param>
/// <param name="Above">ids of the organisations strictly above, from the nearest to the root of the campaign</param>
/// <param name="LastDay">on which the congress may be held; null without end</param>
internal sealed record ScopeStretch(int From, IReadOnlyList<long> Above, int? LastDay);

/// <summary>
/// Where a congress counts over the whole time of its campaign: its stretches in order of time, never empty. What has ended
/// stays where it stood last; what has left the campaign's tree stays where it was in it, because an expected congress
/// cannot vanish.
/// </summary>
internal sealed record Scope(IReadOnlyList<ScopeStretch> Stretches)
{
    /// <param name="organisation">whose congress it is</param>
    /// <param name="level">place of its level in the campaign</param>
    /// <param name="root">of the campaign</param>
    public static Scope Of(TreeInTime tree, long organisation, int level, long root, LastDays lastDays)
    {
        var stretches = new List<ScopeStretch>(1);
        foreach (var day in DaysOfChange(tree, organisation, root))
        {
            if (Above(tree, organisation, root, day) is not { } above)
                continue;
            var last = lastDays.Of(level, above);
            if (stretches.Count > 0 && stretches[^1].LastDay == last && stretches[^1].Above.SequenceEqual(above))
                continue;
            stretches.Add(new(stretches.Count == 0 ? 0 : day.DayNumber, above, last));
        }
        return stretches.Count > 0
            ? new Scope(stretches)
            : throw new InvalidOperationException($"organisation {organisation} was never below {root}");
    }

    public ScopeStretch On(int day)
    {
        var found = Stretches[0];
        for (var i = 1; i < Stretches.Count && Stretches[i].From <= day; i++)
            found = Stretches[i];
        return found;
    }

    /// <summary>From the nearest to the root of the campaign; null where the root is not above it on that day.</summary>
    private static List<long>? Above(TreeInTime tree, long organisation, long root, DateOnly day)
    {
        var above = new List<long>(5);
        for (var at = organisation; at != root; above.Add(at))
        {
            if (tree.On(at, day).Parent is not { } parent)
                return null;
            at = parent;
        }
        return above;
    }

    private static SortedSet<DateOnly> DaysOfChange(TreeInTime tree, long organisation, long root)
    {
        var days = new SortedSet<DateOnly>();
        var (seen, waiting) = (new HashSet<long> { organisation }, new Stack<long>([organisation]));
        while (waiting.TryPop(out var at))
        {
            if (at == root)
                continue;
            foreach (var span in tree.Of(at))
            {
                days.Add(span.From);
                if (span.Parent is { } parent && seen.Add(parent))
                    waiting.Push(parent);
            }
        }
        if (days.Count == 0)
            days.Add(DateOnly.MinValue);
        return days;
    }
}
