using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>
/// One-time codes of an app on a telephone (TOTP, RFC 6238) as the second proof beside the password, and the recovery codes
/// for the day on which the telephone is lost. No code is taken twice.
/// </summary>
internal sealed class OneTimeCodes(UserManager<Account> accounts, Database database, AuditLog audit)
{
    public const int RecoveryCodes = 10;
    private const string Provider = "DaiHoi";
    private const string LastCode = "last-code";

    /// <summary>The secret that the app must learn, in groups of four; made where there is none yet.</summary>
    public async Task<string> SecretAsync(Account account)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is { Length: > 0 } known)
            return known;
        await accounts.ResetAuthenticatorKeyAsync(account);
        return (await accounts.GetAuthenticatorKeyAsync(account))!;
    }

    /// <summary>What the QR code says to the app.</summary>
    /// <param name="site">the name under which the app lists the account</param>
    public static string AddressOf(Account account, string secret, string site) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account.UserName!)}?secret={secret}"
        + $"&issuer={Uri.EscapeDataString(site)}&digits=6";

    /// <summary>From now on the account needs a code. The app has shown that it knows the secret by giving one.</summary>
    /// <returns>the recovery codes, shown once; null where the code is wrong</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Actor actor, Account account, string code, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (!await TakesAsync(account, code))
            return null;
        await accounts.SetTwoFactorEnabledAsync(account, true);
        var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!.ToList();
        await RecordAsync(actor, account, "codes.turned-on", stop);
        await transaction.CommitAsync(stop);
        return codes;
    }

    /// <summary>New recovery codes; the old ones end.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Actor actor, Account account, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!.ToList();
        await RecordAsync(actor, account, "recovery-codes.renewed", stop);
        await transaction.CommitAsync(stop);
        return codes;
    }

    /// <summary>The password is enough again; secret and recovery codes are forgotten.</summary>
    public async Task TurnOffAsync(Actor actor, Account account, CancellationToken stop)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey");
        await accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "RecoveryCodes");
        await accounts.RemoveAuthenticationTokenAsync(account, Provider, LastCode);
        await RecordAsync(actor, account, "codes.turned-off", stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Whether the app of this account shows such a code now, and it was not given before.</summary>
    public async Task<bool> TakesAsync(Account account, string code)
    {
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return false;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id}:{code}")));
        if (await accounts.GetAuthenticationTokenAsync(account, Provider, LastCode) == hash)
            return false;
        // Of two who give it at once, the account's stamp lets one through.
        return (await accounts.SetAuthenticationTokenAsync(account, Provider, LastCode, hash)).Succeeded;
    }

    /// <summary>Uses a recovery code up.</summary>
    public async Task<bool> TakesRecoveryAsync(Account account, string code) =>
        (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded;

    private Task RecordAsync(Actor actor, Account account, string action, CancellationToken stop) =>
        audit.AppendWithinTransactionAsync(database, actor, new(action, $"account:{account.Id}", account.DisplayName), stop);
}
