namespace DaiHoi.Web.Newsroom.Checks;

/// <summary>Whether two headlines say nearly the same: most of their syllables are shared.</summary>
internal static class AlikeTitles
{
    private const double Enough = 0.8;

    /// <param name="one">folded, like <paramref name="other"/></param>
    public static bool AreAlike(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        // Two or three syllables ("Thông báo") are shared by chance.
        if (a.Count < 4 || b.Count < 4)
            return one == other && one.Length > 0;
        var shared = a.Count(b.Contains);
        return shared >= Enough * (a.Count + b.Count - shared);
    }

    private static HashSet<string> WordsOf(string folded) =>
        [
            .. folded.Split(
                [' ', ',', '.', ':', ';', '-', '–', '"', '“', '”', '(', ')', '/', '?', '!'],
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];
}
