using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace DaiHoi.Documents.Tests;

/// <summary>Ballots, looked at as whoever votes would get them.</summary>
public sealed class BallotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ballots-").FullName;

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(80)]
    [InlineData(200)]
    public void Every_name_stands_whole_once_and_in_order_at_a_size_for_an_outstretched_arm(int names)
    {
        foreach (var paper in Enum.GetValues<BallotPaper>())
        {
            foreach (var ballot in (BallotSheet[])[SheetSamples.StrikeOut(names), SheetSamples.AgreeDisagree(names)])
            {
                using var pdf = PdfDocument.Open(Written(ballot, paper));
                var found = pdf.GetPages().SelectMany(NamesOf).ToList();
                // Between the lines of a name in two there is no space to be read.
                Assert.Equal(ballot.Names.Select(Spaceless), found.Select(one => Spaceless(one.Name)));
                Assert.All(found, one => Assert.InRange(one.Size, PdfBallots.LeastNames, 22.01));
            }
        }
    }

    [Theory]
    [InlineData(BallotPaper.A5, 148, 210)]
    [InlineData(BallotPaper.A4, 210, 297)]
    public void Pages_have_the_size_that_was_asked_for_and_nothing_leaves_them(BallotPaper paper, double wide, double high)
    {
        foreach (var names in (int[])[1, 17, 80])
        {
            using var pdf = PdfDocument.Open(Written(SheetSamples.StrikeOut(names), paper));
            foreach (var page in pdf.GetPages())
            {
                Assert.Equal((wide, high), (Math.Round(page.Width / 72 * 25.4), Math.Round(page.Height / 72 * 25.4)));
                Assert.All(
                    page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)),
                    letter =>
                        Assert.True(
                            letter.BoundingBox.Left >= 9 / 25.4 * 72
                                && letter.BoundingBox.Right <= page.Width - (9 / 25.4 * 72)
                                && letter.BoundingBox.Bottom >= 6 / 25.4 * 72
                                && letter.BoundingBox.Top <= page.Height - (8 / 25.4 * 72),
                            $"page {page.Number}: «{letter.Value}» at {letter.BoundingBox}"
                        )
                );
            }
        }
    }

    [Fact]
    public void A_usual_list_fits_one_page_and_names_are_smaller_only_where_there_are_more()
    {
        Assert.Equal(1, PdfBallots.Write(Stream.Null, SheetSamples.StrikeOut(17), BallotPaper.A5));
        Assert.Equal(1, PdfBallots.Write(Stream.Null, SheetSamples.StrikeOut(45), BallotPaper.A4));
        Assert.Equal(2, PdfBallots.Write(Stream.Null, SheetSamples.StrikeOut(80), BallotPaper.A4));
        var sizes = ((int[])[5, 12, 20])
            .Select(names =>
            {
                using var pdf = PdfDocument.Open(Written(SheetSamples.StrikeOut(names), BallotPaper.A4));
                return NamesOf(pdf.GetPage(1)).First().Size;
            })
            .ToList();
        Assert.True(sizes[0] > sizes[2] && sizes[0] >= sizes[1] && sizes[1] >= sizes[2], string.Join(' ', sizes));
    }

    [Fact]
    public void The_seal_has_its_place_at_the_upper_left_and_the_head_says_whose_ballot_it_is()
    {
        var ballot = SheetSamples.StrikeOut(17);
        using var pdf = PdfDocument.Open(Written(ballot, BallotPaper.A5));
        var page = pdf.GetPage(1);
        var seal = page.GetWords().First(word => word.Text == "Dấu");
        Assert.True(seal.BoundingBox.Left < page.Width / 3 && seal.BoundingBox.Bottom > page.Height * 0.85);
        var text = Plain(page);
        foreach (
            var said in (string[])
                [ballot.Superior!, .. ballot.Issuer, "PHIẾU BẦU", ballot.Elected, ballot.Seats, ballot.Instruction]
        )
            Assert.Contains(Spaceless(said), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Boxes_stand_only_where_an_X_is_asked_for()
    {
        Assert.Equal(2 * 9, Boxes(Written(SheetSamples.AgreeDisagree(9), BallotPaper.A5)));
        Assert.Equal(0, Boxes(Written(SheetSamples.StrikeOut(9), BallotPaper.A5)));
        using var pdf = PdfDocument.Open(Written(SheetSamples.AgreeDisagree(9), BallotPaper.A5));
        Assert.Contains("Khôngđồngý", Plain(pdf.GetPage(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_a_batch_cannot_be_told_from_each_other_and_lie_in_the_file_once()
    {
        var ballot = SheetSamples.StrikeOut(80);
        var (one, many) = (Written(ballot, BallotPaper.A5), Written(ballot, BallotPaper.A5, copies: 300));
        Assert.True(many.Length < one.Length * 8, $"{one.Length} and {many.Length} bytes");
        using var pdf = PdfDocument.Open(many);
        var pages = PdfBallots.Write(Stream.Null, ballot, BallotPaper.A5);
        Assert.Equal(300 * pages, pdf.NumberOfPages);
        for (var copy = 1; copy < 300; copy += 99)
        {
            for (var page = 1; page <= pages; page++)
                Assert.Equal(Drawn(pdf.GetPage(page)), Drawn(pdf.GetPage((copy * pages) + page)));
        }
        Assert.Equal(many, Written(ballot, BallotPaper.A5, copies: 300));
    }

    [Fact]
    public void A_ballot_names_its_fonts_and_tells_what_is_what_once()
    {
        var file = System.Text.Encoding.Latin1.GetString(Written(SheetSamples.AgreeDisagree(9), BallotPaper.A5, copies: 20));
        foreach (var sign in (string[])["/S/H1", "/S/Table", "/Scope/Column", "/Scope/Row", "/Lang(vi-VN)"])
            Assert.Contains(sign, file, StringComparison.Ordinal);
        Assert.Equal(2, file.Split("/S/Table").Length);
        var path = Path.Combine(folder, "fonts.pdf");
        File.WriteAllBytes(path, Written(SheetSamples.AgreeDisagree(9), BallotPaper.A5));
        Assert.All(Office.FontsOf(path), font => Assert.Contains("+Tinos", font, StringComparison.Ordinal));
    }

    [Fact]
    public void Hostile_names_neither_break_a_ballot_nor_run_off_it()
    {
        var ballot = SheetSamples.StrikeOut(3) with
        {
            Superior = "(\\) endstream endobj",
            Elected = string.Join(' ', Enumerable.Repeat("Ban Chấp hành", 30)),
            Names = ["<b>&\"' ) Tj", new string('Ă', 400), "Tie\u0302\u0301ng\u202E\uD800", "", "😀"],
        };
        using var pdf = PdfDocument.Open(Written(ballot, BallotPaper.A5, copies: 2));
        Assert.InRange(pdf.NumberOfPages, 2, 20);
        Assert.Contains("Tiếng", string.Concat(pdf.GetPages().Select(Plain)), StringComparison.Ordinal);
        foreach (var page in pdf.GetPages())
            Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, page.Width - 20));
    }

    [Fact]
    public void A_ballot_for_nobody_and_a_number_of_copies_that_no_hall_needs_are_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            PdfBallots.Write(Stream.Null, SheetSamples.StrikeOut(3) with { Names = [] }, BallotPaper.A5)
        );
        foreach (var copies in (int[])[0, -1, PdfBallots.MostCopies + 1])
            Assert.Throws<ArgumentOutOfRangeException>(() =>
                PdfBallots.Write(Stream.Null, SheetSamples.StrikeOut(3), BallotPaper.A5, copies)
            );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Written(BallotSheet ballot, BallotPaper paper, int copies = 1)
    {
        using var stream = new MemoryStream();
        PdfBallots.Write(stream, ballot, paper, copies);
        return stream.ToArray();
    }

    // Bold lines that begin beside a number; a name in two lines goes on where it began.
    private static IEnumerable<(string Name, double Size)> NamesOf(Page page)
    {
        var table = page.Letters.Where(letter => letter.PointSize >= PdfBallots.LeastNames - 0.01).ToList();
        var column = "";
        var size = 0.0;
        var hasNumber = false;
        var names = new List<(string Name, double Size)>();
        foreach (var letter in table)
        {
            var bold = letter.FontName!.Contains("Bold", StringComparison.Ordinal);
            if (!bold && char.IsAsciiDigit(letter.Value[0]))
            {
                if (column.Length > 0 && hasNumber)
                    names.Add((column, size));
                (column, hasNumber) = ("", true);
            }
            else if (bold && hasNumber)
                (column, size) = (column + letter.Value, letter.PointSize);
        }
        if (column.Length > 0)
            names.Add((column, size));
        return names;
    }

    private static string Plain(Page page) => Spaceless(string.Concat(page.Letters.Select(letter => letter.Value)));

    private static string Spaceless(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Drawn(Page page) =>
        string.Join('\n', page.Letters.Select(letter => $"{letter.Value} {letter.BoundingBox} {letter.PointSize}"));

    private static int Boxes(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return pdf.GetPage(1)
            .Paths.SelectMany(path => path)
            .Select(path => path.GetBoundingRectangle())
            .Count(box => box is { } one && one.Width is > 8 and < 30 && Math.Abs(one.Width - one.Height) < 0.1);
    }
}
