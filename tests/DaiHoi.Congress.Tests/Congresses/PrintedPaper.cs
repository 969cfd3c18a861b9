using System.Net;
using DaiHoi.Web.Tests.Builders;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What a paper of a congress says, without its spaces: lines break where they fit.</summary>
internal static class PrintedPaper
{
    /// <param name="handler">"Report" or "ReportWord"</param>
    public static async Task<string> OfAsync(Visitor reader, string handler, string congress = Assembled.District)
    {
        using var answer = await reader.GetAsync($"{congress}/van-ban?handler={handler}&lan=XII");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        if (handler == "Report")
            return OfPdf(bytes);
        using var stream = new MemoryStream(bytes);
        using var docx = WordprocessingDocument.Open(stream, isEditable: false);
        return Spaceless(docx.MainDocumentPart!.Document!.InnerText);
    }

    public static string OfPdf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return Spaceless(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));
    }

    public static string Spaceless(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    public static void Says(string paper, params string[] lines)
    {
        foreach (var line in lines)
            Assert.Contains(Spaceless(line), paper, StringComparison.Ordinal);
    }

    public static void SaysNot(string paper, params string[] lines)
    {
        foreach (var line in lines)
            Assert.DoesNotContain(Spaceless(line), paper, StringComparison.Ordinal);
    }
}
