using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>One's own account: where one is signed in, one's roles, one's password.</summary>
[ForSignedIn]
internal sealed class MyAccount(
    DeskContext desk,
    UserManager<Account> accounts,
    Sessions sessions,
    OrganisationTree organisations,
    AuditLog audit,
    Database database
) : DeskPage(desk)
{
    public Account Account { get; private set; } = null!;
    public List<SignInSession> Sessions { get; private set; } = [];
    public List<(Role Role, string Organisation)> Roles { get; } = [];

    /// <summary>The session of this browser.</summary>
    public string? Own { get; private set; }
    public int Passkeys { get; private set; }
    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostEndAsync(string? key, CancellationToken stop)
    {
        var own = await database.Set<SignInSession>().AnyAsync(s => s.KeyHash == key && s.AccountId == Person.Id, stop);
        if (!own)
            return NotFound();
        await sessions.EndAsync(key!, stop);
        Done = T["session-ended"];
        return LocalRedirect(OwnAccount);
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken stop)
    {
        var ended = await sessions.EndAllAsync(Person.Id, await Accounts.Sessions.KeyHashAsync(HttpContext), stop);
        Done = T["sessions-ended", ended];
        return LocalRedirect(OwnAccount);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password, CancellationToken stop)
    {
        await ShowAsync(stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var result = await accounts.ChangePasswordAsync(Account, current ?? "", password ?? "");
        if (!result.Succeeded)
        {
            Problem = AccountProblems.Of(result, T);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await audit.AppendWithinTransactionAsync(
            database,
            Actor,
            new("password.changed", $"account:{Account.Id}", Account.DisplayName),
            stop
        );
        await transaction.CommitAsync(stop);
        // Whoever knew the old password is out; who changed it stays.
        await sessions.EndAllAsync(Person.Id, Own, stop);
        Done = T["password-changed"];
        return LocalRedirect(OwnAccount);
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["my-account"];
        Account = (await accounts.FindByIdAsync(Person.Id.ToString(CultureInfo.InvariantCulture)))!;
        Passkeys = (await accounts.GetPasskeysAsync(Account)).Count;
        Own = await Accounts.Sessions.KeyHashAsync(HttpContext);
        var oldest = Clock.UtcNow - SignInSession.Idle;
        Sessions = await database
            .Set<SignInSession>()
            .AsNoTracking()
            .Where(s => s.AccountId == Person.Id && s.EndedAt == null && s.SeenAt > oldest)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(stop);
        var grants = await database
            .Set<RoleGrant>()
            .AsNoTracking()
            .Where(g => g.AccountId == Person.Id && g.TakenBackAt == null)
            .ToListAsync(stop);
        foreach (var grant in grants.OrderBy(grant => grant.Role))
        {
            var on = await organisations.FindAsync(grant.OrganisationId, stop);
            Roles.Add((grant.Role, on!.Name));
        }
    }
}
