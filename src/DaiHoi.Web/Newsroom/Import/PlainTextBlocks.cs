using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Lines of plain text told apart: paragraphs, lists, tables, sub-headings and captions of lost photographs.</summary>
internal static class PlainTextBlocks
{
    private static readonly Regex Item = Markup.Pattern(@"^(?<mark>[•●▪◦*+–-]|\d{1,3}[.)])\s+(?<text>\S.*)$");

    public static List<Block> Of(IEnumerable<string> lines)
    {
        var paragraphs = lines.ToList();
        var blocks = new List<Block>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (TableAt(paragraphs, i) is { Count: > 1 } rows)
            {
                blocks.Add(Table(rows));
                i += rows.Count - 1;
            }
            else if (ListAt(paragraphs, i) is { Count: > 0 } items)
            {
                blocks.Add(List(items, ordered: char.IsAsciiDigit(paragraphs[i][0])));
                i += items.Count - 1;
            }
            else
            {
                blocks.Add(Told(paragraphs, i));
            }
        }
        return blocks;
    }

    public static bool IsItem(string line, out Match match)
    {
        match = Item.Match(line);
        return match.Success;
    }

    /// <summary>
    /// Items that follow each other without a paragraph between. One dash alone opens a speech, one number alone a
    /// heading; a bullet is always an item.
    /// </summary>
    private static List<string> ListAt(List<string> lines, int start)
    {
        var items = new List<string>();
        var first = "";
        for (var i = start; i < lines.Count && IsItem(lines[i], out var match); i++)
        {
            var mark = match.Groups["mark"].Value;
            var number = mark[..^1];
            var fits =
                items.Count == 0 ? !char.IsAsciiDigit(mark[0]) || number == "1"
                : char.IsAsciiDigit(mark[0])
                    ? number == (items.Count + 1).ToString(CultureInfo.InvariantCulture) && char.IsAsciiDigit(first[0])
                : mark == first;
            if (!fits)
                break;
            if (items.Count == 0)
                first = mark;
            items.Add(match.Groups["text"].Value);
        }
        return items.Count == 1 && first is not ("•" or "●" or "▪" or "◦") ? [] : items;
    }

    private static Block List(List<string> items, bool ordered)
    {
        var tag = ordered ? "ol" : "ul";
        var html = new StringBuilder().Append('<').Append(tag).Append('>');
        foreach (var item in items)
            html.Append("<li>").Append(Markup.Text(item)).Append("</li>");
        html.Append("</").Append(tag).Append('>');
        return new(BlockKind.List, string.Join('\n', items), html.ToString());
    }

    // Columns parted by "|" in every row, the same number in each.
    private static List<string[]> TableAt(List<string> lines, int start)
    {
        var rows = new List<string[]>();
        for (var i = start; i < lines.Count; i++)
        {
            var cells = lines[i].Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length < 2 || (rows.Count > 0 && cells.Length != rows[0].Length))
                break;
            rows.Add(cells);
        }
        return rows;
    }

    private static Block Table(List<string[]> rows)
    {
        var html = new StringBuilder("<table><tbody>");
        foreach (var row in rows.Where(row => !Array.TrueForAll(row, cell => cell.Trim('-', ':', '=').Length == 0)))
        {
            html.Append("<tr>");
            foreach (var cell in row)
                html.Append("<td>").Append(Markup.Text(cell)).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        return new(BlockKind.Table, string.Join('\n', rows.Select(row => string.Join(' ', row))), html.ToString());
    }

    private static Block Told(List<string> lines, int i)
    {
        var line = lines[i];
        // The first line is the lead, the last one the byline: only what stands between paragraphs can be more.
        if (i == 0 || i == lines.Count - 1 || !PhotoCaption.IsShortLine(line) || !IsParagraph(lines[i + 1]))
            return Block.Paragraph(line);
        if (PhotoCaption.IsHeading(line))
            return new(BlockKind.Heading, line, "");
        var (caption, credit) = Byline.PhotoCredit(line);
        return Block.Of(new RecognisedPhoto(caption, "", credit, File: null));
    }

    private static bool IsParagraph(string line) => !PhotoCaption.IsShortLine(line) || IsItem(line, out _);
}
