using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.RuleSets;

/// <summary>What cannot stand together in the part "elections" of a rule set.</summary>
internal static class ElectionContradictions
{
    public static IEnumerable<Problem> In(ElectionRules rules) =>
        InBases(rules)
            .Concat(InSurplus(rules))
            .Concat(InForms(rules.Forms))
            .Concat(InBallots(rules))
            .Concat(Contradictions.TwiceIn("elections.candidatesFrom", rules.CandidatesFrom, rule => rule.Of))
            .Concat(
                rules
                    .CandidatesFrom.Index()
                    .Where(rule => rule.Item.Of == rule.Item.Among)
                    .Select(rule => new Problem(
                        $"elections.candidatesFrom[{rule.Index}].among",
                        new("trùng với of", "is the same as of")
                    ))
            );

    private static IEnumerable<Problem> InBases(ElectionRules rules)
    {
        foreach (var (kind, rule) in rules.Bases)
        {
            if (rule.Of != Denominator.Summoned && rule.Deductions.Count > 0)
                yield return new(
                    "elections.bases",
                    new(
                        $"«{kind.Code()}» tính trên «{rule.Of.Code()}» nên không có gì để trừ",
                        $"“{kind.Code()}” is counted against “{rule.Of.Code()}”: there is nobody to deduct"
                    )
                );
            foreach (var _ in Contradictions.TwiceIn("", rule.Deductions, deduction => deduction.Reason))
                yield return new(
                    "elections.bases",
                    new($"«{kind.Code()}» có một lý do trừ hai lần", $"“{kind.Code()}” has the same deduction twice")
                );
        }
        if (rules.Threshold.Value is var share && share.Numerator >= share.Denominator)
            yield return new(
                "elections.threshold.moreThan",
                new("không thể quá toàn bộ", "more than the whole cannot be reached")
            );
    }

    private static IEnumerable<Problem> InSurplus(ElectionRules rules)
    {
        foreach (var (i, rule) in rules.Surplus.Index())
        {
            if (rules.Surplus.Take(i).Any(other => other.Of.Intersect(rule.Of).Any()))
                yield return new(
                    $"elections.surplus[{i}].of",
                    new("có chức danh đã nêu ở quy định khác", "names a post that another rule names")
                );
            if (rule is { Required: true, AtMost.Numerator: 0 })
                yield return new(
                    $"elections.surplus[{i}].atMost",
                    new("bắt buộc có số dư mà không cho phép ai", "a surplus is required and nobody is allowed")
                );
            foreach (var (j, body) in rule.SmallBodies.Index())
            {
                if (body.From > body.To)
                    yield return new($"elections.surplus[{i}].smallBodies[{j}].to", new("nhỏ hơn from", "is below from"));
                if (rule.SmallBodies.Take(j).Any(other => other.From <= body.To && body.From <= other.To))
                    yield return new(
                        $"elections.surplus[{i}].smallBodies[{j}]",
                        new("trùng với mức trước", "overlaps with one before")
                    );
            }
            if (
                rules.PreparedList?.Value is { } band
                && rule is { Required: true, AtMost: { } most }
                && most.IsExceededBy(band.To.Numerator, band.To.Denominator)
            )
                yield return new("elections.preparedList.to", new("vượt số dư cho phép", "is above the surplus that is allowed"));
        }
        if (
            rules.PreparedList?.Value is { } prepared
            && prepared.To.IsExceededBy(prepared.From.Numerator, prepared.From.Denominator)
        )
            yield return new("elections.preparedList.from", new("lớn hơn to", "is above to"));
    }

    private static IEnumerable<Problem> InForms(IReadOnlyList<FormRule> forms)
    {
        var when = forms.Select(form => form.When).Order().ToList();
        if (when is not ([FormWhen.Always] or [FormWhen.WithSurplus, FormWhen.WithoutSurplus]))
            yield return new(
                "elections.forms",
                new(
                    "cần một mẫu cho always, hoặc mỗi mẫu cho with-surplus và without-surplus",
                    "needs one form for always, or one each for with-surplus and without-surplus"
                )
            );
    }

    private static IEnumerable<Problem> InBallots(ElectionRules rules)
    {
        if (rules.Tie.Again == TieStrategy.RevoteTied)
            yield return new(
                "elections.tie.again",
                new("không thể bầu lại mãi giữa những người bằng phiếu", "a ballot among the tied cannot be repeated for ever")
            );
        if (rules.FurtherBallots.CongressAskedAfter > rules.FurtherBallots.Maximum)
            yield return new("elections.furtherBallots.congressAskedAfter", new("lớn hơn maximum", "is above maximum"));
        if (rules.SecretaryDirect?.AfterBallots > rules.FurtherBallots.Maximum)
            yield return new(
                "elections.secretaryDirect.afterBallots",
                new("lớn hơn furtherBallots.maximum", "is above furtherBallots.maximum")
            );
    }
}
