using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Platform;

/// <summary>What is wrong with a file, as a command tells it line by line.</summary>
public sealed class FaultLineTests
{
    [Theory]
    [InlineData(0, "", "", "Tệp trống.")]
    [InlineData(1, "", "colour", "Dòng 1: Tệp trống.")]
    [InlineData(1, "sex", "", "Dòng 1, cột sex: Tệp trống.")]
    [InlineData(3, "sex", "x", "Dòng 3, cột sex, giá trị «x»: Tệp trống.")]
    public void A_line_leaves_out_what_is_not_known_of_its_place(int row, string column, string value, string expected) =>
        Assert.Equal(expected, FaultLine.Of(new FileFault(row, column, value, "import-empty"), "Tệp trống.", Texts.Vietnamese));
}
