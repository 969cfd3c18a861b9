using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>The second half of signing in, for accounts that need a code beside the password.</summary>
[TakesForms]
internal sealed class EnterCode(DeskContext desk, SignIns signIns) : DeskPage(desk)
{
    public const string Path = "/dang-nhap/ma";

    private string? back;
    private string? typed;
    private string? problem;
    private SentForm? sent;

    public CodeForm Form => new(typed, back, problem, sent, T);

    /// <summary>What was sent too late, once its sender has signed in.</summary>
    public SentForm? Again { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? ve)
    {
        Title = T["code-enter"];
        back = Language.Inside(ve);
        return await signIns.HalfWayAsync() is null ? FromTheBeginning() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? ve)
    {
        Title = T["code-enter"];
        (typed, back) = (code, Language.Inside(ve));
        sent = SentForm.Carried(Request.Form, ve);
        var answer = await signIns.CodeAsync(HttpContext, code ?? "");
        switch (answer.Outcome)
        {
            case SignInOutcome.SignedIn when sent is not null:
                Again = sent;
                return Page();
            case SignInOutcome.SignedIn:
                return LocalRedirect(back ?? AskAccess.SignInPath);
            case SignInOutcome.Expired:
                return FromTheBeginning();
            case SignInOutcome.Locked:
                problem = T["sign-in-locked", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value), English)];
                break;
            case SignInOutcome.Waits:
                problem = T["sign-in-waits", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value), English)];
                break;
            case SignInOutcome.Wrong:
                problem = T["code-wrong"];
                break;
            default:
                throw new InvalidOperationException(answer.Outcome.ToString());
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult FromTheBeginning() =>
        LocalRedirect(AskAccess.SignInPath + (back is null ? "" : "?ve=" + Uri.EscapeDataString(back)));
}
