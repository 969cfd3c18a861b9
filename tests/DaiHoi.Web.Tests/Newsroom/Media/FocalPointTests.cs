using DaiHoi.Web.Newsroom.Media;

namespace DaiHoi.Web.Tests.Newsroom.Media;

public sealed class FocalPointTests
{
    [Theory]
    [InlineData(50, 50, "")]
    [InlineData(30, 50, "focus-x3")]
    [InlineData(50, 0, "focus-y0")]
    [InlineData(100, 100, "focus-x10 focus-y10")]
    // Towards the nearer edge.
    [InlineData(9, 49, "focus-x0 focus-y4")]
    [InlineData(51, 91, "focus-x6 focus-y10")]
    public void A_point_is_named_by_classes_of_the_style_sheet(int x, int y, string classes) =>
        Assert.Equal(classes, FocalPoint.ClassesOf(x, y));

    /// <summary>A cut that shows one fifth of a side is narrower than any of the portal's.</summary>
    [Fact]
    public void The_point_is_seen_in_every_cut()
    {
        for (var point = 0; point <= 100; point++)
        {
            var named = FocalPoint.ClassesOf(point, FocalMiddle);
            var position = named.Length == 0 ? 50 : 10 * int.Parse(named["focus-x".Length..], null);
            for (var shown = 20; shown <= 100; shown++)
            {
                var from = position * (100 - shown) / 100.0;
                Assert.InRange(point, from, from + shown);
            }
        }
    }

    private const int FocalMiddle = 50;
}
