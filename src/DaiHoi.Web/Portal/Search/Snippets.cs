namespace DaiHoi.Web.Portal.Search;

/// <summary>Shows of a found article its title and the part that says best why it was found, with the words marked.</summary>
internal sealed class Snippets(UnderstoodQuestion question)
{
    private const int MaximumLength = 600;
    private static readonly SnippetPart Cut = new("…", Marked: false);

    private readonly Marks marks = new(question);

    public SearchHit Of(long article, string title, string lead, string text)
    {
        var inTitle = Words.In(title);
        var inLead = Words.In(lead);
        var inText = Words.In(text);
        var titleMarks = marks.In(inTitle);
        var leadMarks = marks.In(inLead);
        var textMarks = marks.In(inText);
        marks.KeepExactWhereThereAre(titleMarks, leadMarks, textMarks);

        var leadWindow = Window.Best(lead, inLead, leadMarks);
        var textWindow = Window.Best(text, inText, textMarks);
        var useLead = inLead.Count > 0 && leadWindow.Score >= textWindow.Score;
        return new SearchHit(
            article,
            Parts(title, 0, title.Length, inTitle, titleMarks),
            useLead ? Excerpt(lead, inLead, leadMarks, leadWindow) : Excerpt(text, inText, textMarks, textWindow)
        );
    }

    private static List<SnippetPart> Excerpt(string text, List<Word> words, List<Mark> marks, Window window)
    {
        if (words.Count == 0)
            return [];
        var from = window.First == 0 ? 0 : words[window.First].Start;
        var to = window.Last == words.Count - 1 ? text.Length : words[window.Last].End;
        // Quotes and brackets before the first word and the point after the last belong to the sentence.
        while (from > 0 && from > words[window.First - 1].End && !char.IsWhiteSpace(text[from - 1]))
            from--;
        while (to < text.Length && to < words[window.Last + 1].Start && !char.IsWhiteSpace(text[to]))
            to++;
        while (from < to && char.IsWhiteSpace(text[from]))
            from++;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        if (to - from > MaximumLength)
            to = from + MaximumLength - (char.IsHighSurrogate(text[from + MaximumLength - 1]) ? 1 : 0);

        var parts = Parts(text, from, to, words, marks);
        if (text.AsSpan(0, from).ContainsAnyExcept(" \t\r\n"))
            parts.Insert(0, Cut);
        if (text.AsSpan(to).ContainsAnyExcept(" \t\r\n"))
            parts.Add(Cut);
        return parts;
    }

    /// <summary>The text between two places, in runs; marks that touch or overlap are one run.</summary>
    private static List<SnippetPart> Parts(string text, int from, int to, List<Word> words, List<Mark> marks)
    {
        List<SnippetPart> parts = [];
        var written = from;
        for (var i = 0; i < marks.Count; i++)
        {
            var start = words[marks[i].First].Start;
            var last = marks[i].Last;
            while (i + 1 < marks.Count && Continues(text, words, last, marks[i + 1]))
                last = Math.Max(last, marks[++i].Last);
            var end = words[last].End;
            if (start < from || end > to)
                continue;
            if (start > written)
                parts.Add(new SnippetPart(text[written..start], Marked: false));
            parts.Add(new SnippetPart(text[start..end], Marked: true));
            written = end;
        }
        if (written < to)
            parts.Add(new SnippetPart(text[written..to], Marked: false));
        return parts;
    }

    private static bool Continues(string text, List<Word> words, int last, Mark next) =>
        next.First <= last
        || (
            next.First == last + 1
            && !text.AsSpan(words[last].End, words[next.First].Start - words[last].End).ContainsAnyExcept(' ', '\u00A0')
        );
}
