namespace DaiHoi.Web.Reports.Writing;

/// <summary>A paragraph, or a list.</summary>
/// <param name="Lines">of a list one for each item, without their dashes</param>
internal sealed record ReportParagraph(bool IsList, IReadOnlyList<string> Lines);

/// <summary>
/// How words of a report are written: paragraphs with an empty line between them; lines that begin with a dash are a list.
/// </summary>
internal static class ReportText
{
    public static IReadOnlyList<ReportParagraph> Parse(string text)
    {
        var paragraphs = new List<ReportParagraph>();
        foreach (var block in text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            // A list may follow its first sentence without an empty line: both are told apart by their dashes.
            foreach (var run in Runs(lines))
                paragraphs.Add(run);
        }
        return paragraphs;
    }

    private static IEnumerable<ReportParagraph> Runs(string[] lines)
    {
        for (var i = 0; i < lines.Length; )
        {
            var list = IsItem(lines[i]);
            var run = lines.Skip(i).TakeWhile(line => IsItem(line) == list).ToList();
            yield return new(list, list ? run.ConvertAll(line => line[2..].TrimStart()) : run);
            i += run.Count;
        }
    }

    private static bool IsItem(string line) =>
        line.StartsWith("- ", StringComparison.Ordinal)
        || line.StartsWith("+ ", StringComparison.Ordinal)
        || line.StartsWith("• ", StringComparison.Ordinal)
        || line.StartsWith("– ", StringComparison.Ordinal);
}
