using System.Globalization;
using System.Text;
using DaiHoi.Documents;
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
        // Nothing waits, and nothing says so any more; all figures are of one moment.
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync("Đã gửi hết các lần ghi còn chờ.");
        await Assertions.Expect(page.Locator("[data-told]")).Not.ToHaveAttributeAsync("data-bad", "");
        await CountsAsync(page, "5 / 120", "115", "Có mặt 5/120");

        // A reason is typed while the list is read anew behind it.
        await page.Locator("#tim").FillAsync(Delegates[5]);
        var reason = page.Locator("[data-found] > li").First.GetByLabel("Lý do vắng mặt");
        await reason.FillAsync("Ốm nặng");
        await page.WaitForResponseAsync("**/diem-danh*handler=List*");
        await reason.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync($"{Delegates[5]}: Vắng có lý do: Ốm nặng");
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");
        await CountsAsync(page, "5 / 120", "114", "Có mặt 5/120");

        // Enter marks nobody whose name is written with other marks than those that were typed.
        var other = Delegates.Skip(7).First(name => Marks(name) > 1 && !Delegates.Contains(WithoutOneMark(name)));
        await page.Locator("#tim").FillAsync(WithoutOneMark(other));
        await page.Locator("#tim").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("viết khác dấu với tên vừa gõ");
        await Assertions.Expect(page.Locator("[data-found] > li").First).ToContainTextAsync(other);
        Assert.Equal(0, await page.EvaluateAsync<int>(Waiting));
        await CountsAsync(page, "5 / 120", "114", "Có mặt 5/120");

        // A list that is no list – a page of a sign-in, say – stops nothing.
        await page.RouteAsync(
            "**/diem-danh*handler=List*",
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<!DOCTYPE html><p>Đăng nhập" })
        );
        await page.WaitForResponseAsync("**/diem-danh*handler=List*");
        await MarkAsync(page, Delegates[6]);
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");
        await CountsAsync(page, "6 / 120", "113", "Có mặt 6/120");

        await page.ReloadAsync();
        await CountsAsync(page, "6 / 120", "113", "Có mặt 6/120");
    }

    [Fact]
    public async Task A_door_left_open_over_noon_leads_to_the_session_that_is_under_way()
    {
        var clock = new StoryClock(Morning);
        await using var portal = new Portal(clock);
        await portal.InitializeAsync();
        await ArrangeAsync(portal);
        await using var view = await SignInAsync(portal, "can-bo", PathOf("chuong-trinh"));
        var page = view.Page;
        foreach (var (name, starts, ends) in new[] { ("Buổi sáng", "7:30", "11:30"), ("Buổi chiều", "13:30", "16:30") })
        {
            await page.Locator("#session-name").FillAsync(name);
            await page.Locator("#session-on").FillAsync("18/6/2020");
            await page.Locator("#session-starts").FillAsync(starts);
            await page.Locator("#session-ends").FillAsync(ends);
            await HoldACongress.PressAsync(page, "Thêm phiên", "Đã ghi phiên.");
        }
        await HoldACongress.ImportAsync(page, Pictures.None);
        await page.GotoAsync(PathOf("diem-danh"));
        await MarkAsync(page, Delegates[0]);
        await CountsAsync(page, "1 / 120", "119", "Có mặt 1/120");
        clock.ComeTo(13, 40);
        var told = page.Locator("[data-told]");
        foreach (var (name, all) in new[] { (1, Delegates[1]), (2, $"{Delegates[1]}, {Delegates[2]}") })
        {
            await MarkAsync(page, Delegates[name]);
            await Assertions
                .Expect(told)
                .ToHaveTextAsync(
                    $"{all}: «Buổi sáng» đã kết thúc, nay điểm danh cho «Buổi chiều»; lần này chưa được ghi. Điểm danh «Buổi chiều»"
                );
        }
        // The next name is typed while the desk still reads who was not noted.
        await page.Locator("#tim").FillAsync(Delegates[3]);
        await Assertions.Expect(told).ToContainTextAsync(Delegates[1]);
        await CountsAsync(page, "1 / 120", "119", "Có mặt 1/120");
        await told.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Locator(".sessions [aria-current=page]")).ToHaveTextAsync("Buổi chiều");
        await MarkAsync(page, Delegates[1]);
        await CountsAsync(page, "1 / 120", "119", "Có mặt 1/120");
        // Who looks back afterwards is told that it is over.
        await page.GetByRole(AriaRole.Link, new() { Name = "Buổi sáng", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("ghi bổ sung cho phiên đã qua");
        await MarkAsync(page, Delegates[2]);
        await CountsAsync(page, "2 / 120", "118", "Có mặt 2/120");
        // One answer in the story is a refusal, which a browser writes down.
        Assert.All(view.Problems, problem => Assert.Contains("422", problem, StringComparison.Ordinal));
    }

    /// <summary>A camera that sees one badge: its squares as a card prints them, on a stream of pictures.</summary>
    private const string Camera = """
        (squares) => {
          const canvas = document.createElement("canvas");
          Object.assign(canvas, { width: 640, height: 480 });
          const context = canvas.getContext("2d");
          const size = Math.floor(400 / squares.length);
          const draw = () => {
            context.fillStyle = "#ddd";
            context.fillRect(0, 0, 640, 480);
            context.fillStyle = "#fff";
            context.fillRect(80, 20, size * (squares.length + 8), size * (squares.length + 8));
            context.fillStyle = "#111";
            squares.forEach((row, y) =>
              [...row].forEach((dark, x) => {
                if (dark === "1") context.fillRect(80 + (x + 4) * size, 20 + (y + 4) * size, size, size);
              }),
            );
          };
          draw();
          setInterval(draw, 50);
          navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
        }
        """;

    [Fact]
    public async Task A_badge_is_read_by_the_camera_in_a_browser_that_cannot_read_codes()
    {
        await using var portal = new Portal(new StoryClock(Morning));
        await portal.InitializeAsync();
        await ArrangeAsync(portal);
        await using var view = await SignInAsync(portal, "can-bo", PathOf("chuong-trinh"));
        var page = view.Page;
        await page.Context.AddInitScriptAsync("delete globalThis.BarcodeDetector;");
        await HoldACongress.SetAgendaAsync(page, Pictures.None);
        await HoldACongress.ImportAsync(page, Pictures.None);
        await page.GotoAsync(PathOf("diem-danh"));
        var loaded = 0;
        page.Request += (_, request) => loaded += request.Url.Contains("/lib/scan-", StringComparison.Ordinal) ? 1 : 0;
        var badge = await page.EvaluateAsync<string>(
            """
            async (name) => {
              const read = await (await fetch(document.querySelector("[data-door]").dataset.list)).json();
              return read.delegates.find((one) => one.name === name).badge;
            }
            """,
            Delegates[3]
        );
        var code = QrSquares.Of($"https://daihoi.example/the/{badge}");
        await page.EvaluateAsync(
            Camera,
            Enumerable
                .Range(0, code.Side)
                .Select(y => string.Concat(Enumerable.Range(0, code.Side).Select(x => code.IsDark(x, y) ? '1' : '0')))
                .ToArray()
        );
        // Whoever does not press the button does not load the reader.
        Assert.Equal(0, loaded);
        await page.GetByRole(AriaRole.Button, new() { Name = "Quét thẻ", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync($"{Delegates[3]}: ");
        await Assertions.Expect(page.Locator(".hall-count .strong dd")).ToHaveTextAsync("1 / 120");
        Assert.Equal(1, loaded);
        Assert.Empty(view.Problems);
    }

    [Fact]
    public async Task Enter_marks_him_alone_who_is_written_as_it_was_typed()
    {
        await using var portal = new Portal(new StoryClock(Morning));
        await portal.InitializeAsync();
        await ArrangeAsync(portal);
        await using var view = await SignInAsync(portal, "can-bo", PathOf("chuong-trinh"));
        var page = view.Page;
        await HoldACongress.SetAgendaAsync(page, Pictures.None);
        // On a telephone too an item is read in lines of words, and the figures beside it are scrolled to.
        await page.GotoAsync(PathOf("chuong-trinh"));
        await page.SetViewportSizeAsync(360, 740);
        Assert.True(
            await page.EvaluateAsync<double>(
                "() => Math.min(...[...document.querySelectorAll('.agenda th[scope=row]')].map((one) => one.clientWidth))"
            ) > 160
        );
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.SetViewportSizeAsync(1280, 800);
        await HoldACongress.ImportAsync(page, Pictures.None);
        await page.GotoAsync(PathOf("diem-danh"));
        await page.WaitForResponseAsync("**/diem-danh*handler=List*");
        var name = Delegates[0];
        var unmarked = string.Concat(
            name.Normalize(NormalizationForm.FormD)
                .Replace('đ', 'd')
                .Replace('Đ', 'D')
                .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
        );
        // Another tone on the last syllable is another name; without any marks it may be several.
        foreach (
            var (typed, told) in ((string, string)[])
                [(name + "\u0323", "viết khác dấu với tên vừa gõ"), (unmarked, "Chưa ghi ai")]
        )
        {
            await page.Locator("#tim").FillAsync(typed.Normalize().ToLowerInvariant());
            await Assertions.Expect(page.Locator("[data-found] > li").First).ToContainTextAsync(name);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync(told);
            Assert.Equal(0, await page.EvaluateAsync<int>(Waiting));
        }
        await CountsAsync(page, "0 / 120", "120", "Có mặt 0/120");
        await page.Locator("#tim").FillAsync(name.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync($"{name}: Có mặt");
        // Who is noted as gone by mistake is there again.
        await page.WaitForFunctionAsync($"() => ({Waiting})() === 0");
        await PressAsync(page, "Ra về");
        await CountsAsync(page, "0 / 120", "119", "Có mặt 0/120");
        await PressAsync(page, "Ghi nhầm, xóa");
        await CountsAsync(page, "1 / 120", "119", "Có mặt 1/120");
        await Assertions.Expect(page.Locator("[data-found] > li").First).ToHaveAttributeAsync("data-mark-is", "Arrived");
        Assert.Empty(view.Problems);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("[data-found]").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task CountsAsync(IPage page, string present, string awaited, string quorum)
    {
        await Assertions.Expect(page.Locator(".hall-count .strong dd")).ToHaveTextAsync(present);
        await Assertions.Expect(page.Locator("[data-figure=awaited]")).ToHaveTextAsync(awaited);
        await Assertions.Expect(page.Locator("[data-figure=quorum]")).ToContainTextAsync(quorum);
    }

    private static int Marks(string name) =>
        name.Normalize(NormalizationForm.FormD).Count(one => char.GetUnicodeCategory(one) == UnicodeCategory.NonSpacingMark);

    /// <summary>Another name: one mark fewer, and marks left to say that it is meant so.</summary>
    private static string WithoutOneMark(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD);
        var last = letters.ToList().FindLastIndex(one => char.GetUnicodeCategory(one) == UnicodeCategory.NonSpacingMark);
        return letters.Remove(last, 1).Normalize(NormalizationForm.FormC);
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
