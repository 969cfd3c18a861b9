using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Accounts;

/// <summary>Checks who signs in by name or e-mail and password, and locks an account that is being tried.</summary>
internal sealed class SignIns(
    UserManager<Account> accounts,
    SignInManager<Account> manager,
    OneTimeCodes codes,
    Sessions sessions,
    Database database,
    AuditLog audit,
    WrongGuesses guesses,
    SiteClock clock,
    ILogger<SignIns> log
)
{
    private const int LongestNameShown = 100;

    /// <param name="nameOrEmail">as typed</param>
    public async Task<SignInAnswer> TryAsync(HttpContext context, string nameOrEmail, string password)
    {
        var stop = context.RequestAborted;
        if (guesses.LockOf(context.Connection.RemoteIpAddress) is { } waits)
            return SignInAnswer.Waits(waits.UtcDateTime);
        var account = await FindAsync(nameOrEmail.Trim());
        if (account is null || account.ClosedAt is not null)
            return await FailedAsync(context, nameOrEmail.Trim(), password, stop);
        // By the program's own clock: Identity asks the machine's.
        if (account.LockoutEnd is { } end && end > clock.Time.GetUtcNow())
            return SignInAnswer.Locked(end.UtcDateTime);
        if (!await accounts.CheckPasswordAsync(account, password))
            return await FailedAsync(context, account, stop);
        if (await LockedMeanwhileAsync(account, stop) is { } locked)
            return locked;
        if (await accounts.GetTwoFactorEnabledAsync(account))
        {
            // Remembers who is half way, in a cookie of its own that Identity protects.
            await manager.SignOutAsync();
            // The form for the code may stand on this very answer: its token is for who has no session yet.
            context.User = new();
            await manager.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
            return SignInAnswer.NeedsCode;
        }
        await SucceedAsync(context, account, "password", stop);
        return SignInAnswer.In;
    }

    /// <summary>Who has given the right password in this browser, minutes ago, and still owes a code; null for nobody.</summary>
    public async Task<Account?> HalfWayAsync() =>
        await manager.GetTwoFactorAuthenticationUserAsync() is { ClosedAt: null } account ? account : null;

    /// <summary>The second proof: the code that the app shows, or a recovery code.</summary>
    /// <param name="code">as typed</param>
    public async Task<SignInAnswer> CodeAsync(HttpContext context, string code)
    {
        var stop = context.RequestAborted;
        if (await HalfWayAsync() is not { } account)
            return SignInAnswer.Expired;
        if (guesses.LockOf(context.Connection.RemoteIpAddress) is { } waits)
            return SignInAnswer.Waits(waits.UtcDateTime);
        if (account.LockoutEnd is { } end && end > clock.Time.GetUtcNow())
            return SignInAnswer.Locked(end.UtcDateTime);
        var plain = string.Concat(code.Where(sign => !char.IsWhiteSpace(sign)));
        var isFromApp = plain.Length == 6 && plain.All(char.IsAsciiDigit);
        var good = isFromApp ? await codes.TakesAsync(account, plain) : await codes.TakesRecoveryAsync(account, plain);
        if (!good)
            return await FailedAsync(context, account, stop);
        await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await SucceedAsync(context, account, isFromApp ? "password+code" : "password+recovery", stop);
        return SignInAnswer.In;
    }

    /// <summary>What the browser must know to answer with a passkey, as JSON.</summary>
    public Task<string> PasskeyOptionsAsync() => manager.MakePasskeyRequestOptionsAsync(user: null);

    /// <summary>A passkey proves both that one has it and who one is: it needs no code, and a lock against guessing does not hold it up.</summary>
    public async Task<SignInAnswer> PasskeyAsync(HttpContext context, string credential)
    {
        try
        {
            var asserted = await manager.PerformPasskeyAssertionAsync(credential);
            if (!asserted.Succeeded || asserted.User.ClosedAt is not null)
                return SignInAnswer.Wrong;
            // Its counter, by which a copied key would be noticed.
            await accounts.AddOrUpdatePasskeyAsync(asserted.User, asserted.Passkey);
            await SucceedAsync(context, asserted.User, "passkey", context.RequestAborted);
            return SignInAnswer.In;
        }
        catch (Exception problem) when (problem is InvalidOperationException or System.Text.Json.JsonException)
        {
            // Nobody asked this browser for one, or what came is none.
            return SignInAnswer.Wrong;
        }
    }

    /// <summary>Begins the session of somebody who has shown all that was asked.</summary>
    public async Task SucceedAsync(HttpContext context, Account account, string means, CancellationToken stop)
    {
        await database
            .Set<Account>()
            .Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Locks, 0).SetProperty(a => a.AccessFailedCount, 0), stop);
        await sessions.BeginAsync(context, account, means, stop);
        await RecordAsync(context, account, "session.begun", new { means }, stop);
    }

    // A name that nobody has is answered, locked and recorded like one that somebody has.
    private async Task<SignInAnswer> FailedAsync(HttpContext context, string typed, string password, CancellationToken stop)
    {
        var name = accounts.NormalizeName(typed) ?? "";
        if (guesses.LockOf(name) is { } end)
            return SignInAnswer.Locked(end.UtcDateTime);
        // As long as a real check takes, so that nobody learns from the time which names exist.
        accounts.PasswordHasher.HashPassword(new(), password);
        await CountAddressAsync(context, stop);
        if (guesses.CountName(name) is not var (until, isNew))
            return SignInAnswer.Wrong;
        if (isNew)
        {
            var shown = Fold.Clean(typed.Length <= LongestNameShown ? typed : typed[..LongestNameShown]);
            await RecordAsync(context, new("name.locked", "account", shown, After: new { until }), stop);
            log.LogWarning("The name {Name}, which no account has, is locked until {Until} after wrong passwords", shown, until);
        }
        return SignInAnswer.Locked(until.UtcDateTime);
    }

    private async Task CountAddressAsync(HttpContext context, CancellationToken stop)
    {
        var address = context.Connection.RemoteIpAddress;
        if (guesses.CountAddress(address) is not { } until)
            return;
        await RecordAsync(context, new("address.locked", "address", address!.ToString(), After: new { until }), stop);
        log.LogWarning("The address {Address} waits until {Until} after wrong passwords", address, until);
    }

    private async Task<SignInAnswer> FailedAsync(HttpContext context, Account account, CancellationToken stop)
    {
        await CountAddressAsync(context, stop);
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        // Counted by the database and not by Identity, which loses all but one of those who guess at the same moment.
        await database
            .Set<Account>()
            .Where(a => a.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), stop);
        if (await LockedMeanwhileAsync(account, stop) is { } locked)
            return locked;
        if (account.AccessFailedCount < WrongGuesses.MostOfName)
        {
            await transaction.CommitAsync(stop);
            return SignInAnswer.Wrong;
        }
        account.AccessFailedCount = 0;
        account.Locks++;
        var length = WrongGuesses.LengthOf(account.Locks);
        var until = clock.Time.GetUtcNow() + length;
        account.LockoutEnd = until;
        // Whoever read the account before this must not write the lock away.
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await AppendAsync(context, account, "account.locked", new { until }, stop);
        await transaction.CommitAsync(stop);
        log.LogWarning("Account {Account} is locked for {Length} after wrong passwords", account.UserName, length);
        return SignInAnswer.Locked(until.UtcDateTime);
    }

    // Checking a password takes long enough for others to have locked the account.
    private async Task<SignInAnswer?> LockedMeanwhileAsync(Account account, CancellationToken stop)
    {
        await database.Entry(account).ReloadAsync(stop);
        return account.LockoutEnd is { } end && end > clock.Time.GetUtcNow() ? SignInAnswer.Locked(end.UtcDateTime) : null;
    }

    private async Task<Account?> FindAsync(string nameOrEmail) =>
        await accounts.FindByNameAsync(nameOrEmail)
        ?? (nameOrEmail.Contains('@', StringComparison.Ordinal) ? await accounts.FindByEmailAsync(nameOrEmail) : null);

    private async Task RecordAsync(HttpContext context, Account account, string action, object after, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await AppendAsync(context, account, action, after, stop);
        await transaction.CommitAsync(stop);
    }

    // Nobody is known to have done it: what was typed as a name says nothing about who typed it.
    private async Task RecordAsync(HttpContext context, Deed deed, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var actor = Actor.Program with { Address = context.Connection.RemoteIpAddress?.ToString() };
        await audit.AppendWithinTransactionAsync(database, actor, deed, stop);
        await transaction.CommitAsync(stop);
    }

    private Task AppendAsync(HttpContext context, Account account, string action, object after, CancellationToken stop) =>
        audit.AppendWithinTransactionAsync(
            database,
            new(account.Id, account.DisplayName, context.Connection.RemoteIpAddress?.ToString()),
            new(action, $"account:{account.Id}", account.DisplayName, After: after),
            stop
        );
}

/// <summary>What became of a try to sign in.</summary>
internal sealed record SignInAnswer(SignInOutcome Outcome, DateTime? LockedUntil = null)
{
    public static SignInAnswer In { get; } = new(SignInOutcome.SignedIn);

    /// <summary>Name or password: which of them, nobody is told.</summary>
    public static SignInAnswer Wrong { get; } = new(SignInOutcome.Wrong);
    public static SignInAnswer NeedsCode { get; } = new(SignInOutcome.NeedsCode);

    /// <summary>The password was given too long ago, or never.</summary>
    public static SignInAnswer Expired { get; } = new(SignInOutcome.Expired);

    public static SignInAnswer Locked(DateTime until) => new(SignInOutcome.Locked, until);

    /// <summary>Too many wrong passwords have come from this address.</summary>
    public static SignInAnswer Waits(DateTime until) => new(SignInOutcome.Waits, until);
}

internal enum SignInOutcome
{
    SignedIn,
    NeedsCode,
    Wrong,
    Locked,
    Waits,
    Expired,
}
