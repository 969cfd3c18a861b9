using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Writes a table of data with its rows, heads and merged cells, and nothing of its looks.</summary>
internal static class HtmlTables
{
    private const int WidestSpan = 100;

    public static string Write(IElement table, Func<IElement, string> inside)
    {
        var html = new StringBuilder("<table>");
        if (
            table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption
            && Dom.Text(caption) is { Length: > 0 } text
        )
            html.Append("<caption>").Append(Markup.Text(text)).Append("</caption>");
        foreach (var part in table.Children)
        {
            if (part.LocalName == "tr")
                AppendRow(part, html, inside);
            if (part.LocalName is not ("thead" or "tbody" or "tfoot"))
                continue;
            var tag = part.LocalName == "thead" ? "thead" : "tbody";
            html.Append('<').Append(tag).Append('>');
            foreach (var row in part.Children.Where(row => row.LocalName == "tr"))
                AppendRow(row, html, inside);
            html.Append("</").Append(tag).Append('>');
        }
        return html.Append("</table>").ToString();
    }

    private static void AppendRow(IElement row, StringBuilder html, Func<IElement, string> inside)
    {
        html.Append("<tr>");
        foreach (var cell in row.Children.Where(cell => cell.LocalName is "td" or "th"))
        {
            html.Append('<').Append(cell.LocalName);
            AppendSpan(cell, "colspan", html);
            AppendSpan(cell, "rowspan", html);
            html.Append('>').Append(inside(cell)).Append("</").Append(cell.LocalName).Append('>');
        }
        html.Append("</tr>");
    }

    private static void AppendSpan(IElement cell, string name, StringBuilder html)
    {
        if (
            int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            && span is > 1 and <= WidestSpan
        )
            html.Append(CultureInfo.InvariantCulture, $" {name}=\"{span}\"");
    }
}
