namespace DaiHoi.Web.Portal.Search;

/// <summary>A run of words of a text that the question asked for.</summary>
/// <param name="First">index of the first word</param>
/// <param name="Last">index of the last word</param>
/// <param name="Sought">which part of the question it is</param>
internal readonly record struct Mark(int First, int Last, int Sought, bool Exact);

/// <summary>Finds the words of a question in original text.</summary>
internal sealed class Marks(UnderstoodQuestion question)
{
    private readonly Dictionary<string, List<int>> byFirstWord = question
        .Parts.Index()
        .GroupBy(part => part.Item.Words[0].Folded, part => part.Index, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    /// <summary>Where the parts of the question stand, accents aside, in the order of the text.</summary>
    public List<Mark> In(List<Word> words)
    {
        List<Mark> marks = [];
        for (var i = 0; i < words.Count; i++)
        {
            if (!byFirstWord.TryGetValue(words[i].Spelling.Folded, out var candidates))
                continue;
            foreach (var sought in candidates)
            {
                if (MarkAt(words, i, sought) is { } mark)
                    marks.Add(mark);
            }
        }
        return marks;
    }

    /// <summary>
    /// Drops the look-alikes: who typed "bàn" and gets an article with that word does not want every "ban" marked too.
    /// </summary>
    /// <param name="texts">the marks in every text of one article</param>
    public void KeepExactWhereThereAre(params ReadOnlySpan<List<Mark>> texts)
    {
        if (!question.HasAccents)
            return;
        var exact = new HashSet<int>();
        foreach (var marks in texts)
            exact.UnionWith(marks.Where(mark => mark.Exact).Select(mark => mark.Sought));
        foreach (var marks in texts)
            marks.RemoveAll(mark => !mark.Exact && exact.Contains(mark.Sought));
    }

    private Mark? MarkAt(List<Word> words, int first, int sought)
    {
        var wanted = question.Parts[sought].Words;
        if (first + wanted.Count > words.Count)
            return null;
        var exact = true;
        for (var k = 0; k < wanted.Count; k++)
        {
            var found = words[first + k].Spelling;
            if (!string.Equals(found.Folded, wanted[k].Folded, StringComparison.Ordinal))
                return null;
            exact &= string.Equals(found.Exact, wanted[k].Exact, StringComparison.Ordinal);
        }
        return new Mark(first, first + wanted.Count - 1, sought, exact);
    }
}
