using System.Text.RegularExpressions;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>A body for paper: a link cannot be followed there, so it gets a number and its address stands at the end.</summary>
/// <param name="Html">with a raised number behind each link</param>
/// <param name="Addresses">in the order of their numbers, from 1, encoded</param>
internal sealed partial record NotedBody(string Html, IReadOnlyList<string> Addresses)
{
    public static NotedBody Of(string html, string publicAddress)
    {
        var addresses = new List<string>();
        var noted = Link()
            .Replace(
                html,
                link =>
                {
                    var address = link.Groups["address"].Value;
                    addresses.Add(address.StartsWith('/') ? publicAddress + address : address);
                    return $"{link.Value}<sup>{addresses.Count}</sup>";
                }
            );
        return new(noted, addresses);
    }

    [GeneratedRegex(
        """<a [^>]*href="(?<address>[^"]*)"[^>]*>.*?</a>""",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Link();
}
