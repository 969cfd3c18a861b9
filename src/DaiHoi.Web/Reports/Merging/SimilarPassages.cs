using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Reports.Merging;

/// <summary>
/// Brings texts together that say nearly the same: two belong together where at least half of their runs of three words are
/// common to both, and groups that share one are one group.
/// </summary>
/// <remarks>
/// Resemblance of shingles after Broder, "On the resemblance and containment of documents" (1997), computed exactly; words are
/// folded, so that marks and capitals do not count.
/// </remarks>
internal static class SimilarPassages
{
    private const int Words = 3;

    /// <summary>The places of the texts, in groups; groups and members in the order of their first text.</summary>
    public static List<List<int>> Group(IReadOnlyList<string> texts)
    {
        var shingles = texts.Select(ShinglesOf).ToList();
        var where = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var leader = Enumerable.Range(0, texts.Count).ToArray();
        var common = new int[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            Array.Clear(common);
            foreach (var shingle in shingles[i])
            {
                if (!where.TryGetValue(shingle, out var known))
                    where.Add(shingle, known = []);
                foreach (var other in known)
                    common[other]++;
                known.Add(i);
            }
            for (var other = 0; other < i; other++)
            {
                var whole = shingles[i].Count + shingles[other].Count - common[other];
                if (common[other] > 0 && common[other] * 2 >= whole)
                    Join(leader, i, other);
            }
        }
        return
        [
            .. Enumerable
                .Range(0, texts.Count)
                .GroupBy(i => LeaderOf(leader, i))
                .OrderBy(group => group.Key)
                .Select(group => group.ToList()),
        ];
    }

    private static HashSet<string> ShinglesOf(string text)
    {
        var words = Fold.Letters(text)
            .Split([' ', '\n', ',', '.', ';', ':', '-', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
        var shingles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + Words <= words.Length; i++)
            shingles.Add(string.Join(' ', words, i, Words));
        if (shingles.Count == 0 && words.Length > 0)
            shingles.Add(string.Join(' ', words));
        return shingles;
    }

    // The lowest place leads, so that groups stand in the order of their first text.
    private static void Join(int[] leader, int one, int other)
    {
        var (a, b) = (LeaderOf(leader, one), LeaderOf(leader, other));
        leader[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int LeaderOf(int[] leader, int one)
    {
        while (leader[one] != one)
            one = leader[one] = leader[leader[one]];
        return one;
    }
}
