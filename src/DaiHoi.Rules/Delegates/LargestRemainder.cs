namespace DaiHoi.Rules.Delegates;

/// <summary>Hamilton's method: each its whole quota, the seats that are left to the largest remainders.</summary>
public static class LargestRemainder
{
    /// <summary>Splits <paramref name="seats"/>; equal remainders go to the larger organisation, then to the lower code.</summary>
    /// <param name="seats">≥ 0</param>
    /// <param name="organisations">members ≥ 0; at least one member in all, unless there are no seats</param>
    /// <returns>seats per organisation, same order, summing to <paramref name="seats"/>; each within one seat of its share</returns>
    public static IReadOnlyList<long> Split(long seats, IReadOnlyList<LowerOrganisation> organisations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        var members = organisations.Sum(organisation => organisation.Members);
        if (seats == 0)
            return new long[organisations.Count];
        if (members == 0)
            throw new ArgumentException("nobody to share the seats by", nameof(organisations));
        var split = new long[organisations.Count];
        for (var i = 0; i < split.Length; i++)
            split[i] = (long)((Int128)organisations[i].Members * seats / members);
        var left = (int)(seats - split.Sum());
        var next = Enumerable
            .Range(0, split.Length)
            .OrderByDescending(i => (Int128)organisations[i].Members * seats % members)
            .ThenByDescending(i => organisations[i].Members)
            .ThenBy(i => organisations[i].Code, StringComparer.Ordinal)
            .Take(left);
        foreach (var i in next)
            split[i]++;
        return split;
    }
}
