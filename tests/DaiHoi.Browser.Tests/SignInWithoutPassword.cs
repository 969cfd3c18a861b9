using DaiHoi.Web.Accounts;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>Somebody makes a passkey, signs in with it and takes it away; a device of software answers for him.</summary>
public sealed class SignInWithoutPassword(Portal portal)
{
    private const string Password = "mot cau dai de nho 47";

    [Fact]
    public async Task A_passkey_opens_the_desk_until_it_is_taken_away()
    {
        await OpenAccountAsync("khoatruycap");
        await using var view = await portal.OpenAsync("/dang-nhap?ve=/tai-khoan/khoa-truy-cap", address: portal.NamedAddress);
        var page = view.Page;
        await PlugInDeviceAsync(view);
        await SignInAsync(page);
        await page.GetByLabel("Tên khóa").FillAsync("Máy ở cơ quan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Đã thêm khóa truy cập.");
        await Assertions.Expect(page.GetByText("Máy ở cơ quan", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.GotoAsync("/dang-nhap?ve=/tai-khoan/khoa-truy-cap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await page.WaitForURLAsync("**/tai-khoan/khoa-truy-cap");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa khóa Máy ở cơ quan" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chưa có khóa nào.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await page.GotoAsync("/dang-nhap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Không đăng nhập được bằng khóa này");
    }

    [Fact]
    public async Task Where_the_device_says_no_the_page_says_so_and_nothing_is_lost()
    {
        await OpenAccountAsync("khongkhoa");
        await using var view = await portal.OpenAsync("/dang-nhap", address: portal.NamedAddress);
        await PlugInDeviceAsync(view, verifies: false);
        await view.Page.GetByLabel("Tên đăng nhập hoặc email").FillAsync("khongkhoa");
        await view.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Assertions.Expect(view.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Không đăng nhập được bằng khóa này");
        await Assertions.Expect(view.Page.GetByLabel("Tên đăng nhập hoặc email")).ToHaveValueAsync("khongkhoa");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GetByLabel("Tên đăng nhập hoặc email").FillAsync("khoatruycap");
        await page.GetByLabel("Mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/tai-khoan/khoa-truy-cap");
    }

    private static async Task PlugInDeviceAsync(View view, bool verifies = true)
    {
        var devices = await view.Context.NewCDPSessionAsync(view.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = verifies,
                    automaticPresenceSimulation = true,
                },
            }
        );
    }

    private async Task OpenAccountAsync(string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var (account, _) = await register.OpenAsync(
            Actor.Program,
            name,
            "Minh Luận",
            email: null,
            Password,
            TestContext.Current.CancellationToken
        );
        Assert.NotNull(account);
    }
}
