namespace DaiHoi.Web.Platform.Access;

/// <summary>Says whose account a sign-in name is, for rooms that give somebody something to do. Accounts answers.</summary>
public interface IKnowsAccounts
{
    /// <summary>The account that signs in with this name; null where there is none, or it is closed.</summary>
    Task<KnownAccount?> FindAsync(string name, CancellationToken stop);
}

/// <param name="DisplayName">as others see it</param>
public sealed record KnownAccount(long Id, string Name, string DisplayName);
