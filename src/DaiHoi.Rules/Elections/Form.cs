using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Elections;

/// <summary>The form of ballot that belongs to a list with or without a surplus.</summary>
public static class Form
{
    /// <param name="rules">the rule set</param>
    /// <param name="form">the form that was used</param>
    /// <param name="seats">≥ 1</param>
    /// <param name="candidates">names on the list</param>
    /// <returns>whether it is the one that the rule set asks for; the ballots are counted by their own form all the same</returns>
    public static Decision<bool> Of(RuleSet rules, BallotForm form, int seats, int candidates)
    {
        var surplus = candidates > seats;
        var when = surplus ? FormWhen.WithSurplus : FormWhen.WithoutSurplus;
        var rule = rules.Elections.Forms.First(rule => rule.When == when || rule.When == FormWhen.Always);
        var right = rule.Form == form;
        var list = surplus
            ? new Words("Danh sách có số dư", "The list has a surplus")
            : new Words("Danh sách không có số dư", "The list has no surplus");
        var asked = NameOf(rule.Form);
        var used = NameOf(form);
        return new(
            Subject.Form,
            right,
            rule.Article,
            right
                ? new($"{list.Vietnamese}: dùng {used.Vietnamese}.", $"{list.English}: {used.English} is used.")
                : new(
                    $"{list.Vietnamese}: quy định dùng {asked.Vietnamese}, thực tế dùng {used.Vietnamese}; phiếu vẫn được tính theo mẫu đã dùng.",
                    $"{list.English}: {asked.English} is prescribed, {used.English} was used; the ballots are counted by the form that was used."
                )
        );
    }

    private static Words NameOf(BallotForm form) =>
        form switch
        {
            BallotForm.StrikeOut => new("phiếu gạch tên người không bầu", "the ballot on which names are struck through"),
            BallotForm.AgreeDisagree => new(
                "phiếu có cột đồng ý, không đồng ý",
                "the ballot with columns for agree and disagree"
            ),
            _ => throw new InvalidOperationException(form.ToString()),
        };
}
