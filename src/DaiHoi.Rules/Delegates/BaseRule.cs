using System.Runtime.InteropServices;

namespace DaiHoi.Rules.Delegates;

/// <summary>What votes are counted against.</summary>
public enum Denominator
{
    Summoned,
    Present,
    Issued,
    Collected,
    Valid,
}

/// <summary>What votes are counted against at one kind of congress.</summary>
/// <param name="Kind">who meets</param>
/// <param name="Of">people or ballots</param>
/// <param name="Deductions">who does not count although summoned; none where ballots are counted</param>
/// <param name="Article">where it is written</param>
public sealed record BaseRule(CongressKind Kind, Denominator Of, IReadOnlyList<Deduction> Deductions, Article Article);

/// <summary>One reason why somebody who was summoned does not count.</summary>
/// <param name="Reason">its code in files</param>
/// <param name="Name">completes "5 …": people in the plural</param>
/// <param name="Article">where it is written</param>
public sealed record Deduction(string Reason, Words Name, Article Article);

/// <summary>The numbers of ballots.</summary>
/// <param name="Issued">handed out</param>
/// <param name="Collected">taken from the box</param>
/// <param name="Valid">of the collected</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BallotNumbers(long Issued, long Collected, long Valid);
