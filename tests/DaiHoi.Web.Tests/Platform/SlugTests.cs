using CsCheck;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class SlugTests
{
    [Theory]
    [InlineData(
        "Tập trung chuẩn bị và tổ chức tốt đại hội đảng bộ các cấp",
        "tap-trung-chuan-bi-va-to-chuc-tot-dai-hoi-dang-bo-cac-cap"
    )]
    [InlineData("  «Chỉ thị số 35-CT/TW» — 2020!  ", "chi-thi-so-35-ct-tw-2020")]
    [InlineData("Đảng uỷ & ĐẢNG ỦY", "dang-uy-dang-uy")]
    [InlineData("", "bai")]
    [InlineData("— ? —", "bai")]
    [InlineData("大会", "bai")]
    public void A_title_becomes_the_readable_part_of_an_address(string title, string slug) => Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_at_a_word()
    {
        var ofWords = Slug.Of(string.Join(' ', Enumerable.Repeat("nghiêng", 30)));
        Assert.Equal(string.Join('-', Enumerable.Repeat("nghieng", 10)), ofWords);
        Assert.Equal(new string('a', 80), Slug.Of(new string('á', 200)));
        Assert.Equal(new string('a', 80), Slug.Of(new string('a', 80) + " b"));
    }

    [Fact]
    public void Whatever_the_text_an_address_can_hold_its_slug() =>
        Gen.OneOf(SomeText.Anything, SomeText.Sentence)
            .Sample(
                text =>
                {
                    var slug = Slug.Of(text);
                    Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", slug);
                    Assert.InRange(slug.Length, 1, Slug.MaximumLength);
                    Assert.Equal(slug, Slug.Of(slug));
                },
                iter: Endurance.Trials(5_000)
            );
}
