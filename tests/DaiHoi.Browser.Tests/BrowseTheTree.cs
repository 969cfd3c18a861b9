using DaiHoi.Web.Platform.Access;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>The tree of organisations by its arrows, and the dashboard through time by its slider.</summary>
public sealed class BrowseTheTree(Portal portal)
{
    [Fact]
    public async Task The_arrows_open_and_close_and_the_keyboard_stays_on_its_row()
    {
        await using var view = await SignInAsync(portal, "di-cay", Role.Head, "VN", "/to-chuc");
        var page = view.Page;
        var nation = page.Locator("[role=treeitem]", new() { HasText = "Đảng bộ toàn quốc" });
        await nation.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("[role=treeitem][aria-level='2']").First).ToBeVisibleAsync();
        await Assertions.Expect(nation).ToBeFocusedAsync();
        await Assertions.Expect(nation).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        var province = page.Locator("[role=treeitem][aria-level='2']").First;
        await Assertions.Expect(province).ToBeFocusedAsync();
        // Closing what stands above leads up first, then closes.
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(nation).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("[role=treeitem][aria-level='2']")).ToHaveCountAsync(0);
        await Assertions.Expect(nation).ToBeFocusedAsync();
        Assert.Empty(view.Problems);
    }

    [Fact]
    public async Task The_slider_leads_to_a_day_and_two_days_are_compared()
    {
        await using var view = await SignInAsync(
            portal,
            "keo-ngay",
            Role.Head,
            "VN",
            "/tong-quan/2020/VN?ngay=2020-06-30&cap=grassroots"
        );
        var page = view.Page;
        await page.Locator(".day-slider")
            .EvaluateAsync(
                """
                slider => {
                  slider.value = Number(slider.min) + (Date.parse("2020-03-02") - Date.parse(slider.dataset.first)) / 86400000;
                  slider.dispatchEvent(new Event("input", { bubbles: true }));
                  slider.dispatchEvent(new Event("change", { bubbles: true }));
                }
                """
            );
        await Assertions.Expect(page.Locator("#sentence")).ToContainTextAsync("Đến 02/03/2020 đã tổ chức 295");
        await page.Locator("[name='so-voi']").FillAsync("2020-06-30");
        await page.Locator("[name='so-voi']").PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("So sánh hai ngày");
        Assert.Empty(view.Problems);
    }
}
