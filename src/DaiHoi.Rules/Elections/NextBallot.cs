using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>What has to be done after a ballot.</summary>
public enum NextStep
{
    /// <summary>nothing more</summary>
    Complete,

    /// <summary>a further ballot for the open seats</summary>
    AnotherBallot,

    /// <summary>the tie across the last seat is to be decided first</summary>
    DecideTie,

    /// <summary>the congress decides whether and how to go on</summary>
    CongressDecides,
}

/// <inheritdoc cref="NextStep" />
public static class NextBallot
{
    /// <param name="rules">the rule set</param>
    /// <param name="election">the ballot that was held</param>
    /// <param name="filled">seats filled, without the tied</param>
    /// <param name="tied">people tied across the last seat; 0 for no tie</param>
    public static Decision<NextStep> Of(RuleSet rules, Election election, int filled, int tied)
    {
        var open = election.Seats - filled;
        if (tied > 0)
            return AfterTie(rules, election, open);
        if (open == 0)
            return new(
                Subject.Next,
                NextStep.Complete,
                rules.Elections.Threshold.Article,
                new(
                    $"Đã bầu đủ {Vi(election.Seats)} người: cuộc bầu hoàn thành.",
                    $"{En(election.Seats, "seat")} to fill and all filled: the election is complete."
                )
            );
        var few = $"Mới bầu được {Vi(filled)}/{Vi(election.Seats)} người, còn thiếu {Vi(open)}";
        var fewEn = $"Filled: {En(filled)} of {En(election.Seats, "seat")}, {En(open)} open";
        var rule = rules.Elections.FurtherBallots;
        if (rule.OnlyBelow is { } share && share.IsReachedBy(filled, election.Seats))
            return Decided(
                rules,
                NextStep.Complete,
                $"{few}; đã đạt {share} số lượng cần bầu nên không bầu thêm.",
                $"{fewEn}; {share} of the seats are filled, so no further ballot is held."
            );
        if (election.Round >= rule.Maximum)
            return Decided(
                rules,
                NextStep.CongressDecides,
                $"{few}; đã bầu {Vi(election.Round)} lần, tối đa {Vi(rule.Maximum.Value)} lần: không bầu thêm, đại hội quyết định số còn thiếu.",
                $"{fewEn}; ballot {En(election.Round)} of at most {En(rule.Maximum.Value)}: no further ballot, the congress decides on the open seats."
            );
        return election.Round >= rule.CongressAskedAfter
            ? Decided(
                rules,
                NextStep.CongressDecides,
                $"{few} sau {Vi(election.Round)} lần bầu: đại hội quyết định có bầu tiếp hay không và danh sách của lần bầu tiếp.",
                $"{fewEn} after {En(election.Round, "ballot")}: the congress decides whether to go on, and on the list of the next ballot."
            )
            : Decided(
                rules,
                NextStep.AnotherBallot,
                $"{few}: bầu tiếp lần thứ {Vi(election.Round + 1)}; danh sách có bổ sung người hay không do đại hội quyết định.",
                $"{fewEn}: ballot {En(election.Round + 1)} follows; the congress decides whether its list may add people."
            );
    }

    /// <summary>After a direct election of the secretary that elected nobody for the last time: another rule says who elects.</summary>
    internal static Decision<NextStep> None(Article article) =>
        new(
            Subject.Next,
            NextStep.CongressDecides,
            article,
            new("Đại hội không bầu thêm lần nữa.", "The congress holds no further ballot.")
        );

    private static Decision<NextStep> AfterTie(RuleSet rules, Election election, int open)
    {
        var tie = rules.Elections.Tie;
        var step =
            election.Among == Among.Tied && tie.Again == TieStrategy.CongressDecides
                ? NextStep.CongressDecides
                : NextStep.DecideTie;
        return new(
            Subject.Next,
            step,
            tie.Article,
            step == NextStep.CongressDecides
                ? new(
                    $"Bầu lại vẫn bằng phiếu, còn {Vi(open)} chỗ: đại hội quyết định.",
                    $"The further ballot is a tie too, {En(open, "seat")} open: the congress decides."
                )
                : new(
                    $"Còn {Vi(open)} chỗ chưa xác định được người: phải giải quyết số phiếu bằng nhau trước.",
                    $"{En(open, "seat")} still open: the tie has to be decided first."
                )
        );
    }

    private static Decision<NextStep> Decided(RuleSet rules, NextStep step, string vi, string en) =>
        new(Subject.Next, step, rules.Elections.FurtherBallots.Article, new(vi, en));
}
