using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SkiaSharp;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// The thread from a village hall to the news: what an officer enters below moves the number on a head's open page, stands in an
/// article, and its proof is what was entered.
/// </summary>
public sealed class FollowACampaign(Portal portal)
{
    private const string Campaign = "cong-doan";

    [Fact]
    public async Task What_an_officer_enters_moves_the_open_dashboard_and_is_cited_with_its_proof()
    {
        var (code, name) = await ApprovedAsync();
        var district = code[..code.LastIndexOf('-')];
        await using var head = await SignInAsync(portal, "lanh-dao", Role.Head, "CD", $"/tong-quan/{Campaign}/CD?cap=grassroots");
        var number = head.Page.Locator("#sentence strong").First;
        var before = await NumberAsync(number);

        // The officer of the organisation, with a photo of the hall.
        await using (var officer = await SignInAsync(portal, "can-bo", Role.Officer, code, $"/dai-hoi/{Campaign}/{code}"))
        {
            var page = officer.Page;
            await page.Locator("input[name=status][value=Held]").CheckAsync();
            await page.Locator("#on").FillAsync(Today());
            await page.Locator("input[name=model]").CheckAsync();
            foreach (var given in await page.Locator("input[name=given]").AllAsync())
                await given.CheckAsync();
            await page.Locator("#summoned").FillAsync("100");
            await page.Locator("#attended").FillAsync("96");
            await page.Locator("#file")
                .SetInputFilesAsync(
                    new FilePayload
                    {
                        Name = "hoi-truong.jpg",
                        MimeType = "image/jpeg",
                        Buffer = Photo(),
                    }
                );
            await page.GetByRole(AriaRole.Button, new() { Name = "Lưu diễn biến" }).ClickAsync();
            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã tổ chức");
            await Assertions.Expect(page.Locator(".evidence")).ToContainTextAsync("hoi-truong.jpg");
            Assert.Empty(officer.Problems);
        }

        // Nobody has touched the page of the head.
        await Assertions
            .Expect(number)
            .ToHaveTextAsync((before + 1).ToString(CultureInfo.InvariantCulture), new() { Timeout = 5_000 });
        Assert.Empty(head.Problems);

        // The level above finds it among its work, looks at the photo and accepts.
        await using (var checker = await SignInAsync(portal, "kiem-duyet", Role.Checker, district, "/viec-cua-toi"))
        {
            var page = checker.Page;
            await page.GotoAsync($"/dai-hoi/{Campaign}/{code}");
            var photo = page.Locator(".evidence img").First;
            await photo.ScrollIntoViewIfNeededAsync();
            await Assertions.Expect(photo).ToHaveJSPropertyAsync("complete", true);
            Assert.True(await photo.EvaluateAsync<int>("image => image.naturalWidth") > 0);
            await page.Locator(".happened > li").First.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).ClickAsync();
            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã tiếp nhận");
            Assert.Empty(checker.Problems);
        }

        // A reporter cites the figure in an article, an editor and a publisher bring it to the readers.
        string article;
        await using (
            var reporter = await SignInAsync(portal, "phong-vien", Role.Reporter, OrganisationTree.RootCode, "/so-lieu/trich-dan")
        )
        {
            var page = reporter.Page;
            await page.GotoAsync($"/so-lieu/trich-dan?dot={Campaign}&so=model-congresses-held&toChuc=CD&cap=grassroots");
            await page.Locator("form[method=post] .button").ClickAsync();
            var cited = await page.Locator("#markdown").InputValueAsync();
            article = await WriteAsync(cited);
        }
        await DecideAsync(portal, "bien-tap-trich", Role.Editor, article, "Approved");
        await DecideAsync(portal, "duyet-trich", Role.Publisher, article, "Published");

        // A reader asks where the number comes from.
        await using var reader = await portal.OpenAsync($"/bai-viet/dai-hoi-diem-cong-doan-{article.Split('/')[^1]}");
        await reader.Page.Locator("article a[href^='/nguon-goc-so-lieu/']").First.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("main")).ToContainTextAsync(name);
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public async Task The_number_of_the_seed_article_leads_to_the_295_organisations_behind_it()
    {
        await using var reader = await portal.OpenAsync(portal.SeedArticle);
        var number = reader.Page.Locator("article a[href^='/nguon-goc-so-lieu/']");
        await Assertions.Expect(number).ToHaveTextAsync("295");
        await number.ClickAsync();
        await Assertions.Expect(reader.Page.Locator("h1")).ToContainTextAsync("295");
        var rows = reader.Page.Locator("section:has(#behind) tbody tr");
        var first = await rows.CountAsync();
        await reader.Page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(reader.Page.Locator("a[rel=prev]")).ToBeVisibleAsync();
        Assert.Equal(295, first + await rows.CountAsync());
        Assert.Empty(reader.Problems);
    }

    // Without script the text is written in Markdown, so that the link is taken as it was given.
    private async Task<string> WriteAsync(string cited)
    {
        await using var view = await SignInAsync(
            portal,
            "viet-bai",
            Role.Reporter,
            OrganisationTree.RootCode,
            "/ban-bien-tap/bai-moi",
            script: false
        );
        var page = view.Page;
        await page.Locator("#headline").FillAsync("Đại hội điểm công đoàn");
        await page.Locator("#section").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("main .acts button").First.ClickAsync();
        await page.Locator("#lead").FillAsync("Các công đoàn cơ sở tổ chức đại hội điểm.");
        await page.Locator("#body").FillAsync($"Đến nay có {cited} công đoàn cơ sở đã tổ chức đại hội điểm.");
        await page.Locator("button[value=submit]").ClickAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    // A grassroots congress of the demo whose contents are approved, and which nobody has entered as held.
    private async Task<(string Code, string Name)> ApprovedAsync() =>
        await portal
            .Services.GetRequiredService<Sql>()
            .FirstAsync(
                """
                select o.code, o.name from congress c
                join organisation o on o.id = c.organisation_id join campaign k on k.id = c.campaign_id
                where k.code = @k and c.status = 'PlanApproved' and o.level = 'grassroots' order by o.code limit 1
                """,
                row => (row.GetString(0), row.GetString(1)),
                TestContext.Current.CancellationToken,
                ("k", Campaign)
            );

    private static async Task<int> NumberAsync(ILocator place) =>
        int.Parse(await place.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("vi-VN"));

    private string Today() => Formats.Day(portal.Services.GetRequiredService<SiteClock>().Today);

    private static byte[] Photo()
    {
        using var bitmap = new SKBitmap(320, 200);
        bitmap.Erase(SKColors.DarkRed);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }
}
