using System.Text;
using CsCheck;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class FoldTests
{
    [Theory]
    [InlineData("Đảng uỷ", "dang uy")]
    [InlineData("ĐẢNG ỦY", "dang uy")]
    [InlineData("tôi được đi học", "toi duoc di hoc")]
    [InlineData("hoà bình", "hoa binh")]
    [InlineData("hòa bình", "hoa binh")]
    [InlineData("HOÀ BÌNH", "hoa binh")]
    [InlineData("\u0110a\u0309ng bo\u0323\u0302", "dang bo")]
    [InlineData("\u00D0ảng \u0189ảng", "dang dang")]
    [InlineData("35-CT/TW", "35-ct/tw")]
    [InlineData("\u0130stanbul", "istanbul")]
    public void Letters_lose_their_marks_and_their_case(string text, string folded) => Assert.Equal(folded, Fold.Letters(text));

    [Theory]
    [InlineData("a\u00A0b\u202Fc\u2007d", "a b c d")]
    [InlineData("zero\u200Bwidth\u200C\u200D\u2060\uFEFF", "zerowidth")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("bell\u0007nul\0escape\u001Bdelete\u007F", "bellnulescapedelete")]
    [InlineData("line\r\nline\tend", "line\r\nline\tend")]
    [InlineData("\uE000av7\uE001", "av7")]
    [InlineData("e\u0302\u0323", "ệ")]
    [InlineData("\u00D0\u0189\u0256", "ĐĐđ")]
    [InlineData("none\uFFFEno\uFFFFr none", "nonenor none")]
    [InlineData("💥", "💥")]
    public void Text_is_kept_in_one_form(string text, string clean) => Assert.Equal(clean, Fold.Clean(text));

    [Fact]
    public void Half_a_character_is_shown_as_damage()
    {
        Assert.Equal("a\uFFFDb", Fold.Clean("a\uD83Db"));
        Assert.Equal("\uFFFD💥\uFFFD", Fold.Clean("\uDCA5💥\uD83D"));
    }

    [Fact]
    public void Of_every_character_folding_leaves_what_folding_leaves_again()
    {
        for (var code = 0; code <= 0xFFFF; code++)
        {
            // Between letters, where marks have something to stand on.
            var text = "a" + (char)code + "b";
            var clean = Fold.Clean(text);
            var folded = Fold.Letters(text);
            Assert.True(clean.IsNormalized(NormalizationForm.FormC), $"U+{code:X4}");
            Assert.True(clean == Fold.Clean(clean), $"U+{code:X4}: {clean}");
            Assert.True(folded == Fold.Letters(folded), $"U+{code:X4}: {folded}");
        }
    }

    [Fact]
    public void Whatever_the_text_folding_twice_is_folding_once() =>
        SomeText.Anything.Sample(
            text =>
            {
                var clean = Fold.Clean(text);
                Assert.True(clean.IsNormalized(NormalizationForm.FormC));
                Assert.DoesNotContain(clean, character => character is (>= '\uE000' and <= '\uE00F') or < '\t' or '\u00A0');
                Assert.Equal(clean, Fold.Clean(clean));
                Assert.Equal(Fold.Letters(text), Fold.Letters(clean));
                Assert.Equal(Fold.Letters(text), Fold.Letters(Fold.Letters(text)));
            },
            iter: Endurance.Trials(5_000)
        );

    [Fact]
    public void A_Vietnamese_sentence_folds_to_plain_letters_however_it_is_written() =>
        SomeText.Sentence.Sample(
            text =>
            {
                var folded = Fold.Letters(text);
                Assert.True(Ascii.IsValid(folded), folded);
                Assert.Equal(folded, Fold.Letters(text.ToUpperInvariant()));
                Assert.Equal(folded, Fold.Letters(text.Normalize(NormalizationForm.FormD)));
            },
            iter: Endurance.Trials(1_000)
        );
}
