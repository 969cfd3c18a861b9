using System.Text;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Platform.Text;

/// <summary>
/// A text that comes with the program: lines <c>name: value</c> between two lines <c>---</c>, then paragraphs in a small part
/// of Markdown — ## and ###, lists, numbered lists, quotes, tables, bold, emphasis, links and photographs.
/// </summary>
public sealed partial class Prose
{
    private readonly List<string> blocks;
    private readonly List<ProsePhoto> photos = [];

    private Prose(Dictionary<string, string> head, List<string> blocks)
    {
        Head = head;
        this.blocks = blocks;
    }

    /// <summary>The values at the top; names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Head { get; }

    /// <summary>The photographs of the body in their order, after it was made into HTML.</summary>
    public IReadOnlyList<ProsePhoto> Photos => photos;

    /// <summary>The first paragraph as plain text: the lead of an article.</summary>
    public string Lead => blocks[0].Replace('\n', ' ').Replace("**", "", StringComparison.Ordinal);

    /// <exception cref="FormatException">the head is not closed, or nothing follows it</exception>
    public static Prose Parse(string text)
    {
        var lines = Fold.Clean(text).ReplaceLineEndings("\n").Split('\n');
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        if (lines[0] == "---" || lines[0].Contains(": ", StringComparison.Ordinal))
        {
            at = lines[0] == "---" ? 1 : 0;
            for (; at < lines.Length && lines[at] is not ("" or "---"); at++)
            {
                var colon = lines[at].IndexOf(": ", StringComparison.Ordinal);
                if (colon < 1)
                    throw new FormatException($"Line {at + 1}: «{lines[at]}» is not name: value");
                head[lines[at][..colon]] = lines[at][(colon + 2)..].Trim();
            }
            at++;
        }
        var blocks = string.Join('\n', lines[Math.Min(at, lines.Length)..])
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return blocks.Length == 0 ? throw new FormatException("Nothing follows the head") : new(head, [.. blocks]);
    }

    /// <summary>All of it as clean HTML.</summary>
    public string Html() => HtmlFrom(0);

    /// <summary>What follows the lead, as clean HTML; photo n stands as <c>&lt;figure data-photo="n"&gt;</c>, from 1.</summary>
    public string HtmlAfterLead() => HtmlFrom(1);

    private string HtmlFrom(int first)
    {
        photos.Clear();
        var html = new StringBuilder();
        foreach (var block in blocks.Skip(first))
            Append(html, block);
        return html.ToString();
    }

    private void Append(StringBuilder html, string block)
    {
        var lines = block.Split('\n');
        if (Photo().Match(block) is { Success: true } photo)
        {
            photos.Add(new(photo.Groups["alt"].Value, photo.Groups["source"].Value, photo.Groups["caption"].Value));
            html.Append("<figure data-photo=\"").Append(photos.Count).Append("\"></figure>");
        }
        else if (block.StartsWith("## ", StringComparison.Ordinal))
            Element(html, "h2", Inline(block[3..]));
        else if (block.StartsWith("### ", StringComparison.Ordinal))
            Element(html, "h3", Inline(block[4..]));
        else if (block.StartsWith("> ", StringComparison.Ordinal))
            Element(html, "blockquote", $"<p>{Inline(string.Join(' ', lines.Select(line => line.TrimStart('>', ' '))))}</p>");
        else if (block[0] == '|')
            AppendTable(html, lines);
        else if (Array.TrueForAll(lines, line => line.StartsWith("- ", StringComparison.Ordinal)))
            Element(html, "ul", string.Concat(lines.Select(line => $"<li>{Inline(line[2..])}</li>")));
        else if (Array.TrueForAll(lines, line => Numbered().IsMatch(line)))
            Element(html, "ol", string.Concat(lines.Select(line => $"<li>{Inline(Numbered().Replace(line, ""))}</li>")));
        else
            Element(html, "p", Inline(string.Join(' ', lines)));
    }

    private static void AppendTable(StringBuilder html, string[] lines)
    {
        var rows = lines.Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        html.Append("<table><thead><tr>");
        foreach (var cell in rows[0])
            Element(html, "th", Inline(cell), " scope=\"col\"");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows.Skip(2))
            Element(html, "tr", string.Concat(row.Select(cell => $"<td>{Inline(cell)}</td>")));
        html.Append("</tbody></table>");
    }

    private static void Element(StringBuilder html, string name, string inner, string attributes = "") =>
        html.Append('<').Append(name).Append(attributes).Append('>').Append(inner).Append("</").Append(name).Append('>');

    // Encoded as the cleaner writes HTML: a quotation mark is one, but for an address.
    private static string Inline(string text)
    {
        var encoded = text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        encoded = Link()
            .Replace(
                encoded,
                link =>
                    $"<a href=\"{link.Groups["address"].Value.Replace("\"", "&quot;", StringComparison.Ordinal)}\">{link.Groups["text"].Value}</a>"
            );
        encoded = Strong().Replace(encoded, "<strong>$1</strong>");
        return Emphasis().Replace(encoded, "<em>$1</em>");
    }

    [GeneratedRegex("""^!\[(?<alt>[^\]]*)\]\((?<source>\S+) "(?<caption>[^"]*)"\)$""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Photo();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<address>[^)\s]+)\)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*([^*]+)\*\*", RegexOptions.None, 2000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<!\*)\*([^*\s][^*]*)\*(?!\*)", RegexOptions.None, 2000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"^\d{1,3}\. ", RegexOptions.None, 2000)]
    private static partial Regex Numbered();
}

/// <param name="Source">where the picture comes from: an address, or the name of a drawing</param>
public sealed record ProsePhoto(string AlternativeText, string Source, string Caption);
