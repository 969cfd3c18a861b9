using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Portal.Store;

public sealed class HoleTests
{
    private static readonly LiveNumbers Numbers = new(1, 25_819, 7, 115, 803, 1_757, 18_525);

    [Theory]
    [InlineData("Views", "1.234", "1,234")]
    [InlineData("Odometer", "<i>0000</i>25819", "<i>0000</i>25819")]
    [InlineData("Online", "7", "7")]
    [InlineData("Today", "115", "115")]
    [InlineData("Week", "803", "803")]
    [InlineData("Month", "1.757", "1,757")]
    [InlineData("Year", "18.525", "18,525")]
    public void Each_kind_is_written_as_the_old_portal_did(string kind, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Written(new Hole(Enum.Parse<HoleKind>(kind), English: false, 7), 1234));
        Assert.Equal(english, Written(new Hole(Enum.Parse<HoleKind>(kind), English: true, 7), 1234));
    }

    [Fact]
    public void Every_kind_can_be_written()
    {
        foreach (var kind in Enum.GetValues<HoleKind>())
            Assert.NotEqual("", Written(new Hole(kind, English: false), 0));
    }

    [Fact]
    public void A_number_is_one_uninterrupted_text_when_the_markup_is_taken_away() =>
        Gen.OneOf(Gen.Long[0, 10_000], Gen.Long[0, long.MaxValue])
            .Sample(
                value =>
                {
                    var odometer = new byte[HoleWriter.Longest];
                    var length = HoleWriter.Odometer(odometer, value);
                    Assert.Equal(
                        Formats.Odometer(value),
                        Regex.Replace(Encoding.UTF8.GetString(odometer, 0, length), "<[^>]*>", "")
                    );
                    Assert.Equal(Formats.Number(value), Written(new Hole(HoleKind.Views, English: false), value));
                    Assert.Equal(Formats.Number(value, english: true), Written(new Hole(HoleKind.Views, English: true), value));
                },
                iter: Endurance.Trials(2_000)
            );

    [Fact]
    public void A_number_below_nothing_is_shown_as_nothing() =>
        Assert.Equal("0", Written(new Hole(HoleKind.Views, English: false), -5));

    [Fact]
    public void A_page_is_taken_apart_at_its_holes_and_back() =>
        Gen.Select(
                Gen.Select(
                    Gen.Enum<HoleKind>(),
                    Gen.Bool,
                    Gen.Long[0, long.MaxValue],
                    (kind, english, id) => new Hole(kind, english, id)
                ).Array[0, 8],
                Platform.SomeText.Sentence.Array[9]
            )
            .Sample(
                (holes, texts) =>
                {
                    var text = string.Concat(holes.Select((hole, i) => texts[i] + hole.Mark)) + texts[holes.Length];
                    var page = new StoredPage(Encoding.UTF8.GetBytes(text), "text/html", PageTerms.NotKept);
                    Assert.Equal(holes, page.Holes);
                    Assert.Equal(texts.Take(holes.Length + 1), page.Parts.Select(Encoding.UTF8.GetString));
                    Assert.Equal(page.Parts.Sum(part => part.Length), page.Length);
                },
                iter: Endurance.Trials(300)
            );

    [Theory]
    [InlineData("\uE000")]
    [InlineData("\uE000\uE001")]
    [InlineData("\uE000zz\uE001")]
    [InlineData("\uE000av\uE001")]
    [InlineData("\uE000av-1\uE001")]
    [InlineData("\uE000ax7\uE001")]
    [InlineData("\uE000av99999999999999999999\uE001")]
    public void A_mark_that_says_nothing_is_no_hole_and_spoils_no_page(string mark)
    {
        var page = new StoredPage(Encoding.UTF8.GetBytes($"trước {mark} sau"), "text/html", PageTerms.NotKept);
        Assert.Empty(page.Holes);
        var text = Encoding.UTF8.GetString(Assert.Single(page.Parts));
        Assert.StartsWith("trước ", text, StringComparison.Ordinal);
        Assert.EndsWith(" sau", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_that_differ_in_any_part_differ_in_the_fixed_half_of_their_tag()
    {
        var mark = new Hole(HoleKind.Views, English: false, 1).Mark;
        string[] texts = ["", "a", "b", "ab", "ba", $"a{mark}b", $"b{mark}a", $"{mark}ab", $"ab{mark}"];
        Assert.Equal(texts.Length, texts.Select(HashOf).Distinct().Count());

        static ulong HashOf(string text) => new StoredPage(Encoding.UTF8.GetBytes(text), "", PageTerms.NotKept).Hash;
    }

    private static string Written(Hole hole, long views)
    {
        var target = new byte[HoleWriter.Longest];
        return Encoding.UTF8.GetString(target, 0, HoleWriter.Write(target, hole, Numbers, views));
    }
}
