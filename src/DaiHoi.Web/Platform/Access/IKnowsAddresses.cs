namespace DaiHoi.Web.Platform.Access;

/// <summary>Says who can be written to. Accounts answers.</summary>
public interface IKnowsAddresses
{
    /// <summary>Everybody who may sign in, has a role and an address.</summary>
    Task<IReadOnlyList<ReachablePerson>> AllAsync(CancellationToken stop);
}

/// <param name="English">in which language he works</param>
public sealed record ReachablePerson(Person Person, string Email, bool English);
