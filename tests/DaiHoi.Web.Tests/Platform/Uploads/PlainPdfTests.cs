using System.Text;
using DaiHoi.Web.Platform.Uploads;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Platform.Uploads;

public sealed class PlainPdfTests
{
    [Fact]
    public void What_an_office_program_writes_is_taken()
    {
        byte[][] plain =
        [
            Pdf.Of(),
            Pdf.Of(Pdf.Packed("", "BT /F1 12 Tf (Ke hoach) Tj ET", times: 50)),
            Pdf.Of(Pdf.Packed("/Type /ObjStm /N 1 /First 4", "7 0 << /Type /Font /BaseFont /TimesNewRoman >>")),
            // Links and where to begin reading do nothing by themselves.
            Pdf.With("<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.vn) >> >>"),
            Pdf.With("catalog:/OpenAction [3 0 R /FitH 800]"),
            // A word of the text, and names that only begin like one.
            Pdf.With("(JavaScript, Launch)"),
            Pdf.With("<< /EncryptMetadata true /JavaScripts 1 /Launched 2 >>"),
            [.. Pdf.Of(), .. "\r\n\0\0"u8],
        ];
        Assert.All(plain, pdf => Assert.Null(PlainPdf.RefusalOf(pdf)));
    }

    [Theory]
    [InlineData("catalog:/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "Acts")]
    [InlineData("catalog:/Names << /JavaScript 5 0 R >>", "Acts")]
    [InlineData("<< /S /J#61vaScript /JS (x) >>", "Acts")]
    [InlineData("<</S/Launch/F(cmd.exe)>>", "Acts")]
    [InlineData("<< /S /SubmitForm /F (https://elsewhere) >>", "Acts")]
    [InlineData("<< /S /ImportData /F (x) >>", "Acts")]
    [InlineData("<< /S /Rendition /JS (x) >>", "Acts")]
    [InlineData("<< /Subtype /RichMedia >>", "Acts")]
    [InlineData("catalog:/AcroForm << /XFA 5 0 R >>", "Acts")]
    [InlineData("catalog:/Names << /EmbeddedFiles 5 0 R >>", "HoldsFiles")]
    [InlineData("<< /Type /Embedded#46ile >>", "HoldsFiles")]
    [InlineData("<< /S /GoToE >>", "HoldsFiles")]
    [InlineData("trailer:/Encrypt 5 0 R", "Locked")]
    public void What_acts_by_itself_holds_files_or_is_locked_is_refused(string part, string why) =>
        Assert.Equal(Enum.Parse<PdfRefusal>(why), PlainPdf.RefusalOf(Pdf.With(part)));

    [Theory]
    [InlineData("/Type /ObjStm /N 1 /First 4", "7 0 << /S /JavaScript /JS (x) >>", 1)]
    [InlineData("", "7 0 << /S /Launch >>", 1)]
    // Behind more than one piece of reading.
    [InlineData("/Type /ObjStm", "                                                    /Launch ", 5_000)]
    public void What_hides_in_a_packed_part_is_found(string words, string content, int times) =>
        Assert.Equal(PdfRefusal.Acts, PlainPdf.RefusalOf(Pdf.Of(Pdf.Packed(words, content, times))));

    [Fact]
    public void A_name_that_stands_across_two_pieces_is_found()
    {
        for (var before = 65_400; before < 65_560; before += 3)
        {
            var content = new string(' ', before) + "/EmbeddedFile ";
            Assert.Equal(PdfRefusal.HoldsFiles, PlainPdf.RefusalOf(Pdf.Of(Pdf.Packed("/Type /ObjStm", content))));
        }
    }

    [Theory]
    [InlineData("<< /Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode] /Length 2 >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter [/FlateDecode /FlateDecode] /Length 2 >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter /LZWDecode /Length 2 >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter 9 0 R /Length 2 >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /Obj#53tm /Filter /FlateDecode /Length 2 >>\nstream\n00\nendstream")]
    [InlineData("<< /Type /ObjStm /Filter /FlateDecode /DecodeParms << /Predictor 12 >> /Length 2 >>\nstream\n00\nendstream")]
    public void What_cannot_be_looked_through_is_refused(string part) =>
        Assert.Equal(PdfRefusal.TooDense, PlainPdf.RefusalOf(Pdf.With(part)));

    [Fact]
    public void A_bomb_is_refused_without_being_kept_in_memory()
    {
        var bomb = Pdf.Of(Pdf.Packed("", new string('0', 1_000_000), times: 600));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(PdfRefusal.TooDense, PlainPdf.RefusalOf(bomb));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_cut_file_is_refused_wherever_it_is_cut()
    {
        var whole = Pdf.Of(Pdf.Packed("", "BT (a) Tj ET"));
        for (var length = 0; length < whole.Length - 1; length += 7)
            Assert.NotNull(PlainPdf.RefusalOf(whole[..length]));
    }

    [Fact]
    public void Two_files_in_one_are_refused()
    {
        byte[] zip = [.. "PK\x05\x06"u8, .. new byte[18]];
        byte[][] joined =
        [
            [.. "<html><script>alert(1)</script>"u8, .. Pdf.Of()],
            [.. "GIF89a"u8, .. Pdf.Of()],
            [.. Pdf.Of(), .. "<script>alert(1)</script>"u8],
            [.. Pdf.Of(), .. zip],
            Pdf.Of([.. "("u8, .. zip, .. ")"u8]),
        ];
        Assert.All(joined, pdf => Assert.NotNull(PlainPdf.RefusalOf(pdf)));
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var chance = new Random(11);
        var whole = Pdf.Of(Pdf.Packed("/Type /ObjStm", "7 0 << >>"));
        for (var trial = 0; trial < 2_000; trial++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = 0; change < 4; change++)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            _ = PlainPdf.RefusalOf(bytes);
        }
        Assert.Equal(PdfRefusal.NotAPdf, PlainPdf.RefusalOf(Encoding.ASCII.GetBytes("%PDF-x.7")));
    }
}
