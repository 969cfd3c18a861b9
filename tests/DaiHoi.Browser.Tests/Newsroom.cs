using DaiHoi.Web.Accounts;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DaiHoi.Browser.Tests;

/// <summary>People of the newsroom, each in a browser of his own.</summary>
internal static class Newsroom
{
    public const string Password = "mot cau dai de nho 47";

    /// <summary>Opens an account and signs in with it, by keyboard.</summary>
    public static Task<View> SignInAsync(Portal portal, string name, Role role, int width = 1280) =>
        SignInAsync(portal, name, "Người " + name, [role], width);

    public static async Task<View> SignInAsync(Portal portal, string name, string displayName, Role[] roles, int width = 1280)
    {
        await OpenAccountAsync(portal, name, displayName, OrganisationTree.RootCode, roles);
        var view = await portal.OpenAsync("/dang-nhap?ve=/ban-bien-tap", width);
        await Assertions.Expect(view.Page.Locator("#name")).ToBeFocusedAsync();
        await view.Page.Keyboard.TypeAsync(name);
        await TabToAsync(view.Page, "#password");
        await view.Page.Keyboard.TypeAsync(Password);
        await EnterAsync(view.Page);
        await Assertions.Expect(view.Page).ToHaveURLAsync(portal.Address + "/ban-bien-tap");
        return view;
    }

    /// <summary>Opens an account with a role on one organisation, signs in with it and opens a page.</summary>
    public static async Task<View> SignInAsync(
        Portal portal,
        string name,
        Role role,
        string organisation,
        string path,
        bool script = true
    )
    {
        await OpenAccountAsync(portal, name, "Người " + name, organisation, role);
        return await SignInAsync(portal, name, path, script);
    }

    /// <summary>Signs in with an account that is there and opens a page.</summary>
    public static async Task<View> SignInAsync(Portal portal, string name, string path, bool script = true)
    {
        var view = await portal.OpenAsync("/dang-nhap?ve=" + Uri.EscapeDataString(path), script: script);
        await view.Page.Locator("#name").FillAsync(name);
        await view.Page.Locator("#password").FillAsync(Password);
        await view.Page.Locator("#password").PressAsync("Enter");
        await Assertions.Expect(view.Page).ToHaveURLAsync(portal.Address + path);
        return view;
    }

    /// <summary>Somebody looks at an article at the desk and decides.</summary>
    /// <param name="kind">"Approved", "Published"</param>
    public static async Task DecideAsync(Portal portal, string name, Role role, string article, string kind)
    {
        await using var view = await SignInAsync(portal, name, role);
        await TabToAsync(view.Page, $"a[href='{article}']");
        await EnterAsync(view.Page);
        await TabToAsync(view.Page, $"form:has([value={kind}]) button");
        await EnterAsync(view.Page);
        await Assertions.Expect(view.Page.Locator(".toast")).ToBeVisibleAsync();
    }

    /// <summary>Opens an account without a role.</summary>
    public static Task OpenAccountAsync(Portal portal, string name) =>
        OpenAccountAsync(portal, name, "Người " + name, OrganisationTree.RootCode);

    public static async Task OpenAccountAsync(
        Portal portal,
        string name,
        string displayName,
        string organisation,
        params Role[] roles
    )
    {
        var stop = TestContext.Current.CancellationToken;
        await using var scope = portal.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
        var (account, _) = await register.OpenAsync(Actor.Program, name, displayName, null, Password, stop);
        var where = await scope.ServiceProvider.GetRequiredService<OrganisationTree>().FindAsync(organisation, stop);
        foreach (var role in roles)
            await register.GrantAsync(Actor.Program, account!, role, where!.Id, stop);
    }

    /// <summary>Presses Tab until the element has the focus.</summary>
    public static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The keyboard does not reach {selector}");
    }

    /// <summary>Presses Enter where it leads to another page, and waits for that.</summary>
    public static Task EnterAsync(IPage page) => GoOnAsync(page, () => page.Keyboard.PressAsync("Enter"));

    /// <summary>Does what leads to another page, and waits for that.</summary>
    public static async Task GoOnAsync(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.before = ''; }");
        await act();
        await Assertions.Expect(page.Locator("html:not([data-before])")).ToBeAttachedAsync(new() { Timeout = 15_000 });
        // Asked of the page itself: an event that has passed would be waited for in vain.
        await page.EvaluateAsync(
            "() => document.readyState === 'complete' ? null : new Promise(done => addEventListener('load', () => done(null)))"
        );
    }
}
