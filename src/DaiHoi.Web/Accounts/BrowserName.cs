using System.Text.RegularExpressions;

namespace DaiHoi.Web.Accounts;

/// <summary>What a browser calls itself, as its owner would call it: "Firefox 140, Windows".</summary>
internal static partial class BrowserName
{
    // The order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("coc_coc_browser/", "Cốc Cốc"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Version/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string userAgent)
    {
        var system = Array.Find(Systems, system => userAgent.Contains(system.Sign, StringComparison.Ordinal)).Name;
        foreach (var (sign, name) in Browsers)
        {
            var at = userAgent.IndexOf(sign, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var version = Digits().Match(userAgent, at + sign.Length).Value;
            return string.Join(", ", new[] { $"{name} {version}".TrimEnd(), system }.OfType<string>());
        }
        return userAgent.Length == 0 ? "?" : userAgent[..Math.Min(userAgent.Length, 60)];
    }

    [GeneratedRegex(@"\G\d{1,4}", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
