using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>
/// Whom typed words find at a door. Without marks everybody of those letters is found; but whoever types ân means Ân, so those come
/// first who are written as it was typed. The door's script orders alike.
/// </summary>
internal static class FoundAtDoor
{
    public static IEnumerable<ListedDelegate> By(string words, IEnumerable<ListedDelegate> summoned)
    {
        var typed = string.Join(' ', Fold.Clean(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var folded = Fold.Letters(typed);
        return folded.Length == 0
            ? []
            : summoned
                .Where(one => Fold.Letters(one.Name).Contains(folded, StringComparison.Ordinal))
                .OrderBy(one => Distance(typed, one.Name));
    }

    /// <summary>0 where whole syllables are as they were typed, 1 where the letters are, 2 where they are without their marks.</summary>
    private static int Distance(string typed, string name) =>
        $" {SortKey.Of(name)} ".Contains($" {SortKey.Of(typed)} ", StringComparison.Ordinal) ? 0
        : name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 1
        : 2;
}
