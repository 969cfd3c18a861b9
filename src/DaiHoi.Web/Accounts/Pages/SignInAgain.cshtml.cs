using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>
/// What somebody gets who has sent something and is not signed in any more: the sign-in, with what he sent, in place of a
/// page that says no. Only the answer to another address leads here.
/// </summary>
[Open, IgnoreAntiforgeryToken]
internal sealed class SignInAgain(DeskContext desk) : DeskPage(desk)
{
    public SignInForms Forms { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public Task<IActionResult> OnPostAsync(CancellationToken stop) => ShowAsync(stop);

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } refused)
            return NotFound();
        Title = T["sign-in-again"];
        var path = refused.OriginalPath + refused.OriginalQueryString;
        var sent = await SentForm.RefusedAsync(Request, path, stop);
        // Without what was sent one comes back to the page on which it stood.
        Forms = new(null, Language.Inside(sent is null ? refused.OriginalPath : path), null, sent, T);
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }
}
