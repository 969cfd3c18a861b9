namespace DaiHoi.Rules.Delegates;

/// <summary>Who was summoned and who is there when the ballot is taken.</summary>
/// <param name="Kind">who meets</param>
/// <param name="Summoned">official delegates, official members, or incumbent members of the committee</param>
/// <param name="Deducted">those who do not count, by reason; all of them absent throughout</param>
/// <param name="Present">of the summoned, at the vote</param>
public sealed record Hall(CongressKind Kind, long Summoned, IReadOnlyList<Deducted> Deducted, long Present)
{
    internal long DeductedInAll => Deducted.Sum(deducted => deducted.Count);
}

/// <summary>How many do not count for one reason.</summary>
/// <param name="Reason">code of a deduction that the rule set knows for this kind of congress</param>
/// <param name="Count">≥ 0</param>
public sealed record Deducted(string Reason, long Count);
