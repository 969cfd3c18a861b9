using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Platform;

namespace DaiHoi.Web.Tests.Newsroom.Import;

public sealed partial class OldPageTests
{
    public static TheoryData<string> Names => [.. OldPages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_of_an_old_portal_is_recognised_part_by_part(string name) =>
        Assert.Equal(OldPages.Expected(name), OldPages.Told(OldPages.Recognise(OldPages.Html(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void In_an_old_encoding_the_same_is_recognised(string name)
    {
        var html = OldPages.Html(name);
        var expected = OldPages.Expected(name);
        Assert.Equal(("utf-8", expected), Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(html)]));
        Assert.Equal(("utf-16", expected), Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(html)]));
        Assert.Equal(("utf-8", expected), Read(Encoding.UTF8.GetBytes(html.Normalize(NormalizationForm.FormD))));
        Assert.Equal(("windows-1258", expected), Read(OldSigns.Windows1258Bytes(html)));
        Assert.Equal(("vni", expected), Read(OldSigns.VniBytes(html)));
        var (encoding, told) = Read(OldSigns.Tcvn3Bytes(html));
        Assert.Equal("tcvn3", encoding);
        // It keeps no capitals with marks.
        Assert.Equal(expected, told, ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Letters_written_as_references_are_letters(string name)
    {
        // As editors of that time wrote everything beyond ASCII: by number, in one base or the other. Scripts stay as they are.
        var html = Script()
            .Replace(
                OldPages.Html(name),
                part =>
                    part.Value[0] == '<' ? part.Value
                    : part.Value[0] % 2 == 0 ? FormattableString.Invariant($"&#{(int)part.Value[0]};")
                    : FormattableString.Invariant($"&#x{(int)part.Value[0]:X};")
            );
        Assert.Equal(OldPages.Expected(name), OldPages.Told(OldPages.Recognise(html)));
    }

    [Fact]
    public void The_seed_page_is_recognised_part_by_part()
    {
        var page = OldPages.Recognise(OldPages.Seed, "tap-trung-chuan-bi.txt").Page!;
        Assert.Equal("Tập trung chuẩn bị và tổ chức tốt đại hội đảng bộ các cấp", page.Title);
        Assert.Equal(new DateTime(2020, 3, 4, 14, 42, 0), page.Date);
        Assert.Equal("BPO", page.Dateline);
        Assert.StartsWith(
            "Chiều 2-3, Ban Tổ chức Trung ương tổ chức hội nghị giao ban trực tuyến",
            page.Lead,
            StringComparison.Ordinal
        );
        Assert.Equal(["Minh Luận"], page.Authors);
        Assert.Equal(26, page.Views);
        Assert.Equal([], page.Links);
        Assert.Equal(new RecognisedStatistics(25_819, 7, null, 803, 1_757, 18_525), page.Statistics);
        var photo = Assert.Single(page.Photos);
        Assert.Equal("Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Tỉnh ủy Nguyễn Văn Dũng phát biểu tại hội nghị", photo.Caption);
        Assert.Null(photo.File);
        Assert.Equal(("utf-8", true), (page.Reading.Encoding, page.Reading.Decided));
        Assert.Null(page.CanonicalAddress);
    }

    [Fact]
    public void Of_the_seed_page_no_line_is_lost_and_none_moves()
    {
        var page = OldPages.Recognise(OldPages.Seed).Page!;
        var body = page.BodyHtml.Replace("<figure data-photo=\"1\"></figure>", page.Photos[0].Caption, StringComparison.Ordinal);
        var paragraphs = new[] { $"{page.Dateline} - {page.Lead}" }.Concat(
            Tag().Replace(body, "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
        var lines = OldPages.Seed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // Between the date, which is the second line, and the author.
        Assert.Equal(lines[2..Array.IndexOf(lines, "Minh Luận")], paragraphs);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1258")]
    [InlineData("vni")]
    [InlineData("tcvn3")]
    public void The_seed_page_is_the_same_in_every_encoding(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "utf-16" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(OldPages.Seed)],
            "windows-1258" => OldSigns.Windows1258Bytes(OldPages.Seed),
            "vni" => OldSigns.VniBytes(OldPages.Seed),
            _ => OldSigns.Tcvn3Bytes(OldPages.Seed),
        };
        var (read, told) = Read(bytes);
        Assert.Equal(encoding, read);
        Assert.Equal(OldPages.Told(OldPages.Recognise(OldPages.Seed)), told, ignoreCase: encoding == "tcvn3");
    }

    [Fact]
    public void Plain_text_that_was_wrapped_is_unwrapped()
    {
        var wrapped = string.Join("\r\n", OldPages.Seed.ReplaceLineEndings("\n").Split('\n').Select(line => Wrap(line, 72)));
        Assert.Equal(OldPages.Told(OldPages.Recognise(OldPages.Seed)), OldPages.Told(OldPages.Recognise(wrapped)));
    }

    [Fact]
    public void Headings_lists_tables_and_captions_stand_in_plain_text_too()
    {
        const string text = """
            Đảng bộ xã mẫu chuẩn bị đại hội
            Thứ Tư, 04/03/2020 - 09:05 [GMT+7]

            Chiều 3-3, ban chấp hành họp phiên cuối trước đại hội, thông qua mọi tờ trình và phân công người đọc.

            I. NHỮNG VIỆC ĐÃ XONG

            Ba văn kiện đã in, hai trăm phiếu đã đóng dấu, và hội trường đã lợp lại mái sau cơn lốc cuối tháng hai vừa rồi.

            Đồng chí bí thư phát biểu tại phiên họp. Ảnh: Thanh Tâm

            Những việc còn lại được chia thành ba nhóm, mỗi nhóm có một người chịu trách nhiệm và một ngày phải xong.
            - Kiểm tra âm thanh
            - Diễn tập kiểm phiếu
            - Mời đại biểu
            Chi bộ | Đại biểu | Nữ
            Ấp 1 | 12 | 4
            Ấp 2 | 9 | 3

            Đại hội dự kiến họp trong hai ngày 10 và 11 tháng 3 tại nhà văn hóa xã, khai mạc lúc bảy giờ rưỡi sáng.
            Tin, ảnh: Thanh Tâm
            (Theo Bản tin xã mẫu)
            Lượt xem: 1.024
            """;
        Assert.Equal(
            """
            title: Đảng bộ xã mẫu chuẩn bị đại hội
            date: 2020-03-04 09:05
            authors: Thanh Tâm
            source: Bản tin xã mẫu
            views: 1024
            photo: Đồng chí bí thư phát biểu tại phiên họp |  | Thanh Tâm | 
            lead: Chiều 3-3, ban chấp hành họp phiên cuối trước đại hội, thông qua mọi tờ trình và phân công người đọc.

            <h2>I. NHỮNG VIỆC ĐÃ XONG</h2>
            <p>Ba văn kiện đã in, hai trăm phiếu đã đóng dấu, và hội trường đã lợp lại mái sau cơn lốc cuối tháng hai vừa rồi.</p>
            <figure data-photo="1"></figure>
            <p>Những việc còn lại được chia thành ba nhóm, mỗi nhóm có một người chịu trách nhiệm và một ngày phải xong.</p>
            <ul><li>Kiểm tra âm thanh</li><li>Diễn tập kiểm phiếu</li><li>Mời đại biểu</li></ul>
            <table><tbody><tr><td>Chi bộ</td><td>Đại biểu</td><td>Nữ</td></tr><tr><td>Ấp 1</td><td>12</td><td>4</td></tr><tr><td>Ấp 2</td><td>9</td><td>3</td></tr></tbody></table>
            <p>Đại hội dự kiến họp trong hai ngày 10 và 11 tháng 3 tại nhà văn hóa xã, khai mạc lúc bảy giờ rưỡi sáng.</p>
            """,
            OldPages.Told(OldPages.Recognise(text))
        );
    }

    private static (string Encoding, string Told) Read(byte[] bytes)
    {
        var recognition = PageRecogniser.Recognise(bytes, "trang.html", EncodingChoice.Auto);
        return (recognition.Page?.Reading.Encoding ?? recognition.Refusal.ToString()!, OldPages.Told(recognition));
    }

    private static string Wrap(string line, int width)
    {
        var wrapped = new StringBuilder();
        var column = 0;
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                wrapped.Append("\r\n");
                column = 0;
            }
            else if (column > 0)
            {
                wrapped.Append(' ');
                column++;
            }
            wrapped.Append(word);
            column += word.Length;
        }
        return wrapped.ToString();
    }

    [GeneratedRegex("<script.*?</script>|[^\\x00-\\x7F]", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
