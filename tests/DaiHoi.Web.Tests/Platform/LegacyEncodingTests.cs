using System.Text;
using CsCheck;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class LegacyEncodingTests
{
    private const string News =
        "Chiều 2-3, Ban Tổ chức Trung ương tổ chức hội nghị giao ban trực tuyến công tác tổ chức xây dựng Đảng. "
        + "Đồng thời tập trung theo dõi, nắm tình hình công tác nhân sự gắn với việc chuẩn bị nhân sự đại hội đảng các cấp.";

    [Fact]
    public void Tcvn3_has_74_letters_and_reads_each()
    {
        Assert.Equal(74, Tcvn3.Letters.Count);
        Assert.Equal(74, Tcvn3.Letters.Values.Distinct().Count());
        foreach (var letter in OldSigns.LowerLetters + "ĂÂĐÊÔƠƯ")
            Assert.Equal(letter.ToString(), Tcvn3.Read(OldSigns.Tcvn3Signs(letter.ToString())));
    }

    [Fact]
    public void Vni_reads_every_letter_small_and_capital()
    {
        foreach (var letter in OldSigns.LowerLetters + OldSigns.LowerLetters.ToUpperInvariant())
            Assert.Equal(letter.ToString(), Vni.Read(OldSigns.VniSigns(letter.ToString())));
    }

    [Fact]
    public void Windows_1258_reads_every_letter_small_and_capital()
    {
        foreach (var letter in OldSigns.LowerLetters + OldSigns.LowerLetters.ToUpperInvariant())
        {
            var reading = LegacyEncoding.Read(OldSigns.Windows1258Bytes(letter.ToString()), EncodingChoice.Windows1258);
            Assert.Equal(letter.ToString(), reading.Text);
        }
    }

    [Theory]
    [InlineData("Ban ChÊp hµnh Trung \u00AD¬ng ®¶ng", "Ban Chấp hành Trung ương đảng")]
    [InlineData("§¹i héi §¶ng bé tØnh", "Đại hội Đảng bộ tỉnh")]
    [InlineData("§¶NG Bé TØNH", "ĐẢNG BỘ TỈNH")]
    [InlineData("<TD>Bé</TD>", "<TD>Bộ</TD>")]
    [InlineData("Bé CHQS tØnh", "Bộ CHQS tỉnh")]
    public void Tcvn3_as_it_is_seen(string signs, string text) => Assert.Equal(text, Tcvn3.Read(signs));

    [Theory]
    [InlineData("Xin chaøo caùc baïn", "Xin chào các bạn")]
    [InlineData("Ñaïi hoäi Ñaûng boä tænh", "Đại hội Đảng bộ tỉnh")]
    [InlineData("ÑAÏI HOÄI ÑAÛNG BOÄ", "ĐẠI HỘI ĐẢNG BỘ")]
    [InlineData("Trung öông, xaây döïng, nhöõng böôùc", "Trung ương, xây dựng, những bước")]
    [InlineData("Ñaëc khu, naêm, baèng, chaúng, daãn", "Đặc khu, năm, bằng, chẳng, dẫn")]
    public void Vni_as_it_is_seen(string signs, string text) => Assert.Equal(text, Vni.Read(signs));

    public static TheoryData<string, byte[]> Encodings =>
        new()
        {
            { "utf-8", Encoding.UTF8.GetBytes(News) },
            { "utf-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(News)] },
            { "utf-8", Encoding.UTF8.GetBytes(News.Normalize(NormalizationForm.FormD)) },
            { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(News)] },
            { "utf-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(News)] },
            { "windows-1258", OldSigns.Windows1258Bytes(News) },
            { "tcvn3", OldSigns.Tcvn3Bytes(News) },
            { "vni", OldSigns.VniBytes(News) },
            { "tcvn3 in utf-8", Encoding.UTF8.GetBytes(OldSigns.Tcvn3Signs(News)) },
            { "vni in utf-8", Encoding.UTF8.GetBytes(OldSigns.VniSigns(News)) },
        };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_bytes_speak_for_their_encoding(string encoding, byte[] bytes)
    {
        var reading = LegacyEncoding.Read(bytes, EncodingChoice.Auto);

        Assert.Equal(encoding, reading.Encoding);
        Assert.True(reading.Decided);
        Assert.Equal(News, reading.Text);
        Assert.Equal(1, reading.Share);
        Assert.StartsWith("Chiều 2-3, Ban Tổ chức", reading.Sample, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_in_an_encoding_is_read_in_it() =>
        SomeText
            .Sentence.Array[3, 6]
            .Select(sentences => string.Join(".\n", sentences))
            .Sample(
                text =>
                {
                    Assert.Equal(("utf-8", text), Read(Encoding.UTF8.GetBytes(text)));
                    Assert.Equal(("windows-1258", text), Read(OldSigns.Windows1258Bytes(text)));
                    Assert.Equal(("vni", text), Read(OldSigns.VniBytes(text)));
                    var (encoding, read) = Read(OldSigns.Tcvn3Bytes(text));
                    Assert.Equal("tcvn3", encoding);
                    // It keeps no capitals with marks.
                    Assert.Equal(text, read, ignoreCase: true);
                },
                iter: Endurance.Trials(300)
            );

    [Fact]
    public void Any_bytes_are_read_as_something_in_any_encoding() =>
        Gen.Select(
                Gen.OneOf(
                    Gen.Byte.Array[0, 300],
                    SomeText.Anything.Select(text => Encoding.UTF8.GetBytes(text)),
                    Gen.Select(
                        SomeText.Anything,
                        SomeText.Sentence,
                        (some, text) => Encoding.UTF8.GetBytes(OldSigns.VniSigns(text) + some)
                    )
                ),
                Gen.Enum<EncodingChoice>()
            )
            .Sample(
                (bytes, choice) =>
                {
                    var reading = LegacyEncoding.Read(bytes, choice);
                    Assert.Equal(Fold.Clean(reading.Text), reading.Text);
                    Assert.InRange(reading.Share, 0, 1);
                },
                iter: Endurance.Trials(3_000)
            );

    private static (string Encoding, string Text) Read(byte[] bytes)
    {
        var reading = LegacyEncoding.Read(bytes, EncodingChoice.Auto);
        Assert.True(reading.Decided);
        return (reading.Encoding, reading.Text);
    }

    [Fact]
    public void Lost_capitals_are_told()
    {
        Assert.True(LegacyEncoding.Read(OldSigns.Tcvn3Bytes(News), EncodingChoice.Auto).CaseLost);
        Assert.False(LegacyEncoding.Read(OldSigns.VniBytes(News), EncodingChoice.Auto).CaseLost);
    }

    [Fact]
    public void Below_the_stated_share_nothing_is_decided()
    {
        // Greek in its own single bytes: no reading makes Vietnamese words of it.
        var bytes = CodePagesEncodingProvider
            .Instance.GetEncoding(1253)!
            .GetBytes("Η εφημερίδα γράφει για το συνέδριο της νεολαίας");

        var reading = LegacyEncoding.Read(bytes, EncodingChoice.Auto);

        Assert.False(reading.Decided);
        Assert.True(reading.Share < LegacyEncoding.DecisionShare);
        Assert.NotEqual("", reading.Sample);
    }

    [Fact]
    public void Valid_unicode_of_another_language_is_left_as_it_is()
    {
        const string french = "L’été dernier, l’élève a présenté un exposé très remarqué à Genève";
        var reading = LegacyEncoding.Read(Encoding.UTF8.GetBytes(french), EncodingChoice.Auto);
        Assert.True(reading.Decided);
        Assert.Equal(french, reading.Text);
    }

    [Fact]
    public void A_cut_letter_does_not_unmake_the_rest()
    {
        var bytes = Encoding.UTF8.GetBytes(News + " Mở").AsSpan()[..^1];
        var reading = LegacyEncoding.Read(bytes, EncodingChoice.Auto);
        Assert.True(reading.Decided);
        Assert.Equal("utf-8", reading.Encoding);
        Assert.Equal(1, reading.Damaged);
        Assert.StartsWith(News, reading.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_who_knows_the_encoding_is_believed()
    {
        var reading = LegacyEncoding.Read([0xAE], EncodingChoice.Tcvn3);
        Assert.True(reading.Decided);
        Assert.Equal("đ", reading.Text);
    }

    [Fact]
    public void Plain_letters_are_the_same_in_every_encoding()
    {
        var reading = LegacyEncoding.Read("BPO - Binh Phuoc"u8, EncodingChoice.Auto);
        Assert.True(reading.Decided);
        Assert.Equal("utf-8", reading.Encoding);
    }

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("Quyết", true)]
    [InlineData("ƯƠNG", true)]
    [InlineData("giếng", true)]
    [InlineData("gì", true)]
    [InlineData("Lắk", true)]
    [InlineData("khuỷu", true)]
    [InlineData("thướơ", false)]
    [InlineData("chaøo", false)]
    [InlineData("hµnh", false)]
    [InlineData("été", false)]
    [InlineData("ChiÃªu", false)]
    public void Spelling_tells_Vietnamese(string word, bool expected) => Assert.Equal(expected, VietnameseSyllable.Is(word));
}
