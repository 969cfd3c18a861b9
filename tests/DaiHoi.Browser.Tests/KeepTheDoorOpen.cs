using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.GrassrootsCongress;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>A door whose line breaks goes on marking who comes, and catches up without counting anybody twice.</summary>
public sealed class KeepTheDoorOpen
{
    private const string Waiting = """
        () => Object.keys(localStorage)
          .filter((key) => key.startsWith("door:"))
          .reduce((sum, key) => sum + JSON.parse(localStorage.getItem(key)).length, 0)
        """;

    [Fact]
    public async Task What_a_door_marks_without_its_line_is_sent_once_when_it_is_back()
    {
        await using var portal = new Portal(new StoryClock(Morning));
        await portal.InitializeAsync();
        await ArrangeAsync(portal);
        await using var view = await SignInAsync(portal, "can-bo", PathOf("chuong-trinh"));
        var page = view.Page;
        await HoldACongress.SetAgendaAsync(page, Pictures.None);
        await HoldACongress.ImportAsync(page, Pictures.None);
        await page.GotoAsync(PathOf("diem-danh"));
        await MarkAsync(page, Delegates[0]);
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");

        // The mark arrives, its answer does not: the door sends it again, under the same key.
        var lost = 0;
        await page.RouteAsync(
            "**/diem-danh*handler=Mark*",
            async route =>
            {
                if (Interlocked.Increment(ref lost) > 1)
                {
                    await route.ContinueAsync();
                    return;
                }
                await route.FetchAsync();
                await route.AbortAsync();
            }
        );
        await MarkAsync(page, Delegates[1]);
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");
        Assert.True(lost > 1, "the mark was sent once");

        await page.Context.SetOfflineAsync(true);
        foreach (var name in Delegates.Skip(2).Take(3))
            await MarkAsync(page, name);
        Assert.Equal(3, await page.EvaluateAsync<int>(Waiting));
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("Mất đường truyền: 3 lần ghi đang chờ");
        await page.Context.SetOfflineAsync(false);
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".hall-count .strong dd")).ToHaveTextAsync("5 / 120");
    }

    private static async Task MarkAsync(IPage page, string name)
    {
        await page.Locator("#tim").FillAsync(name);
        await Assertions.Expect(page.Locator("[data-found] > li").First).ToContainTextAsync(name);
        await page.Locator("[data-found] > li", new() { HasText = name })
            .First.GetByRole(AriaRole.Button, new() { Name = "Có mặt", Exact = true })
            .ClickAsync();
    }
}
