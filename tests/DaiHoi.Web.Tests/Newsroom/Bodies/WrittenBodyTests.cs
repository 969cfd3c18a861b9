using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Newsroom.Bodies;

/// <summary>What is written becomes the allowed elements; what was not touched comes back as it was.</summary>
public sealed class WrittenBodyTests
{
    [Theory]
    [InlineData("<p>a</p>", "<p>a</p>")]
    [InlineData("trần", "<p>trần</p>")]
    [InlineData("một<br><br>hai", "<p>một</p><p>hai</p>")]
    [InlineData("<h1>a</h1><h4>b</h4>", "<h2>a</h2><h3>b</h3>")]
    [InlineData("<p><b>a</b> <i>b</i></p>", "<p><strong>a</strong> <em>b</em></p>")]
    [InlineData("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<p></p><p> </p><p>a<br></p>", "<p>a</p>")]
    [InlineData("<p style=\"color:red\" class=x onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<p>a<script>alert(1)</script></p>", "<p>a</p>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">a</a></p>", "<p><a>a</a></p>")]
    [InlineData("<p><a href=\"/van-ban/12\">a</a></p>", "<p><a href=\"/van-ban/12\">a</a></p>")]
    [InlineData("<div>a</div><div>b</div>", "<p>a</p><p>b</p>")]
    [InlineData(
        "<table><tr><td><p>a</p></td><td>b</td></tr></table>",
        "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    )]
    [InlineData("<svg><script>1</script></svg><iframe src=x></iframe><p>a</p>", "<p>a</p>")]
    [InlineData("<p><img src=\"https://elsewhere/x.png\" onerror=\"x()\">a</p>", "<p>a</p>")]
    // What Word puts on the clipboard.
    [InlineData(
        "<!--StartFragment--><p class=MsoNormal style='margin:0'><span style='font-family:\"Times New Roman\"'>Đại hội <o:p></o:p></span><b><span>điểm</span></b></p><!--EndFragment-->",
        "<p>Đại hội <strong>điểm</strong></p>"
    )]
    public void Becomes_the_allowed_elements(string written, string clean) =>
        Assert.Equal(clean, WrittenBody.OfHtml(written).Html);

    [Fact]
    public void A_photo_becomes_a_place_with_its_words_and_leaves_the_paragraph()
    {
        var body = WrittenBody.OfHtml(
            "<p>a <img src=\"anh:7\" alt=\"Hội trường\" title=\"Đại biểu bỏ phiếu | Minh Luận\"> b</p>"
                + "<figure data-picture=\"8\" data-alt=\"Cổng\" data-credit=\"TTX\"><img src=\"/anh/x.webp\"><figcaption>Cổng chào</figcaption></figure>"
        );
        Assert.Equal("<p>a</p><figure data-photo=\"1\"></figure><p>b</p><figure data-photo=\"2\"></figure>", body.Html);
        Assert.Equal(
            [new EditedPhoto(7, "Đại biểu bỏ phiếu", "Hội trường", "Minh Luận"), new EditedPhoto(8, "Cổng chào", "Cổng", "TTX")],
            body.Photos
        );
    }

    [Theory]
    [InlineData("<p><a href=\"tep:12\">Kế hoạch</a></p>", "<figure data-file=\"12\"><figcaption>Kế hoạch</figcaption></figure>")]
    [InlineData("<p><a href=\"TEP:012\"></a></p>", "<figure data-file=\"12\"></figure>")]
    [InlineData(
        "<p>Theo <a href=\"van-ban:3\">Chỉ thị <b>35</b></a>, và <a href=\"tep:1\">tệp</a>.</p><p>b</p>",
        "<p>Theo Chỉ thị <strong>35</strong>, và tệp.</p><figure data-document=\"3\"><figcaption>Chỉ thị 35</figcaption></figure>"
            + "<figure data-file=\"1\"><figcaption>tệp</figcaption></figure><p>b</p>"
    )]
    // Named twice: one line, below the first.
    [InlineData(
        "<p>a <a href=\"tep:1\">x</a></p><p>b <a href=\"tep:1\">y</a></p>",
        "<p>a x</p><figure data-file=\"1\"><figcaption>x</figcaption></figure><p>b y</p>"
    )]
    [InlineData(
        "<ul><li>a <a href=\"tep:1\">x</a></li><li>b</li></ul>",
        "<ul><li>a x</li><li>b</li></ul><figure data-file=\"1\"><figcaption>x</figcaption></figure>"
    )]
    [InlineData(
        "<figure data-file=\"12\"><figcaption>a <b>b</b></figcaption></figure>",
        "<figure data-file=\"12\"><figcaption>a b</figcaption></figure>"
    )]
    [InlineData("<p>a <a href=\"tep:\">b</a> <a href=\"tep:javascript:x\">c</a></p>", "<p>a b c</p>")]
    [InlineData("<figure data-file=\"x\"><figcaption>a</figcaption></figure><p>b</p>", "<p>b</p>")]
    [InlineData(
        "<p><a href=\"van-ban:45-N%22Q/%C4%90U\">a</a></p>",
        "<figure data-document=\"45-N&quot;Q/ĐU\"><figcaption>a</figcaption></figure>"
    )]
    public void A_file_and_a_document_become_a_line_and_words_stay_in_their_sentence(string written, string clean) =>
        Assert.Equal(clean, WrittenBody.OfHtml(written).Html);

    [Theory]
    [InlineData("## Kết quả\n\nMột *hai* **ba**.", "<h2>Kết quả</h2><p>Một <em>hai</em> <strong>ba</strong>.</p>")]
    [InlineData("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>")]
    [InlineData("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>")]
    [InlineData("> Trích", "<blockquote><p>Trích</p></blockquote>")]
    [InlineData(
        "| Đơn vị | Số |\n| --- | --- |\n| Lộc Ninh | 9 |",
        "<table><thead><tr><th>Đơn vị</th><th>Số</th></tr></thead><tbody><tr><td>Lộc Ninh</td><td>9</td></tr></tbody></table>"
    )]
    [InlineData("<script>alert(1)</script>\n\nchữ", "<p>chữ</p>")]
    [InlineData("[x](javascript:alert(1))", "<p><a>x</a></p>")]
    [InlineData("35-CT/TW 2_3_4 9 * 8", "<p>35-CT/TW 2_3_4 9 * 8</p>")]
    public void Markdown_is_read(string markdown, string html) => Assert.Equal(html, BodyMarkdown.Read(markdown).Html);

    [Theory]
    [InlineData("<p>1. không phải danh sách</p>")]
    [InlineData("<p># không phải tiêu đề</p>")]
    [InlineData("<p>- không phải mục</p>")]
    [InlineData("<p>a * b _c_ [d] &lt;e&gt; &amp; f \\ g | h `i`</p>")]
    [InlineData("<p>một<br>hai</p>")]
    [InlineData("<p><strong>a</strong>b <em> c </em></p>")]
    [InlineData("<p>H<sub>2</sub>O <strong><em>a</em></strong></p>")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")]
    [InlineData("<ol><li>a</li><li>b</li></ol>")]
    [InlineData("<blockquote><p>a</p><p>b</p></blockquote>")]
    [InlineData("<p><a href=\"https://vi.wikipedia.org/wiki/B%C3%ACnh_Ph%C6%B0%E1%BB%9Bc_(t%E1%BB%89nh)\">x</a></p>")]
    [InlineData("<table><tbody><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>")]
    [InlineData("<table><caption>Bảng 1</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>")]
    [InlineData("<p>a</p><h2>b</h2><h3>c</h3><ul><li>d</li></ul><p>e</p>")]
    [InlineData("<p>a</p><figure data-file=\"12\"><figcaption>Kế hoạch [số 3] *mới*</figcaption></figure><p>b</p>")]
    [InlineData(
        "<figure data-file=\"12\"></figure><figure data-document=\"3\"><figcaption>Chỉ thị 35-CT/TW</figcaption></figure>"
    )]
    [InlineData("<figure data-document=\"35_CT/TW (2)\"><figcaption>a</figcaption></figure>")]
    public void What_was_not_touched_comes_back_as_it_was(string html) =>
        Assert.Equal(html, BodyMarkdown.Read(BodyMarkdown.Write(new WrittenBody(html, []))).Html);

    [Fact]
    public void Every_article_of_the_demo_comes_back_as_it_was()
    {
        var assembly = typeof(Composition).Assembly;
        var names = assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith("Demo/Articles/", StringComparison.Ordinal))
            .ToList();
        Assert.True(names.Count > 50);
        foreach (var name in names)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var prose = Prose.Parse(reader.ReadToEnd());
            // Photos are named by ids that are given later; columns of the demo's tables state their scope.
            var html = WrittenBody.OfHtml(prose.HtmlAfterLead()).Html;
            Assert.Equal((name, html), (name, BodyMarkdown.Read(BodyMarkdown.Write(new WrittenBody(html, []))).Html));
        }
    }

    [Fact]
    public void A_body_of_nothing_but_levels_costs_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 100_000));
        Assert.Equal("", WrittenBody.OfHtml(deep).Html);
        Assert.Equal("", BodyMarkdown.Read(new string('>', WrittenBody.Longest + 1)).Html);
    }

    [Theory]
    [InlineData("một hai ba", "một bốn ba", "=một |-hai|+bốn|= ba")]
    [InlineData("295 đảng bộ", "295 đảng bộ cơ sở", "=295 đảng bộ|+ cơ sở")]
    [InlineData("a", "a", "=a")]
    [InlineData("", "mới", "+mới")]
    [InlineData("cũ", "", "-cũ")]
    [InlineData("9/13 (61,53 %)", "9/13 (69,23 %)", "=9/13 (|-61|+69|=,|-53|+23|= %)")]
    public void Two_texts_differ_by_words(string before, string after, string pieces) =>
        Assert.Equal(pieces, string.Join('|', WordDifference.Of(before, after).Select(piece => Sign(piece.Kind) + piece.Text)));

    private static char Sign(PieceKind kind) =>
        kind switch
        {
            PieceKind.Same => '=',
            PieceKind.Removed => '-',
            _ => '+',
        };
}
