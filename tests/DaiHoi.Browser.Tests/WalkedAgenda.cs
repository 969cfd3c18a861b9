using System.Globalization;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.HoldACongress;

namespace DaiHoi.Browser.Tests;

/// <summary>The presidium goes through the agenda at <c>/dieu-hanh</c>: nothing begins before the guide finds everything there.</summary>
internal sealed class WalkedAgenda(IPage page)
{
    private static readonly string Path = GrassrootsCongress.PathOf("dieu-hanh");

    /// <summary>Nobody has come, so the first item cannot begin.</summary>
    public async Task IsForbiddenAsync(string title)
    {
        await Assertions.Expect(page.Locator("#next")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator(".guide [data-weight=Forbidden]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu nội dung này" })).ToBeDisabledAsync();
    }

    public async Task BeginAsync(string title)
    {
        await page.GotoAsync(Path);
        await Assertions.Expect(page.Locator("#next")).ToHaveTextAsync(title);
        await Assertions.Expect(page.Locator(".guide li:not([data-weight=Ready])")).ToHaveCountAsync(0);
        await PressAsync(page, "Bắt đầu nội dung này", "Đã bắt đầu.");
        await Assertions.Expect(page.Locator("#now")).ToHaveTextAsync(title);
    }

    /// <summary>Counts hands on what is under way.</summary>
    /// <param name="names">who are elected by it</param>
    public async Task VoteAsync(int votesFor, int against, int abstained, params IReadOnlyList<string> names)
    {
        await Assertions.Expect(page.Locator("#present")).ToHaveValueAsync("120");
        await page.Locator("#names").FillAsync(string.Join('\n', names));
        await page.Locator("#for").FillAsync(votesFor.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#against").FillAsync(against.ToString(CultureInfo.InvariantCulture));
        await page.Locator("#abstained").FillAsync(abstained.ToString(CultureInfo.InvariantCulture));
        await PressAsync(page, "Ghi kết quả", "Đã ghi kết quả biểu quyết.");
        await Assertions.Expect(page.Locator("section:has(#votes) tbody tr").First).ToContainTextAsync("Thông qua");
    }

    public async Task IsOverAsync()
    {
        await Assertions.Expect(page.Locator("#done")).ToHaveTextAsync("Đã tiến hành hết chương trình.");
        await Assertions.Expect(page.Locator(".agenda-line .problem")).ToHaveCountAsync(0);
    }
}
