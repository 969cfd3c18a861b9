namespace DaiHoi.Rules.Tests;

public sealed class CodesTests
{
    [Theory]
    [InlineData("Members", "members")]
    [InlineData("StrikeOut", "strike-out")]
    [InlineData("BothOrNoneOnSingleList", "both-or-none-on-single-list")]
    public void A_value_is_written_small_with_a_dash_before_each_further_word(string name, string code) =>
        Assert.Equal(code, Codes.Written(name));
}
