using System.Buffers.Text;
using System.Globalization;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>One's own passkeys.</summary>
[ForSignedIn]
internal sealed class ManagePasskeys(DeskContext desk, UserManager<Account> accounts, PasskeyRing ring) : DeskPage(desk)
{
    private Account account = null!;

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];
    public string? Typed { get; private set; }
    public string? Problem { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await ShowAsync();
        return Content(await ring.OptionsAsync(account), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential, string? name, CancellationToken stop)
    {
        await ShowAsync();
        Typed = name?.Trim();
        if (Typed is { Length: > 0 } && await ring.AddAsync(Actor, account, credential ?? "", Typed, stop))
        {
            Done = T["passkey-added"];
            return LocalRedirect(Request.Path);
        }
        Problem = T["passkey-not-made"];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken stop)
    {
        await ShowAsync();
        if (!Base64Url.IsValid(id) || !await ring.RemoveAsync(Actor, account, Base64Url.DecodeFromChars(id), stop))
            return NotFound();
        Done = T["passkey-removed"];
        return LocalRedirect(Request.Path);
    }

    private async Task ShowAsync()
    {
        Title = T["passkeys"];
        account = (await accounts.FindByIdAsync(Person.Id.ToString(CultureInfo.InvariantCulture)))!;
        Keys = await ring.ListAsync(account);
    }
}
