using CsCheck;

namespace DaiHoi.Web.Tests.Platform;

/// <summary>Text by chance: what people write in Vietnam, and what nobody should.</summary>
internal static class SomeText
{
    private static readonly string[] Words =
    [
        .. "Đảng bộ cơ sở tổ chức thành công đại hội điểm chuẩn bị nhân sự ủy viên Ban Thường vụ Tỉnh ủy Bình Phước quy hoạch".Split(
            ' '
        ),
        .. "thuở khuỷu tay giếng nước nghiêng ngả Đắk Lắk mưa to đường xấu lưỡi cày hoà bình thuỷ lợi kỹ thuật quyết nghị".Split(
            ' '
        ),
    ];

    /// <summary>A word as it stands in a newspaper.</summary>
    public static Gen<string> Word { get; } = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    /// <summary>Words with marks, parted by spaces.</summary>
    public static Gen<string> Sentence { get; } = Word.Array[3, 30].Select(words => string.Join(' ', words));

    /// <summary>
    /// Characters of every kind, well formed or not: letters with marks apart, look-alikes, controls, lone halves of pairs,
    /// the marks of live numbers, signs of other scripts.
    /// </summary>
    public static Gen<string> Anything { get; } =
        Gen.OneOf(
                Gen.Char['\0', '\uFFFF'],
                Gen.Char[' ', '~'],
                Gen.Char['\u00A0', '\u01FF'],
                Gen.Char['\u0300', '\u036F'],
                Gen.Char['\u1E00', '\u1EFF'],
                Gen.Char['\uD800', '\uDFFF'],
                Gen.Char['\uE000', '\uE00F'],
                Gen.OneOf('đ', 'Đ', '\u00D0', '\u0189', '\u00AD', '\u200B', '\u202F', '\uFEFF', '\u0130', '\u212A', '<', '&', '"')
            )
            .Array[0, 80]
            .Select(characters => new string(characters));
}
