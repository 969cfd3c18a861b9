using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>Whatever somebody writes into any field comes out as text: in pages, on paper, in feeds, in search and at the desk.</summary>
public sealed class HostileTextTests(SqliteTestDatabase database) : DatabaseTests(database), IClassFixture<SqliteTestDatabase>
{
    private static readonly string[] Forbidden = ["iframe", "object", "embed", "base", "math", "noscript"];

    [Fact]
    public async Task Two_hundred_hostile_texts_in_every_field_come_out_harmless()
    {
        Assert.True(HostileTexts.All.Distinct(StringComparer.Ordinal).Count() >= 200);
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await ArticleDeskTests.NewsroomAsync(site);
        using var reader = await Visitor.SignedInAsync(site, "thuha", Role.Editor, Role.Publisher);
        var pages = new List<string>();
        foreach (var text in HostileTexts.All)
        {
            var id = await PublishAsync(site, writer, editor, publisher, text);
            var slug = Slug.Of(ArticleForm.LineOf(text));
            pages.AddRange([
                $"/bai-viet/{slug}-{id}",
                $"/bai-viet/{slug}-{id}/in",
                $"/bai-viet/{slug}-{id}/luu",
                $"/ban-bien-tap/bai/{id}",
            ]);
            if (id % 10 == 0)
                pages.AddRange([$"/ban-bien-tap/bai/{id}/sua", $"/ban-bien-tap/bai/{id}/phien-ban"]);
        }
        pages.AddRange([
            "/",
            "/en",
            "/chuyen-muc/tin-tuc",
            "/ban-bien-tap?xem=tat-ca",
            "/tim-kiem?q=script",
            "/tim-kiem?q=%3Cscript%3E",
            "/so-do",
        ]);
        foreach (var page in pages)
            AssertHarmless(page, await RawAsync(reader, page));
        foreach (var feed in (string[])["/rss.xml", "/chuyen-muc/tin-tuc/rss.xml", "/sitemap.xml"])
            Assert.DoesNotContain(
                XDocument.Parse(await site.ReadAsync(feed)).Descendants(),
                element => element.Name.LocalName is "script" or "img" or "iframe" or "a"
            );
    }

    [Theory]
    [InlineData("<p onclick=x>")]
    [InlineData("<img src=x onerror=x>")]
    [InlineData("<a href='java\tscript:x'>")]
    [InlineData("<script>x</script>")]
    [InlineData("<svg><script>x</script></svg>")]
    [InlineData("<iframe src=x></iframe>")]
    [InlineData("<form action=//evil.example></form>")]
    [InlineData("<p style=x>")]
    public void What_would_run_is_found(string planted) => Assert.NotEmpty(Wrong(new HtmlParser().ParseDocument(planted)));

    private static async Task<long> PublishAsync(Site site, DeskHand writer, DeskHand editor, DeskHand publisher, string text)
    {
        var line = ArticleForm.LineOf(text);
        var id = await writer.BeginAsync(line);
        var body = WrittenBody.OfHtml(
            $"<p>thân</p>{text}<h2>{text}</h2><figure data-picture=\"0\" data-alt=\"x\"><figcaption>y</figcaption></figure>"
        );
        var photos = body.Photos.Select(_ => new EditedPhoto(null, line, line, line)).ToList();
        var edit = new ArticleEdit(
            new(line, line[..Math.Min(line.Length, 60)], line, body.Html),
            photos,
            line,
            await DeskHand.CategoryAsync(site),
            [line[..Math.Min(line.Length, 100)]],
            [line[..Math.Min(line.Length, 100)]],
            null,
            []
        );
        await DoneAsync(writer.SaveAsync(id, edit));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted, text));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved, text));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published, text));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Corrected, text));
        return id;
    }

    private static void AssertHarmless(string page, string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        Assert.Equal((page, ""), (page, string.Join('\n', Wrong(document))));
        foreach (var data in document.QuerySelectorAll("script[type='application/ld+json']"))
            using (JsonDocument.Parse(data.TextContent)) { }
    }

    private static IEnumerable<string> Wrong(IDocument document)
    {
        foreach (var element in document.All)
        {
            if (IsForbidden(element))
                yield return element.OuterHtml;
            foreach (var attribute in element.Attributes)
            {
                var value = attribute.Value.Trim().Replace("\t", "", StringComparison.Ordinal).ToLowerInvariant();
                if (
                    attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Name is "style" or "srcdoc" or "formaction"
                    || attribute.Name is "href" or "src" or "action" or "xlink:href" or "background"
                        && (
                            value.StartsWith("javascript:", StringComparison.Ordinal)
                            || value.StartsWith("vbscript:", StringComparison.Ordinal)
                            || value.StartsWith("data:text", StringComparison.Ordinal)
                            || value.Contains("//evil", StringComparison.Ordinal)
                        )
                )
                    yield return $"{attribute.Name}={attribute.Value} in {element.LocalName}";
            }
        }
    }

    // The program's own scripts lie in /lib, its data for search engines is no code, its signs are drawn.
    private static bool IsForbidden(IElement element) =>
        element.LocalName switch
        {
            "script" => element.GetAttribute("type") != "application/ld+json"
                && element.GetAttribute("src")?.StartsWith("/lib/", StringComparison.Ordinal) != true,
            "svg" => element.QuerySelector("script, a, animate, foreignObject") is not null,
            "template" => !element.HasAttribute("data-photo-fields"),
            "style" => element.TextContent.Contains("evil", StringComparison.Ordinal),
            var name => Forbidden.Contains(name, StringComparer.Ordinal)
                || element.Matches("meta[http-equiv], link[href*='//evil'], form[action*='//evil']"),
        };

    private static async Task<string> RawAsync(Visitor visitor, string path)
    {
        using var answer = await visitor.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task DoneAsync(Task<DeskAnswer> asked) => Assert.Equal(DeskAnswer.Done, await asked);
}
