namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>How near two texts are in their words. In Vietnamese it is pairs of syllables that carry a meaning.</summary>
/// <remarks>The overlap coefficient (Szymkiewicz–Simpson) of the sets of pairs: a text half typed is as near as a whole one.</remarks>
internal static class SimilarWords
{
    private const int Fewest = 2;
    private const int MostAsked = 16;

    // Pairs that stand in nearly every text about congresses, and tell nothing.
    private static readonly HashSet<string> Everywhere =
    [
        "dai hoi",
        "to chuc",
        "dang bo",
        "chi bo",
        "dang uy",
        "co so",
        "cong doan",
        "dang vien",
        "kho khan",
        "vuong mac",
        "hoi nghi",
        "cap tren",
        "don vi",
        "chua co",
        "khong co",
        "can bo",
    ];

    /// <summary>Pairs of words that stand side by side, each once, in their order.</summary>
    /// <param name="words">as <see cref="Difficulty.WordsOf"/> writes them</param>
    public static List<string> PairsOf(string words)
    {
        var all = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. all.Zip(all.Skip(1), (first, second) => $"{first} {second}").Distinct()];
    }

    /// <summary>Those by which candidates are found: the longest, because long pairs are rare.</summary>
    public static List<string> Telling(IReadOnlyList<string> pairs) =>
        [.. pairs.Where(pair => !Everywhere.Contains(pair)).OrderByDescending(pair => pair.Length).Take(MostAsked)];

    /// <summary>From 0 to 1; 0 where they have less than two pairs or less than a third of the shorter's in common.</summary>
    public static double Score(IReadOnlyList<string> pairs, string words)
    {
        var asked = pairs.Where(pair => !Everywhere.Contains(pair)).ToHashSet(StringComparer.Ordinal);
        var other = PairsOf(words).Where(pair => !Everywhere.Contains(pair)).ToHashSet(StringComparer.Ordinal);
        var shorter = Math.Min(asked.Count, other.Count);
        other.IntersectWith(asked);
        return other.Count >= Fewest && other.Count * 3 >= shorter ? (double)other.Count / shorter : 0;
    }
}
