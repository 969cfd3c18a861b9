using System.Globalization;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Turning one-time codes on and off for oneself. Recovery codes are shown once, on the page that makes them.</summary>
[ForSignedIn]
internal sealed class SetUpCodes(DeskContext desk, UserManager<Account> accounts, OneTimeCodes codes) : DeskPage(desk)
{
    private Account account = null!;

    public bool On { get; private set; }

    /// <summary>Recovery codes that are left.</summary>
    public int Left { get; private set; }
    public QrCode? Qr { get; private set; }
    public string? Secret { get; private set; }
    public IReadOnlyList<string>? Shown { get; private set; }
    public string? Typed { get; private set; }
    public string? Problem { get; private set; }
    public string? RenewProblem { get; private set; }
    public string? OffProblem { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostOnAsync(string? code, CancellationToken stop)
    {
        await ShowAsync();
        if (On)
            return LocalRedirect(Request.Path);
        Typed = code;
        var plain = string.Concat((code ?? "").Where(sign => !char.IsWhiteSpace(sign)));
        Shown = await codes.TurnOnAsync(Actor, account, plain, stop);
        if (Shown is not null)
            return Page();
        Problem = T["code-wrong"];
        return Refused();
    }

    public async Task<IActionResult> OnPostRenewAsync(string? password, CancellationToken stop)
    {
        await ShowAsync();
        if (!On)
            return LocalRedirect(Request.Path);
        if (await accounts.CheckPasswordAsync(account, password ?? ""))
        {
            Shown = await codes.RenewRecoveryCodesAsync(Actor, account, stop);
            return Page();
        }
        RenewProblem = T["password-mismatch"];
        return Refused();
    }

    public async Task<IActionResult> OnPostOffAsync(string? password, CancellationToken stop)
    {
        await ShowAsync();
        if (On && !await accounts.CheckPasswordAsync(account, password ?? ""))
        {
            OffProblem = T["password-mismatch"];
            return Refused();
        }
        if (On)
            await codes.TurnOffAsync(Actor, account, stop);
        Done = T["codes-turned-off"];
        return LocalRedirect(OwnAccount);
    }

    private async Task ShowAsync()
    {
        Title = T["codes"];
        account = (await accounts.FindByIdAsync(Person.Id.ToString(CultureInfo.InvariantCulture)))!;
        On = account.TwoFactorEnabled;
        if (On)
        {
            Left = await accounts.CountRecoveryCodesAsync(account);
            return;
        }
        var secret = await codes.SecretAsync(account);
        Qr = QrCode.Of(OneTimeCodes.AddressOf(account, secret, new Uri(Settings.PublicAddress).Host));
        Secret = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
