using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>
/// A body as Markdown and back, for whoever writes without JavaScript. What Markdown cannot say (a table with joined cells)
/// stays HTML in it. What was not touched comes back as it was.
/// </summary>
internal static class BodyMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>
    /// Reads Markdown: <c>![shown](anh:12 "Caption | Credit")</c> is picture 12 of the media store, <c>[words](tep:12)</c> file
    /// 12, <c>[words](van-ban:35-CT/TW)</c> a document of the library.
    /// </summary>
    public static WrittenBody Read(string markdown)
    {
        if (markdown.Length > WrittenBody.Longest)
            return WrittenBody.Empty;
        return WrittenBody.OfHtml(Markdown.ToHtml(markdown.ReplaceLineEndings("\n"), Pipeline));
    }

    /// <summary>Writes Markdown.</summary>
    public static string Write(WrittenBody written)
    {
        var body = new HtmlParser().ParseDocument("<body>" + written.Html).Body!;
        var blocks = body.Children.Select(block => Block(block, written)).Where(block => block.Length > 0);
        return string.Join("\n\n", blocks) + "\n";
    }

    private static string Block(IElement block, WrittenBody written) =>
        block.LocalName switch
        {
            "h2" => "## " + Inline(block),
            "h3" => "### " + Inline(block),
            "ul" or "ol" => List(block, written),
            "blockquote" => Quote(block, written),
            "table" => Table(block),
            "figure" when BodyReference.NameOf(block) is { } name => $"[{Escaped(block.TextContent)}]({Address(name)})",
            "figure" => Photo(block, written),
            _ => AtLineStart(Inline(block)),
        };

    private static string List(IElement list, WrittenBody written)
    {
        var lines = new StringBuilder();
        foreach (var (i, item) in list.Children.Where(child => child.LocalName == "li").Index())
        {
            var mark = list.LocalName == "ul" ? "- " : string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ");
            var parts = Parts(item, written);
            var text = string.Join(parts.IsTight ? "\n" : "\n\n", parts.Blocks);
            if (lines.Length > 0)
                lines.Append('\n');
            lines.Append(mark).Append(text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal));
        }
        return lines.ToString();
    }

    // What stands loose in an item is its first line; lists inside follow it closely.
    private static (List<string> Blocks, bool IsTight) Parts(IElement item, WrittenBody written)
    {
        var blocks = new List<string>();
        var loose = new StringBuilder();
        var tight = true;
        foreach (var child in item.ChildNodes)
        {
            if (child is IElement { LocalName: "p" or "ul" or "ol" or "blockquote" or "table" or "figure" } block)
            {
                Flush();
                blocks.Add(Block(block, written));
                tight &= block.LocalName is "ul" or "ol";
            }
            else
                AppendInline(loose, child);
        }
        Flush();
        return (blocks, tight);

        void Flush()
        {
            var line = AtLineStart(loose.ToString().Trim());
            if (line.Length > 0)
                blocks.Add(line);
            loose.Clear();
        }
    }

    private static string Quote(IElement quote, WrittenBody written)
    {
        var (blocks, _) = Parts(quote, written);
        return "> " + string.Join("\n\n", blocks).Replace("\n", "\n> ", StringComparison.Ordinal);
    }

    private static string Table(IElement table)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => row.Children.ToList()).ToList();
        var head = table.QuerySelector("thead");
        var isPlain =
            head is not null
            && head.Children.Length == 1
            && table.Children.All(part => part.LocalName is "thead" or "tbody")
            && rows.TrueForAll(row => row.Count == rows[0].Count)
            && rows.Count > 1
            && rows.Skip(1).All(row => row.TrueForAll(cell => cell.LocalName == "td"))
            && rows[0].TrueForAll(cell => cell.LocalName == "th")
            && table.QuerySelector("[colspan], [rowspan], td > p, td ul, td ol, th > p, td br, th br") is null;
        if (!isPlain)
            return table.OuterHtml.ReplaceLineEndings(" ");
        var lines = rows.ConvertAll(row =>
            "| " + string.Join(" | ", row.Select(cell => Inline(cell).Replace("|", "\\|", StringComparison.Ordinal))) + " |"
        );
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", rows[0].Count)));
        return string.Join('\n', lines);
    }

    private static string Photo(IElement figure, WrittenBody written)
    {
        if (written.PhotoAt(figure.GetAttribute("data-photo")) is not { } photo)
            return "";
        var words = photo.Credit is { Length: > 0 } credit ? $"{photo.Caption} | {credit}" : photo.Caption;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"![{Escaped(photo.AlternativeText)}]({WrittenBody.PictureScheme}{photo.PictureId ?? 0} \"{Escaped(words).Replace("\"", "\\\"", StringComparison.Ordinal)}\")"
        );
    }

    private static string Inline(IElement element)
    {
        var line = new StringBuilder();
        foreach (var child in element.ChildNodes)
            AppendInline(line, child);
        return line.ToString().Trim();
    }

    private static void AppendInline(StringBuilder line, INode node)
    {
        if (node is IText text)
        {
            line.Append(Escaped(text.Data));
            return;
        }
        if (node is not IElement element)
            return;
        switch (element.LocalName)
        {
            case "br":
                line.Append("\\\n");
                break;
            case "a":
                line.Append('[')
                    .Append(Inline(element))
                    .Append("](")
                    .Append(Address(element.GetAttribute("href") ?? ""))
                    .Append(')');
                break;
            // Stars count only where a space does not stand inside them: what begins or ends with one stays HTML.
            case "strong" when IsTight(element):
                line.Append("**").Append(Inline(element)).Append("**");
                break;
            case "em" when IsTight(element):
                line.Append('*').Append(Inline(element)).Append('*');
                break;
            default:
                line.Append('<').Append(element.LocalName).Append('>');
                foreach (var child in element.ChildNodes)
                    AppendInline(line, child);
                line.Append("</").Append(element.LocalName).Append('>');
                break;
        }
    }

    private static bool IsTight(IElement element)
    {
        var text = element.TextContent;
        return text.Length > 0
            && char.IsLetterOrDigit(text[0])
            && char.IsLetterOrDigit(text[^1])
            && IsApart((element.PreviousSibling as IText)?.Data, last: true)
            && IsApart((element.NextSibling as IText)?.Data, last: false)
            && element.PreviousSibling is null or IText
            && element.NextSibling is null or IText
            && element.ParentElement is { LocalName: not ("strong" or "em") }
            && element.QuerySelector("strong, em") is null;
    }

    private static bool IsApart(string? beside, bool last) =>
        beside is null or "" || !char.IsLetterOrDigit(last ? beside[^1] : beside[0]);

    private static string Address(string href) =>
        href.AsSpan().IndexOfAny(" ()<>") >= 0
            ? "<" + href.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal) + ">"
            : href.Replace("*", "%2A", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '`' or '&' or '|')
                escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' or '\t' ? ' ' : c);
        }
        return escaped.ToString();
    }

    // "1. ", "- ", "# " at the start of a paragraph are text there, not a list or a heading.
    private static string AtLineStart(string line)
    {
        if (line.Length == 0)
            return line;
        if (line[0] is '#' or '-' or '+' or '=' or '~')
            return "\\" + line;
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }
}
