using System.Globalization;

namespace DaiHoi.Documents;

/// <summary>The symbols of types of papers, and numbers as they are written.</summary>
/// <remarks>Types and symbols: HD 36-HD/VPTW (2018), NĐ 30/2020/NĐ-CP, appendix III.</remarks>
public static class PaperNumbers
{
    /// <summary>By symbol: "BC" is "BÁO CÁO".</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NQ"] = "NGHỊ QUYẾT",
            ["QĐ"] = "QUYẾT ĐỊNH",
            ["CT"] = "CHỈ THỊ",
            ["KL"] = "KẾT LUẬN",
            ["HD"] = "HƯỚNG DẪN",
            ["TB"] = "THÔNG BÁO",
            ["BC"] = "BÁO CÁO",
            ["KH"] = "KẾ HOẠCH",
            ["TTr"] = "TỜ TRÌNH",
            ["CV"] = "CÔNG VĂN",
            ["BB"] = "BIÊN BẢN",
            ["CTr"] = "CHƯƠNG TRÌNH",
            ["ĐA"] = "ĐỀ ÁN",
        };

    /// <summary>"Số       -NQ/ĐH": room for a number that is given by hand.</summary>
    public static string Open(PaperLayout layout, string symbol, string? issuer) =>
        Filled(layout, "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0", symbol, issuer);

    /// <summary>"Số 12-BC/TU", "Số: 12/BC-UBND": as the layout writes it; numbers below ten with a zero before.</summary>
    /// <param name="issuer">the short sign of who issues it: "TU"; null leaves it out</param>
    public static string Text(PaperLayout layout, int number, string symbol, string? issuer) =>
        Filled(layout, number.ToString("00", CultureInfo.InvariantCulture), symbol, issuer);

    private static string Filled(PaperLayout layout, string digits, string symbol, string? issuer)
    {
        var text = layout
            .Number.Replace("{number}", digits, StringComparison.Ordinal)
            .Replace("{symbol}", symbol, StringComparison.Ordinal);
        return issuer is null
            ? text.Replace("/{issuer}", "", StringComparison.Ordinal).Replace("-{issuer}", "", StringComparison.Ordinal)
            : text.Replace("{issuer}", issuer, StringComparison.Ordinal);
    }
}
