using System.Text.RegularExpressions;

namespace DaiHoi.Web.Platform.Text;

/// <summary>Where an organisation is, by its name.</summary>
public static partial class PlaceNames
{
    /// <summary>Room to write the place by hand.</summary>
    public const string Open = "……………";

    /// <summary>
    /// "Hội Liên hiệp Phụ nữ xã Lộc An" is in "Lộc An", "Tỉnh ủy Bình Phước" in "Bình Phước"; what stands in brackets is no part of
    /// it. Null where the name says no place: "Chi bộ số 01", "Công đoàn cơ sở Nông trường 3".
    /// </summary>
    public static string? In(string name)
    {
        var bracket = name.IndexOf(" (", StringComparison.Ordinal);
        var match = Unit().Match(bracket > 0 ? name[..bracket] : name);
        return match.Success ? match.Groups[1].Value.TrimEnd(' ', ',') : null;
    }

    /// <summary>The first place that one of the names says, from the nearest up; room for it where none does.</summary>
    public static string Of(params IEnumerable<string?> names) =>
        names.Select(name => name is null ? null : In(name)).FirstOrDefault(place => place is not null) ?? Open;

    // A unit and a name behind it, up to the next unit: names begin with a capital or, as quarters of towns do, with a number.
    [GeneratedRegex(
        @"(?<![\p{L}])(?:(?i:tỉnh|huyện|quận|thành|thị|xã|phường) (?i:ủy|uỷ|đoàn)|(?i:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|xã|phường)) ((?=[\p{Lu}0-9]).+?)(?= (?i:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|xã|phường) |,|$)",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Unit();
}
