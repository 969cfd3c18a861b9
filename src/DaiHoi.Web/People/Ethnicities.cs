using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People;

/// <summary>
/// The 54 ethnic groups of Vietnam, as the list of the General Statistics Office names them (Quyết định 121-TCTK/PPCĐ,
/// 2/3/1979), and the other spellings under which they stand in papers.
/// </summary>
internal static class Ethnicities
{
    /// <summary>All others are minorities.</summary>
    public const string Majority = "Kinh";

    public static IReadOnlyList<string> All { get; } =
    [
        Majority,
        "Tày",
        "Thái",
        "Hoa",
        "Khmer",
        "Mường",
        "Nùng",
        "Mông",
        "Dao",
        "Gia-rai",
        "Ngái",
        "Ê-đê",
        "Ba-na",
        "Xơ-đăng",
        "Sán Chay",
        "Cơ-ho",
        "Chăm",
        "Sán Dìu",
        "Hrê",
        "Mnông",
        "Ra-glai",
        "Xtiêng",
        "Bru-Vân Kiều",
        "Thổ",
        "Giáy",
        "Cơ-tu",
        "Gié-Triêng",
        "Mạ",
        "Khơ-mú",
        "Co",
        "Tà-ôi",
        "Chơ-ro",
        "Kháng",
        "Xinh-mun",
        "Hà Nhì",
        "Chu-ru",
        "Lào",
        "La Chí",
        "La Ha",
        "Phù Lá",
        "La Hủ",
        "Lự",
        "Lô Lô",
        "Chứt",
        "Mảng",
        "Pà Thẻn",
        "Cơ Lao",
        "Cống",
        "Bố Y",
        "Si La",
        "Pu Péo",
        "Brâu",
        "Ơ-đu",
        "Rơ-măm",
    ];

    private static readonly Dictionary<string, string> ByWriting = Writings();

    /// <summary>The group as the list writes it; null for what is none.</summary>
    public static string? Of(string typed) => ByWriting.GetValueOrDefault(Plain(typed));

    private static string Plain(string typed) => string.Concat(Fold.Letters(typed).Where(char.IsLetter));

    private static Dictionary<string, string> Writings()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        // Where two are alike without their marks, the marks are needed: none of the 54 are.
        foreach (var name in All)
            known.Add(Plain(name), name);
        (string Writing, string Name)[] others =
        [
            ("Việt", "Kinh"),
            ("Hán", "Hoa"),
            ("Khơ-me", "Khmer"),
            ("Khmer Krom", "Khmer"),
            ("H'Mông", "Mông"),
            ("Mèo", "Mông"),
            ("Jrai", "Gia-rai"),
            ("Ja-rai", "Gia-rai"),
            ("Rhade", "Ê-đê"),
            ("Bahnar", "Ba-na"),
            ("Xê-đăng", "Xơ-đăng"),
            ("Cao Lan", "Sán Chay"),
            ("Sán Chỉ", "Sán Chay"),
            ("K'Ho", "Cơ-ho"),
            ("Kơ-ho", "Cơ-ho"),
            ("Chàm", "Chăm"),
            ("H'rê", "Hrê"),
            ("M'nông", "Mnông"),
            ("Stiêng", "Xtiêng"),
            ("S'tiêng", "Xtiêng"),
            ("Vân Kiều", "Bru-Vân Kiều"),
            ("Katu", "Cơ-tu"),
            ("Giẻ Triêng", "Gié-Triêng"),
            ("Cor", "Co"),
            ("Pa Cô", "Tà-ôi"),
            ("Châu Ro", "Chơ-ro"),
        ];
        foreach (var (writing, name) in others)
            known.TryAdd(Plain(writing), name);
        return known;
    }
}
