using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>Checks who signs in by name or e-mail and password, and locks an account that is being tried.</summary>
internal sealed class SignIns(
    UserManager<Account> accounts,
    SignInManager<Account> manager,
    Sessions sessions,
    Database database,
    AuditLog audit,
    SiteClock clock,
    ILogger<SignIns> log
)
{
    /// <summary>The first lock; each further one in a row is twice as long, up to a day.</summary>
    private static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLock = TimeSpan.FromDays(1);

    /// <param name="nameOrEmail">as typed</param>
    public async Task<SignInAnswer> TryAsync(HttpContext context, string nameOrEmail, string password)
    {
        var stop = context.RequestAborted;
        var account = await FindAsync(nameOrEmail.Trim());
        if (account is null || account.ClosedAt is not null)
        {
            // As long as a real check takes, so that nobody learns from the time which names exist.
            new PasswordHasher<Account>().HashPassword(new(), password);
            return SignInAnswer.Wrong;
        }
        // By the program's own clock: Identity asks the machine's.
        if (account.LockoutEnd is { } end && end > clock.Time.GetUtcNow())
            return SignInAnswer.Locked(end.UtcDateTime);
        if (!await accounts.CheckPasswordAsync(account, password))
            return await FailedAsync(context, account, stop);
        if (await accounts.GetTwoFactorEnabledAsync(account))
        {
            // Remembers who is half way, in a cookie of its own that Identity protects.
            await manager.SignOutAsync();
            await manager.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
            return SignInAnswer.NeedsCode;
        }
        await SucceedAsync(context, account, "password", stop);
        return SignInAnswer.In;
    }

    /// <summary>Begins the session of somebody who has shown all that was asked.</summary>
    public async Task SucceedAsync(HttpContext context, Account account, string means, CancellationToken stop)
    {
        account.Locks = 0;
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.UpdateAsync(account);
        await sessions.BeginAsync(context, account, means, stop);
        await RecordAsync(context, account, "session.begun", new { means }, stop);
    }

    private async Task<SignInAnswer> FailedAsync(HttpContext context, Account account, CancellationToken stop)
    {
        await accounts.AccessFailedAsync(account);
        // Identity counts from nothing again when it locks.
        if (account.AccessFailedCount > 0)
            return SignInAnswer.Wrong;
        account.Locks++;
        var length = TimeSpan.FromTicks(Math.Min(FirstLock.Ticks << Math.Min(account.Locks - 1, 20), LongestLock.Ticks));
        await accounts.SetLockoutEndDateAsync(account, clock.Time.GetUtcNow() + length);
        log.LogWarning("Account {Account} is locked for {Length} after wrong passwords", account.UserName, length);
        await RecordAsync(context, account, "account.locked", new { until = account.LockoutEnd }, stop);
        return SignInAnswer.Locked(account.LockoutEnd!.Value.UtcDateTime);
    }

    private async Task<Account?> FindAsync(string nameOrEmail) =>
        await accounts.FindByNameAsync(nameOrEmail)
        ?? (nameOrEmail.Contains('@', StringComparison.Ordinal) ? await accounts.FindByEmailAsync(nameOrEmail) : null);

    private async Task RecordAsync(HttpContext context, Account account, string action, object after, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var actor = new Actor(account.Id, account.DisplayName, context.Connection.RemoteIpAddress?.ToString());
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new(action, $"account:{account.Id}", account.DisplayName, After: after),
            stop
        );
        await transaction.CommitAsync(stop);
    }
}

/// <summary>What became of a try to sign in.</summary>
internal sealed record SignInAnswer(SignInOutcome Outcome, DateTime? LockedUntil = null)
{
    public static SignInAnswer In { get; } = new(SignInOutcome.SignedIn);

    /// <summary>Name or password: which of them, nobody is told.</summary>
    public static SignInAnswer Wrong { get; } = new(SignInOutcome.Wrong);
    public static SignInAnswer NeedsCode { get; } = new(SignInOutcome.NeedsCode);

    public static SignInAnswer Locked(DateTime until) => new(SignInOutcome.Locked, until);
}

internal enum SignInOutcome
{
    SignedIn,
    NeedsCode,
    Wrong,
    Locked,
}
