using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What a page says about itself for machines: link and meta elements, and the description of a NewsArticle.</summary>
internal sealed record PageFacts
{
    private const int MostAuthors = 20;

    private static readonly Regex SavedFrom = Markup.Pattern(@"<!-- saved from url=\(\d+\)(?<address>https?://[^\s>]+) -->");

    public string? Headline { get; private set; }
    public DateTime? Date { get; private set; }
    public string? CanonicalAddress { get; private set; }
    public string? Category { get; private set; }
    public List<string> Authors { get; } = [];
    public List<string> Tags { get; } = [];

    public static PageFacts Of(IDocument document, string html)
    {
        var facts = new PageFacts();
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json']").Take(10))
            facts.TakeDescription(script.TextContent);
        facts.Headline ??= Meta(document, "og:title");
        facts.Date ??=
            DateOf(Meta(document, "article:published_time"))
            ?? DateOf(Meta(document, "og:article:published_time"))
            ?? DateOf(Meta(document, "pubdate"))
            ?? DateOf(Meta(document, "dc.date"))
            ?? DateOf(Meta(document, "date"))
            ?? DateOf(document.QuerySelector("[itemprop=datePublished]")?.GetAttribute("content"));
        facts.Category ??= Meta(document, "article:section");
        facts.AddAuthor(Meta(document, "article:author"));
        facts.AddAuthor(Meta(document, "author"));
        facts.AddAuthor(Meta(document, "dc.creator"));
        facts.Tags.AddRange(Metas(document, "article:tag").Distinct(StringComparer.Ordinal).Take(20));
        facts.CanonicalAddress =
            Canonical(document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href"))
            ?? Canonical(Meta(document, "og:url"))
            ?? Canonical(SavedFrom.Match(html[..Math.Min(html.Length, 4096)]).Groups["address"].Value);
        return facts;
    }

    /// <summary>The last step of the breadcrumb that is neither the home page nor the article itself.</summary>
    public static string? CategoryOfBreadcrumb(IDocument document, string? title)
    {
        var steps = document
            .QuerySelectorAll(".breadcrumb a, .breadcrumbs a, #breadcrumb a, [itemtype$=BreadcrumbList] a, .duongdan a")
            .Select(Dom.Text)
            .Where(step =>
                step.Length is > 1 and <= 80 && step != title && Fold.Letters(step) is not ("trang chu" or "trang nhat" or "home")
            )
            .ToList();
        return steps.Count == 0 ? null : steps[^1];
    }

    private void TakeDescription(string json)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, MaxDepth = 32 });
            foreach (var thing in Things(parsed.RootElement))
                TakeArticle(thing);
        }
        catch (JsonException)
        {
            // Old portals wrote quotes and line ends into it; the page itself still says the same.
        }
    }

    private static IEnumerable<JsonElement> Things(JsonElement root) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray(),
            JsonValueKind.Object when root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array =>
                graph.EnumerateArray(),
            JsonValueKind.Object => [root],
            _ => [],
        };

    private void TakeArticle(JsonElement thing)
    {
        if (Text(thing, "@type") is not ("NewsArticle" or "Article" or "ReportageNewsArticle" or "BlogPosting"))
            return;
        Headline ??= Text(thing, "headline");
        Date ??= DateOf(Text(thing, "datePublished"));
        Category ??= Text(thing, "articleSection");
        if (!thing.TryGetProperty("author", out var author))
            return;
        foreach (var one in author.ValueKind == JsonValueKind.Array ? author.EnumerateArray().ToArray() : [author])
            AddAuthor(one.ValueKind == JsonValueKind.String ? one.GetString() : Text(one, "name"));
    }

    private void AddAuthor(string? name)
    {
        if (
            Filled(name) is { } filled
            && Authors.Count < MostAuthors
            && !Authors.Contains(filled)
            && !filled.StartsWith("http", StringComparison.Ordinal)
        )
            Authors.Add(filled);
    }

    private static string? Text(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object
        && thing.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? Filled(value.GetString())
            : null;

    private static DateTime? DateOf(string? text) => PortalDate.TryRead(text, out var date) ? date : null;

    // A portal that gives its front page as the address of every article says nothing with it.
    private static string? Canonical(string? address) =>
        OldSite.IsWhole(address) && new Uri(address!.Trim()).PathAndQuery.Length > 1 ? new Uri(address.Trim()).AbsoluteUri : null;

    private static string? Meta(IDocument document, string name) => Metas(document, name).FirstOrDefault();

    private static IEnumerable<string> Metas(IDocument document, string name) =>
        document
            .QuerySelectorAll("meta[content]")
            .Where(meta =>
                string.Equals(
                    meta.GetAttribute("property") ?? meta.GetAttribute("name"),
                    name,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            .Select(meta => Filled(meta.GetAttribute("content")))
            .OfType<string>();

    private static string? Filled(string? text) =>
        Markup.FoldSpace(Fold.Clean(text ?? "")) is { Length: > 0 and <= 500 } filled ? filled : null;
}
