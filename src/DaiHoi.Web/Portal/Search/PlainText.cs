using System.Net;
using System.Text;

namespace DaiHoi.Web.Portal.Search;

/// <summary>The text of clean HTML, paragraphs, cells and list items each on a line of its own.</summary>
internal static class PlainText
{
    private static readonly HashSet<string> WithinLine = new(
        ["a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"],
        StringComparer.OrdinalIgnoreCase
    );

    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            text.Append(html, at, (tag < 0 ? html.Length : tag) - at);
            if (tag < 0)
                break;
            var end = html.IndexOf('>', tag);
            if (end < 0)
                break;
            if (!WithinLine.Contains(NameOf(html.AsSpan(tag + 1, end - tag - 1))) && text.Length > 0 && text[^1] != '\n')
                text.Append('\n');
            at = end + 1;
        }
        return WebUtility.HtmlDecode(text.ToString()).Trim();
    }

    private static string NameOf(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = tag.IndexOfAny(" \t\r\n/");
        return (end < 0 ? tag : tag[..end]).ToString();
    }
}
