using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>WCAG 2.2 AA on every type of page: by machine in both languages and schemes, by keyboard, at 400 % zoom.</summary>
public sealed class OpenToEverybody(Portal portal)
{
    public static TheoryData<string> PageTypes =>
        [
            "/",
            "(seed)",
            "(seed)/in",
            "/chuyen-muc/tin-tuc",
            "/tac-gia/minh-luan",
            "(tag)",
            "/doc-nhieu",
            "/tim-kiem",
            "/tim-kiem?q=dai+hoi",
            "/tim-kiem?q=dai+hoi&tu-ngay=32/13/2020",
            "/tim-kiem?q=khong-co-gi-nhu-the",
            "/van-ban",
            "(document)",
            "/lien-ket",
            "/thong-ke",
            "/so-do",
            "/trang/gioi-thieu",
            "/trang/kha-nang-tiep-can",
            "/khong-co-trang-nay",
        ];

    [Theory]
    [MemberData(nameof(PageTypes))]
    public async Task Axe_finds_nothing_in_either_language_and_scheme(string type)
    {
        var path = await PathOfAsync(type);
        var found = new List<string>();
        foreach (var language in (string[])["", "/en"])
        {
            await using var view = await portal.OpenAsync(language + path);
            found.AddRange((await Axe.FindAsync(view.Page)).Select(wrong => $"{language}{path} light: {wrong}"));
            // The same page with other colours: nothing else can be another.
            await view.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            found.AddRange((await Axe.FindAsync(view.Page, Axe.Contrast)).Select(wrong => $"{language}{path} dark: {wrong}"));
            if (type != "/khong-co-trang-nay")
                Assert.Empty(view.Problems);
        }
        Assert.Empty(found);
    }

    [Fact]
    public async Task Axe_finds_what_is_wrong()
    {
        await using var view = await portal.OpenAsync("/lien-ket");
        await view.Page.EvaluateAsync("document.querySelector('main').insertAdjacentHTML('beforeend', '<input type=text>')");
        await view.Page.EvaluateAsync(
            "document.querySelector('main h1').style.color = 'color-mix(in srgb, currentColor 30%, transparent)'"
        );
        Assert.Equal(["color-contrast", "label"], (await Axe.FindAsync(view.Page)).Select(Id).Order(StringComparer.Ordinal));
        Assert.Equal(["color-contrast"], (await Axe.FindAsync(view.Page, Axe.Contrast)).Select(Id));

        static string Id(string wrong) => wrong.Split(':')[0];
    }

    [Theory]
    [MemberData(nameof(PageTypes))]
    public async Task Nothing_is_wider_than_the_window_at_400_percent(string type)
    {
        // 1,280 pixels at 400 % are 320.
        await using var view = await portal.OpenAsync(await PathOfAsync(type), width: 320);
        var wide = await view.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(e => e.outerHTML.slice(0, 80))
            """
        );
        Assert.Empty(wide);
    }

    [Fact]
    public async Task A_keyboard_reaches_the_content_first_and_then_everything_with_a_ring()
    {
        await using var view = await portal.OpenAsync("/");
        await view.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#content", await view.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await view.Page.Keyboard.PressAsync("Enter");
        await view.Page.Keyboard.PressAsync("Tab");
        Assert.True(await view.Page.EvaluateAsync<bool>("!!document.activeElement.closest('main')"));
        Assert.Equal("3px", await view.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineWidth"));
        await view.Page.Keyboard.PressAsync("Enter");
        // Asked again and again, because the page may have changed before anybody waits for the change.
        await Assertions.Expect(view.Page).Not.ToHaveURLAsync(new Regex("/#content$"), new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task Every_control_takes_the_keyboard_in_turn()
    {
        await using var view = await portal.OpenAsync(portal.SeedArticle);
        var expected = await view.Page.EvaluateAsync<int>(
            "[...document.querySelectorAll('a[href],button,input,select,summary')].filter(e => e.checkVisibility() && e.getClientRects().length).length"
        );
        var reached = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < expected + 5; i++)
        {
            await view.Page.Keyboard.PressAsync("Tab");
            reached.Add(
                await view.Page.EvaluateAsync<string>(
                    "(e => e === document.body ? '' : [...document.querySelectorAll('*')].indexOf(e) + '')(document.activeElement)"
                )
            );
        }
        reached.Remove("");
        Assert.True(reached.Count >= expected, $"{reached.Count} of {expected} controls were reached");
    }

    private async Task<string> PathOfAsync(string type)
    {
        if (type.StartsWith("(seed)", StringComparison.Ordinal))
            return type.Replace("(seed)", portal.SeedArticle, StringComparison.Ordinal);
        if (type is not ("(tag)" or "(document)"))
            return type;
        await using var view = await portal.OpenAsync(type == "(tag)" ? portal.SeedArticle : "/van-ban");
        return (await view.Page.Locator(type == "(tag)" ? ".tags li a" : ".documents td a").First.GetAttributeAsync("href"))!;
    }
}
