using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Elections;

/// <summary>The surplus (số dư) of a list.</summary>
/// <param name="People">candidates above the seats; 0 where there are no more</param>
/// <param name="Share">of the seats</param>
/// <param name="Allowed">whether the rule set allows such a list</param>
/// <param name="Decision">why</param>
public sealed record SurplusOfList(int People, Share Share, bool Allowed, Decision<bool> Decision);

/// <inheritdoc cref="SurplusOfList" />
public static class Surplus
{
    /// <param name="rules">the rule set</param>
    /// <param name="post">what is elected</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="candidates">names on the list</param>
    public static SurplusOfList Of(RuleSet rules, Post post, int seats, int candidates)
    {
        var people = Math.Max(0, candidates - seats);
        var share = new Share(people, seats);
        var (allowed, article, reason) = Judge(rules, post, seats, people);
        var decision = new Decision<bool>(
            Subject.Surplus,
            allowed,
            article,
            new Words(
                $"Bầu {Vi(seats)}, danh sách {Vi(candidates)} người: số dư {Vi(people)} người, bằng {Vi(share)} số lượng cần bầu.",
                $"{En(seats, "seat")}, {En(candidates, "candidate")}: the surplus is {En(people)}, {En(share)} of the seats."
            ) + reason
        );
        return new(people, share, allowed, decision);
    }

    /// <summary>Among people who were tied the list is what the tie made it.</summary>
    public static SurplusOfList AmongTied(RuleSet rules, int seats, int candidates)
    {
        var people = Math.Max(0, candidates - seats);
        return new(
            people,
            new(people, seats),
            true,
            new(
                Subject.Surplus,
                true,
                rules.Elections.Tie.Article,
                new(
                    "Danh sách gồm những người có số phiếu bằng nhau, không xét số dư.",
                    "The list holds those who were tied: no surplus is asked."
                )
            )
        );
    }

    private static (bool Allowed, Article Article, Words Reason) Judge(RuleSet rules, Post post, int seats, int people)
    {
        if (rules.Elections.Surplus.FirstOrDefault(rule => rule.Of.Contains(post)) is not { } rule)
            return (true, rules.Unwritten, new("Bộ quy tắc không quy định số dư.", "The rule set has no rule on the surplus."));
        if (people == 0)
            return rule.Required
                ? (
                    false,
                    rule.Article,
                    new("Danh sách phải có số dư: không đúng quy định.", "The list must have a surplus: not allowed.")
                )
                : (true, rule.Article, new("Không bắt buộc có số dư: đúng quy định.", "No surplus is required: allowed."));
        if (rule.SmallBodies.FirstOrDefault(body => seats >= body.From && seats <= body.To) is { } small)
            return Judged(
                people <= small.People,
                small.Article,
                $"Bầu từ {Vi(small.From)} đến {Vi(small.To)} người thì số dư nhiều nhất {Vi(small.People)} người, không kể tỷ lệ",
                $"For {En(small.From)} to {En(small.To)} seats at most {En(small.People)} more may stand, whatever the share"
            );
        if (rule.AtMost is not { } most)
            return (true, rule.Article, new("Không giới hạn số dư: đúng quy định.", "The surplus has no limit: allowed."));
        return Judged(
            !most.IsExceededBy(people, seats),
            rule.Article,
            $"Số dư tối đa {most} số lượng cần bầu, tức {Vi(most.MostOf(seats))} người",
            $"At most {most} of the seats is allowed, which is {En(most.MostOf(seats))}"
        );
    }

    private static (bool, Article, Words) Judged(bool allowed, Article article, string vi, string en) =>
        (
            allowed,
            article,
            new(vi + (allowed ? ": đúng quy định." : ": không đúng quy định."), en + (allowed ? ": allowed." : ": not allowed."))
        );
}
