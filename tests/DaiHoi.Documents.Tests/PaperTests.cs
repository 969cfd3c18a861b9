using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using UglyToad.PdfPig;

namespace DaiHoi.Documents.Tests;

/// <summary>Layouts, numbers, bad input, workbooks.</summary>
public sealed class PaperTests
{
    private static readonly PaperLayout Party = PaperLayouts.Of("party", Samples.Day)!;

    [Theory]
    [InlineData("party", "2018-04-02", null)]
    [InlineData("party", "2018-04-03", "party-2018")]
    [InlineData("party", "2026-05-26", "party-2018")]
    [InlineData("party", "2026-05-27", "party-2026")]
    [InlineData("state", "2020-03-04", null)]
    [InlineData("state", "2020-03-05", "state-2020")]
    [InlineData("youth", "2020-01-01", "youth-2013")]
    [InlineData("plain", "1990-01-01", "plain")]
    public void A_layout_is_chosen_by_association_and_day(string association, string day, string? id)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(id, PaperLayouts.Of(association, on)?.Id);
        Assert.Equal(association, PaperLayouts.Nearest(association, on).Association);
    }

    [Fact]
    public void Every_layout_says_where_it_comes_from_and_whether_it_was_checked() =>
        Assert.All(
            PaperLayouts.All,
            layout => Assert.True(layout.Source.Length > 10 && (layout.Checked || layout.Note.Length > 10), layout.Id)
        );

    [Theory]
    [InlineData("{\"id\":\"x\"}", "bad.json")]
    [InlineData("{\"extra\":1}", "extra")]
    [InlineData("[]", "bad.json")]
    [InlineData("nonsense", "bad.json")]
    public void A_layout_that_is_wrong_is_refused_by_name(string json, string names)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var problem = Assert.Throws<FormatException>(() => PaperLayouts.Read("bad.json", stream));
        Assert.Contains(names, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("party", 1, "BC", "TU", "Số 01-BC/TU")]
    [InlineData("party", 12, "BC", null, "Số 12-BC")]
    [InlineData("state", 7, "QĐ", "UBND", "Số: 07/QĐ-UBND")]
    [InlineData("youth", 123, "BC", "TĐTN", "Số: 123-BC/TĐTN")]
    public void Numbers_are_written_as_the_layout_says(
        string association,
        int number,
        string symbol,
        string? issuer,
        string text
    ) => Assert.Equal(text, PaperNumbers.Text(PaperLayouts.Nearest(association, new(2021, 1, 1)), number, symbol, issuer));

    [Theory]
    [InlineData(2020, 3, 4, "ngày 04 tháng 3 năm 2020")]
    [InlineData(2020, 2, 10, "ngày 10 tháng 02 năm 2020")]
    [InlineData(2020, 12, 31, "ngày 31 tháng 12 năm 2020")]
    public void Days_are_written_as_papers_write_them(int year, int month, int day, string text) =>
        Assert.Equal(text, PaperText.LongDay(new(year, month, day)));

    [Fact]
    public void Whatever_is_typed_can_be_written_and_is_read_again() =>
        Gen.Char[' ', 'ỹ']
            .Array[1, 200]
            .Select(chars => new string(chars))
            .Sample(
                typed =>
                {
                    var paper = Samples.Empty(Party) with { Blocks = [new PaperParagraph(typed), new PaperList([typed])] };
                    using var pdf = new MemoryStream();
                    PdfPaper.Write(pdf, paper, Party);
                    using var docx = new MemoryStream();
                    DocxPaper.Write(docx, paper, Party);
                    using var read = WordprocessingDocument.Open(docx, isEditable: false);
                    Assert.Contains(PaperText.Clean(typed), read.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
                },
                iter: 40
            );

    [Fact]
    public void Letters_of_a_pdf_are_those_that_were_written()
    {
        const string Text = "Đảng ủy xã Ẩm Thủy: ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ĂÂĐÊÔƠƯ 0123456789 “ngoặc” – §";
        using var stream = new MemoryStream();
        PdfPaper.Write(stream, Samples.Empty(Party) with { Blocks = [new PaperParagraph(Text)] }, Party);
        using var pdf = PdfDocument.Open(stream.ToArray());
        var read = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        Assert.Contains(
            Text.Replace(" ", "", StringComparison.Ordinal),
            read.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Hostile_words_neither_break_a_paper_nor_become_markup()
    {
        string[] hostile =
        [
            "<w:p/>&\"'",
            "a\u0000b\u202Ec\uD800d",
            "Tie\u0302\u0301ng Vie\u0323\u0302t",
            new string('ă', 100_000),
            "\t\r\n",
            "(unbalanced \\) endstream endobj",
            "😀",
        ];
        var paper = Samples.Empty(Party) with
        {
            Summary = hostile[0],
            Blocks =
            [
                .. hostile.Select(text => new PaperParagraph(text)),
                new PaperTable(
                    hostile[1],
                    [.. Enumerable.Range(0, 60).Select(i => new PaperColumn($"Cột {i}"))],
                    [
                        [new(hostile[2])],
                    ]
                ),
                new PaperTable("Không dòng", [new("Một")], []),
                new PaperTable(
                    "Một dòng dài hơn trang",
                    [new("A"), new("B")],
                    [
                        [new(string.Join(' ', Enumerable.Repeat("dài", 4000))), new("b")],
                    ]
                ),
                new PaperCurve("Không điểm", "Không có số liệu", []),
            ],
        };
        using var pdf = new MemoryStream();
        var pages = PdfPaper.Write(pdf, paper, Party);
        Assert.InRange(pages, 2, 200);
        using var docx = new MemoryStream();
        DocxPaper.Write(docx, paper, Party);
        using var read = WordprocessingDocument.Open(docx, isEditable: false);
        var text = read.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("<w:p/>&\"'", text, StringComparison.Ordinal);
        Assert.Contains("abcd", text, StringComparison.Ordinal);
        Assert.Contains("Tiếng Việt", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_signs_on_a_page_that_says_nothing()
    {
        var turned = 0;
        for (var lines = 1; lines <= 50; lines++)
        {
            var paper = Samples.Empty(Party) with
            {
                Blocks =
                [
                    .. Enumerable.Range(0, lines).Select(_ => new PaperParagraph("Một dòng.")),
                    new PaperParagraph("Trên đây là đoạn kết."),
                ],
                Signatures = [new("BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Thị Bình")],
            };
            using var stream = new MemoryStream();
            PdfPaper.Write(stream, paper, Party);
            using var pdf = PdfDocument.Open(stream.ToArray());
            var last = pdf.GetPages().Last();
            var words = last.GetWords().Select(word => word.Text).ToList();
            Assert.Contains("Bình", words);
            Assert.True(words.Contains("kết."), $"{lines} lines");
            if (last.Number > 1 && !words.Contains("Một"))
                turned++;
        }
        Assert.True(turned > 0, "the last paragraph never had to go over with the signature");
    }

    [Fact]
    public void Tables_become_sheets_with_real_numbers_and_no_formulas()
    {
        var paper = Samples.Empty(Party) with
        {
            Blocks =
            [
                Samples.Table(3),
                Samples.Table(3) with
                {
                    Rows =
                    [
                        [new("=1+1"), new("12", 12), new("+x"), new("@a")],
                    ],
                },
                Samples.Table(0) with
                {
                    Caption = "Bảng/kê: [một] rất dài hơn ba mươi mốt chữ",
                },
            ],
        };
        using var stream = new MemoryStream();
        Assert.Equal(3, XlsxTables.Write(stream, paper));
        using var book = SpreadsheetDocument.Open(stream, isEditable: false);
        var names = book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!).ToList();
        Assert.Equal(3, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(
            names,
            name => Assert.True(name.Length <= 31 && name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0, name)
        );
        // Cut behind a whole word.
        Assert.EndsWith(" hơn ba", names[2], StringComparison.Ordinal);
        Assert.Empty(book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<CellFormula>()));
        Assert.Contains(
            book.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<Cell>()),
            cell => cell.CellValue?.Text == "18525"
        );
        var faults = new DocumentFormat.OpenXml.Validation.OpenXmlValidator()
            .Validate(book, TestContext.Current.CancellationToken)
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => $"{fault.Path?.XPath}: {fault.Description}")));
    }
}
