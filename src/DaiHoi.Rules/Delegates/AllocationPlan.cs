namespace DaiHoi.Rules.Delegates;

/// <summary>How delegates are divided by members.</summary>
public enum ByMembers
{
    /// <summary>a fixed number of seats, by largest remainder</summary>
    LargestRemainder,

    /// <summary>one for so many members, and one more for a remainder from a limit on</summary>
    Quotient,
}

/// <summary>A directly lower organisation.</summary>
/// <param name="Code">key, also the last tie-break</param>
/// <param name="Members">official members, ≥ 0</param>
/// <param name="ExOfficio">members of the summoning committee who belong to it</param>
/// <param name="Special">more for a special or important organisation</param>
public sealed record LowerOrganisation(string Code, long Members, long ExOfficio = 0, long Special = 0);

/// <summary>What the summoning committee decided on the division; the congress does not vote on it.</summary>
/// <param name="PerOrganisation">the base number for each</param>
/// <param name="ByMembers">how the members count</param>
/// <param name="Seats">by largest remainder: seats to divide</param>
/// <param name="MembersPerDelegate">by quotient: members for one delegate</param>
/// <param name="RemainderFrom">by quotient: the least remainder that gives one more; null: none does</param>
/// <param name="Appointed">appointed above, of no organisation</param>
public sealed record AllocationPlan(
    long PerOrganisation,
    ByMembers ByMembers,
    long Seats = 0,
    long MembersPerDelegate = 1,
    long? RemainderFrom = null,
    long Appointed = 0
);

/// <summary>What one organisation gets.</summary>
public sealed record Allocated(string Code, long PerOrganisation, long ByMembers, long Special, long ExOfficio)
{
    /// <summary>Those whom its own congress elects: ex-officio delegates stand beside them.</summary>
    public long Elected => PerOrganisation + ByMembers + Special;

    public long InAll => Elected + ExOfficio;
}
