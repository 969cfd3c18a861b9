using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Newsroom.Import;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>A body as plain lines, one for each paragraph, heading, item, row and photo: for comparing and for counting.</summary>
internal static class BodyLines
{
    public static List<string> Of(WrittenBody written)
    {
        var lines = new List<string>();
        foreach (var block in new HtmlParser().ParseDocument("<body>" + written.Html).Body!.Children)
            Append(lines, block, written);
        return lines;
    }

    private static void Append(List<string> lines, IElement block, WrittenBody written)
    {
        switch (block.LocalName)
        {
            case "ul" or "ol":
                lines.AddRange(block.Children.Select(item => Markup.FoldSpace(item.TextContent)));
                break;
            case "table":
                lines.AddRange(
                    block
                        .QuerySelectorAll("tr")
                        .Select(row => string.Join(" | ", row.Children.Select(cell => Markup.FoldSpace(cell.TextContent))))
                );
                break;
            case "blockquote" when block.Children.Length > 0:
                foreach (var inner in block.Children)
                    Append(lines, inner, written);
                break;
            case "figure" when BodyReference.NameOf(block) is { } name:
                lines.Add($"{Markup.FoldSpace(block.TextContent)} | {name}");
                break;
            case "figure":
                if (written.PhotoAt(block.GetAttribute("data-photo")) is { } photo)
                    lines.Add(photo.Credit is null ? photo.Caption : $"{photo.Caption} | {photo.Credit}");
                break;
            default:
                lines.Add(Markup.FoldSpace(block.TextContent));
                break;
        }
    }
}
