using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Home;

namespace DaiHoi.Web.Tests.Portal.Home;

/// <summary>Which blocks of the home page stand beside each other.</summary>
public sealed class HomeRowTests
{
    // H a whole row, W wide, N narrow, T a third; "W N" is a wide column and a narrow one, "T T" a row of thirds.
    [Theory]
    [InlineData("", "")]
    [InlineData("H", "[H]")]
    [InlineData("WN", "[W|N]")]
    [InlineData("WWNN", "[WW|NN]")]
    [InlineData("WNWN", "[W|N][W|N]")]
    [InlineData("W", "[W]")]
    [InlineData("N", "[N]")]
    [InlineData("NN", "[NN]")]
    [InlineData("NW", "[N][W]")]
    [InlineData("TTTT", "[TTTT]")]
    [InlineData("TNT", "[TNT]")]
    [InlineData("HWNTTTWN", "[H][W|N][TTT][W|N]")]
    [InlineData("HH", "[H][H]")]
    [InlineData("HN", "[H][N]")]
    [InlineData("WTN", "[W][TN]")]
    public void Blocks_follow_each_other_in_their_order(string blocks, string rows) =>
        Assert.Equal(
            rows,
            string.Concat(
                HomeRow
                    .Of(blocks.Select(sign => new HomeContent(HomeKind.Links, WidthOf(sign))))
                    .Select(row => $"[{Signs(row.Blocks)}{(row.Narrow.Count > 0 ? "|" : "")}{Signs(row.Narrow)}]")
            )
        );

    private static string Signs(List<HomeContent> blocks) => string.Concat(blocks.Select(block => SignOf(block.Width)));

    private static char SignOf(HomeWidth width) => "HWNT"[(int)width];

    private static HomeWidth WidthOf(char sign) => (HomeWidth)"HWNT".IndexOf(sign, StringComparison.Ordinal);
}
