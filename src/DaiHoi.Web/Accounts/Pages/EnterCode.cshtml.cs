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

    public string? Back { get; private set; }
    public string? Typed { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? ve)
    {
        Title = T["code-enter"];
        Back = Language.Inside(ve);
        return await signIns.HalfWayAsync() is null ? FromTheBeginning() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? ve)
    {
        Title = T["code-enter"];
        (Typed, Back) = (code, Language.Inside(ve));
        var answer = await signIns.CodeAsync(HttpContext, code ?? "");
        switch (answer.Outcome)
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(Back ?? Home);
            case SignInOutcome.Expired:
                return FromTheBeginning();
            case SignInOutcome.Locked:
                Problem = T["sign-in-locked", Formats.Moment(Clock.ToSite(answer.LockedUntil!.Value))];
                break;
            case SignInOutcome.Wrong:
                Problem = T["code-wrong"];
                break;
            default:
                throw new InvalidOperationException(answer.Outcome.ToString());
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult FromTheBeginning() =>
        LocalRedirect(AskAccess.SignInPath + (Back is null ? "" : "?ve=" + Uri.EscapeDataString(Back)));
}
