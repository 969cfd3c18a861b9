namespace DaiHoi.Rules.Delegates;

/// <summary>Who meets.</summary>
public enum CongressKind
{
    /// <summary>delegates elected below, ex officio or appointed</summary>
    Delegates,

    /// <summary>all members</summary>
    Members,

    /// <summary>the members of a committee, at its own meeting</summary>
    Committee,
}
