using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DaiHoi.Web.Tests.Hostile;

/// <summary>Reads an answer as a browser does and says what in it could run, load or lead where no page of ours does.</summary>
internal static class HarmlessPage
{
    private static readonly string[] NoElements =
    [
        "iframe",
        "object",
        "embed",
        "applet",
        "base",
        "frame",
        "style",
        "foreignobject",
        "animate",
        "set",
        "math",
        "template",
        "marquee",
        "audio",
        "video",
        "source",
        "noscript",
        "xss",
        "isindex",
        "x",
        "image",
    ];

    private static readonly string[] Addresses =
    [
        "href",
        "src",
        "action",
        "formaction",
        "poster",
        "data",
        "background",
        "xlink:href",
    ];

    public static IEnumerable<string> Problems(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            var name = element.LocalName.ToLowerInvariant();
            // The page that a reader saves carries its few lines of style with it; no text of anybody is in them.
            if (
                name == "style"
                && !element.TextContent.Contains("evil", StringComparison.Ordinal)
                && element.ParentElement is { LocalName: "head" }
            )
                continue;
            if ((NoElements.Contains(name) && !IsOfOurPicture(element)) || (name == "script" && !IsOurs(element)))
                yield return element.OuterHtml;
            if (name == "meta" && element.HasAttribute("http-equiv"))
                yield return element.OuterHtml;
            foreach (var attribute in element.Attributes)
            {
                var key = attribute.Name.ToLowerInvariant();
                if (key.StartsWith("on", StringComparison.Ordinal) || key is "style" or "srcdoc")
                    yield return $"{name} {key}={attribute.Value}";
                if (Addresses.Contains(key) && IsHostile(attribute.Value))
                    yield return $"{name} {key}={attribute.Value}";
            }
        }
    }

    /// <summary>A feed must be XML, and what its readers unpack as HTML harmless as well.</summary>
    public static IEnumerable<string> ProblemsOfFeed(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new() { DtdProcessing = DtdProcessing.Prohibit });
        var feed = XDocument.Load(reader);
        foreach (var element in feed.Descendants())
        {
            if (element.Name.LocalName is "link" or "guid" or "loc" && IsHostile(element.Value))
                yield return element.ToString();
            // Plain text by the form of the feed; readers that take it for HTML must not be led astray either.
            if (element.Name.LocalName is "description" or "encoded")
            {
                foreach (var problem in Problems(element.Value))
                    yield return problem;
            }
        }
    }

    private static bool IsHostile(string address)
    {
        var plain = string.Concat(address.Where(sign => sign > ' ' && sign != '\u007F')).ToLowerInvariant();
        return plain.StartsWith("javascript:", StringComparison.Ordinal)
            || plain.StartsWith("vbscript:", StringComparison.Ordinal)
            || plain.StartsWith("data:", StringComparison.Ordinal);
    }

    // The logo, in its two formats.
    private static bool IsOfOurPicture(IElement source) =>
        source is { LocalName: "source", ParentElement.LocalName: "picture" }
        && !source.HasAttribute("src")
        && source.GetAttribute("srcset") is { } files
        && files.StartsWith("/anh/", StringComparison.Ordinal)
        && !files.Contains(',', StringComparison.Ordinal);

    private static bool IsOurs(IElement script)
    {
        if (script.GetAttribute("src") is { } source)
            return source.StartsWith("/lib/", StringComparison.Ordinal) && script.TextContent.Length == 0;
        if (script.GetAttribute("type") != "application/ld+json")
            return false;
        using var data = JsonDocument.Parse(script.TextContent);
        return true;
    }
}
