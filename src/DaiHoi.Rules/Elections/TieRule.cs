namespace DaiHoi.Rules.Elections;

/// <summary>What decides a tie across the last seat.</summary>
public enum TieStrategy
{
    /// <summary>another ballot among the tied; more votes win, half of the base is not needed</summary>
    RevoteTied,

    /// <summary>the older is elected</summary>
    Older,

    /// <summary>the congress decides how</summary>
    CongressDecides,
}

/// <summary>What decides a tie, and a tie in the ballot among the tied.</summary>
/// <param name="First">at the first tie</param>
/// <param name="Again">when the ballot among the tied is a tie too; no further ballot among them</param>
/// <param name="Article">where it is written</param>
public sealed record TieRule(TieStrategy First, TieStrategy Again, Article Article)
{
    internal TieStrategy In(Among among) => among == Among.Tied ? Again : First;
}
