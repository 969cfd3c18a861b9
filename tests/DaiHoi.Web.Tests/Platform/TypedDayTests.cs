using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class TypedDayTests
{
    [Theory]
    [InlineData("2/3/2020")]
    [InlineData("02/03/2020")]
    [InlineData(" 2-3-2020 ")]
    [InlineData("2.3.2020")]
    [InlineData("2020-03-02")]
    [InlineData("2020-03-02 00:00:00")]
    public void A_day_is_read_with_the_day_before_the_month(string typed) =>
        Assert.Equal(new DateOnly(2020, 3, 2), TypedDay.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("31/02/2020")]
    [InlineData("3/31/2020")]
    [InlineData("2/3/20")]
    [InlineData("2020-03-02 10:00:00")]
    [InlineData("٢/٣/٢٠٢٠")]
    [InlineData("hôm nay")]
    public void Anything_else_is_none(string? typed) => Assert.Null(TypedDay.Of(typed));
}
