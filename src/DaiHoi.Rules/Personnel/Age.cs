using DaiHoi.Rules.RuleSets;
using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Personnel;

/// <summary>Whether somebody stands for a committee for the first time.</summary>
public enum Candidacy
{
    First,
    Again,
}

public enum Sex
{
    Men,
    Women,
}

/// <summary>The earliest month of birth of somebody who stands for a committee.</summary>
/// <param name="Level">code of the level of the committee</param>
/// <param name="Candidacy">for the first time, or again</param>
/// <param name="Men">the first day of that month</param>
/// <param name="Women">the first day of that month</param>
/// <param name="Article">where it is written</param>
public sealed record AgeRule(string Level, Candidacy Candidacy, DateOnly Men, DateOnly Women, Article Article)
{
    internal DateOnly Earliest(Sex sex) =>
        sex switch
        {
            Sex.Men => Men,
            Sex.Women => Women,
            _ => throw new InvalidOperationException(sex.ToString()),
        };
}

/// <inheritdoc cref="AgeRule" />
public static class Age
{
    /// <param name="rules">the rule set</param>
    /// <param name="level">code of the level of the committee</param>
    /// <param name="candidacy">for the first time, or again</param>
    /// <param name="sex">of the person</param>
    /// <param name="born">any day of the month of birth</param>
    /// <returns>whether the person is young enough; reported, never blocking; null where the rule set has no such limit</returns>
    public static Decision<bool>? Of(RuleSet rules, string level, Candidacy candidacy, Sex sex, DateOnly born)
    {
        if (rules.Ages.FirstOrDefault(rule => rule.Level == level && rule.Candidacy == candidacy) is not { } rule)
            return null;
        var earliest = rule.Earliest(sex);
        var young = born >= earliest;
        var name = rules.Level(level).Name;
        var (who, time) = (NameOf(sex), Candidacies.NameOf(candidacy));
        return new(
            Subject.Age,
            young,
            rule.Article,
            new(
                $"{name.Vietnamese}, {time.Vietnamese}, {who.Vietnamese}: sinh từ tháng {MonthVi(earliest)} trở lại đây; sinh tháng "
                    + $"{MonthVi(born)}: "
                    + (young ? "trong độ tuổi." : "quá tuổi."),
                $"{name.English}, {time.English}, {who.English}: born in {MonthEn(earliest)} or later; born in {MonthEn(born)}: "
                    + (young ? "young enough." : "too old.")
            )
        );
    }

    private static Words NameOf(Sex sex) =>
        sex switch
        {
            Sex.Men => new("nam", "men"),
            Sex.Women => new("nữ", "women"),
            _ => throw new InvalidOperationException(sex.ToString()),
        };
}

internal static class Candidacies
{
    public static Words NameOf(Candidacy candidacy) =>
        candidacy switch
        {
            Candidacy.First => new("tham gia lần đầu", "for the first time"),
            Candidacy.Again => new("tái cử", "standing again"),
            _ => throw new InvalidOperationException(candidacy.ToString()),
        };
}
