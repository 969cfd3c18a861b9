using System.Text.Json;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>The passkeys of an account: made, listed, taken away.</summary>
internal sealed class PasskeyRing(
    UserManager<Account> accounts,
    SignInManager<Account> manager,
    Database database,
    AuditLog audit
)
{
    /// <summary>More than anybody has devices.</summary>
    public const int Most = 20;
    private const int LongestName = 100;

    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(Account account) =>
        [.. (await accounts.GetPasskeysAsync(account)).OrderBy(key => key.CreatedAt)];

    /// <summary>What the browser must know to make one, as JSON.</summary>
    public Task<string> OptionsAsync(Account account) =>
        manager.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Name = account.UserName!,
                DisplayName = account.DisplayName,
            }
        );

    /// <summary>Keeps what the browser has made.</summary>
    /// <param name="name">by which its owner knows it</param>
    /// <returns>whether it is one that answers the last question of this browser</returns>
    public async Task<bool> AddAsync(Actor actor, Account account, string credential, string name, CancellationToken stop)
    {
        if (await AttestedAsync(credential) is not { } made || (await ListAsync(account)).Count >= Most)
            return false;
        made.Name = name.Length <= LongestName ? name : name[..LongestName];
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, made)).Succeeded)
            return false;
        await RecordAsync(actor, account, "passkey.added", new { made.Name }, before: null, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>Takes one away; from now on it opens nothing.</summary>
    /// <returns>whether the account had it</returns>
    public async Task<bool> RemoveAsync(Actor actor, Account account, byte[] id, CancellationToken stop)
    {
        if (await accounts.GetPasskeyAsync(account, id) is not { } key)
            return false;
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await accounts.RemovePasskeyAsync(account, id);
        await RecordAsync(actor, account, "passkey.removed", after: null, new { key.Name }, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task<UserPasskeyInfo?> AttestedAsync(string credential)
    {
        try
        {
            var attested = await manager.PerformPasskeyAttestationAsync(credential);
            return attested.Succeeded ? attested.Passkey : null;
        }
        catch (Exception problem) when (problem is InvalidOperationException or JsonException)
        {
            // Nobody asked this browser for one, or what came is none.
            return null;
        }
    }

    private Task RecordAsync(
        Actor actor,
        Account account,
        string action,
        object? after,
        object? before,
        CancellationToken stop
    ) =>
        audit.AppendWithinTransactionAsync(
            database,
            actor,
            new(action, $"account:{account.Id}", account.DisplayName, before, after),
            stop
        );
}
