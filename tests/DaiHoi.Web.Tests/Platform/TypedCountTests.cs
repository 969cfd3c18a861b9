using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class TypedCountTests
{
    [Theory]
    [InlineData("250", 250L)]
    [InlineData(" 0 ", 0L)]
    [InlineData("1.250", 1_250L)]
    [InlineData("1,250", 1_250L)]
    [InlineData("12.345.678", 12_345_678L)]
    [InlineData("1.5", null)]
    [InlineData("8,5", null)]
    [InlineData("1.2500", null)]
    [InlineData("1.250,5", null)]
    [InlineData("-1", null)]
    [InlineData("1000000001", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_whole_or_none(string? typed, long? number) => Assert.Equal(number, TypedCount.Of(typed));
}
