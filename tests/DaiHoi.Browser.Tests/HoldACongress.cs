using System.Text;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.GrassrootsCongress;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// A commune holds its congress from the agenda to the ratification: 120 delegates, a committee of 15 that takes a second ballot,
/// and the delegates to the district. Every step is done on its page, by who does it on such a day.
/// </summary>
public sealed class HoldACongress
{
    private const int Summoned = Branches * PerBranch;

    [Fact]
    public Task A_commune_holds_its_congress_from_the_agenda_to_the_ratification() => PlayAsync(Pictures.None);

    /// <summary>The pictures of <c>docs/guide/*/congress.md</c>, taken by <c>eng/screenshots</c>.</summary>
    [Fact(Explicit = true)]
    public Task In_pictures_for_the_guide() => PlayAsync(Pictures.In("congress"));

    private static async Task PlayAsync(Pictures pictures)
    {
        var clock = new StoryClock(Morning);
        await using var portal = new Portal(clock);
        await portal.InitializeAsync();
        await ArrangeAsync(portal);
        await using var officer = await SignInAsync(portal, "can-bo", PathOf("chuong-trinh"));
        await SetAgendaAsync(officer.Page, pictures);
        await ImportAsync(officer.Page, pictures);
        await GiveDutiesAsync(officer.Page, pictures);

        await using var presidium = await SignInAsync(portal, "chu-tich", PathOf("dieu-hanh"));
        var day = new WalkedAgenda(presidium.Page);
        await day.IsForbiddenAsync("Chào cờ, tuyên bố lý do, giới thiệu đại biểu");
        clock.ComeTo(7, 5);
        await using var door = await SignInAsync(portal, "cua-chinh", PathOf("diem-danh"));
        await CheckInAsync(door.Page, pictures);
        clock.ComeTo(7, 31);
        await day.BeginAsync("Chào cờ, tuyên bố lý do, giới thiệu đại biểu");
        await day.BeginAsync("Bầu Đoàn Chủ tịch");
        await pictures.TakeAsync(presidium.Page, "day");
        await day.VoteAsync(119, 0, 1, [.. Duties.Take(1).Select(one => one.Name), .. Candidates.Take(2)]);
        await day.BeginAsync("Bầu Đoàn Thư ký");
        await day.VoteAsync(120, 0, 0, [.. Duties.Skip(1).Take(1).Select(one => one.Name), Delegates[8]]);
        await ShowAsync(presidium.Page, pictures);
        await day.BeginAsync("Bầu Ban Thẩm tra tư cách đại biểu");
        await day.VoteAsync(120, 0, 0, [Duties[2].Name, Delegates[9], Delegates[10]]);
        await day.BeginAsync("Thông qua chương trình, quy chế làm việc của đại hội");
        await day.VoteAsync(118, 1, 1);
        await day.BeginAsync("Diễn văn khai mạc");

        clock.ComeTo(8, 20);
        await using var credentials = await SignInAsync(portal, "tham-tra", PathOf("tham-tra"));
        await CheckCredentialsAsync(credentials.Page, pictures);
        await day.BeginAsync("Báo cáo kết quả thẩm tra tư cách đại biểu");
        await day.VoteAsync(120, 0, 0);
        await day.BeginAsync("Trình bày báo cáo chính trị");
        clock.ComeTo(9, 0);
        await day.BeginAsync("Trình bày báo cáo kiểm điểm của cấp ủy");
        await day.BeginAsync("Thảo luận các văn kiện trình đại hội và dự thảo văn kiện cấp trên");
        clock.ComeTo(10, 30);
        await day.BeginAsync("Thông qua quy chế bầu cử, số lượng và tiêu chuẩn");
        await day.VoteAsync(117, 2, 1);

        await using var ballots = new HeldBallots(portal, presidium.Page, pictures);
        var committee = await ballots.ListAsync("Bầu Ban Chấp hành Đảng bộ xã", "Committee", 15, Candidates);
        var delegation = await ballots.ListAsync("Bầu đoàn đại biểu dự đại hội đảng bộ huyện", "Delegates", 8, ToTheDistrict);
        await day.BeginAsync("Đề cử, ứng cử, chốt danh sách bầu cử");
        await day.VoteAsync(118, 1, 1);
        await ballots.CloseAsync(committee, 118);
        await ballots.CloseAsync(delegation, 119);
        await day.BeginAsync("Bầu Ban Kiểm phiếu");
        await day.VoteAsync(119, 0, 1, [.. Duties.Skip(4).Select(one => one.Name)]);
        await day.BeginAsync("Bỏ phiếu");
        clock.ComeTo(11, 40);
        await ballots.MeetAsync(committee);
        await ballots.CountAsync(committee, HeldBallots.Committee);
        await ballots.CountAsync(delegation, HeldBallots.Delegation);
        await day.BeginAsync("Công bố kết quả bầu cử");
        var elected = await ElectInTwoBallotsAsync(ballots, committee, clock);
        var delegated = await ballots.ReleaseAsync(delegation, "Bầu đoàn đại biểu dự đại hội đảng bộ huyện: trúng cử 8");
        Assert.Equal(8, delegated.Count);
        await HasMinutesAsync(ballots, committee);

        await day.BeginAsync("Thông qua nghị quyết đại hội");
        await day.VoteAsync(120, 0, 0);
        await day.BeginAsync("Bế mạc, chào cờ");
        await day.IsOverAsync();
        clock.ComeTo(15, 0);
        await ReportAsync(officer.Page, pictures);
        await using var checker = await SignInAsync(portal, "kiem-duyet", PathOf("ket-qua"));
        await RatifyAsync(checker.Page, elected, pictures);
        await StandAboveAsync(checker.Page, delegated, pictures);
        foreach (var view in new[] { officer, presidium, door, credentials, checker })
            Assert.Empty(view.Problems);
    }

    internal static async Task SetAgendaAsync(IPage page, Pictures pictures)
    {
        await page.Locator("#session-name").FillAsync("Phiên chính thức");
        await page.Locator("#session-on").FillAsync("18/6/2020");
        await page.Locator("#session-starts").FillAsync("7:30");
        await page.Locator("#session-ends").FillAsync("16:30");
        await PressAsync(page, "Thêm phiên", "Đã ghi phiên.");
        await PressAsync(page, "Lấy chương trình thường dùng", "Đã lấy chương trình thường dùng.");
        await Assertions.Expect(page.Locator(".agenda tbody tr")).ToHaveCountAsync(17);
        await pictures.TakeAsync(page, "agenda");
    }

    internal static async Task ImportAsync(IPage page, Pictures pictures)
    {
        await page.GotoAsync(PathOf("dai-bieu/nhap"));
        await page.Locator("#file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "dai-bieu.csv",
                    MimeType = "text/csv",
                    Buffer = DelegateFile(),
                }
            );
        var see = page.GetByRole(AriaRole.Button, new() { Name = "Xem trước", Exact = true });
        await GoOnAsync(page, () => see.ClickAsync());
        await PressAsync(page, "Nhập danh sách", "Đã nhập 120 đại biểu.");
        await Assertions.Expect(page.Locator(".delegation")).ToHaveCountAsync(Branches);
        await Assertions.Expect(page.Locator(".delegates tbody tr")).ToHaveCountAsync(Summoned);
        await pictures.TakeAsync(page, "delegates");
    }

    private static async Task GiveDutiesAsync(IPage page, Pictures pictures)
    {
        await page.GotoAsync(PathOf("nhiem-vu"));
        foreach (var (account, _, duty) in Duties)
        {
            await page.Locator("#account").FillAsync(account);
            await page.Locator("#duty").SelectOptionAsync(duty);
            await PressAsync(page, "Phân công", "Đã phân công.");
        }
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(Duties.Count);
        await pictures.TakeAsync(page, "duties");
    }

    // The first come by badge and by name, as a scanner and a hand type it; the others as the page sends them.
    private static async Task CheckInAsync(IPage page, Pictures pictures)
    {
        var list = await page.EvaluateAsync<string[][]>(
            """
            async () => {
              const read = await (await fetch(document.querySelector("[data-door]").dataset.list)).json();
              return read.delegates.map(({ id, name, badge }) => [String(id), name, badge]);
            }
            """
        );
        Assert.Equal(Delegates.Order(StringComparer.Ordinal), list.Select(one => one[1]).Order(StringComparer.Ordinal));
        var typed = list.Take(6).ToList();
        foreach (var (i, one) in typed.Index())
        {
            await Assertions.Expect(page.Locator("#tim")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(i % 2 == 0 ? one[2] : one[1].ToLowerInvariant());
            await Assertions.Expect(page.Locator("[data-found] > li")).ToHaveCountAsync(1);
            if (i == typed.Count - 1)
                await pictures.TakeAsync(page, "check-in");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync($"{one[1]}: Có mặt");
        }
        var refused = await page.EvaluateAsync<string[]>(
            """
            async (ids) => {
              const send = document.querySelector("[data-mark]");
              const refused = [];
              for (const id of ids) {
                const form = new FormData(send);
                form.set("id", id);
                form.set("mark", "Arrived");
                form.set("key", crypto.getRandomValues(new Uint32Array(4)).join(""));
                const answer = await fetch(send.action, { method: "POST", body: form, headers: { Accept: "application/json" } });
                if (!answer.ok) refused.push(`${id}: ${answer.status}`);
              }
              return refused;
            }
            """,
            list.Skip(typed.Count).Select(one => one[0]).ToArray()
        );
        Assert.Empty(refused);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".hall-count .strong dd")).ToHaveTextAsync("120 / 120");
        await Assertions.Expect(page.Locator(".quorum.met")).ToBeVisibleAsync();
    }

    private static async Task ShowAsync(IPage page, Pictures pictures)
    {
        await page.GotoAsync(PathOf("man-hinh"));
        await Assertions.Expect(page.Locator(".hall-there .big")).ToHaveTextAsync("120");
        await Assertions.Expect(page.Locator(".hall-there .verdict")).ToHaveTextAsync("Đủ số người để tiến hành");
        await Assertions.Expect(page.Locator(".hall-what h2")).ToHaveTextAsync("Bầu Đoàn Thư ký");
        await pictures.TakeAsync(page, "screen");
    }

    private static async Task CheckCredentialsAsync(IPage page, Pictures pictures)
    {
        await PressAsync(page, "Đủ tư cách: tất cả người chưa xem còn lại", "Đã ghi đủ tư cách.");
        await Assertions.Expect(page.Locator(".delegates tbody tr", new() { HasText = "Đủ tư cách" })).ToHaveCountAsync(Summoned);
        await pictures.TakeAsync(page, "credentials", page.Locator("#report"));
    }

    // Fourteen are elected, two are level across the last seat, and a second ballot among them decides.
    private static async Task<IReadOnlyList<string>> ElectInTwoBallotsAsync(
        HeldBallots ballots,
        string election,
        StoryClock clock
    )
    {
        var result = await ballots.ResultAsync(election);
        Assert.Equal(14, result.Count(one => one.Outcome == "trúng cử"));
        var tied = result.Where(one => one.Outcome == "bằng phiếu, chưa xác định").ToList();
        Assert.Equal(["88", "88"], tied.Select(one => one.Votes));
        var first = await ballots.ReleaseAsync(election, "Bầu Ban Chấp hành Đảng bộ xã: trúng cử 14");
        Assert.Equal(
            result.Where(one => one.Outcome == "trúng cử").Select(one => one.Name).Order(StringComparer.Ordinal),
            first.Order(StringComparer.Ordinal)
        );
        clock.ComeTo(13, 45);
        var again = await ballots.AmongTiedAsync(election);
        await ballots.CountAsync(again, HeldBallots.Tied);
        var last = await ballots.ReleaseAsync(again, "Bầu Ban Chấp hành Đảng bộ xã: trúng cử 1");
        Assert.Equal([tied[0].Name], last);
        return [.. first, .. last];
    }

    private static async Task HasMinutesAsync(HeldBallots ballots, string election)
    {
        var minutes = await ballots.MinutesAsync(election);
        Assert.StartsWith("%PDF", Encoding.Latin1.GetString(minutes), StringComparison.Ordinal);
    }

    private static async Task ReportAsync(IPage page, Pictures pictures)
    {
        await page.GotoAsync(PathOf("ket-qua"));
        await PressAsync(page, "Báo cáo kết quả lên cấp trên", "Đã ghi kết quả vào đợt đại hội.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã báo cáo kết quả ngày 18/06/2020.");
        await pictures.TakeAsync(page, "outcome");
    }

    private static async Task RatifyAsync(IPage page, IReadOnlyList<string> elected, Pictures pictures)
    {
        await page.Locator("#paper").FillAsync("Quyết định số 214-QĐ/HU ngày 18/6/2020");
        await page.Locator("input[name=complaint]").CheckAsync();
        await PressAsync(page, "Chuẩn y kết quả", "Đã ghi chuẩn y.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Cấp trên đã chuẩn y.");
        var ratified = page.Locator("tr", new() { Has = page.GetByText("Chuẩn y", new() { Exact = true }) })
            .Locator("th[lang=vi]");
        Assert.Equal(elected.Order(StringComparer.Ordinal), (await ratified.AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await pictures.TakeAsync(page, "ratified");
    }

    private static async Task StandAboveAsync(IPage page, IReadOnlyList<string> elected, Pictures pictures)
    {
        await page.GotoAsync(PathOfDistrict("dai-bieu"));
        var group = page.Locator(".delegation", new() { HasText = CommuneName });
        var names = await group.Locator("tbody th").AllInnerTextsAsync();
        Assert.Equal(elected.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        await Assertions.Expect(group.Locator("tbody tr", new() { HasText = "Được bầu" })).ToHaveCountAsync(elected.Count);
        await pictures.TakeAsync(page, "district");
    }

    /// <summary>Presses a button that leads to a page which says what was done.</summary>
    internal static async Task PressAsync(IPage page, string button, string told)
    {
        var act = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true });
        await GoOnAsync(page, () => act.ClickAsync());
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync(told);
    }
}
