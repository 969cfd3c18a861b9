using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Personnel;

/// <summary>How long somebody who stands for a committee must still be in service.</summary>
/// <param name="Level">code of the level of the committee</param>
/// <param name="For">code of a kind of organisation with a rule of its own; null for all others of the level</param>
/// <param name="Candidacy">for the first time, or again</param>
/// <param name="Months">the least months left</param>
/// <param name="SpecialMonths">the least in a special case; null where there is none</param>
/// <param name="CountedFrom">the first day of the month from which they are counted</param>
/// <param name="Article">where it is written</param>
public sealed record ServiceRule(
    string Level,
    string? For,
    Candidacy Candidacy,
    int Months,
    int? SpecialMonths,
    DateOnly CountedFrom,
    Article Article
);

/// <inheritdoc cref="ServiceRule" />
public static class Service
{
    /// <param name="rules">the rule set</param>
    /// <param name="level">code of the level of the committee</param>
    /// <param name="kind">code of the kind of organisation; null where it is no special one</param>
    /// <param name="candidacy">for the first time, or again</param>
    /// <param name="retires">any day of the month in which service ends</param>
    /// <returns>whether enough is left; reported, never blocking; null where the rule set says nothing</returns>
    public static Decision<bool>? Of(RuleSet rules, string level, string? kind, Candidacy candidacy, DateOnly retires) =>
        Find(rules, level, kind, candidacy) is { } rule ? Judged(rules, rule, rule.Months, retires) : null;

    /// <summary>The same in a special case, as the rule set's note describes it.</summary>
    /// <returns>null where the rule set knows no special case</returns>
    public static Decision<bool>? OfSpecialCase(
        RuleSet rules,
        string level,
        string? kind,
        Candidacy candidacy,
        DateOnly retires
    ) => Find(rules, level, kind, candidacy) is { SpecialMonths: { } months } rule ? Judged(rules, rule, months, retires) : null;

    private static ServiceRule? Find(RuleSet rules, string level, string? kind, Candidacy candidacy)
    {
        var those = rules.Service.Where(rule => rule.Level == level && rule.Candidacy == candidacy).ToList();
        return those.Find(rule => rule.For == kind) ?? those.Find(rule => rule.For is null);
    }

    private static Decision<bool> Judged(RuleSet rules, ServiceRule rule, int least, DateOnly retires)
    {
        var from = rule.CountedFrom;
        var left = ((retires.Year - from.Year) * 12) + retires.Month - from.Month;
        var enough = left >= least;
        var name = rules.Level(rule.Level).Name;
        var time = Candidacies.NameOf(rule.Candidacy);
        return new(
            Subject.Service,
            enough,
            rule.Article,
            new(
                $"{name.Vietnamese}, {time.Vietnamese}: còn ít nhất {Vi(least)} tháng công tác tính từ tháng {MonthVi(from)}; đến tháng "
                    + $"{MonthVi(retires)} còn {Vi(left)} tháng: "
                    + (enough ? "đủ." : "không đủ."),
                $"{name.English}, {time.English}: at least {En(least, "month")} of service left from {MonthEn(from)}; until "
                    + $"{MonthEn(retires)} there are {En(left)}: "
                    + (enough ? "enough." : "not enough.")
            )
        );
    }
}
