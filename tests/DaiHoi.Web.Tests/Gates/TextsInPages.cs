namespace DaiHoi.Web.Tests.Gates;

/// <summary>No page has words of its own: all come from <c>Ui/Texts</c>, so that both languages say the same.</summary>
public sealed class TextsInPages
{
    [Fact]
    public void No_page_has_words_of_its_own()
    {
        using var program = File.OpenRead(typeof(Composition).Assembly.Location);
        var pages = PageReader.Read(program);
        var found = pages.SelectMany(page => page.Words().Select(word => $"{page.Page}: {word}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
        // It did read.
        var layout = pages.Single(page => page.Page.EndsWith("PublicLayout.cshtml", StringComparison.Ordinal));
        Assert.Contains("<button></button>", layout.Markup, StringComparison.Ordinal);
    }

    // What the compiler of pages makes of a page.
    [Theory]
    [InlineData("text", """WriteLiteral("<h1>Liên hệ</h1>");""")]
    [InlineData("text beside a value", """WriteLiteral("<p>"); Write(value); WriteLiteral(" views</p>");""")]
    [InlineData("attribute", """WriteLiteral("<img alt=\"Ảnh\">");""")]
    [InlineData(
        "attribute with a value",
        """WriteLiteral("<a"); BeginWriteAttribute("title", " title=\"", 1, "\"", 2, 2); WriteAttributeValue("", 1, "Xem", 1, 3, true); WriteAttributeValue(" ", 4, value, 5, 6, false); EndWriteAttribute(); WriteLiteral(">");"""
    )]
    [InlineData("text in code", """Write(value == null ? "Không" : "");""")]
    [InlineData(
        "text in a section",
        """DefineSection("Side", async () => { WriteLiteral("<p>Tin mới</p>"); await Task.Yield(); });"""
    )]
    public void Planted_words_are_found(string kind, string code) =>
        Assert.NotEmpty(Page(code).Words().Select(word => $"{kind}: {word}"));

    [Fact]
    public void Markup_signs_and_keys_are_no_words() =>
        Assert.Empty(
            Page(
                    """Write(value.Replace("vi", "en")); WriteLiteral("<a class=\"more\" href=\"/van-ban\">A+ · 2020 →</a><script>let x</script>");"""
                )
                .Words()
        );

    private static PageReader Page(string code)
    {
        using var program = PlantedProgram.Compile(
            """
            [assembly: Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItem(
                typeof(AspNetCoreGeneratedDocument.Planted), "mvc.1.0.razor-page", "/Portal/Pages/Planted.cshtml")]
            """,
            $$"""
            using System.Threading.Tasks;
            namespace AspNetCoreGeneratedDocument;
            class Planted : Microsoft.AspNetCore.Mvc.Razor.RazorPage<string>
            {
                private string value = "";
                public override async Task ExecuteAsync() { {{code}} await Task.Yield(); }
            }
            """
        );
        return Assert.Single(PageReader.Read(program));
    }
}
