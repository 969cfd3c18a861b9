using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DaiHoi.Documents.Tests;

/// <summary>All sample papers, written once: as DOCX, as PDF, and as the PDF that LibreOffice makes of the DOCX.</summary>
public sealed class RenderedPapers : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("papers-").FullName;

    public RenderedPapers()
    {
        Directory.CreateDirectory(Path.Combine(folder, "office"));
        foreach (var (name, paper, layout) in Samples.All())
        {
            using (var docx = File.Create(Docx(name)))
                DocxPaper.Write(docx, paper, layout);
            using var pdf = File.Create(Pdf(name));
            PdfPaper.Write(pdf, paper, layout);
        }
        Office.TurnToPdf(folder, [.. Samples.All().Select(one => Docx(one.Name))], Path.Combine(folder, "office"));
    }

    internal string Docx(string name) => Path.Combine(folder, name + ".docx");

    internal string Pdf(string name) => Path.Combine(folder, name + ".pdf");

    internal string OfOffice(string name) => Path.Combine(folder, "office", name + ".pdf");

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>Every paper in every layout, looked at as a printer would get it.</summary>
public sealed class RenderingTests(RenderedPapers papers) : IClassFixture<RenderedPapers>
{
    public static TheoryData<string> Names => [.. Samples.All().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_valid_and_an_office_shows_it_in_the_right_font(string name)
    {
        using (var docx = WordprocessingDocument.Open(papers.Docx(name), isEditable: false))
        {
            var faults = new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(docx, TestContext.Current.CancellationToken)
                .ToList();
            Assert.True(
                faults.Count == 0,
                string.Join('\n', faults.Select(fault => $"{fault.Path?.XPath}: {fault.Description}"))
            );
        }
        Assert.All(
            Office.FontsOf(papers.OfOffice(name)),
            font =>
                Assert.True(
                    font.Contains("LiberationSerif", StringComparison.Ordinal)
                        || font.Contains("TimesNewRoman", StringComparison.Ordinal)
                        || font.Contains("OpenSymbol", StringComparison.Ordinal),
                    font
                )
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pdf_holds_its_fonts_stays_within_its_margins_and_says_what_was_written(string name)
    {
        var (_, paper, layout) = Samples.All().First(one => one.Name == name);
        Assert.All(Office.FontsOf(papers.Pdf(name)), font => Assert.Contains("+Tinos", font, StringComparison.Ordinal));
        using var pdf = PdfDocument.Open(papers.Pdf(name));
        var (left, right) = (layout.Page.Left / 25.4 * 72, layout.Page.Right / 25.4 * 72);
        foreach (var page in pdf.GetPages())
        {
            Assert.All(
                page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)),
                letter =>
                    Assert.True(
                        IsWithin(letter, page, left, right, layout),
                        $"{name}, page {page.Number}: «{letter.Value}» at {letter.BoundingBox}"
                    )
            );
        }
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value))
            .Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(paper.Summary.Replace(" ", "", StringComparison.Ordinal), text, StringComparison.Ordinal);
        foreach (var words in paper.Blocks.OfType<PaperParagraph>().Take(20).SelectMany(one => one.Runs))
            Assert.Contains(words.Text.Split(' ')[0], text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_forms_have_nearly_as_many_pages(string name)
    {
        using var own = PdfDocument.Open(papers.Pdf(name));
        using var office = PdfDocument.Open(papers.OfOffice(name));
        var most = Math.Max(1, office.NumberOfPages / 12);
        Assert.InRange(own.NumberOfPages, office.NumberOfPages - most, office.NumberOfPages + most);
    }

    [Fact]
    public void A_national_report_is_written_in_time_and_the_same_paper_gives_the_same_bytes()
    {
        var layout = PaperLayouts.Of("party", Samples.Day)!;
        var paper = Samples.National(layout);
        var (first, second, docx) = (new MemoryStream(), new MemoryStream(), new MemoryStream());
        var watch = Stopwatch.StartNew();
        var pages = PdfPaper.Write(first, paper, layout);
        var pdfTook = watch.Elapsed;
        watch.Restart();
        DocxPaper.Write(docx, paper, layout);
        var docxTook = watch.Elapsed;
        PdfPaper.Write(second, paper, layout);
        Assert.True(pages >= 150, $"{pages} pages");
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.True(pdfTook.TotalSeconds < 2 && docxTook.TotalSeconds < 2, $"pdf {pdfTook}, docx {docxTook}");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{pages} pages: pdf {pdfTook.TotalMilliseconds:0} ms, docx {docxTook.TotalMilliseconds:0} ms"
        );
    }

    [Fact]
    public void A_pdf_tells_what_is_a_heading_a_list_and_a_cell()
    {
        var bytes = File.ReadAllText(papers.Pdf("party-2018-usual"), System.Text.Encoding.Latin1);
        foreach (
            var sign in (string[])
                [
                    "/S/H1",
                    "/S/H2",
                    "/S/L/",
                    "/S/LBody",
                    "/S/Table",
                    "/S/TH",
                    "/Scope/Column",
                    "/Scope/Row",
                    "/S/TD",
                    "/S/Figure",
                    "/Alt<FEFF",
                    "/Lang(vi-VN)",
                    "/MarkInfo<</Marked true>>",
                    "/DisplayDocTitle true",
                ]
        )
            Assert.Contains(sign, bytes, StringComparison.Ordinal);
    }

    private static bool IsWithin(Letter letter, Page page, double left, double right, PaperLayout layout)
    {
        const double Slack = 1.5;
        var box = letter.BoundingBox;
        var number = box.Bottom > page.Height - (layout.Page.Top / 25.4 * 72);
        return box.Left >= left - Slack
            && box.Right <= page.Width - right + Slack
            && box.Bottom >= (layout.Page.Bottom / 25.4 * 72) - 5
            && (!number || char.IsAsciiDigit(letter.Value[0]));
    }
}
