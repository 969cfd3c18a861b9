using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DaiHoi.Web.Newsroom.Import;

namespace DaiHoi.Web.Newsroom.Bodies;

/// <summary>
/// A file of the media library or a document of the document library in a body:
/// <c>&lt;figure data-file="12"&gt;&lt;figcaption&gt;words&lt;/figcaption&gt;&lt;/figure&gt;</c>, in Markdown
/// <c>[words](tep:12)</c>; a document may be named by its number too, <c>[words](van-ban:35-CT/TW)</c>.
/// </summary>
internal static partial class BodyReference
{
    public const string FileMark = "data-file";
    public const string DocumentMark = "data-document";

    private const int LongestWords = 300;
    private const int LongestName = 100;
    private const string Below = "data-below";

    private static readonly (string Mark, string Scheme)[] Kinds = [(FileMark, "tep:"), (DocumentMark, "van-ban:")];

    /// <summary>Whether somebody meant an element as one; what it names may still be nothing.</summary>
    public static bool IsOne(IElement element) => KindOf(element) is not null;

    /// <summary>Whether its words stand in a sentence, to which they belong: the place comes below the paragraph.</summary>
    public static bool IsInSentence(IElement element) => element.LocalName == "a" && !IsAlone(element);

    /// <summary>The place of a reference in what is being written; null where it names nothing.</summary>
    public static IElement? PlaceOf(IHtmlDocument document, IElement element)
    {
        var (mark, _) = KindOf(element)!.Value;
        if (TargetOf(element, mark) is not { } target)
            return null;
        var place = document.CreateElement("figure");
        place.SetAttribute(mark, target);
        var words = Markup.FoldSpace(
            (element.LocalName == "a" ? element : element.QuerySelector("figcaption"))?.TextContent ?? ""
        );
        if (words.Length > 0)
        {
            var caption = document.CreateElement("figcaption");
            caption.TextContent = words.Length <= LongestWords ? words : words[..LongestWords];
            place.AppendChild(caption);
        }
        if (IsInSentence(element))
            place.SetAttribute(Below, "");
        return place;
    }

    /// <summary>Brings those that stood in a sentence below its block, one for each thing that the text names.</summary>
    public static void Lower(IElement body)
    {
        foreach (var place in body.QuerySelectorAll($"figure[{Below}]").Reverse().ToList())
        {
            place.RemoveAttribute(Below);
            if (body.QuerySelectorAll("figure").Any(other => other != place && NamesTheSame(other, place)))
            {
                place.Remove();
                continue;
            }
            INode block = place;
            while (block.Parent != body)
                block = block.Parent!;
            if (block != place)
                body.InsertBefore(place, block.NextSibling);
        }
    }

    /// <summary>How Markdown names what a place holds, "tep:12"; null where the figure is a photo.</summary>
    public static string? NameOf(IElement figure)
    {
        foreach (var (mark, scheme) in Kinds)
        {
            if (figure.GetAttribute(mark) is { } target)
                return scheme + target;
        }
        return null;
    }

    /// <summary>The numbers that a kept text names, each once, in its order.</summary>
    public static List<long> In(string bodyHtml, string mark) =>
        [
            .. Place()
                .Matches(bodyHtml)
                .Where(place => place.Groups["mark"].Value == mark)
                .Select(place => long.Parse(place.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
                .Distinct(),
        ];

    private static bool NamesTheSame(IElement one, IElement other) =>
        Kinds.All(kind => one.GetAttribute(kind.Mark) == other.GetAttribute(kind.Mark));

    private static (string Mark, string Scheme)? KindOf(IElement element)
    {
        foreach (var kind in Kinds)
        {
            if (element.LocalName == "figure" && element.HasAttribute(kind.Mark))
                return kind;
            if (element.LocalName == "a" && AddressOf(element).StartsWith(kind.Scheme, StringComparison.OrdinalIgnoreCase))
                return kind;
        }
        return null;
    }

    // A file by its number; a document by its number here or by the one that is printed on it.
    private static string? TargetOf(IElement element, string mark)
    {
        var address = AddressOf(element);
        var written =
            element.LocalName == "a"
                ? Uri.UnescapeDataString(address[(address.IndexOf(':') + 1)..])
                : element.GetAttribute(mark)!;
        var target = Markup.FoldSpace(written);
        if (IsNumber(target))
            return target.TrimStart('0') is { Length: > 0 } digits ? digits : null;
        return mark == DocumentMark && target.Length is > 0 and <= LongestName ? target : null;
    }

    public static bool IsNumber(string target) => target.Length is > 0 and <= 18 && target.All(char.IsAsciiDigit);

    private static bool IsAlone(IElement link) =>
        link.ParentElement is { } parent
        && Markup.FoldSpace(parent.TextContent) == Markup.FoldSpace(link.TextContent)
        && parent.QuerySelector("img") is null;

    private static string AddressOf(IElement element) => element.GetAttribute("href")?.Trim() ?? "";

    [GeneratedRegex("<figure (?<mark>data-file|data-document)=\"(?<id>\\d{1,18})\">", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Place();
}
