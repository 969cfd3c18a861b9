using System.Text;
using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Walks the main content of a page and turns it into blocks, whatever the page was built of.</summary>
internal sealed class HtmlBlocks
{
    // Shorter lines around a single break belong to one paragraph (an address, a verse); longer ones are paragraphs.
    private const int LineOfProse = 100;
    private const int LayoutCell = 400;

    private readonly List<Block> blocks = [];
    private readonly InlineText inline;
    private readonly Func<string, string?> link;
    private readonly int textOfPage;

    private HtmlBlocks(Func<string, string?> link, int textOfPage)
    {
        this.link = link;
        this.textOfPage = textOfPage;
        inline = new InlineText(link);
    }

    /// <param name="link">the address to keep for a link of the page, or null where only its text is kept</param>
    /// <param name="textOfPage">length of the text of the whole page, to tell its frame from its content</param>
    public static List<Block> Of(IElement content, Func<string, string?> link, int textOfPage)
    {
        var reader = new HtmlBlocks(link, textOfPage);
        reader.Walk(content, isParagraph: content.LocalName == "p");
        reader.Flush(content, isParagraph: false);
        return HtmlCaptions.Join(reader.blocks);
    }

    private void Walk(INode container, bool isParagraph)
    {
        foreach (var child in container.ChildNodes)
        {
            if (child is not IElement element)
                inline.Append(child);
            else if (!Dom.IsUnseen(element) && !Dom.IsChrome(element, textOfPage))
                Enter(element, isParagraph);
        }
    }

    private void Enter(IElement element, bool isParagraph)
    {
        if (element.LocalName is "br" || (Dom.IsInline(element) && !HoldsBlocks(element)))
        {
            inline.Append(element);
            return;
        }
        if (Dom.IsInline(element))
        {
            Walk(element, isParagraph);
            return;
        }
        Flush(element.ParentElement!, isParagraph);
        switch (element.LocalName)
        {
            case "img":
                AddPhoto(element, caption: "");
                break;
            case "figure" when element.QuerySelector("img") is { } picture:
                AddPhoto(picture, element.QuerySelector("figcaption") is { } caption ? Dom.Text(caption) : "");
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when !HoldsBlocks(element):
                AddHeading(Dom.Text(element));
                break;
            case "ul" or "ol":
                AddList(element);
                break;
            case "table":
                AddTable(element);
                break;
            case "blockquote" when !HoldsBlocks(element):
                AddQuote(element);
                break;
            case "pre":
                foreach (var line in element.TextContent.ReplaceLineEndings("\n").Split('\n').Select(Markup.FoldSpace))
                    AddParagraph(line);
                break;
            default:
                Walk(element, isParagraph: element.LocalName == "p");
                Flush(element, isParagraph: element.LocalName == "p");
                break;
        }
    }

    /// <summary>Ends the run of inline text: two breaks part paragraphs, one parts lines of prose.</summary>
    private void Flush(IElement around, bool isParagraph)
    {
        var lines = new List<InlineText.Piece>();
        foreach (var piece in inline.Take())
        {
            var parts =
                piece.Text.Length == 0
                || (lines.Count > 0 && (!isParagraph || lines[^1].Text.Length > LineOfProse || piece.Text.Length > LineOfProse));
            if (parts)
                AddLines(lines, around);
            if (piece.Text.Length > 0)
                lines.Add(piece);
        }
        AddLines(lines, around);
    }

    private void AddLines(List<InlineText.Piece> lines, IElement around)
    {
        if (lines.Count == 0)
            return;
        blocks.Add(
            new Block(
                BlockKind.Paragraph,
                string.Join(' ', lines.Select(line => line.Text)),
                string.Join("<br>", lines.Select(line => line.Html))
            )
            {
                IsStrong = lines.TrueForAll(line => line.IsStrong),
                LooksLikeCaption = lines.TrueForAll(line => line.IsSlanted) || HtmlCaptions.SetsCaption(around),
            }
        );
        lines.Clear();
    }

    private void AddParagraph(string text)
    {
        if (text.Length > 0)
            blocks.Add(Block.Paragraph(text));
    }

    private void AddHeading(string text)
    {
        if (text.Length > 0)
            blocks.Add(new(BlockKind.Heading, text, ""));
    }

    private void AddPhoto(IElement picture, string caption)
    {
        if (HtmlCaptions.Photo(picture, caption) is { } photo)
            blocks.Add(Block.Of(photo));
    }

    private void AddQuote(IElement quote)
    {
        var html = Inside(quote, out var text);
        if (text.Length > 0)
            blocks.Add(new(BlockKind.Quote, text, $"<blockquote><p>{html}</p></blockquote>"));
    }

    private void AddList(IElement list)
    {
        var items = list.Children.Where(item => item.LocalName == "li").ToList();
        // Photographs and paragraphs in items: the list was a layout.
        if (items.Exists(item => item.QuerySelector("img, table, p + p") is not null))
        {
            Walk(list, isParagraph: false);
            Flush(list, isParagraph: false);
            return;
        }
        var html = ListHtml(list, out var text);
        if (text.Length > 0)
            blocks.Add(new(BlockKind.List, text, html));
    }

    private string ListHtml(IElement list, out string text)
    {
        var html = new StringBuilder($"<{list.LocalName}>");
        var words = new StringBuilder();
        foreach (var item in list.Children.Where(item => item.LocalName == "li"))
        {
            var written = Inside(item, out var line);
            if (line.Length == 0)
                continue;
            html.Append("<li>").Append(written).Append("</li>");
            words.Append(line).Append('\n');
        }
        text = words.ToString().TrimEnd();
        return html.Append("</").Append(list.LocalName).Append('>').ToString();
    }

    private void AddTable(IElement table)
    {
        var cells = table.QuerySelectorAll("td, th");
        var picture = table.QuerySelector("img");
        var text = Dom.Text(table);
        if (picture is not null && cells.Length <= 4 && text.Length <= LayoutCell && table.QuerySelectorAll("img").Length == 1)
        {
            AddPhoto(picture, text);
        }
        else if (
            cells.Length <= 1
            || picture is not null
            || table.QuerySelector("table, h1, h2, h3") is not null
            || cells.Any(cell => cell.TextContent.Length > LayoutCell)
        )
        {
            Walk(table, isParagraph: false);
            Flush(table, isParagraph: false);
        }
        else if (text.Length > 0)
        {
            blocks.Add(new(BlockKind.Table, text, HtmlTables.Write(table, cell => Inside(cell, out _))));
        }
    }

    // Text and emphasis of an element that is no block of its own any more; its lines are parted by breaks.
    private string Inside(IElement element, out string text)
    {
        var writer = new InlineText(link);
        AppendInside(element, writer);
        var pieces = writer.Take().Where(piece => piece.Text.Length > 0).ToList();
        text = string.Join(' ', pieces.Select(piece => piece.Text));
        return string.Join("<br>", pieces.Select(piece => piece.Html));
    }

    private static void AppendInside(IElement element, InlineText writer)
    {
        foreach (var child in element.ChildNodes)
        {
            if (child is not IElement inner || inner.LocalName == "br" || (Dom.IsInline(inner) && !HoldsBlocks(inner)))
            {
                writer.Append(child);
                continue;
            }
            if (Dom.IsUnseen(inner))
                continue;
            writer.EndPiece();
            AppendInside(inner, writer);
            writer.EndPiece();
        }
    }

    private static bool HoldsBlocks(IElement element) =>
        element.QuerySelector("img, p, div, table, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, figure, section, center, pre")
            is not null;
}
