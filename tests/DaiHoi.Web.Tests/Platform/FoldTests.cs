namespace DaiHoi.Web.Tests.Platform;

public sealed class FoldTests
{
    [Fact]
    public void X() => Assert.Equal(1, 1);
}
