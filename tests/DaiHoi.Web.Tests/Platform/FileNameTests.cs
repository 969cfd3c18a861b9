using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

/// <summary>A name that every reader's disk takes, with the ending of what is inside.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("Kế hoạch 12.pdf", "Kế hoạch 12.pdf")]
    [InlineData("KE-HOACH.PDF", "KE-HOACH.pdf")]
    [InlineData("ke-hoach.exe", "ke-hoach.exe.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\van ban\\35.pdf", "35.pdf")]
    [InlineData("a<b>:\"|?*c.pdf", "a b c.pdf")]
    [InlineData(".pdf", "tep-dinh-kem.pdf")]
    [InlineData("", "tep-dinh-kem.pdf")]
    public void It_has_no_folder_and_ends_as_what_it_is(string given, string name) =>
        Assert.Equal(name, FileName.Of(given, ".pdf", 200));

    [Fact]
    public void One_that_is_too_long_is_cut_before_its_ending() =>
        Assert.Equal(new string('x', 16) + ".pdf", FileName.Of(new string('x', 300), ".pdf", 20));
}
