using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>The part "elections" of a rule set.</summary>
internal static class ReadElections
{
    private const int MostSeats = 1_000;
    private const int MostBallots = 100;

    public static ElectionRules Of(Members members) =>
        new(
            OneEach(members, "bases", BaseOf, rule => rule.Kind),
            members.Cited("threshold", read => read.Fraction("moreThan")),
            members.List("surplus", SurplusOf),
            members.CitedOr("preparedList", read => new Band(read.Fraction("from"), read.Fraction("to"))),
            members.CitedOr("floorSupport", read => read.Fraction("moreThan")),
            members.ArticleOr("outsideList"),
            members.List(
                "forms",
                read => new FormRule(read.Choice<BallotForm>("form"), read.Choice<FormWhen>("when"), read.Article())
            ),
            OneEach(members, "invalid", InvalidOf, rule => rule.Reason)
                .ToDictionary(pair => pair.Key, pair => new Cited<bool>(pair.Value.Applies, pair.Value.Article)),
            members.Article("voidLines"),
            members.Object(
                "tie",
                read => new TieRule(read.Choice<TieStrategy>("first"), read.Choice<TieStrategy>("again"), read.Article())
            ),
            members.Object("furtherBallots", FurtherOf),
            members.ObjectOr("secretaryDirect", DirectOf),
            members.List(
                "candidatesFrom",
                read => new CandidatesFromRule(read.Choice<Post>("of"), read.Choice<Post>("among"), read.Article())
            ),
            members.Cited("printedShare", PrintedFormOf),
            members.CitedOr("ballotsKept", read => read.Small("months", 1, 1_200)),
            members.ObjectOr("introductionTie", IntroductionTieOf)
        );

    private static PrintedForm PrintedFormOf(Members members) =>
        new(
            members.Choice<PrintedOf>("of"),
            members.SmallOr("decimals", 0, 4) ?? 2,
            members.Optional("rounding")?.Choice<Rounding>() ?? Rounding.HalfUp
        );

    private static IntroductionTieRule IntroductionTieOf(Members members)
    {
        var rule = new IntroductionTieRule(
            members.Small("from", 1, MostSeats),
            members.Small("to", 1, MostSeats),
            members.Choice<IntroductionTieDecidedBy>("decidedBy"),
            members.Article()
        );
        if (rule.From > rule.To)
            members.Refuse("to", new("nhỏ hơn from", "is below from"));
        return rule;
    }

    private static BaseRule BaseOf(Members members) =>
        new(
            members.Choice<CongressKind>("kind"),
            members.Choice<Denominator>("of"),
            members.List("deductions", read => new Deduction(read.Text("reason"), read.Words("name"), read.Article()), 40),
            members.Article()
        );

    private static SurplusRule SurplusOf(Members members) =>
        new(
            members.Choices<Post>("of"),
            members.Flag("required"),
            members.FractionOr("atMost"),
            members.ListOr(
                "smallBodies",
                read => new SmallBody(
                    read.Small("from", 1, MostSeats),
                    read.Small("to", 1, MostSeats),
                    read.Small("people", 0, MostSeats),
                    read.Article()
                )
            ),
            members.Article()
        );

    private static (InvalidReason Reason, bool Applies, Article Article) InvalidOf(Members members) =>
        (members.Choice<InvalidReason>("reason"), members.Flag("applies"), members.Article());

    private static FurtherBallotsRule FurtherOf(Members members) =>
        new(
            members.Small("congressAskedAfter", 1, MostBallots),
            members.SmallOr("maximum", 1, MostBallots),
            members.FractionOr("onlyBelow"),
            members.Article()
        );

    private static SecretaryDirectRule DirectOf(Members members) =>
        new(
            members.Flag("allowed"),
            members.Choice<AfterFailure>("then"),
            members.SmallOr("afterBallots", 1, MostBallots),
            members.Article()
        );

    /// <summary>A list that holds each value of an enumeration exactly once.</summary>
    private static Dictionary<TKey, T> OneEach<TKey, T>(Members members, string key, Func<Members, T> read, Func<T, TKey> keyOf)
        where TKey : struct, Enum
    {
        var found = new Dictionary<TKey, T>();
        foreach (var item in members.List(key, read))
        {
            if (!found.TryAdd(keyOf(item), item))
                members.Refuse(key, new($"«{keyOf(item).Code()}» có hai lần", $"“{keyOf(item).Code()}” stands there twice"));
        }
        foreach (var missing in Enum.GetValues<TKey>().Where(value => !found.ContainsKey(value)))
            members.Refuse(key, new($"thiếu «{missing.Code()}»", $"“{missing.Code()}” is missing"));
        return found;
    }
}
