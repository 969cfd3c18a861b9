using System.Diagnostics;
using System.Globalization;
using System.Text;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Import;

public sealed class HostilePageTests
{
    private const string Prose =
        "Chiều 2-3, ban chấp hành họp phiên cuối trước đại hội, thông qua mọi tờ trình và phân công người đọc trước hội nghị.";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [InlineData("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [InlineData("<img src=x onerror=alert(1) width=400 height=300>")]
    [InlineData("<img src=javascript:alert(1) width=400 height=300>")]
    [InlineData("<p onclick=\"alert(1)\" onmouseover='alert(2)'>chữ</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">bấm vào đây</a>")]
    [InlineData("<a href=\"JaVaScRiPt&colon;alert(1)\">bấm vào đây</a>")]
    [InlineData("<a href=\" &#14; javascript:alert(1)\">bấm vào đây</a>")]
    [InlineData("<a href=\"java&#9;script:alert(1)\">bấm vào đây</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">bấm vào đây</a>")]
    [InlineData("<a href=\"vbscript:msgbox(1)\">bấm vào đây</a>")]
    [InlineData("<a href=\"//evil.example\">bấm vào đây</a>")]
    [InlineData("<a href='https://a.example/\" onclick=\"alert(1)'>bấm vào đây</a>")]
    [InlineData("<a href=\"https://a.example/?<b>&quot;'\">bấm vào đây</a>")]
    [InlineData("<svg><script>alert(1)</script><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<style>body{background:url(javascript:alert(1))}</style><p style=\"behavior:url(x)\">chữ</p>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe><object data=x></object><embed src=x>")]
    [InlineData("<form action=\"https://evil.example\"><input name=q><button>Gửi</button><textarea></textarea></form>")]
    [InlineData(
        "<meta http-equiv=refresh content=\"0;url=https://evil.example\"><base href=\"https://evil.example/\"><link rel=stylesheet href=x>"
    )]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">chữ</p></noscript>")]
    [InlineData("<template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp>")]
    [InlineData("<!--><img src=x onerror=alert(1)>--><![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;b&amp;gt;")]
    [InlineData(
        "<table><tr><td onclick=x colspan=\"9999999999\" rowspan=-1 style=x>ô</td><td>ô hai</td></tr><tr><td>ba</td><td>bốn</td></tr></table>"
    )]
    [InlineData(
        "<figure data-photo=\"77\"></figure><figure><img src=a.jpg width=300 height=300 alt='\" onerror=x'><figcaption><script>x</script>chú thích</figcaption></figure>"
    )]
    [InlineData("&#xE000;av7&#xE001; &#xE000;zz")]
    [InlineData("&#0;&#1;&#8;&#x7F;&#x80;&#xFFFE;&#xFFFF;&#xD800;&#x110000;")]
    [InlineData("t&#x1ED5; ch&#x1EE9;c a&#x301; o&#x323;&#x302; &ETH;ảng &shy;m&shy;ềm &zwj;&zwnj;&#8203;&nbsp;&#xFEFF;")]
    [InlineData("<p>không đóng <b>đậm <i>nghiêng <a href=/x>liên kết <p>đoạn sau</b> chữ <table><td>ô<tr>hàng")]
    [InlineData("</p></div></body></html><p>sau khi đã hết</p>")]
    [InlineData("<p/><br/><hr/><//><><<>&&&;&#;&#x;</>< p>")]
    [InlineData("<plaintext><b>x")]
    public void Whatever_a_page_holds_comes_out_clean(string payload)
    {
        CleanPages.Holds(OldPages.Recognise(Page(payload, payload)));
        CleanPages.Holds(OldPages.Recognise(Page("Đại hội điểm ở cơ sở", $"<p>{Prose}</p>{payload}<p>{Prose}</p>")));
        CleanPages.Holds(OldPages.Recognise($"{payload}\n04/03/2020 02:42 CH\n\n{Prose}\n\n{payload}\n\n{Prose}\n\nMinh Luận"));
        CleanPages.Holds(
            OldPages.Recognise(
                Page(
                    "Một tên",
                    $"<p>{Prose}</p><center><img src=\"{payload}\" alt=\"{payload}\" width=400><br><i>{payload}</i></center><p>{Prose}</p>"
                )
            )
        );
    }

    [Fact]
    public void The_words_of_a_page_survive_what_was_hidden_among_them()
    {
        var page = OldPages
            .Recognise(
                Page(
                    "Họp &lt;kín&gt; &amp; &quot;mở&quot;",
                    $"<p>{Prose}</p><p onclick=x>Mở <script>đầu</script>bằng <b>chữ</b> &lt;thường&gt; <a href='javascript:x'>và</a> <a href='/tin?a=1&b=2'>liên kết</a>.</p>"
                )
            )
            .Page!;
        Assert.Equal("Họp <kín> & \"mở\"", page.Title);
        Assert.Contains(
            "<p>Mở bằng <strong>chữ</strong> &lt;thường&gt; và <a href=\"/tin?a=1&amp;b=2\">liên kết</a>.</p>",
            page.BodyHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Marks_of_live_numbers_cannot_be_written_in_a_page()
    {
        var page = OldPages
            .Recognise(Page("Tên &#xE000;av1&#xE001;", $"<p>{Prose}</p><p>Đoạn &#xE000;av1&#xE001; sau &#57344;zz&#57345;</p>"))
            .Page!;
        Assert.Equal("Tên av1", page.Title);
        Assert.Contains("<p>Đoạn av1 sau zz</p>", page.BodyHtml, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Endless =>
        new()
        {
            { "nested div", Times("<div>", 100_000) + Prose },
            { "nested div with strange ends", Times("<div></i>", 100_000) + Prose },
            { "nested div, ended", Times("<div>", 50_000) + Prose + Times("</div>", 50_000) },
            { "nested span and paragraphs", Times("<span><p>", 50_000) + Prose },
            { "nested inline", Times("<b><i>", 50_000) + Prose },
            { "inline elements that never end", string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<p><font color={n}>x")) },
            {
                "inline elements without end in divs",
                string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<div><b class=c{n}></div>x"))
            },
            { "nested tables", Times("<table><tr><td>", 30_000) + Prose },
            { "nested table rows", Times("<table><tr>", 30_000) + Prose },
            { "nested lists", Times("<ul><li>", 50_000) + Prose },
            { "nested dl", Times("<dl><dd>", 50_000) + Prose },
            { "nested quotes", Times("<blockquote>", 100_000) + Prose },
            { "nested svg", "<svg>" + Times("<g>", 100_000) + Prose },
            { "nested links", Times("<a href=/x>", 50_000) + Prose },
            { "nested buttons", Times("<button>", 50_000) + Prose },
            { "nested templates", Times("<template>", 50_000) + Prose },
            { "nested forms and headings", Times("<form><h1><h2>", 30_000) + Prose },
            { "nested ruby", Times("<ruby><rt>", 30_000) + Prose },
            { "nested selects", Times("<select><option>", 30_000) + Prose },
            { "nested uppercase", Times("<DIV\n>", 100_000) + Prose },
            { "open comments", Times("<!--", 500_000) },
            { "open tags", Times("<a", 500_000) },
            { "attributes", "<p " + string.Concat(Enumerable.Range(0, 200_000).Select(n => $"a{n}=1 ")) + ">" + Prose },
            { "paragraphs", Times("<p>x", 800_000) },
            { "long paragraphs", Times($"<p>{Prose}</p>", 30_000) },
            { "words in bold", Times("<b>x</b> ", 400_000) },
            { "breaks", Times("x<br>", 700_000) },
            { "double breaks", Times(Prose + "<br><br>", 30_000) },
            { "links", Times("<a href=/x>chữ</a> ", 150_000) },
            { "dates", Times("<i>04/03/2020</i> ", 150_000) },
            { "dates in lines", Times("<div>04/03/2020 02:42 CH</div>", 100_000) },
            { "headlines", Times("<h1>Một tên bài khá dài để làm tên</h1>", 80_000) },
            { "large letters", Times("<font size=4>Một tên bài khá dài để làm tên</font>", 50_000) },
            {
                "class names",
                Times("<p class=\"title description sapo summary share\">Một tên bài khá dài để làm tên</p>", 30_000)
            },
            { "figures", Times("<figure><img src=a.jpg width=300><figcaption>chú thích</figcaption></figure>", 40_000) },
            { "pictures", Times("<img src=a.jpg width=300>", 150_000) },
            { "one great table", "<table>" + Times("<tr><td>một</td><td>hai</td></tr>", 120_000) + "</table>" },
            { "tables", Times("<table><tr><td>một</td><td>hai</td></tr></table>", 70_000) },
            { "one great list", "<ul>" + Times("<li>một mục</li>", 250_000) + "</ul>" },
            { "views", Times("<div>Lượt xem: 26</div>", 150_000) },
            { "statistics", Times("<div>Thống kê truy cập</div>", 100_000) },
            { "links of the site", Times("<div>Liên kết website</div>", 100_000) },
            { "a deep page with a long text", Times("<div>", 500) + Times($"<p>{Prose}</p>", 25_000) },
            { "a deep page with many elements", Times("<div>", 500) + Times("<i>x</i>", 400_000) },
            {
                "names in the description",
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":["
                    + string.Join(',', Enumerable.Range(0, 400_000).Select(n => $"\"n{n}\""))
                    + "]}</script>"
            },
            {
                "things in the description",
                "<script type=\"application/ld+json\">["
                    + Times("{\"@type\":\"NewsArticle\",\"headline\":\"x\"},", 100_000)
                    + "{}]</script>"
            },
            { "depth in the description", "<script type=\"application/ld+json\">" + Times("[", 1_000_000) + "</script>" },
            {
                "tags in the head",
                string.Concat(Enumerable.Range(0, 60_000).Select(n => $"<meta property=article:tag content=t{n}>"))
            },
            { "references", Times("&amp;&#38;&lt;", 300_000) },
            { "one word", new string('x', 4_900_000) },
            { "combining marks", "a" + new string('\u0301', 2_000_000) },
            { "spaces", Prose + new string(' ', 4_900_000) + Prose },
        };

    [Theory]
    [MemberData(nameof(Endless))]
    public void A_page_made_to_cost_time_is_answered_in_time(string form, string body)
    {
        _ = form;
        Answers($"<html><head><title>Đại hội điểm ở cơ sở</title></head><body><h1>Đại hội điểm ở cơ sở</h1>{body}");
    }

    public static TheoryData<string, string> EndlessLines =>
        new()
        {
            { "base64", string.Join('\n', Enumerable.Repeat(new string('Q', 76), 64_000)) },
            {
                "lines of prose wrapped",
                Times("Chiều hai tháng ba ban chấp hành họp phiên cuối trước đại hội và thông qua\n", 50_000)
            },
            { "headings of statistics", Times("Thống kê\n", 400_000) },
            { "headings of links", Times("Liên kết\n\n", 400_000) },
            { "dates", Times("04/03/2020 02:42 CH\n", 200_000) },
            { "views", Times("Lượt xem: 26\n", 250_000) },
            { "items", Times("- mục\n", 600_000) },
            { "numbered items", string.Concat(Enumerable.Range(1, 300_000).Select(n => $"{n}. mục\n")) },
            { "columns", Times("một | hai\n", 350_000) },
            { "a row of columns", Times("x|", 2_000_000) },
            { "empty lines", Prose + Times("\n", 4_900_000) + Prose },
            { "short lines", Times("x\n", 2_400_000) },
            { "titles", Times("Một tên bài khá dài để làm tên\n", 100_000) },
            { "captions", Times($"Đồng chí bí thư phát biểu tại hội nghị\n{Prose}\n", 20_000) },
        };

    [Theory]
    [InlineData("&#0;&#1;&#8;&#x7F;&#x80;&#xFFFE;&#xFFFF;&#xD800;&#x110000;")]
    [InlineData("t&#x1ED5; a&#x301; o&#x323;&#x302; &ETH;ảng m&shy;ềm &zwj;&zwnj;&#8203;&nbsp;&#xFEFF;")]
    [InlineData("<b>&#x338;x</b> e<i>&#x301;</i> &#x1100;<span>&#x1161;</span>")]
    public void Letters_written_as_references_come_out_in_the_programs_form(string payload)
    {
        var page = OldPages.Recognise(Page($"Họp {payload}", $"<p>{payload}</p>")).Page!;
        foreach (var text in (string[])[page.Title, page.Lead, page.BodyHtml])
            Assert.Equal(Fold.Clean(text), text);
        Assert.Equal(page.BodyHtml, CleanBody.Of(page.BodyHtml));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<div></i>")]
    [InlineData("<i><div></i>")]
    public void Elements_in_elements_without_end_are_no_page(string level)
    {
        var body = string.Concat(Enumerable.Repeat(level, 10_000)) + Prose;
        Assert.Equal(PageRefusal.TooManyParts, OldPages.Recognise($"<html><title>Một tên</title><body>{body}").Refusal);
    }

    [Theory]
    [MemberData(nameof(EndlessLines))]
    public void Text_made_to_cost_time_is_answered_in_time(string form, string text)
    {
        _ = form;
        Answers("Đại hội điểm ở cơ sở\n04/03/2020\n" + text);
        Answers(text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t ", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("%PDF-1.7\n%âãÏÓ", "PDF")]
    [InlineData("PK\u0003\u0004....", "ZIP")]
    [InlineData("GIF89a....", "GIF")]
    [InlineData("{\\rtf1\\ansi", "RTF")]
    [InlineData("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "MHT")]
    public void A_file_that_is_no_page_is_told_what_it_is(string content, string kind)
    {
        Assert.Equal((PageRefusal.NotAPage, kind), Refused(Encoding.UTF8.GetBytes(content)));
    }

    [Fact]
    public void Pictures_and_programs_are_told_what_they_are()
    {
        Assert.Equal((PageRefusal.NotAPage, "PNG"), Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]));
        Assert.Equal((PageRefusal.NotAPage, "JPEG"), Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]));
        Assert.Equal((PageRefusal.NotAPage, "DOC"), Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1]));
        Assert.Equal((PageRefusal.NotAPage, "GZIP"), Refused([0x1F, 0x8B, 8, 0]));
        var chance = new byte[5_000];
        new Random(7).NextBytes(chance);
        Assert.Equal((PageRefusal.NotAPage, "binary"), Refused(chance));
        Assert.Equal((PageRefusal.NotAPage, "binary"), Refused(new byte[5_000]));
    }

    [Fact]
    public void Five_megabytes_are_a_page_and_a_byte_more_is_not()
    {
        var page = Encoding.UTF8.GetBytes(OldPages.Seed);
        byte[] largest = [.. page, .. Enumerable.Repeat((byte)'\n', PageRecogniser.SizeLimit - page.Length)];
        Assert.NotNull(PageRecogniser.Recognise(largest, "a.txt", EncodingChoice.Auto).Page);
        Assert.Equal((PageRefusal.OverSizeLimit, ""), Refused([.. largest, (byte)'\n']));
    }

    [Fact]
    public void A_page_without_title_without_text_or_in_no_encoding_is_refused_for_that()
    {
        Assert.Equal(PageRefusal.NoTitle, OldPages.Recognise($"<html><body><p>{Prose}</p><p>{Prose}</p>").Refusal);
        Assert.Equal(PageRefusal.NoTitle, OldPages.Recognise($"{Prose} {Prose} {Prose}").Refusal);
        Assert.Equal(PageRefusal.NoBody, OldPages.Recognise("<html><title>Chỉ có tên bài</title><body></body>").Refusal);
        Assert.Equal(PageRefusal.NoBody, OldPages.Recognise("Chỉ có tên bài\n04/03/2020 02:42 CH\n").Refusal);
        var greek = CodePagesEncodingProvider
            .Instance.GetEncoding(1253)!
            .GetBytes("Η εφημερίδα\n04/03/2020\nγράφει για το συνέδριο της νεολαίας");
        var (why, told) = Refused(greek);
        Assert.Equal(PageRefusal.UnreadableEncoding, why);
        Assert.Contains("%", told, StringComparison.Ordinal);
        Assert.NotNull(PageRecogniser.Recognise(greek, "a.txt", EncodingChoice.Windows1258).Page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("../../../x.htm")]
    [InlineData("C:\\tin\\a b.htm")]
    [InlineData("http://evil.example/x")]
    [InlineData("tin?id=1#x.html")]
    [InlineData("tệp có dấu.html")]
    [InlineData("\uD83D.html")]
    public void Whatever_a_file_is_called_its_links_lead_somewhere(string fileName) =>
        CleanPages.Holds(
            OldPages.Recognise(
                Page("Đại hội điểm ở cơ sở", $"<p>{Prose} <a href=khac.htm>tin khác</a> <a href=../x>x</a></p><p>{Prose}</p>"),
                fileName
            )
        );

    private static string Page(string title, string body) =>
        $"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>04/03/2020 02:42 CH</div><div class=noidung><p>{Prose}</p>{body}<p>{Prose}</p></div></body></html>";

    // What is refused for its many parts is tried again with nearly as many as are taken.
    private static void Answers(string text)
    {
        if (AnswerTo(text).Refusal == PageRefusal.TooManyParts)
            AnswerTo(WithFewerParts(text));
    }

    private static Recognition AnswerTo(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.InRange(bytes.Length, 1, PageRecogniser.SizeLimit);
        var watch = Stopwatch.StartNew();
        var recognition = PageRecogniser.Recognise(bytes, "trang.html", EncodingChoice.Auto);
        // Some two seconds are usual for five megabytes; what grows with the square takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed}"));
        CleanPages.Holds(recognition);
        return recognition;
    }

    private static string WithFewerParts(string text)
    {
        var end = 0;
        for (var parts = 0; parts < Extent.MostParts - 100 && end < text.Length; end++)
        {
            if (text[end] is '\n' || (text[end] == '<' && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1])))
                parts++;
        }
        return text[..Math.Max(end - 1, 0)];
    }

    private static (PageRefusal? Why, string Detail) Refused(byte[] bytes)
    {
        var recognition = PageRecogniser.Recognise(bytes, "a.html", EncodingChoice.Auto);
        return (recognition.Refusal, recognition.Detail);
    }

    private static string Times(string text, int count) =>
        new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
