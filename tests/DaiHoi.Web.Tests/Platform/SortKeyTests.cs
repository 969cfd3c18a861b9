using CsCheck;
using DaiHoi.Web.Platform.Text;
using CompareOptions = System.Globalization.CompareOptions;

namespace DaiHoi.Web.Tests.Platform;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("hoa ban|hoa xuân|hòa âm|hòa bình")]
    [InlineData("An|Anh|Ánh|Ân|Chính|Dung|Dũng|Đạt|Đức")]
    [InlineData("ma|mà|mả|mã|má|mạ|mai|măng|mân|me|mê|mi|mo|mô|mơ|mu|mư|my")]
    [InlineData("dân|đa|đà|đạt|em|ê ẩm|gà")]
    [InlineData("ta|tan|tản|tán|tăng|tâm|thanh|tranh|tư")]
    [InlineData("Chi bộ 1|Chi bộ 2|Chi bộ ấp|Chi bộ cơ sở")]
    [InlineData("ha|ha ha|hà|hàn")]
    public void Words_stand_as_in_a_dictionary(string ordered)
    {
        var words = ordered.Split('|');
        var keys = words.Select(SortKey.Of).ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(words.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Case_and_the_place_of_the_tone_do_not_count()
    {
        Assert.Equal(SortKey.Of("hòa bình"), SortKey.Of("HOÀ  BÌNH"));
        Assert.Equal(SortKey.Of("ủy ban"), SortKey.Of("«Uỷ ban»"));
        Assert.Equal(SortKey.Of("Đăng"), SortKey.Of("Ðăng"));
    }

    [Fact]
    public void Syllables_stand_as_the_rules_of_Unicode_for_Vietnamese_put_them()
    {
        var rules = Formats.Vietnamese.CompareInfo;
        Gen.Select(Syllable, Syllable)
            .Sample(
                (one, other) =>
                {
                    var expected = Math.Sign(rules.Compare(one, other, CompareOptions.IgnoreCase));
                    Assert.Equal(expected, Math.Sign(string.CompareOrdinal(SortKey.Of(one), SortKey.Of(other))));
                },
                iter: Endurance.Trials(5_000)
            );
    }

    [Fact]
    public void Any_text_has_a_key_and_case_is_not_in_it() =>
        Gen.OneOf(SomeText.Anything, SomeText.Sentence)
            .Sample(
                text =>
                {
                    var key = SortKey.Of(text);
                    Assert.Equal(key, SortKey.Of(Fold.Clean(text).ToLowerInvariant()));
                    Assert.DoesNotContain('\0', key);
                },
                iter: Endurance.Trials(2_000)
            );

    [Fact]
    public void A_letter_that_is_one_character_only_when_it_is_small_has_one_key() =>
        Assert.Equal(SortKey.Of("\u1E99\u01A8"), SortKey.Of("Y\u030A\u01A7"));

    // First letter, vowel with any tone, last letters: also some that no language has.
    private static Gen<string> Syllable { get; } =
        Gen.Select(
            Gen.OneOf("", "b", "ch", "d", "đ", "g", "gh", "h", "kh", "l", "m", "ng", "nh", "qu", "t", "th", "tr", "x"),
            Gen.OneOf("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"),
            Gen.OneOf("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"),
            Gen.OneOf("", "n", "ng", "nh", "m", "t", "i"),
            (first, vowel, tone, last) => (first + vowel + tone + last).Normalize()
        );

    [Fact]
    public void Latin_text_gives_an_ascii_key()
    {
        Assert.True(System.Text.Ascii.IsValid(SortKey.Of("Đảng bộ tỉnh Bình Phước 2020–2025, café Zürich")));
        Assert.Equal("", SortKey.Of(" — "));
    }
}
