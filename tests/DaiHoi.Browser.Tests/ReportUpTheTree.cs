using System.Diagnostics;
using System.Text;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>
/// The first two months of 2020: three districts report, their province returns one, brings them together and reports itself,
/// prints, and the newsroom begins an article from it; the nation's report says 295.
/// </summary>
public sealed class ReportUpTheTree(Portal portal)
{
    private static readonly string[] Districts = ["BPC-01", "BPC-02", "BPC-03"];

    [Fact]
    public async Task Three_districts_report_the_province_merges_prints_and_the_newsroom_writes()
    {
        var period = await OpenPeriodAsync();
        var reports = new List<string>();
        foreach (var district in Districts)
            reports.Add(await ReportAsync(district, period));

        // The province accepts two, and returns the third with a remark about one passage.
        await using var checker = await SignInAsync(portal, "tinh-kiem-duyet", Role.Checker, "BPC", period + "/BPC");
        foreach (var report in reports[..2])
            await DecideAsync(checker.Page, report, "Tiếp nhận");
        await checker.Page.GotoAsync(reports[2]);
        await checker.Page.Locator("#about").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await checker.Page.Locator("#remark").FillAsync("Nêu rõ ở những cơ sở nào.");
        await checker.Page.GetByRole(AriaRole.Button, new() { Name = "Trả lại" }).ClickAsync();
        await Assertions.Expect(checker.Page.Locator(".toast")).ToContainTextAsync("Đã trả lại");
        await MendAsync(reports[2]);
        await DecideAsync(checker.Page, reports[2], "Tiếp nhận");
        Assert.Empty(checker.Problems);

        var whole = await MergeAsync(period);

        // The head of the centre accepts, and takes the paper along.
        await using (var centre = await SignInAsync(portal, "trung-uong-lanh-dao", Role.Head, "VN", whole))
        {
            await DecideAsync(centre.Page, whole, "Tiếp nhận");
            await PrintAsync(centre.Page);
            Assert.Empty(centre.Problems);
        }

        await using var reporter = await SignInAsync(
            portal,
            "viet-tu-bao-cao",
            Role.Reporter,
            OrganisationTree.RootCode,
            "/ban-bien-tap/tu-bao-cao"
        );
        await reporter.Page.Locator("input[name=report]").First.CheckAsync();
        await reporter.Page.Locator("#section").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await reporter.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu viết" }).ClickAsync();
        await Assertions
            .Expect(reporter.Page.Locator("[contenteditable] a[href^='/nguon-goc-so-lieu/']").First)
            .ToBeVisibleAsync();
        await Assertions.Expect(reporter.Page.Locator("[contenteditable]")).ToContainTextAsync("Thiếu hội trường");
        Assert.Empty(reporter.Problems);
    }

    [Fact]
    public async Task The_nations_report_says_295_and_proves_it()
    {
        await using var head = await SignInAsync(portal, "doc-bao-cao", Role.Head, "VN", "/bao-cao");
        await head.Page.GotoAsync("/bao-cao/5");
        var number = head.Page.GetByRole(AriaRole.Link, new() { Name = "295", Exact = true }).First;
        await number.ClickAsync();
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("295");
        Assert.Empty(head.Problems);
    }

    // The centre asks provinces and districts.
    private async Task<string> OpenPeriodAsync()
    {
        await using var centre = await SignInAsync(portal, "trung-uong-mo-ky", Role.Checker, "VN", "/bao-cao/noi-dung-mau/2/VN");
        var page = centre.Page;
        await page.Locator("#name").FillAsync("2 tháng đầu năm 2020, các tỉnh");
        await page.Locator("#from").FillAsync("01/01/2020");
        await page.Locator("#until").FillAsync("02/03/2020");
        await page.Locator("#due-2").FillAsync("05/03/2020");
        await page.Locator("#due-1").FillAsync("09/03/2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở kỳ" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã mở kỳ báo cáo");
        Assert.Empty(centre.Problems);
        return new Uri(page.Url).AbsolutePath[..^"/VN".Length];
    }

    // An officer of a district writes every section, and what he types is saved while he goes on.
    private async Task<string> ReportAsync(string district, string period)
    {
        await using var officer = await SignInAsync(
            portal,
            "can-bo-" + district.ToLowerInvariant(),
            Role.Officer,
            district,
            $"{period}/{district}"
        );
        var page = officer.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Viết báo cáo" }).ClickAsync();
        var report = new Uri(page.Url).AbsolutePath;
        await WriteEverywhereAsync(
            page,
            $"Thiếu hội trường để tổ chức đại hội của các chi bộ, nhất là vùng sâu, vùng xa ({district})."
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã gửi báo cáo");
        Assert.Empty(officer.Problems);
        return report;
    }

    private static async Task WriteEverywhereAsync(IPage page, string words)
    {
        var sections = await page.GetByRole(AriaRole.Button, new() { Name = "Thêm đoạn" }).CountAsync();
        for (var i = 0; i < sections; i++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Thêm đoạn" }).Nth(i).ClickAsync();
            var empty = page.Locator(".passage textarea:not([readonly])").Filter(new() { HasNotText = words });
            await empty.First.FillAsync(words);
            await Assertions.Expect(page.Locator("[data-state]", new() { HasText = "Đã lưu" })).Not.ToHaveCountAsync(0);
        }
    }

    private async Task MendAsync(string report)
    {
        await using var officer = await SignInAsync(portal, "can-bo-sua", Role.Officer, Districts[2], report);
        var page = officer.Page;
        await Assertions.Expect(page.Locator(".remark.open")).ToContainTextAsync("Nêu rõ ở những cơ sở nào.");
        await page.Locator(".remark .answer input").FillAsync("Đã nêu ba cơ sở.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đã xử lý" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToBeVisibleAsync();
        // Sent in the moment after typing: the last words go along.
        await page.Locator(".passage textarea:not([readonly])")
            .First.FillAsync(
                $"Thiếu hội trường để tổ chức đại hội của các chi bộ, nhất là vùng sâu, vùng xa ({Districts[2]}), ở ba cơ sở."
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã gửi báo cáo");
        await Assertions.Expect(page.Locator(".passage").First).ToContainTextAsync("ở ba cơ sở.");
        Assert.Empty(officer.Problems);
    }

    private static async Task DecideAsync(IPage page, string report, string act)
    {
        await page.GotoAsync(report);
        await page.GetByRole(AriaRole.Button, new() { Name = act, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã tiếp nhận báo cáo");
    }

    // The province takes over what its districts say, and adds its own words where they have none.
    private async Task<string> MergeAsync(string period)
    {
        await using var officer = await SignInAsync(portal, "tinh-can-bo", Role.Officer, "BPC", period + "/BPC");
        var page = officer.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Viết báo cáo" }).ClickAsync();
        var report = new Uri(page.Url).AbsolutePath;
        var merges = page.GetByRole(AriaRole.Link, new() { Name = "Tổng hợp từ cấp dưới" });
        await Assertions.Expect(merges).ToHaveCountAsync(5);
        var parts = await merges.EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var part in parts)
        {
            await page.GotoAsync(part);
            await Assertions.Expect(page.Locator(".alike.several")).ToContainTextAsync("3 đoạn gần giống nhau");
            await page.Locator("input[name=origin]").First.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Lấy các đoạn đã chọn" }).ClickAsync();
            await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("ghi rõ nguồn");
        }
        await page.GotoAsync(report);
        await Assertions.Expect(page.Locator(".origin").First).ToContainTextAsync("Đảng bộ cấp huyện số 01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("Đã gửi báo cáo");
        Assert.Empty(officer.Problems);
        return report;
    }

    // The paper is what an office opens: LibreOffice turns it into pages that say what stands in it.
    private static async Task PrintAsync(IPage page)
    {
        var folder = Directory.CreateTempSubdirectory("report-").FullName;
        try
        {
            var docx = Path.Combine(folder, "bao-cao.docx");
            await TakeAsync(page, "Word", docx);
            await TakeAsync(page, "PDF", Path.Combine(folder, "bao-cao-own.pdf"));
            Run(
                "soffice",
                $"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                docx
            );
            foreach (var pdf in (string[])["bao-cao.pdf", "bao-cao-own.pdf"])
            {
                var text = Run("pdftotext", "-layout", Path.Combine(folder, pdf), "-").Normalize(NormalizationForm.FormC);
                Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
                Assert.Contains("ĐẢNG BỘ TỈNH BÌNH PHƯỚC", text, StringComparison.Ordinal);
                Assert.Contains("Thiếu hội trường", text, StringComparison.Ordinal);
                Assert.Contains("Đại hội điểm đã tổ chức", text, StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task TakeAsync(IPage page, string form, string path)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = form, Exact = true }).ClickAsync()
        );
        await download.SaveAsAsync(path);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.Equal(0, run.ExitCode);
        return output;
    }
}
