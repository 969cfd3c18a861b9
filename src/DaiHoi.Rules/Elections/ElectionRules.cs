using DaiHoi.Rules.Delegates;

namespace DaiHoi.Rules.Elections;

/// <summary>What a rule set says of elections.</summary>
/// <param name="Bases">what votes are counted against, for each kind of congress</param>
/// <param name="Threshold">share of the base that votes must exceed</param>
/// <param name="Surplus">how many more candidates than seats; no rule for a post: any number</param>
/// <param name="PreparedList">surplus that the prepared list should have; null without such an aim</param>
/// <param name="FloorSupport">share of those attending that supporters must exceed; null: nothing is asked</param>
/// <param name="OutsideList">that members of the summoning committee keep to its list; null: they are free</param>
/// <param name="Forms">which form of ballot when</param>
/// <param name="Invalid">each reason of invalidity, and whether it applies</param>
/// <param name="VoidLines">a line with both boxes or none is not counted and leaves the ballot valid</param>
/// <param name="Tie">what decides a tie across the last seat</param>
/// <param name="FurtherBallots">what happens when too few are elected</param>
/// <param name="SecretaryDirect">whether a congress of delegates may elect the secretary itself; null: nothing is said</param>
/// <param name="CandidatesFrom">from whom a post is elected</param>
/// <param name="PrintedShare">what the percentage in the minutes is of, and how it is rounded</param>
/// <param name="BallotsKept">months for which the sealed ballots are kept; null: nothing is said</param>
/// <param name="IntroductionTie">who decides a tie at the end of an introduction list; null: nothing is said</param>
public sealed record ElectionRules(
    IReadOnlyDictionary<CongressKind, BaseRule> Bases,
    Cited<Fraction> Threshold,
    IReadOnlyList<SurplusRule> Surplus,
    Cited<Band>? PreparedList,
    Cited<Fraction>? FloorSupport,
    Article? OutsideList,
    IReadOnlyList<FormRule> Forms,
    IReadOnlyDictionary<InvalidReason, Cited<bool>> Invalid,
    Article VoidLines,
    TieRule Tie,
    FurtherBallotsRule FurtherBallots,
    SecretaryDirectRule? SecretaryDirect,
    IReadOnlyList<CandidatesFromRule> CandidatesFrom,
    Cited<PrintedForm> PrintedShare,
    Cited<int>? BallotsKept = null,
    IntroductionTieRule? IntroductionTie = null
);

/// <summary>From one share of the seats to another, both included.</summary>
public sealed record Band(Fraction From, Fraction To);

/// <summary>Which form of ballot is used when.</summary>
/// <param name="When">more candidates than seats, or not</param>
public sealed record FormRule(BallotForm Form, FormWhen When, Article Article);

public enum FormWhen
{
    WithSurplus,
    WithoutSurplus,
    Always,
}

/// <summary>From whom a post is elected.</summary>
public sealed record CandidatesFromRule(Post Of, Post Among, Article Article);
