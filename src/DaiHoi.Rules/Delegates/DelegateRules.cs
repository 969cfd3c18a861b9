namespace DaiHoi.Rules.Delegates;

/// <summary>What a rule set says of delegates.</summary>
/// <param name="Limits">how many, by kind of organisation</param>
/// <param name="Allocation">how they are divided, where whoever decides has named no other way</param>
/// <param name="AppointedAtMost">share of the delegates that may be appointed; null without a limit</param>
/// <param name="Summons">who is summoned, and who is not</param>
/// <param name="Replacement">whose place an alternate takes</param>
public sealed record DelegateRules(
    IReadOnlyList<LimitRule> Limits,
    Cited<ByMembers> Allocation,
    Cited<Fraction>? AppointedAtMost,
    IReadOnlyList<SummonsRule> Summons,
    ReplacementRule Replacement
);

/// <summary>How many delegates a congress may have.</summary>
/// <param name="For">code of the kind of organisation</param>
/// <param name="Name">its name</param>
/// <param name="Level">code of the level of the congress</param>
/// <param name="Least">delegates; null without a lower limit</param>
/// <param name="Most">delegates</param>
/// <param name="Article">where it is written</param>
public sealed record LimitRule(string For, Words Name, string Level, long? Least, long Most, Article Article);

/// <summary>Whether somebody is summoned.</summary>
/// <param name="Reason">code of what is special about them</param>
/// <param name="Name">the same in words</param>
/// <param name="Summoned">whether they are summoned all the same</param>
/// <param name="CountsOnlyIfPresent">they enter the number of those summoned only when they come</param>
/// <param name="Article">where it is written</param>
public sealed record SummonsRule(string Reason, Words Name, bool Summoned, bool CountsOnlyIfPresent, Article Article);

/// <summary>Whose place an alternate takes.</summary>
/// <param name="Article">that alternates come in the order of their votes</param>
/// <param name="Without">reasons for which nobody takes the place</param>
public sealed record ReplacementRule(Article Article, IReadOnlyList<WithoutReplacement> Without);

/// <summary>A reason for which nobody takes a delegate's place.</summary>
public sealed record WithoutReplacement(string Reason, Words Name, Article Article);
