using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Setting a password through a link that works once.</summary>
[TakesForms]
internal sealed class SetPassword(DeskContext desk, PasswordLinks links, SignIns signIns) : DeskPage(desk)
{
    public Account? Owner { get; private set; }
    public string? Code { get; private set; }
    public string? Problem { get; private set; }

    public async Task OnGetAsync(string? ma, CancellationToken stop) => await ShowAsync(ma, stop);

    public async Task<IActionResult> OnPostAsync(string? ma, string? password, string? again, CancellationToken stop)
    {
        await ShowAsync(ma, stop);
        if (Owner is null)
            return Page();
        if (password != again)
            Problem = T["password-different"];
        else
        {
            var result = await links.UseAsync(HttpContext, ma!, Owner, password ?? "", stop);
            if (result.Succeeded)
            {
                await signIns.SucceedAsync(HttpContext, Owner, "link", stop);
                return LocalRedirect(AskAccess.SignInPath);
            }
            Problem = AccountProblems.Of(result, T);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(string? code, CancellationToken stop)
    {
        Title = T["password-set"];
        Code = code;
        Owner = await links.OwnerAsync(code, stop);
        if (Owner is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
