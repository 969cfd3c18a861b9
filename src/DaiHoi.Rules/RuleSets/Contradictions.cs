using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.RuleSets;

/// <summary>Values of a rule set that are right each on its own and cannot stand together.</summary>
internal static class Contradictions
{
    private static Words UnknownLevel => new("không có trong levels", "is not among the levels");
    private static Words Twice => new("có hai lần", "stands here twice");

    public static IEnumerable<Problem> In(RuleSet rules) =>
        InDocuments(rules)
            .Concat(InLevels(rules.Levels.Value))
            .Concat(UnknownLevels(rules))
            .Concat(InKinds(rules.Kinds))
            .Concat(InCampaign(rules.Campaign))
            .Concat(InCalendar(rules.Campaign.Calendar))
            .Concat(InKinds(rules.Congress.Kinds))
            .Concat(InDelegates(rules.Delegates))
            .Concat(ElectionContradictions.In(rules.Elections))
            .Concat(InAims(rules.Aims))
            .Concat(TwiceIn("ages", rules.Ages, rule => (rule.Level, rule.Candidacy)))
            .Concat(TwiceIn("service", rules.Service, rule => (rule.Level, rule.For, rule.Candidacy)));

    // A rule set cites only law that existed in its time.
    private static IEnumerable<Problem> InDocuments(RuleSet rules)
    {
        foreach (var (key, document) in rules.Documents)
        {
            if (document.Date?.First > rules.InForce.Until)
                yield return new(
                    $"documents.{key}.date",
                    new("văn bản ban hành sau thời gian áp dụng bộ quy tắc", "was issued after the time of the rule set")
                );
            if (document.Until < rules.InForce.From)
                yield return new(
                    $"documents.{key}.until",
                    new("văn bản hết hiệu lực trước thời gian áp dụng bộ quy tắc", "ended before the time of the rule set")
                );
        }
        var campaign = rules.Campaign;
        var timed = campaign
            .Windows.Index()
            .Select(window => (Place: $"campaign.windows[{window.Index}]", window.Item.Period, window.Item.Article))
            .Concat(
                campaign
                    .ModelWindows.Index()
                    .Select(window => ($"campaign.modelWindows[{window.Index}]", window.Item.Period, window.Item.Article))
            )
            .Concat(
                campaign
                    .Transitions.Index()
                    .Select(rule => ($"campaign.transitions[{rule.Index}]", rule.Item.InForce, rule.Item.Article))
            )
            .Concat(
                campaign
                    .Deadlines.Index()
                    .Select(rule => ($"campaign.deadlines[{rule.Index}]", rule.Item.InForce, rule.Item.Article))
            );
        foreach (var (place, period, article) in timed)
        {
            if (article.Document is { } document && (document.Date?.First > period.Until || document.Until < period.From))
                yield return new(
                    $"{place}.article",
                    new("văn bản không có hiệu lực trong thời gian này", "the document was not in force then")
                );
        }
    }

    // From the top down: every level stands under one that was named before it, so there is no circle.
    private static IEnumerable<Problem> InLevels(IReadOnlyList<Level> levels)
    {
        if (levels.Count == 0)
            yield return new("levels.value", new("cần ít nhất một cấp", "at least one level is needed"));
        foreach (var (i, level) in levels.Index())
        {
            var above = levels.Take(i).Select(other => other.Code).ToList();
            if (above.Contains(level.Code))
                yield return new($"levels.value[{i}].code", Twice);
            foreach (var (j, under) in level.Under.Index().Where(under => !above.Contains(under.Item)))
                yield return new(
                    $"levels.value[{i}].under[{j}]",
                    new($"«{under}» không đứng trước trong levels", $"“{under}” does not stand before it among the levels")
                );
            if (i > 0 && level.Under.Count == 0)
                yield return new(
                    $"levels.value[{i}].under",
                    new("chỉ cấp đầu tiên không có cấp trên", "only the first level stands under none")
                );
        }
    }

    private static IEnumerable<Problem> UnknownLevels(RuleSet rules)
    {
        var known = rules.Levels.Value.Select(level => level.Code).ToHashSet(StringComparer.Ordinal);
        var used = Used("campaign.windows", rules.Campaign.Windows, window => window.Level)
            .Concat(Used("campaign.modelWindows", rules.Campaign.ModelWindows, window => window.Level))
            .Concat(Used("campaign.days", rules.Campaign.Days, days => days.Level))
            .Concat(Used("congress.kinds", rules.Congress.Kinds, kind => kind.Level))
            .Concat(Used("delegates.limits", rules.Delegates.Limits, limit => limit.Level))
            .Concat(Used("ages", rules.Ages, rule => rule.Level))
            .Concat(Used("service", rules.Service, rule => rule.Level))
            .Concat(
                rules
                    .Kinds.Index()
                    .SelectMany(kind =>
                        kind.Item.Levels.Index()
                            .Select(level => (Place: $"kinds[{kind.Index}].levels[{level.Index}]", Level: level.Item))
                    )
            )
            .Concat(
                (rules.Campaign.Preparatory?.Levels ?? [])
                    .Index()
                    .Select(level => (Place: $"campaign.preparatorySession.levels[{level.Index}]", Level: level.Item))
            );
        return used.Where(use => known.Count > 0 && !known.Contains(use.Level))
            .Select(use => new Problem(use.Place, UnknownLevel));
    }

    private static IEnumerable<(string Place, string Level)> Used<T>(
        string list,
        IReadOnlyList<T> items,
        Func<T, string> level
    ) => items.Index().Select(item => ($"{list}[{item.Index}].level", level(item.Item)));

    // Whatever the name, a level has at most one kind for what no other kind's words begin.
    private static IEnumerable<Problem> InKinds(IReadOnlyList<OrganisationKind> kinds)
    {
        foreach (var problem in TwiceIn("kinds", kinds, kind => kind.Code))
            yield return problem;
        var rest = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, kind) in kinds.Index().Where(kind => kind.Item.FirstWords.Count == 0))
        {
            if (!kind.Levels.All(rest.Add))
                yield return new(
                    $"kinds[{i}].firstWords",
                    new("một cấp chỉ có một loại không cần từ đầu", "a level has only one kind without first words")
                );
        }
    }

    private static IEnumerable<Problem> InCampaign(CampaignRules campaign)
    {
        var twice = TwiceIn("campaign.windows", campaign.Windows, window => (window.Level, window.For))
            .Concat(TwiceIn("campaign.modelWindows", campaign.ModelWindows, window => (window.Level, window.For)))
            .Concat(TwiceIn("campaign.days", campaign.Days, days => days.Level))
            .Concat(TwiceIn("campaign.contents", campaign.Contents, contents => contents.Code));
        foreach (var problem in twice)
            yield return problem;
        foreach (var (i, rule) in campaign.Transitions.Index())
        {
            if (campaign.Transitions.Take(i).Any(other => SameChange(other, rule) && other.InForce.Meets(rule.InForce)))
                yield return new($"campaign.transitions[{i}]", Twice);
            if (rule.From == rule.To)
                yield return new($"campaign.transitions[{i}].to", new("trùng với trạng thái trước", "is the status before"));
            if (rule.Demands.Intersect(rule.Expects).Any())
                yield return new(
                    $"campaign.transitions[{i}].expects",
                    new("nêu lại điều đã bắt buộc ở demands", "repeats what demands already asks for")
                );
        }
        foreach (var (i, deadline) in campaign.Deadlines.Index())
        {
            if (campaign.Deadlines.Take(i).Any(other => other.Code == deadline.Code && other.InForce.Meets(deadline.InForce)))
                yield return new(
                    $"campaign.deadlines[{i}]",
                    new(
                        $"«{deadline.Code}» có hai thời hạn cho cùng một ngày",
                        $"“{deadline.Code}” has two deadlines for the same day"
                    )
                );
        }
    }

    private static bool SameChange(TransitionRule one, TransitionRule other) => one.From == other.From && one.To == other.To;

    private static IEnumerable<Problem> InCalendar(HolidayCalendar calendar)
    {
        foreach (var day in calendar.Holidays.Concat(calendar.Worked).Where(day => !calendar.Covers.Contains(day)))
            yield return new("campaign.calendar.covers", new($"không có ngày {Say.Vi(day)}", $"does not reach {Say.En(day)}"));
        foreach (var day in calendar.Worked.Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            yield return new(
                "campaign.calendar.worked",
                new($"{Say.Vi(day)} không phải thứ bảy, chủ nhật", $"{Say.En(day)} is no Saturday or Sunday")
            );
        foreach (var day in calendar.Worked.Where(calendar.Holidays.Contains))
            yield return new(
                "campaign.calendar.worked",
                new($"{Say.Vi(day)} cũng là ngày nghỉ", $"{Say.En(day)} is a holiday as well")
            );
    }

    private static IEnumerable<Problem> InKinds(IReadOnlyList<KindRule> kinds)
    {
        foreach (var (i, kind) in kinds.Index())
        {
            if (kinds.Take(i).Any(other => other.Level == kind.Level && Meet(other, kind)))
                yield return new(
                    $"congress.kinds[{i}]",
                    new("có hai loại đại hội cho cùng số lượng thành viên", "there are two kinds for the same number of members")
                );
        }
    }

    private static bool Meet(KindRule one, KindRule other) =>
        !(one.MembersFrom >= other.MembersBelow) && !(other.MembersFrom >= one.MembersBelow);

    private static IEnumerable<Problem> InDelegates(DelegateRules delegates) =>
        TwiceIn("delegates.limits", delegates.Limits, limit => limit.For)
            .Concat(TwiceIn("delegates.summons", delegates.Summons, rule => rule.Reason))
            .Concat(TwiceIn("delegates.replacement.without", delegates.Replacement.Without, rule => rule.Reason));

    private static IEnumerable<Problem> InAims(IReadOnlyList<AimRule> aims)
    {
        foreach (var (i, aim) in aims.Index())
        {
            if (aim is { AtLeast: null, AtMost: null, People: null })
                yield return new($"aims[{i}]", new("cần atLeast, atMost hoặc people", "needs atLeast, atMost or people"));
            if (aim is { AtLeast: { } least, AtMost: { } most } && most.IsExceededBy(least.Numerator, least.Denominator))
                yield return new($"aims[{i}].atLeast", new("lớn hơn atMost", "is above atMost"));
        }
    }

    internal static IEnumerable<Problem> TwiceIn<T, TKey>(string list, IReadOnlyList<T> items, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        foreach (var (i, item) in items.Index())
        {
            if (!seen.Add(key(item)))
                yield return new($"{list}[{i}]", Twice);
        }
    }
}
