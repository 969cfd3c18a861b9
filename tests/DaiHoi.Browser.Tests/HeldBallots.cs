using System.Globalization;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.HoldACongress;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// The elections of the story: the presidium lists and releases, the head of the counting board opens the box and signs, two
/// groups enter tally sheets.
/// </summary>
/// <param name="presidium">page of who lists and releases</param>
internal sealed class HeldBallots(Portal portal, IPage presidium, Pictures pictures) : IAsyncDisposable
{
    // By number on the ballot: fourteen above the two at 88 who are level across the fifteenth seat, and one below.
    public static readonly int[] Committee = [117, 105, 88, 112, 109, 116, 52, 104, 114, 88, 110, 106, 113, 108, 115, 107, 111];
    public static readonly int[] Tied = [71, 48];
    public static readonly int[] Delegation = [118, 112, 97, 109, 115, 103, 62, 101, 110];

    private const int Summoned = 120;
    private const int PerBatch = 60;

    private readonly List<View> board = [];

    private IPage Head => board[0].Page;

    /// <summary>Arranges an election and puts its candidates on the list.</summary>
    /// <returns>its address</returns>
    public async Task<string> ListAsync(string title, string post, int seats, IReadOnlyList<string> candidates)
    {
        await presidium.GotoAsync(GrassrootsCongress.PathOf("bau-cu"));
        await presidium.Locator("#title").FillAsync(title);
        await presidium.Locator("#post").SelectOptionAsync(post);
        await presidium.Locator("#seats").FillAsync(Text(seats));
        await PressAsync(presidium, "Lập cuộc bầu", "Đã lập cuộc bầu.");
        foreach (var name in candidates)
        {
            await presidium.Locator("#name").FillAsync(name);
            await PressAsync(presidium, "Thêm người ứng cử", "Đã thêm vào danh sách.");
        }
        return new Uri(presidium.Url).AbsolutePath;
    }

    public async Task CloseAsync(string election, int votesFor)
    {
        await presidium.GotoAsync(election);
        var form = presidium.Locator("section[aria-labelledby=close]");
        await form.Locator("#attending").FillAsync(Text(Summoned));
        await form.Locator("#votesFor").FillAsync(Text(votesFor));
        await PressAsync(presidium, "Chốt danh sách", "Đã chốt danh sách bầu cử.");
        await pictures.TakeAsync(presidium, "list");
    }

    /// <summary>The counting board takes its places: the head, and each group at a laptop of its own.</summary>
    public async Task MeetAsync(string election)
    {
        foreach (var who in new[] { "truong-ban", "to-1", "to-2" })
            board.Add(await SignInAsync(portal, who, election + "/kiem-phieu"));
    }

    /// <summary>Opens the box, enters the tally sheets of both groups and signs.</summary>
    /// <param name="votes">by number on the ballot; of 120 ballots one is invalid</param>
    public async Task CountAsync(string election, int[] votes)
    {
        await OpenBoxAsync(election);
        await EnterAsync(board[1].Page, election, "1", votes);
        // One group alone decides nothing, and nobody sees a vote.
        await Head.GotoAsync(election + "/kiem-phieu");
        await Assertions.Expect(Head.GetByRole(AriaRole.Button, new() { Name = "Ký kết quả" })).ToHaveCountAsync(0);
        await EnterAsync(board[2].Page, election, "2", votes);
        await Head.ReloadAsync();
        await Assertions.Expect(Head.Locator("section:has(#batches) tbody tr")).ToHaveCountAsync(Summoned / PerBatch);
        await pictures.TakeAsync(Head, "count");
        await PressAsync(Head, "Ký kết quả", "Đã ký kết quả.");
    }

    /// <summary>What the signed result says of each: his name, his votes and what became of him.</summary>
    public async Task<IReadOnlyList<(string Name, string Votes, string Outcome)>> ResultAsync(string election)
    {
        await presidium.GotoAsync(election + "/ket-qua");
        var rows = await presidium
            .Locator("main table")
            .First.Locator("tbody tr")
            .EvaluateAllAsync<string[][]>("rows => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim()))");
        await pictures.TakeAsync(presidium, "result");
        return [.. rows.Select(cells => (cells[1], cells[2], cells[^1]))];
    }

    /// <summary>The presidium releases a result, and the hall sees who is elected.</summary>
    /// <returns>their names, by votes</returns>
    public async Task<IReadOnlyList<string>> ReleaseAsync(string election, string title)
    {
        await presidium.GotoAsync(election + "/ket-qua");
        await PressAsync(presidium, "Công bố lên màn hình hội trường", "Đã công bố lên màn hình hội trường.");
        await presidium.GotoAsync(GrassrootsCongress.PathOf("man-hinh"));
        await Assertions.Expect(presidium.Locator(".hall-what h2")).ToContainTextAsync(title);
        await pictures.TakeAsync(presidium, "released");
        return await presidium.Locator(".hall-result th").AllInnerTextsAsync();
    }

    /// <summary>Arranges the ballot among those who are level across the last seat; its list stands at once.</summary>
    public async Task<string> AmongTiedAsync(string election)
    {
        await presidium.GotoAsync(election);
        await Assertions.Expect(presidium.Locator("#further")).ToHaveTextAsync("Bầu lại giữa những người bằng phiếu");
        await Assertions.Expect(presidium.Locator("section:has(#further)")).ToContainTextAsync("Còn phải bầu 1 người.");
        await pictures.TakeAsync(presidium, "tied", presidium.Locator("#further"));
        var act = presidium.GetByRole(AriaRole.Button, new() { Name = "Lập lần bầu tiếp" });
        await GoOnAsync(presidium, () => act.ClickAsync());
        var next = new Uri(presidium.Url).AbsolutePath;
        Assert.NotEqual(election, next);
        return next;
    }

    /// <summary>The minutes of the count, as the papers page hands them out.</summary>
    public async Task<byte[]> MinutesAsync(string election)
    {
        await presidium.GotoAsync(election + "/ket-qua");
        await GoOnAsync(
            presidium,
            () => presidium.GetByRole(AriaRole.Link, new() { Name = "Văn bản của cuộc bầu" }).ClickAsync()
        );
        await pictures.TakeAsync(presidium, "papers");
        var download = await presidium.RunAndWaitForDownloadAsync(() =>
            presidium.Locator("a[href*='bien-ban-kiem-phieu'][href*='Pdf']").ClickAsync()
        );
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var view in board)
        {
            await view.DisposeAsync();
            Assert.Empty(view.Problems);
        }
    }

    private async Task OpenBoxAsync(string election)
    {
        await Head.GotoAsync(election + "/kiem-phieu");
        foreach (var field in new[] { "#summoned", "#present", "#issued", "#collected" })
            await Head.Locator(field).FillAsync(Text(Summoned));
        foreach (var deducted in await Head.Locator("[name^=deducted]").AllAsync())
            await deducted.FillAsync("0");
        await Head.Locator("#size").FillAsync(Text(PerBatch));
        await Head.Locator("#method").SelectOptionAsync("Sheets");
        await PressAsync(Head, "Mở hòm phiếu", "Đã mở hòm phiếu, chia tập.");
    }

    private static async Task EnterAsync(IPage page, string election, string group, int[] votes)
    {
        // Half of the votes in each batch; the invalid ballot, on which somebody has written, lies in the last.
        var sheets = new[]
        {
            $"{PerBatch} 0 {string.Join(' ', votes.Select(number => number - (number / 2)))}",
            $"{PerBatch - 1} 1f {string.Join(' ', votes.Select(number => number / 2))}",
        };
        foreach (var (i, sheet) in sheets.Index())
        {
            await page.GotoAsync(FormattableString.Invariant($"{election}/tap/{i + 1}/{group}"));
            await GoOnAsync(page, () => page.GetByRole(AriaRole.Button, new() { Name = "Nhận tập" }).PressAsync("Enter"));
            await Assertions.Expect(page.Locator("#marks")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(sheet);
            await page.Keyboard.PressAsync("Enter");
            var handIn = page.GetByRole(AriaRole.Button, new() { Name = "Nộp tập" });
            await Assertions.Expect(handIn).ToBeFocusedAsync();
            await GoOnAsync(page, () => page.Keyboard.PressAsync("Enter"));
            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã nộp tập.");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
