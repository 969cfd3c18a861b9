namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>When the congresses of each level may be held: as the rule set says, narrowed by the organisations above them.</summary>
/// <param name="ofLevels">last day by place of the level; null without end</param>
/// <param name="narrowed">last days that an organisation has set for a level at or below it</param>
internal sealed class LastDays(
    IReadOnlyDictionary<int, int?> ofLevels,
    IReadOnlyDictionary<(long Organisation, int Level), int> narrowed
)
{
    /// <returns>a day number; null where nobody has set one</returns>
    public int? Of(int level, IReadOnlyList<long> above)
    {
        var last = ofLevels.TryGetValue(level, out var set) ? set : null;
        if (narrowed.Count == 0)
            return last;
        foreach (var organisation in above)
        {
            if (narrowed.TryGetValue((organisation, level), out var own) && !(own >= last))
                last = own;
        }
        return last;
    }
}

/// <summary>From which day on they may be held, likewise. No sum depends on it.</summary>
/// <param name="ofLevels">first day by place of the level; null without beginning</param>
/// <param name="narrowed">first days that an organisation has set for a level below it</param>
internal sealed class FirstDays(
    IReadOnlyDictionary<int, DateOnly?> ofLevels,
    IReadOnlyDictionary<(long Organisation, int Level), DateOnly> narrowed
)
{
    /// <returns>null where nobody has set one</returns>
    public DateOnly? Of(int level, IReadOnlyList<long> above)
    {
        var first = ofLevels.TryGetValue(level, out var set) ? set : null;
        foreach (var organisation in narrowed.Count == 0 ? [] : above)
        {
            if (narrowed.TryGetValue((organisation, level), out var own) && !(own <= first))
                first = own;
        }
        return first;
    }
}
