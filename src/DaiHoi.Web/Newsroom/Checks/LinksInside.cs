using System.Globalization;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Data;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DaiHoi.Web.Newsroom.Checks;

/// <summary>Links of a text that lead nowhere: to nothing on this portal, or to no address at all.</summary>
internal sealed class LinksInside(Sql sql, IEnumerable<EndpointDataSource> endpoints)
{
    // A text with more links than this is a list of links, and is looked at by hand.
    private const int Most = 100;

    public static List<(string Text, string Address)> In(string bodyHtml) =>
        [
            .. new HtmlParser()
                .ParseDocument("<body>" + bodyHtml)
                .QuerySelectorAll("a")
                .Select(link => (link.TextContent.Trim(), link.GetAttribute("href")?.Trim() ?? ""))
                .Take(Most),
        ];

    /// <summary>Those of the links that lead nowhere.</summary>
    /// <param name="publicAddress">of the portal: links to it by its whole address are looked at too</param>
    public async Task<List<(string Text, string Address)>> DeadAsync(
        IEnumerable<(string Text, string Address)> links,
        string publicAddress,
        CancellationToken stop
    )
    {
        var dead = new List<(string, string)>();
        foreach (var link in links)
        {
            var address = link.Address.StartsWith(publicAddress + "/", StringComparison.Ordinal)
                ? link.Address[publicAddress.Length..]
                : link.Address;
            if (!await LeadsSomewhereAsync(address, stop))
                dead.Add(link);
        }
        return dead;
    }

    private async Task<bool> LeadsSomewhereAsync(string address, CancellationToken stop)
    {
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return address.Contains('@', StringComparison.Ordinal);
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))
            return Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https"
                && uri.Host.Contains('.', StringComparison.Ordinal);
        var path = address.Split('?', '#')[0].TrimEnd('/');
        if (path.StartsWith("/en/", StringComparison.Ordinal))
            path = path[3..];
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["bai-viet", var article, ..] => await IsThereAsync(
                "select 1 from article where id = @key and status = 'Published'",
                NumberAtEnd(article),
                stop
            ),
            ["van-ban", var document] => await IsThereAsync(
                "select 1 from official_document where id = @key",
                NumberAtEnd(document),
                stop
            ),
            ["tep", var file] when file.EndsWith(".pdf", StringComparison.Ordinal) => await IsThereAsync(
                "select 1 from attachment where sha256 = @key",
                file[..^4],
                stop
            ),
            ["tep", var file] => await IsThereAsync("select 1 from document_file where id = @key", NumberAtEnd(file), stop),
            ["chuyen-muc", var slug, ..] => await IsThereAsync("select 1 from category where slug = @key", slug, stop),
            ["trang", var slug] => await IsThereAsync("select 1 from static_page where slug = @key", slug, stop),
            ["tu-khoa", var slug] => await IsThereAsync("select 1 from tag where slug = @key", slug, stop),
            ["tac-gia", var slug] => await IsThereAsync("select 1 from author where slug = @key", slug, stop),
            [] => true,
            [var first, ..] => IsOfThePortal(first)
                || await IsThereAsync("select 1 from old_address where path = @key", path, stop),
        };
    }

    // What begins like an address that the program answers; what else such an address needs is not looked at.
    private bool IsOfThePortal(string first) =>
        endpoints
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments)
            .Any(segments =>
                segments is [{ Parts: [RoutePatternLiteralPart literal] }, ..]
                && string.Equals(literal.Content, first, StringComparison.OrdinalIgnoreCase)
            );

    private async Task<bool> IsThereAsync(string question, object? key, CancellationToken stop) =>
        key is not null && await sql.FirstAsync(question, row => row.GetInt32(0), stop, ("key", key)) == 1;

    private static long? NumberAtEnd(string part) =>
        long.TryParse(part.AsSpan(part.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
