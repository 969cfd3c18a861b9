using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>Opening an account for somebody, with a first role and the link that sets the password.</summary>
[For(Role.Administrator)]
internal sealed class OpenAccount(DeskContext desk, AccountRegister register, PasswordLinks links, OrganisationTree tree)
    : DeskPage(desk)
{
    public const string Path = "/quan-tri/tai-khoan/moi";

    public string? Display { get; private set; }
    public string? Name { get; private set; }
    public string? Email { get; private set; }
    public RoleFields Fields { get; private set; } = null!;

    /// <summary>By field.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>For the page that comes next, once.</summary>
    [TempData]
    public string? Link { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Title = T["account-open"];
        Fields = await RoleFields.FreshAsync(T, Person, tree, stop);
    }

    public async Task<IActionResult> OnPostAsync(
        string? display,
        string? name,
        string? email,
        string? role,
        string? organisation,
        CancellationToken stop
    )
    {
        await OnGetAsync(stop);
        (Display, Name, Email) = (Fold.Clean(display ?? "").Trim(), name?.Trim().ToLowerInvariant(), email?.Trim());
        (var on, Fields) = await Fields.ReadAsync(Person, tree, role, organisation, stop);
        if (Display is not { Length: > 0 and <= 200 })
            Problems["display"] = T["account-display-missing"];
        if (Name is not { Length: > 0 and <= 100 })
            Problems["name"] = T["account-name-signs"];
        if (Email is { Length: > 254 } || (Email is { Length: > 0 } && !Email.Contains('@', StringComparison.Ordinal)))
            Problems["email"] = T["account-email-bad"];
        if (Problems.Count > 0 || on is null)
            return Refused();
        var (account, result) = await register.OpenAsync(Actor, Name!, Display!, Email, password: null, stop);
        if (account is null)
        {
            foreach (var error in result.Errors)
                Problems[error.Code.Contains("Email", StringComparison.Ordinal) ? "email" : "name"] = AccountProblems.Of(
                    result,
                    T
                );
            return Refused();
        }
        await register.GrantAsync(Actor, account, Fields.Role, on.Id, stop);
        Link = Settings.PublicAddress + await links.GiveAsync(Actor, account, stop);
        return LocalRedirect(ManageAccount.PathOf(account.Id));
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
