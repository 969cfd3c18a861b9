using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts;

/// <summary>Opens and closes accounts and grants roles, each with its row in the audit log.</summary>
internal sealed class AccountRegister(
    UserManager<Account> accounts,
    Database database,
    OrganisationTree organisations,
    Sessions sessions,
    AuditLog audit,
    SiteClock clock
)
{
    /// <summary>Opens an account; what is wrong with name, address or password is in the answer.</summary>
    /// <param name="name">for signing in, small letters</param>
    /// <param name="password">null: nobody can sign in with a password until one is set</param>
    public async Task<(Account? Account, IdentityResult Result)> OpenAsync(
        Actor actor,
        string name,
        string displayName,
        string? email,
        string? password,
        CancellationToken stop
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var account = new Account
        {
            UserName = name.Trim().ToLowerInvariant(),
            DisplayName = displayName.Trim(),
            Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim(),
            CreatedAt = clock.UtcNow,
        };
        // Identity would ask this only together with asking for an address of everybody.
        if (account.Email is not null && await accounts.FindByEmailAsync(account.Email) is not null)
            return (null, IdentityResult.Failed(new IdentityErrorDescriber().DuplicateEmail(account.Email)));
        var result = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
            return (null, result);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("account.opened", $"account:{account.Id}", account.DisplayName, After: Shown(account)),
            stop
        );
        await transaction.CommitAsync(stop);
        return (account, result);
    }

    /// <summary>Grants a role on an organisation and all below it. One that is granted already stays as it is.</summary>
    public async Task GrantAsync(Actor actor, Account account, Role role, long organisation, CancellationToken stop)
    {
        var on =
            await organisations.FindAsync(organisation, stop)
            ?? throw new ArgumentException("No such organisation", nameof(organisation));
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await InForce(account.Id).AnyAsync(g => g.Role == role && g.OrganisationId == on.Id, stop))
            return;
        database.Add(
            new RoleGrant
            {
                AccountId = account.Id,
                Role = role,
                OrganisationId = on.Id,
                GrantedAt = clock.UtcNow,
            }
        );
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("role.granted", $"account:{account.Id}", account.DisplayName, After: new { role, organisation = on.Name }),
            stop
        );
        await transaction.CommitAsync(stop);
    }

    /// <summary>Takes a role back; it ends with the next request of its holder.</summary>
    public async Task TakeBackAsync(Actor actor, Account account, Role role, long organisation, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (
            await InForce(account.Id).FirstOrDefaultAsync(g => g.Role == role && g.OrganisationId == organisation, stop)
            is not { } grant
        )
            return;
        grant.TakenBackAt = clock.UtcNow;
        var on = await organisations.FindAsync(organisation, stop);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("role.taken-back", $"account:{account.Id}", account.DisplayName, Before: new { role, organisation = on?.Name }),
            stop
        );
        await transaction.CommitAsync(stop);
    }

    /// <summary>From now on nobody signs in with the account, and whoever is signed in is not any more.</summary>
    public async Task CloseAsync(Actor actor, Account account, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        account.ClosedAt = clock.UtcNow;
        await accounts.UpdateAsync(account);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("account.closed", $"account:{account.Id}", account.DisplayName, Before: Shown(account)),
            stop
        );
        await transaction.CommitAsync(stop);
        await sessions.EndAllAsync(account.Id, exceptKeyHash: null, stop);
    }

    /// <summary>The account signs in again; a lock after wrong passwords ends too.</summary>
    public async Task ReopenAsync(Actor actor, Account account, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        (account.ClosedAt, account.Locks) = (null, 0);
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.UpdateAsync(account);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("account.reopened", $"account:{account.Id}", account.DisplayName, After: Shown(account)),
            stop
        );
        await transaction.CommitAsync(stop);
    }

    /// <summary>Signs the account out everywhere.</summary>
    public async Task EndSessionsAsync(Actor actor, Account account, CancellationToken stop)
    {
        var now = clock.UtcNow;
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var ended = await database
            .Set<SignInSession>()
            .Where(s => s.AccountId == account.Id && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), stop);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("sessions.ended", $"account:{account.Id}", account.DisplayName, After: new { ended }),
            stop
        );
        await transaction.CommitAsync(stop);
    }

    /// <summary>The roles of an account that are in force.</summary>
    public IQueryable<RoleGrant> InForce(long account) =>
        database.Set<RoleGrant>().Where(g => g.AccountId == account && g.TakenBackAt == null);

    private static object Shown(Account account) =>
        new
        {
            name = account.UserName,
            account.DisplayName,
            account.Email,
        };
}
