using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Signing in by name or e-mail and password.</summary>
[TakesForms]
internal sealed class SignIn(DeskContext desk, SignIns signIns) : DeskPage(desk)
{
    private string? name;
    private string? back;
    private string? problem;
    private SentForm? sent;

    public SignInForms Forms => new(name, back, problem, sent, T);

    /// <summary>What was sent too late, once its sender has signed in.</summary>
    public SentForm? Again { get; private set; }

    /// <summary>A code is still owed, and the form must go along.</summary>
    public bool NeedsCode { get; private set; }

    public IActionResult OnGet(string? ve)
    {
        Title = T["sign-in"];
        back = Language.Inside(ve);
        return Who is null ? Page() : LocalRedirect(back ?? Home);
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? password, string? ve)
    {
        this.name = name;
        Take(ve);
        return Answer(await signIns.TryAsync(HttpContext, name ?? "", password ?? ""));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIns.PasskeyOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? ve)
    {
        Take(ve);
        return Answer(await signIns.PasskeyAsync(HttpContext, credential ?? ""), T["passkey-wrong"]);
    }

    private void Take(string? ve)
    {
        Title = T["sign-in"];
        back = Language.Inside(ve);
        sent = SentForm.Carried(Request.Form, ve);
    }

    private IActionResult Answer(SignInAnswer answer, string? wrong = null)
    {
        switch (answer.Outcome)
        {
            case SignInOutcome.SignedIn when sent is not null:
                Again = sent;
                return Page();
            case SignInOutcome.SignedIn:
                // Where he is at home, this page knows when it is asked again.
                return LocalRedirect(back ?? AskAccess.SignInPath);
            case SignInOutcome.NeedsCode when sent is not null:
                NeedsCode = true;
                return Page();
            case SignInOutcome.NeedsCode:
                return LocalRedirect(EnterCode.Path + (back is null ? "" : "?ve=" + Uri.EscapeDataString(back)));
            case SignInOutcome.Locked:
                problem = T["sign-in-locked", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value), English)];
                break;
            case SignInOutcome.Waits:
                problem = T["sign-in-waits", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value), English)];
                break;
            case SignInOutcome.Wrong:
                problem = wrong ?? T["sign-in-wrong"];
                break;
            default:
                throw new InvalidOperationException(answer.Outcome.ToString());
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
