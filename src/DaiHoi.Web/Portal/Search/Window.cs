using System.Runtime.InteropServices;

namespace DaiHoi.Web.Portal.Search;

/// <summary>A stretch of about thirty words of a text.</summary>
/// <param name="First">index of its first word</param>
/// <param name="Last">index of its last word; −1 in a text without words</param>
/// <param name="Score">greater shows more of the question; 0 shows nothing of it</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Window(int First, int Last, int Score)
{
    private const int Length = 30;

    /// <summary>The stretch with most different parts of the question, then with most of them side by side, then the first.</summary>
    public static Window Best(string text, List<Word> words, List<Mark> marks)
    {
        var (bestScore, bestFrom, bestTo) = (0, 0, -1);
        for (var i = 0; i < marks.Count; i++)
        {
            var (score, to) = Worth(marks, i);
            if (score > bestScore)
                (bestScore, bestFrom, bestTo) = (score, i, to);
        }
        if (bestTo < 0)
            return Whole(text, words, 0, 0);
        var first = Beginning(text, words, marks[bestFrom].First, marks[bestTo].Last);
        return Whole(text, words, first, bestScore);
    }

    /// <summary>What a stretch beginning with a mark shows, and its last mark.</summary>
    private static (int Score, int To) Worth(List<Mark> marks, int from)
    {
        var seen = 0;
        var sideBySide = 0;
        var to = from;
        for (var i = from; i < marks.Count && marks[i].First < marks[from].First + Length; i++)
        {
            if (marks[i].Last >= marks[from].First + Length)
                continue;
            seen |= 1 << marks[i].Sought;
            if (i > from && marks[i].First == marks[i - 1].Last + 1 && marks[i].Sought == marks[i - 1].Sought + 1)
                sideBySide++;
            to = i;
        }
        var different = System.Numerics.BitOperations.PopCount((uint)seen);
        return (different * 1_000 + Math.Min(sideBySide, 9) * 10 + Math.Min(to - from, 9), to);
    }

    /// <summary>The nearest beginning of a sentence from which both marks are still shown, else a little before the first.</summary>
    private static int Beginning(string text, List<Word> words, int firstMark, int lastMark)
    {
        var slack = Math.Max(0, Length - (lastMark - firstMark + 1));
        for (var first = firstMark; first >= Math.Max(0, firstMark - slack); first--)
        {
            if (first == 0 || EndsSentence(text.AsSpan(words[first - 1].End, words[first].Start - words[first - 1].End)))
                return first;
        }
        return firstMark - slack / 3;
    }

    private static bool EndsSentence(ReadOnlySpan<char> gap) =>
        gap.Contains('\n') || (gap.IndexOfAny(".!?…") >= 0 && gap.IndexOfAny(" \t") >= 0);

    private static Window Whole(string text, List<Word> words, int first, int score)
    {
        var last = Math.Min(words.Count, first + Length) - 1;
        // What is written together stays together: 35-CT/TW is not shown as CT/TW.
        for (var steps = 0; steps < 5 && first > 0 && Together(text, words, first); steps++)
            first--;
        for (var steps = 0; steps < 5 && last + 1 < words.Count && Together(text, words, last + 1); steps++)
            last++;
        return new Window(first, last, score);
    }

    private static bool Together(string text, List<Word> words, int word) =>
        !text.AsSpan(words[word - 1].End, words[word].Start - words[word - 1].End).ContainsAny(" \t\r\n");
}
