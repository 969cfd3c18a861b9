using System.Globalization;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>Every page behind the sign-in, by machine in both schemes and on a telephone; a new one that is not looked at is named.</summary>
public sealed class TheDesk(Portal portal)
{
    private static readonly Role[] Everything =
    [
        Role.Reporter,
        Role.Editor,
        Role.Publisher,
        Role.Administrator,
        Role.Auditor,
        Role.Officer,
        Role.Checker,
        Role.Head,
    ];

    /// <summary>
    /// Each address as routes know it, with one or several to look at, parted by spaces; of what others look at, or what is no
    /// page by itself, only the name.
    /// </summary>
    private static readonly Dictionary<string, string?> Pages = new(StringComparer.Ordinal)
    {
        ["ban-bien-tap"] = "/ban-bien-tap /ban-bien-tap?xem=tat-ca",
        ["ban-bien-tap/bai-moi"] = "/ban-bien-tap/bai-moi",
        ["ban-bien-tap/bai/{id:long}"] = "/ban-bien-tap/bai/1",
        ["ban-bien-tap/bai/{id:long}/phien-ban"] = "/ban-bien-tap/bai/1/phien-ban",
        ["ban-bien-tap/bai/{id:long}/sua"] = "/ban-bien-tap/bai/1/sua",
        ["ban-bien-tap/cong"] = "/ban-bien-tap/cong",
        ["ban-bien-tap/cong/bieu-trung"] = "/ban-bien-tap/cong/bieu-trung",
        ["ban-bien-tap/cong/chan-trang"] = "/ban-bien-tap/cong/chan-trang",
        ["ban-bien-tap/cong/trang-chu"] = "/ban-bien-tap/cong/trang-chu",
        ["ban-bien-tap/cong/trang/{slug}"] = "/ban-bien-tap/cong/trang/gioi-thieu /ban-bien-tap/cong/trang/moi",
        ["ban-bien-tap/kho-phuong-tien"] = "/ban-bien-tap/kho-phuong-tien",
        ["ban-bien-tap/kho-phuong-tien/tep"] = "/ban-bien-tap/kho-phuong-tien/tep",
        // The demo has no PDF in its library; WriteTheNews brings one.
        ["ban-bien-tap/kho-phuong-tien/tep/{id:long}"] = null,
        ["ban-bien-tap/kho-phuong-tien/{id:long}"] = "/ban-bien-tap/kho-phuong-tien/1",
        ["ban-bien-tap/lien-ket"] = "/ban-bien-tap/lien-ket",
        // The answer to a form.
        ["ban-bien-tap/nhieu-bai"] = null,
        ["ban-bien-tap/van-ban"] = "/ban-bien-tap/van-ban",
        ["ban-bien-tap/van-ban/{id}"] = "/ban-bien-tap/van-ban/moi",
        ["ban-bien-tap/tu-bao-cao"] = "/ban-bien-tap/tu-bao-cao",
        // The demo's reports are written in the order of its campaigns: the union's first.
        ["bao-cao"] = "/bao-cao",
        ["bao-cao/ky/{period:long}/{organisation}"] = "/bao-cao/ky/1/CD",
        ["bao-cao/loi-van/{campaign}/{organisation}"] = "/bao-cao/loi-van/cong-doan/CD",
        ["bao-cao/mau/{campaign}/{organisation}"] = "/bao-cao/mau/cong-doan/CD",
        ["bao-cao/nhiem-vu/{campaign}/{organisation}"] = "/bao-cao/nhiem-vu/cong-doan/CD",
        ["bao-cao/noi-dung-mau/{template:long}/{organisation}"] = "/bao-cao/noi-dung-mau/1/CD",
        ["bao-cao/{report:long}"] = "/bao-cao/2 /bao-cao/4",
        ["bao-cao/{report:long}/muc/{part:long}"] = "/bao-cao/4/muc/31",
        // Two who are alike at one organisation of the demo, and one more.
        ["ho-so"] = "/ho-so /ho-so?q=an",
        ["ho-so/don-vi/{organisation}"] = "/ho-so/don-vi/CD-2-03",
        ["ho-so/don-vi/{organisation}/nhap-du-lieu"] = "/ho-so/don-vi/CD-2-03/nhap-du-lieu",
        ["ho-so/don-vi/{organisation}/them"] = "/ho-so/don-vi/CD-2-03/them",
        ["ho-so/{id:long}"] = "/ho-so/1",
        ["ho-so/{id:long}/so-sanh/{other:long}"] = "/ho-so/1/so-sanh/2",
        ["ho-so/{id:long}/sua"] = "/ho-so/1/sua",
        ["nhat-ky"] = "/nhat-ky",
        ["quan-tri/tai-khoan"] = "/quan-tri/tai-khoan",
        ["quan-tri/tai-khoan/moi"] = "/quan-tri/tai-khoan/moi",
        ["quan-tri/tai-khoan/{id:long}"] = "/quan-tri/tai-khoan/1",
        ["tai-khoan"] = "/tai-khoan",
        ["tai-khoan/khoa-truy-cap"] = "/tai-khoan/khoa-truy-cap",
        ["tai-khoan/ma-dung-mot-lan"] = "/tai-khoan/ma-dung-mot-lan",
        // A badge leads on to the door of its congress.
        ["the/{badge}"] = null,
        ["to-chuc"] = "/to-chuc",
        ["to-chuc/nhap-du-lieu"] = "/to-chuc/nhap-du-lieu",
        ["to-chuc/{id:long}"] = "/to-chuc/(district)",
        ["to-chuc/{id:long}/so-van-ban"] = "/to-chuc/2/so-van-ban",
        ["so-lieu"] = "/so-lieu",
        ["so-lieu/trich-dan"] = "/so-lieu/trich-dan",
        ["tong-quan"] = "/tong-quan",
        ["so-lieu/cong-bo"] = "/so-lieu/cong-bo",
        ["so-lieu/{campaign}/{figure}/{organisation}"] = "/so-lieu/cong-doan/congresses-held/CD",
        ["tong-quan/{campaign}/{organisation}"] = "/tong-quan/cong-doan/CD",
        ["tong-quan/{campaign}/{organisation}/thoi-gian"] = "/tong-quan/cong-doan/CD/thoi-gian",
        ["tong-quan/{campaign}/{organisation}/viec-den-han"] = "/tong-quan/cong-doan/CD/viec-den-han",
        ["dai-hoi/{campaign}/{organisation}"] = "/dai-hoi/cong-doan/CD-2-03",
        ["dai-hoi/{campaign}/{organisation}/bang"] = "/dai-hoi/cong-doan/CD-2/bang",
        ["dai-hoi/{campaign}/{organisation}/bau-cu"] = "/dai-hoi/cong-doan/CD-2-03/bau-cu",
        ["dai-hoi/{campaign}/{organisation}/chuong-trinh"] = "/dai-hoi/cong-doan/CD-2-03/chuong-trinh",
        ["dai-hoi/{campaign}/{organisation}/dai-bieu"] = "/dai-hoi/cong-doan/CD-2-03/dai-bieu",
        ["dai-hoi/{campaign}/{organisation}/dai-bieu/nhap"] = "/dai-hoi/cong-doan/CD-2-03/dai-bieu/nhap",
        ["dai-hoi/{campaign}/{organisation}/diem-danh"] = "/dai-hoi/cong-doan/CD-2-03/diem-danh",
        ["dai-hoi/{campaign}/{organisation}/dieu-hanh"] = "/dai-hoi/cong-doan/CD-2-03/dieu-hanh",
        ["dai-hoi/{campaign}/{organisation}/ket-qua"] = "/dai-hoi/cong-doan/CD-2-03/ket-qua",
        ["dai-hoi/{campaign}/{organisation}/man-hinh"] = "/dai-hoi/cong-doan/CD-2-03/man-hinh",
        ["dai-hoi/{campaign}/{organisation}/phan-bo"] = "/dai-hoi/cong-doan/CD-2/phan-bo",
        ["dai-hoi/{campaign}/{organisation}/tham-tra"] = "/dai-hoi/cong-doan/CD-2-03/tham-tra",
        ["dai-hoi/{campaign}/{organisation}/van-ban"] = "/dai-hoi/cong-doan/CD-2-03/van-ban",
        ["dai-hoi/{campaign}/{organisation}/nhiem-vu"] = "/dai-hoi/cong-doan/CD-2-03/nhiem-vu",
        ["bau-cu"] = "/bau-cu",
        // The demo's first election is signed, the second is being counted, the list of the third is open.
        ["bau-cu/{election:long}"] = "/bau-cu/1 /bau-cu/2 /bau-cu/3",
        ["bau-cu/{election:long}/kiem-phieu"] = "/bau-cu/2/kiem-phieu",
        ["bau-cu/{election:long}/ket-qua"] = "/bau-cu/1/ket-qua",
        ["bau-cu/{election:long}/nhat-ky/{group}"] = "/bau-cu/1/nhat-ky/1",
        // Before the box is opened; CountTheBallots prints them.
        ["bau-cu/{election:long}/phieu"] = null,
        ["bau-cu/{election:long}/tap/{batch:int}/{group}"] = "/bau-cu/2/tap/1/1",
        ["bau-cu/{election:long}/van-ban"] = "/bau-cu/1/van-ban",
        ["dot-dai-hoi/mo-dot"] = "/dot-dai-hoi/mo-dot",
        ["dot-dai-hoi/{campaign}"] = "/dot-dai-hoi/cong-doan",
        // Merged ones, one that waits, a lesson; and what is like it while it is recorded.
        ["kho-khan"] = "/kho-khan",
        ["kho-khan/danh-sach/{campaign}/{organisation}"] =
            "/kho-khan/danh-sach/cong-doan/CD /kho-khan/danh-sach/cong-doan/CD?xep=nhieu&q=phieu",
        ["kho-khan/ghi/{campaign}/{organisation}"] = "/kho-khan/ghi/cong-doan/CD-2-03",
        ["kho-khan/{id:long}"] = "/kho-khan/32 /kho-khan/50",
        ["viec-cua-toi"] = "/viec-cua-toi",
    };

    [Fact]
    public void Every_page_behind_the_sign_in_is_named_here()
    {
        var there = portal
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
                && endpoint.Metadata.GetMetadata<AccessRuleAttribute>() is { IsOpen: false }
            )
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct(StringComparer.Ordinal);
        Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ban-bien-tap")]
    [InlineData("bao-cao")]
    [InlineData("ho-so")]
    [InlineData("nhat-ky")]
    [InlineData("quan-tri")]
    [InlineData("tai-khoan")]
    [InlineData("to-chuc")]
    [InlineData("so-lieu")]
    [InlineData("tong-quan")]
    [InlineData("bau-cu")]
    [InlineData("dai-hoi")]
    [InlineData("kho-khan")]
    [InlineData("dot-dai-hoi")]
    [InlineData("viec-cua-toi")]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_a_telephone(string part)
    {
        await using var view = await SignInAsync(portal, "ca-ban-" + part, "Người xem hết", Everything);
        var found = new List<string>();
        // A batch is found by the people of its group alone.
        if (part == "bau-cu")
        {
            await view.Page.GotoAsync("/dai-hoi/cong-doan/CD-2-03/nhiem-vu");
            await view.Page.Locator("#account").FillAsync("ca-ban-" + part);
            await view.Page.Locator("#duty").SelectOptionAsync("BoardGroupA");
            await view.Page.Locator("main form button").Last.ClickAsync();
        }
        foreach (var (pattern, paths) in Pages)
        {
            if (pattern != part && !pattern.StartsWith(part + "/", StringComparison.Ordinal))
                continue;
            foreach (var path in paths?.Split(' ') ?? [])
                found.AddRange(await LookAsync(view.Page, await AddressAsync(path)));
        }
        Assert.Empty(found);
        Assert.Empty(view.Problems);
    }

    [Fact]
    public async Task Axe_finds_nothing_where_something_was_wrong_and_at_the_sign_in()
    {
        await using var view = await SignInAsync(portal, "sai-o", "Người gõ sai", Everything);
        var page = view.Page;
        var found = new List<string>();
        await page.GotoAsync("/ban-bien-tap/cong");
        await page.Locator("form[action$='handler=Menu'] input[name='rows[0].Vi']").FillAsync("");
        await page.Locator("form[action$='handler=Menu'] button").ClickAsync();
        await Assertions.Expect(page.Locator("[id='menu-0-Vi-problem']")).ToBeVisibleAsync();
        found.AddRange(await ViolationsAsync(page, "the frame with a mistake"));
        await page.GotoAsync("/ban-bien-tap/bai/1/sua");
        await page.Locator("#related").FillAsync("khong-phai-so");
        await page.Locator("button[name=then]").First.ClickAsync();
        // From the list to the field.
        await page.Locator(".notice a[href='#related']").ClickAsync();
        await Assertions.Expect(page.Locator("#related")).ToBeInViewportAsync();
        found.AddRange(await ViolationsAsync(page, "the editor with a mistake"));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/dang-nhap");
        found.AddRange(await ViolationsAsync(page, "/dang-nhap"));
        Assert.Empty(found);
    }

    // The demo has the owner of the portal alone, who stands in no tree.
    private async Task<string> AddressAsync(string path)
    {
        if (!path.Contains("(district)", StringComparison.Ordinal))
            return path;
        var stop = TestContext.Current.CancellationToken;
        var tree = portal.Services.GetRequiredService<OrganisationTree>();
        var root = await tree.RootAsync(stop);
        var district = await tree.AddAsync(root.Id, "HUYEN-A", "Đảng bộ huyện A", OrganisationLevels.District, stop);
        return path.Replace("(district)", district.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task<List<string>> LookAsync(IPage page, string path)
    {
        var found = new List<string>();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
        var answer = await page.GotoAsync(path);
        Assert.Equal((path, 200), (path, answer!.Status));
        found.AddRange(await ViolationsAsync(page, $"{path} light"));
        // Without it every form is refused.
        var bare = await page.EvaluateAsync<string[]>(
            "[...document.forms].filter(f => f.method === 'post' && !f.elements.__RequestVerificationToken).map(f => f.outerHTML.slice(0, 90))"
        );
        found.AddRange(bare.Select(form => $"{path}: no token in {form}"));
        // The same page with other colours: nothing else can be another.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        found.AddRange(await ViolationsAsync(page, $"{path} dark", Axe.Contrast));
        await page.SetViewportSizeAsync(360, 800);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            found.Add(path + " is wider than 360 pixels");
        return found;
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string where, string rules = Axe.Standard) =>
        (await Axe.FindAsync(page, rules)).Select(wrong => $"{where}: {wrong}");
}
