using UglyToad.PdfPig;

namespace DaiHoi.Documents.Tests;

/// <summary>Delegate cards, summonses and the codes on them, read back from the drawn page.</summary>
public sealed class DelegateCardTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delegate-cards-").FullName;

    [Fact]
    public void A_telephone_reads_from_every_card_what_was_written_into_its_code()
    {
        var cards = SheetSamples.Cards(8);
        var codes = DrawnCodes.In(Kept(stream => PdfDelegateCards.Write(stream, cards, "Thẻ")));
        Assert.Equal(cards.Select(card => card.Code).Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("https://dai-hoi.example/xac-minh/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("Đoàn đại biểu Đảng bộ xã Lộc An")]
    public void A_code_is_read_from_a_paper_as_it_was_written(string content)
    {
        var paper = Samples.Summons("Lê Thị Ánh") with { Code = content };
        var layout = PaperLayouts.Of("party", Samples.Day)!;
        Assert.Equal([content], DrawnCodes.In(Kept(stream => PdfPaper.Write(stream, paper.ToPaper(), layout))));
    }

    [Fact]
    public void A_code_has_a_beginning_and_an_end()
    {
        Assert.Throws<ArgumentException>(() => QrSquares.Of(""));
        Assert.Throws<ArgumentException>(() => QrSquares.Of(new string('a', QrSquares.Longest + 1)));
        var longest = QrSquares.Of(new string('ỹ', QrSquares.Longest));
        // The quiet zone: four squares of paper on every side.
        for (var i = 0; i < longest.Side; i++)
        {
            for (var edge = 0; edge < 4; edge++)
                Assert.False(longest.IsDark(i, edge) || longest.IsDark(edge, i) || longest.IsDark(i, longest.Side - 1 - edge));
        }
        Assert.True(longest.IsDark(4, 4));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(250, 32)]
    public void Eight_cards_share_a_page_and_each_keeps_to_its_own_rectangle(int count, int pages)
    {
        var cards = SheetSamples.Cards(count);
        using var stream = new MemoryStream();
        Assert.Equal(pages, PdfDelegateCards.Write(stream, cards, "Thẻ"));
        using var pdf = PdfDocument.Open(stream.ToArray());
        foreach (var page in pdf.GetPages())
        {
            foreach (var letter in page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)))
            {
                var (x, y) = (letter.BoundingBox.Left / 72 * 25.4, letter.BoundingBox.Bottom / 72 * 25.4);
                var (across, down) = (x - 15, y - 28.5);
                Assert.True(
                    across is > 0 and < 180 && down is > 0 and < 240 && across % 90 is > 2 and < 88 && down % 60 > 1,
                    $"«{letter.Value}» at {x:0.0} × {y:0.0} mm"
                );
            }
        }
        var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        Assert.All(cards, card => Assert.Contains(Spaceless(card.Name), Spaceless(text), StringComparison.Ordinal));
    }

    [Fact]
    public void Names_are_the_largest_on_a_card_and_a_long_one_still_fits()
    {
        using var stream = new MemoryStream();
        PdfDelegateCards.Write(stream, SheetSamples.Cards(8), "Thẻ");
        using var pdf = PdfDocument.Open(stream.ToArray());
        var sizes = pdf.GetPage(1).Letters.Select(letter => letter.PointSize).ToList();
        Assert.Equal(22, sizes.Max(), 0.1);
        Assert.True(sizes.Min() >= 7, $"{sizes.Min()} pt");
        var again = new MemoryStream();
        PdfDelegateCards.Write(again, SheetSamples.Cards(8), "Thẻ");
        Assert.Equal(stream.ToArray(), again.ToArray());
    }

    [Fact]
    public void Hostile_words_stay_words_on_a_card()
    {
        var card = new DelegateCard(
            ["(\\) endstream", new string('Ộ', 90)],
            "<b>&",
            new string('Ă', 120),
            new string('n', 300),
            "\u0000\u202E1",
            "javascript:alert(1)"
        );
        using var stream = new MemoryStream();
        PdfDelegateCards.Write(stream, [card, SheetSamples.Plainest], "(title)\\");
        using var pdf = PdfDocument.Open(stream.ToArray());
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Contains("<b>&", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PdfDelegateCards.Write(Stream.Null, [], "Thẻ"));
    }

    [Fact]
    public void Summonses_come_one_to_a_page_each_with_its_own_name_and_code()
    {
        string[] names = ["Nguyễn Văn An", "Phạm Thị Dung", "Lê Văn Chính"];
        var layout = PaperLayouts.Of("party", Samples.Day)!;
        using var stream = new MemoryStream();
        var pages = PdfPaper.WriteAll(
            stream,
            [.. names.Select(name => Samples.Summons(name).ToPaper())],
            layout,
            "Giấy triệu tập"
        );
        Assert.Equal(3, pages);
        using var pdf = PdfDocument.Open(stream.ToArray());
        foreach (var (at, page) in pdf.GetPages().Index())
        {
            var text = Spaceless(string.Concat(page.Letters.Select(letter => letter.Value)));
            Assert.Equal(
                names.Select((_, i) => i == at),
                names.Select(name => text.Contains(Spaceless(name), StringComparison.Ordinal))
            );
        }
        Assert.Throws<ArgumentException>(() => PdfPaper.WriteAll(Stream.Null, [], layout, "Không"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Kept(Action<Stream> write)
    {
        var path = Path.Combine(folder, "kept.pdf");
        using var stream = File.Create(path);
        write(stream);
        return path;
    }

    private static string Spaceless(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
