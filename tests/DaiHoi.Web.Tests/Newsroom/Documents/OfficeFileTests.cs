using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Documents;

/// <summary>An attachment is what its content says.</summary>
public sealed class OfficeFileTests
{
    private const string Types = "[Content_Types].xml";

    [Theory]
    [InlineData(Types, "word/document.xml", "", ".docx")]
    [InlineData(Types, "xl/workbook.xml", "", ".xlsx")]
    [InlineData(Types, "ppt/presentation.xml", "", ".pptx")]
    [InlineData("mimetype", "content.xml", "application/vnd.oasis.opendocument.text", ".odt")]
    [InlineData("mimetype", "content.xml", "application/vnd.oasis.opendocument.spreadsheet", ".ods")]
    [InlineData("mimetype", "content.xml", "application/vnd.oasis.opendocument.presentation", ".odp")]
    public void A_text_or_table_of_an_office_is_told_by_its_parts(string first, string second, string text, string ending)
    {
        var (kind, refusal) = OfficeFile.Look(Office.Zip((first, text), (second, "")));
        Assert.Equal((ending, null), (kind?.Ending, refusal));
    }

    [Theory]
    [InlineData(Types, "word/document.xml", "word/vbaProject.bin")]
    [InlineData(Types, "xl/workbook.xml", "xl/VBAPROJECT.BIN")]
    [InlineData("mimetype", "content.xml", "Basic/Standard/Module1.xml")]
    [InlineData("mimetype", "content.xml", "Scripts/python/x.py")]
    public void One_that_brings_a_program_is_refused(string first, string second, string code) =>
        Assert.Equal(
            OfficeRefusal.Macros,
            OfficeFile.Look(Office.Zip((first, "application/vnd.oasis.opendocument.text"), (second, ""), (code, ""))).Refusal
        );

    [Fact]
    public void A_program_under_another_name_is_told_by_its_kind()
    {
        foreach (
            var kind in (string[])
                ["application/vnd.ms-office.vbaProject", "application/vnd.ms-word.document.macroEnabled.main+xml"]
        )
        {
            var file = Office.Zip(
                (Types, $"<Types><Override ContentType=\"{kind}\"/></Types>"),
                ("word/document.xml", ""),
                ("word/x.bin", "")
            );
            Assert.Equal(OfficeRefusal.Macros, OfficeFile.Look(file).Refusal);
        }
    }

    [Fact]
    public void A_part_that_unpacks_to_more_than_anybody_writes_is_not_unpacked() =>
        Assert.Equal(OfficeRefusal.Damaged, OfficeFile.Look(Office.Zip(("mimetype", new string('x', 40_000_000)))).Refusal);

    [Fact]
    public void What_is_something_else_is_refused_whatever_it_is_called()
    {
        Assert.Equal(OfficeRefusal.OtherKind, OfficeFile.Look("<html>"u8.ToArray()).Refusal);
        Assert.Equal(OfficeRefusal.OtherKind, OfficeFile.Look([]).Refusal);
        Assert.Equal(OfficeRefusal.OtherKind, OfficeFile.Look(Office.Zip(("index.html", "<html>"))).Refusal);
        Assert.Equal(OfficeRefusal.OtherKind, OfficeFile.Look(Office.Zip(("mimetype", "application/epub+zip"))).Refusal);
        // The old DOC and XLS.
        Assert.Equal(OfficeRefusal.OtherKind, OfficeFile.Look([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Refusal);
        Assert.Equal(OfficeRefusal.PdfNotPlain, OfficeFile.Look("%PDF-1.7\n% cut off"u8.ToArray()).Refusal);
    }

    [Fact]
    public void One_that_is_cut_anywhere_is_refused()
    {
        var whole = Office.Docx;
        for (var length = 0; length < whole.Length; length++)
            Assert.NotNull(OfficeFile.Look(whole[..length]).Refusal);
    }
}
