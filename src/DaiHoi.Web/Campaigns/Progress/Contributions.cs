namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>Takes what a congress adds to an organisation above it.</summary>
/// <param name="organisation">above the congress</param>
/// <param name="effectiveOn">from this day on</param>
/// <param name="recordedOn">known from this day on; <see cref="Contributions.AlwaysKnown"/> for what is known at all times</param>
/// <param name="sums">one place for each <see cref="Measure"/>, not all 0; only valid during the call</param>
internal delegate void TakeContribution(long organisation, int effectiveOn, int recordedOn, ReadOnlySpan<int> sums);

/// <summary>
/// Turns the history of a congress into signed rows, so that the value of any measure at any organisation, as of day D by
/// what was known on day K, is the sum of the rows with effective day ≤ D and recorded day ≤ K. For each day on which
/// something was entered, what was known before it and after it are two step functions of the effective day; the rows are
/// the steps of their difference.
/// </summary>
internal static class Contributions
{
    /// <summary>The tree, the freeze and the opening count as known on every day.</summary>
    public const int AlwaysKnown = 0;

    /// <param name="sign">1 to add them, −1 to take them back</param>
    public static void Each(CongressHistory congress, Scope scope, int sign, TakeContribution take)
    {
        var days = EffectiveDays(congress, scope);
        var entries = RecordedDays(congress);
        var width = Measures.Count;
        var (before, after) = (new int[days.Count * width], new int[days.Count * width]);
        var places = days.ConvertAll(scope.On);
        var above = places.SelectMany(place => place.Above).Distinct().ToList();
        Span<int> step = stackalloc int[width];
        foreach (var entered in entries)
        {
            for (var i = 0; i < days.Count; i++)
                congress.Fill(days[i], entered, places[i].LastDay, after.AsSpan(i * width, width));
            foreach (var organisation in above)
            {
                for (var i = 0; i < days.Count; i++)
                {
                    Step(
                        step,
                        before,
                        after,
                        i,
                        places[i].Above.Contains(organisation),
                        i > 0 && places[i - 1].Above.Contains(organisation),
                        sign
                    );
                    if (step.ContainsAnyExcept(0))
                        take(organisation, days[i], entered, step);
                }
            }
            (before, after) = (after, before);
        }
    }

    // What the entry changes on this day, less what it changed on the day before it already.
    private static void Step(Span<int> step, int[] before, int[] after, int i, bool counts, bool counted, int sign)
    {
        var width = step.Length;
        step.Clear();
        if (counts)
        {
            for (var m = 0; m < width; m++)
                step[m] = sign * (after[(i * width) + m] - before[(i * width) + m]);
        }
        if (!counted)
            return;
        for (var m = 0; m < width; m++)
            step[m] -= sign * (after[((i - 1) * width) + m] - before[((i - 1) * width) + m]);
    }

    /// <summary>Every day on which what the congress adds may change, in order.</summary>
    private static List<int> EffectiveDays(CongressHistory congress, Scope scope)
    {
        var days = new SortedSet<int> { congress.ExpectedFrom };
        if (congress.EndedFrom is { } ended)
            days.Add(ended);
        foreach (var happened in congress.Events)
            days.Add(happened.EffectiveOn);
        foreach (var stretch in scope.Stretches)
        {
            days.Add(stretch.From);
            if (stretch.LastDay is { } last)
                days.Add(last + 1);
        }
        // Before it is expected it adds nothing.
        days.RemoveWhere(day => day < congress.ExpectedFrom);
        return [.. days];
    }

    private static List<int> RecordedDays(CongressHistory congress)
    {
        var days = new SortedSet<int> { AlwaysKnown };
        foreach (var happened in congress.Events)
        {
            days.Add(happened.RecordedOn);
            if (happened.WithdrawnOn is { } withdrawn)
                days.Add(withdrawn);
            if (happened.AcceptedOn is { } accepted)
                days.Add(accepted);
        }
        return [.. days];
    }
}
