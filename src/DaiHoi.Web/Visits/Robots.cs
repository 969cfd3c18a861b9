using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Visits;

/// <summary>
/// Tells robots from people by the name of the browser: the public list <c>crawler-user-agents</c> of npm, and words that
/// only robots use of themselves. Nearly all of the list is plain text and found in one pass over the name; the rest is
/// one regular expression that never goes back, so that no name costs more than its length.
/// </summary>
internal sealed partial class Robots
{
    private static readonly SearchValues<string> OwnWords = SearchValues.Create(
        ["crawler", "spider", "+http:", "+https:", "bot/", "k6/"],
        StringComparison.OrdinalIgnoreCase
    );

    // "Mozilla/5.0" and nothing else is a script's; no person's browser has so short a name.
    private const int ShortestName = 12;

    private static readonly SearchValues<char> Syntax = SearchValues.Create(@"\^$.*+?()[]{}|");

    private readonly Lazy<(SearchValues<string> Plain, Regex Patterns)> list = new(Load);

    /// <summary>Whether a browser of this name is none, or none of a person.</summary>
    public bool Matches(string userAgent)
    {
        if (userAgent.Length < ShortestName)
            return true;
        var (plain, patterns) = list.Value;
        return userAgent.AsSpan().ContainsAny(plain) || userAgent.AsSpan().ContainsAny(OwnWords) || patterns.IsMatch(userAgent);
    }

    /// <summary>Reads the list, if it has not been read.</summary>
    public void Prepare() => _ = list.Value;

    private static (SearchValues<string> Plain, Regex Patterns) Load()
    {
        using var stream = typeof(Robots).Assembly.GetManifestResourceStream("crawler-user-agents.json")!;
        using var document = JsonDocument.Parse(stream);
        var plain = new List<string>();
        var patterns = new List<string>();
        foreach (var robot in document.RootElement.EnumerateArray())
        {
            var pattern = robot.GetProperty("pattern").GetString()!;
            if (IsPlain(pattern))
                plain.Add(EscapedSign().Replace(pattern, "${sign}"));
            else
                patterns.Add(pattern);
        }
        var rest = new Regex(
            string.Join('|', patterns.Select(pattern => $"(?:{pattern})")),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(1)
        );
        return (SearchValues.Create([.. plain], StringComparison.Ordinal), rest);
    }

    /// <summary>Plain text once a sign that was escaped stands for itself.</summary>
    private static bool IsPlain(string pattern) => !EscapedSign().Replace(pattern, "").AsSpan().ContainsAny(Syntax);

    [GeneratedRegex(@"\\(?<sign>[^A-Za-z0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapedSign();
}
