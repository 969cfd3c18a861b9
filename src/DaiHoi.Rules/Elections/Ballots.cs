namespace DaiHoi.Rules.Elections;

/// <summary>Ballots that say the same, as they were taken from the box.</summary>
/// <param name="Count">how many, ≥ 0</param>
public sealed record Paper(long Count)
{
    /// <summary>bears the board's mark</summary>
    public bool IssuedByBoard { get; init; } = true;

    /// <summary>names were written on it</summary>
    public bool NamesAdded { get; init; }

    /// <summary>signed, marked or written on</summary>
    public bool Marked { get; init; }

    /// <summary>on a strike-out ballot: places on the list, from 0, that are struck through, each once</summary>
    public IReadOnlyList<int> Struck { get; init; } = [];

    /// <summary>on the other form: places with an X under "agree", each once</summary>
    public IReadOnlyList<int> Agree { get; init; } = [];

    /// <summary>on the other form: places with an X under "disagree", each once</summary>
    public IReadOnlyList<int> Disagree { get; init; } = [];
}

/// <summary>A count made elsewhere.</summary>
/// <param name="Valid">ballots</param>
/// <param name="Invalid">ballots</param>
/// <param name="Votes">per candidate, in the order of the list</param>
public sealed record Totals(long Valid, long Invalid, IReadOnlyList<long> Votes)
{
    /// <summary>Why ballots are invalid, summing to <see cref="Invalid"/>; empty where nobody has said.</summary>
    public IReadOnlyDictionary<InvalidReason, long> Reasons { get; init; } = new Dictionary<InvalidReason, long>();
}

/// <summary>The ballots of one vote: papers, or totals of a count made elsewhere.</summary>
public sealed record Ballots(long Issued, long Collected)
{
    /// <summary>null where totals are given</summary>
    public IReadOnlyList<Paper>? Papers { get; init; }

    /// <summary>null where papers are given</summary>
    public Totals? Totals { get; init; }
}
