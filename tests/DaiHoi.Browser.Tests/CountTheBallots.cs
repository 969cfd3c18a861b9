using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Entering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// A province elects 55 of 60 names with 348 ballots: two groups enter each of them by keyboard, and the head signs. And the
/// same with a line that is slow and breaks: no ballot is lost on the way.
/// </summary>
public sealed partial class CountTheBallots(Portal portal)
{
    private const int Ballots = 348;
    private const int PerBatch = 50;

    // What somebody takes who reads a ballot and types its numbers, and what one person's part of a count may take.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(15);

    // When the Enter was pressed, when the field was free for the next ballot, when the program had answered: milliseconds.
    private const string Watch = """
        addEventListener("DOMContentLoaded", () => {
          const [form, journal] = [document.querySelector("[data-ballots]"), document.querySelector("[data-journal]")];
          if (!form) return;
          const began = new Map();
          let pressed = 0;
          addEventListener("keydown", (event) => { if (event.key === "Enter") pressed = performance.now(); }, true);
          new MutationObserver((changes) => {
            for (const { type, target } of changes) {
              const row = type === "childList" ? journal.rows[0] : target;
              if (type === "childList" && row?.hasAttribute("data-waiting")) began.set(row, [pressed, performance.now()]);
              if (type !== "attributes" || row.hasAttribute("data-waiting") || !began.has(row)) continue;
              const [from, free] = began.get(row);
              const taken = JSON.parse(sessionStorage.getItem("taken") ?? "[]");
              taken.push([free - from, performance.now() - from]);
              sessionStorage.setItem("taken", JSON.stringify(taken));
            }
          }).observe(journal, { childList: true, subtree: true, attributeFilter: ["data-waiting"] });
        });
        """;

    // Until the program has answered what was typed: the next key is pressed by somebody who has a ballot to turn over.
    private const string Answered = """
        () => new Promise((done) => {
          const look = () => document.querySelector("[data-journal] [data-waiting]") ? setTimeout(look, 1) : done();
          look();
        })
        """;

    [Fact]
    public async Task Two_groups_enter_348_ballots_within_a_quarter_of_an_hour_each()
    {
        var poll = await Poll.ArrangeAsync(portal, "dem-phieu", 55, 60, Ballots, PerBatch);
        var chance = new Random(348);
        var ballots = Enumerable
            .Range(0, Ballots)
            .Select(_ => Enumerable.Range(1, 60).OrderBy(_ => chance.Next()).Take(5 + chance.Next(3)).Order().ToArray())
            .ToList();
        var groups = await Task.WhenAll(EnterAllAsync(poll, "1", ballots), EnterAllAsync(poll, "2", ballots));
        foreach (var (whole, taken) in groups)
        {
            // The whole replay is counted, the typing of a machine with it: an upper bound of what the program takes.
            Say($"{Ballots} ballots and {(Ballots + PerBatch - 1) / PerBatch} batches in {whole.TotalSeconds:0.0} s");
            Say($"Enter to free field, ms: {Spread(taken.Select(one => one[0]))}");
            Say($"Enter to answer, ms: {Spread(taken.Select(one => one[1]))}");
            Assert.True(taken.Length >= Ballots - 7, $"{taken.Length} ballots were measured");
            Assert.True(whole + (Ballots * Reading) < Enough, $"{whole} and {Reading} for each of {Ballots} ballots");
        }

        await using var head = await poll.SignedInAsync("truong-ban", poll.Path + "/kiem-phieu");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Ký kết quả" }).ClickAsync();
        await Assertions.Expect(head.Page.Locator(".toast")).ToContainTextAsync("Đã ký kết quả");
        var votes = ballots.Count(struck => !struck.Contains(1));
        await Assertions
            .Expect(head.Page.Locator("tbody tr").First.Locator("td.number").Nth(1))
            .ToHaveTextAsync(votes.ToString(CultureInfo.InvariantCulture));
        await Assertions
            .Expect(head.Page.Locator("tbody tr", new() { HasTextRegex = new(@"\d\s*%?\s*trúng cử") }))
            .ToHaveCountAsync(55);
        Assert.Empty(head.Problems);
    }

    [Fact]
    public async Task On_a_slow_line_that_breaks_no_ballot_is_lost_and_nobody_waits()
    {
        var poll = await Poll.ArrangeAsync(portal, "duong-cham", 2, 3, 6, 6);
        await using var group = await poll.SignedInAsync("to-1", poll.Path + "/tap/1/1");
        var page = group.Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhận tập" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#marks")).ToBeFocusedAsync();
        var (asked, refused) = (0, false);
        await page.RouteAsync(
            "**/tap/1/1",
            async route =>
            {
                if (route.Request.Method != "POST")
                {
                    await route.ContinueAsync();
                    return;
                }
                // One is refused by the program, for a reason that the page cannot know.
                if (!refused && route.Request.PostData is { } sent && Number4().IsMatch(sent))
                {
                    refused = true;
                    await route.FulfillAsync(new() { Status = 422, Json = new { problem = "Xem lại lá phiếu" } });
                    return;
                }
                // The first is lost on its way, of the second the answer is; then each takes its time.
                var which = ++asked;
                if (which == 1)
                {
                    await route.AbortAsync();
                    return;
                }
                var answer = await route.FetchAsync();
                if (which == 2)
                {
                    await route.AbortAsync();
                    return;
                }
                await Task.Delay(400);
                await route.FulfillAsync(new() { Response = answer });
            }
        );
        string[] typed = ["3", "9", "1 2", "", "2", "3"];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 5; i++)
        {
            await Assertions.Expect(page.Locator("[data-title]")).ToHaveTextAsync($"Phiếu {i + 1}");
            await page.Keyboard.TypeAsync(typed[i]);
            await page.Keyboard.PressAsync("Enter");
            if (typed[i] != "9")
                continue;
            // What cannot be on this ballot is told while the paper is in the hand, and replaced by what is typed next.
            await Assertions.Expect(page.Locator("[data-problem]")).ToContainTextAsync("Số «9» không có trong danh sách");
            await page.Keyboard.TypeAsync("1");
            await page.Keyboard.PressAsync("Enter");
        }
        await Assertions.Expect(page.Locator("[data-title]")).ToHaveTextAsync("Phiếu 6");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(4), $"five ballots were typed in {watch.Elapsed}");
        await Assertions.Expect(page.Locator("[data-pending]")).ToContainTextAsync("Số phiếu chưa ghi xong: 5");
        // Loaded anew while they wait: they go on waiting and are sent.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-problem]")).ToContainTextAsync("Phiếu 4: Xem lại lá phiếu");
        // The next paper is in the hand: the field stays on it, and the one that was refused comes again behind the others.
        await Assertions.Expect(page.Locator("[data-title]")).ToHaveTextAsync("Phiếu 6");
        await page.Keyboard.TypeAsync(typed[5]);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-title]")).ToHaveTextAsync("Phiếu 4");
        await page.Keyboard.PressAsync("Enter");
        // The batch is full when all are confirmed, and one more Enter hands it in.
        var handIn = page.GetByRole(AriaRole.Button, new() { Name = "Nộp tập" });
        await Assertions.Expect(handIn).ToBeFocusedAsync(new() { Timeout = 15_000 });
        await page.UnrouteAllAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã nộp tập");
        Assert.Equal(["3", "1", "1 2", "", "2", "3"], await EnteredAsync(poll.Election));
    }

    private async Task<(TimeSpan Whole, double[][] Taken)> EnterAllAsync(Poll poll, string group, List<int[]> ballots)
    {
        await using var view = await poll.SignedInAsync("to-" + group, poll.Path + "/kiem-phieu");
        var page = view.Page;
        await page.AddInitScriptAsync(Watch);
        var watch = Stopwatch.StartNew();
        var sizes = BallotBatch.Split(ballots.Count, PerBatch);
        for (var batch = 1; batch <= sizes.Count; batch++)
        {
            await page.GotoAsync($"{poll.Path}/tap/{batch}/{group}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Nhận tập" }).PressAsync("Enter");
            await Assertions.Expect(page.Locator("#marks")).ToBeFocusedAsync();
            for (var i = 0; i < sizes[batch - 1]; i++)
            {
                await page.Keyboard.TypeAsync(string.Join(' ', ballots[((batch - 1) * PerBatch) + i]));
                await page.Keyboard.PressAsync("Enter");
                if (i < sizes[batch - 1] - 1)
                    await page.EvaluateAsync(Answered);
            }
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nộp tập" })).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã nộp tập");
        }
        var whole = watch.Elapsed;
        Assert.Empty(view.Problems);
        var taken = await page.EvaluateAsync<double[][]>("() => JSON.parse(sessionStorage.getItem('taken'))");
        return (whole, taken);
    }

    private Task<List<string>> EnteredAsync(long election) =>
        portal
            .Services.GetRequiredService<Sql>()
            .ListAsync(
                """
                select b.marks from entered_ballot b
                join batch_entry e on e.id = b.entry_id
                join ballot_batch t on t.id = e.batch_id
                where t.election_id = @id and b.version = 1 order by b.number
                """,
                row => row.GetString(0),
                TestContext.Current.CancellationToken,
                ("id", election)
            );

    private static string Spread(IEnumerable<double> taken)
    {
        var sorted = taken.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"median {sorted[sorted.Count / 2]:0.0}, p95 {sorted[(int)(sorted.Count * 0.95)]:0.0}, max {sorted[^1]:0.0}"
        );
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    [GeneratedRegex("name=\"?number\"?\\s+4\\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number4();
}
