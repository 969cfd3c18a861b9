using System.Text.RegularExpressions;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>Which names may stand in a backup. Everything else is refused, and so nothing in it can lead out of the data folder.</summary>
internal static partial class BackupNames
{
    /// <summary>Whether it names a file below one of the folders that belong to the portal.</summary>
    public static bool IsFile(string name, IReadOnlyCollection<string> folders) =>
        File().Match(name) is { Success: true } match && folders.Contains(match.Groups["folder"].Value);

    /// <summary>The table and number of a part, or null.</summary>
    public static (string Table, int Number)? Part(string name) =>
        RowPart().Match(name) is { Success: true } match
            ? (
                match.Groups["table"].Value,
                int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            )
            : null;

    public static bool IsTableOrColumn(string name) => Identifier().IsMatch(name);

    /// <summary>"20261124215545_Accounts" and "20261124215552_Accounts" are the same step on the two databases.</summary>
    public static string OfMigration(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    // No part of a path begins with a point, so neither «..» nor a hidden file can be named.
    [GeneratedRegex(
        @"^files/(?<folder>[a-z]{1,20})(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,120}){1,4}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex File();

    [GeneratedRegex(
        @"^rows/(?<table>[a-z][a-z0-9_]{0,62})/(?<number>[0-9]{6,9})\.jsonl\.gz\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RowPart();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,62}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
