using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class ProseTests
{
    [Fact]
    public void A_head_holds_values_and_the_first_paragraph_is_the_lead()
    {
        var prose = Prose.Parse("---\ntitle: Đại hội: điểm\ntags: a, b\n---\n\nĐoạn **đầu**\nhai dòng.\n\nĐoạn sau.\n");
        Assert.Equal("Đại hội: điểm", prose.Head["title"]);
        Assert.Equal("a, b", prose.Head["tags"]);
        Assert.Equal("Đoạn đầu hai dòng.", prose.Lead);
        Assert.Equal("<p>Đoạn sau.</p>", prose.HtmlAfterLead());
    }

    [Fact]
    public void Text_without_a_head_is_all_body() => Assert.Equal("<p>Một đoạn.</p>", Prose.Parse("Một đoạn.\r\n\r\n").Html());

    [Theory]
    [InlineData("## Mục", "<h2>Mục</h2>")]
    [InlineData("### Mục nhỏ", "<h3>Mục nhỏ</h3>")]
    [InlineData("> Một câu\n> hai dòng", "<blockquote><p>Một câu hai dòng</p></blockquote>")]
    [InlineData("- một\n- hai", "<ul><li>một</li><li>hai</li></ul>")]
    [InlineData("1. một\n2. hai", "<ol><li>một</li><li>hai</li></ol>")]
    [InlineData("- không phải\nmục", "<p>- không phải mục</p>")]
    [InlineData("**đậm** và *nghiêng* 2 * 3 * 4", "<p><strong>đậm</strong> và <em>nghiêng</em> 2 * 3 * 4</p>")]
    [InlineData("[chữ](https://a.vn/?x=1&y=2)", "<p><a href=\"https://a.vn/?x=1&amp;y=2\">chữ</a></p>")]
    [InlineData("<script>\"&\"</script>", "<p>&lt;script&gt;\"&amp;\"&lt;/script&gt;</p>")]
    [InlineData(
        "| Đơn vị | Số |\n|---|---|\n| Lộc Ninh | 15 |",
        "<table><thead><tr><th scope=\"col\">Đơn vị</th><th scope=\"col\">Số</th></tr></thead>"
            + "<tbody><tr><td>Lộc Ninh</td><td>15</td></tr></tbody></table>"
    )]
    public void A_block_becomes_its_element(string text, string html) => Assert.Equal(html, Prose.Parse(text).Html());

    [Fact]
    public void Photographs_are_numbered_in_their_order_however_often_it_is_asked()
    {
        var prose = Prose.Parse("Đầu.\n\n![nói gì](mot \"Ảnh một\")\n\n![](hai \"Ảnh hai\")");
        Assert.Equal("<figure data-photo=\"1\"></figure><figure data-photo=\"2\"></figure>", prose.HtmlAfterLead());
        Assert.Equal(prose.HtmlAfterLead(), prose.HtmlAfterLead());
        Assert.Equal([new ProsePhoto("nói gì", "mot", "Ảnh một"), new ProsePhoto("", "hai", "Ảnh hai")], prose.Photos);
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\ntitle: một\n---\n")]
    [InlineData("---\ntitle: một\nkhông đóng: đầu")]
    [InlineData("---\nkhông có dấu hai chấm\n---\n\nThân.")]
    public void A_text_that_is_not_whole_is_refused(string text) => Assert.Throws<FormatException>(() => Prose.Parse(text));
}
