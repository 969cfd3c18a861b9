using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Signing in by name or e-mail and password.</summary>
[TakesForms]
internal sealed class SignIn(DeskContext desk, SignIns signIns) : DeskPage(desk)
{
    public string? Name { get; private set; }
    public string? Back { get; private set; }
    public string? Problem { get; private set; }

    public IActionResult OnGet(string? ve)
    {
        Title = T["sign-in"];
        Back = Language.Inside(ve);
        return Who is null ? Page() : LocalRedirect(Back ?? Home);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? ve)
    {
        Title = T["sign-in"];
        (Name, Back) = (name, Language.Inside(ve));
        return Answer(await signIns.TryAsync(HttpContext, name ?? "", password ?? ""));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIns.PasskeyOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? ve)
    {
        Title = T["sign-in"];
        Back = Language.Inside(ve);
        return Answer(await signIns.PasskeyAsync(HttpContext, credential ?? ""), T["passkey-wrong"]);
    }

    private IActionResult Answer(SignInAnswer answer, string? wrong = null)
    {
        switch (answer.Outcome)
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(Back ?? Home);
            case SignInOutcome.NeedsCode:
                return LocalRedirect(EnterCode.Path + (Back is null ? "" : "?ve=" + Uri.EscapeDataString(Back)));
            case SignInOutcome.Locked:
                Problem = T["sign-in-locked", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value))];
                break;
            case SignInOutcome.Wrong:
                Problem = wrong ?? T["sign-in-wrong"];
                break;
            default:
                throw new InvalidOperationException(answer.Outcome.ToString());
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
