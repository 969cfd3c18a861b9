using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts;

/// <summary>Gives out and takes the links with which a password is set.</summary>
internal sealed class PasswordLinks(
    UserManager<Account> accounts,
    Database database,
    Sessions sessions,
    AuditLog audit,
    SiteClock clock
)
{
    /// <summary>The path of a new link; earlier ones of the account end.</summary>
    public async Task<string> GiveAsync(Actor actor, Account account, CancellationToken stop)
    {
        var code = OneTimeLink.NewCode();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await database
            .Set<OneTimeLink>()
            .Where(l => l.AccountId == account.Id && l.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, clock.UtcNow), stop);
        database.Add(
            new OneTimeLink
            {
                CodeHash = OneTimeLink.HashOf(code),
                AccountId = account.Id,
                ExpiresAt = clock.UtcNow + OneTimeLink.Lasts,
            }
        );
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("password-link.given", $"account:{account.Id}", account.DisplayName),
            stop
        );
        await transaction.CommitAsync(stop);
        return OneTimeLink.PathOf(code);
    }

    /// <summary>The account whose password a code may set; null for a code that is unknown, used or too old.</summary>
    public async Task<Account?> OwnerAsync(string? code, CancellationToken stop)
    {
        if (code is not { Length: > 0 and <= 200 })
            return null;
        var hash = OneTimeLink.HashOf(code);
        var link = await database.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(l => l.CodeHash == hash, stop);
        if (link is null || link.UsedAt is not null || link.ExpiresAt <= clock.UtcNow)
            return null;
        var account = await accounts.FindByIdAsync(link.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return account?.ClosedAt is null ? account : null;
    }

    /// <summary>Sets the password and uses the link up. Sessions that were open end; a lock ends too.</summary>
    public async Task<IdentityResult> UseAsync(
        HttpContext context,
        string code,
        Account account,
        string password,
        CancellationToken stop
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var hash = OneTimeLink.HashOf(code);
        // Of two who use it at once, one changes the row, and that one sets the password.
        var used = await database
            .Set<OneTimeLink>()
            .Where(l => l.CodeHash == hash && l.UsedAt == null && l.ExpiresAt > clock.UtcNow)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, clock.UtcNow), stop);
        if (used == 0)
            return IdentityResult.Failed(new IdentityError { Code = "LinkUsed" });
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        var result = await accounts.ResetPasswordAsync(account, token, password);
        if (!result.Succeeded)
            return result;
        account.Locks = 0;
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        var actor = new Actor(account.Id, account.DisplayName, context.Connection.RemoteIpAddress?.ToString());
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("password.set", $"account:{account.Id}", account.DisplayName),
            stop
        );
        await transaction.CommitAsync(stop);
        await sessions.EndAllAsync(account.Id, exceptKeyHash: null, stop);
        return result;
    }
}
