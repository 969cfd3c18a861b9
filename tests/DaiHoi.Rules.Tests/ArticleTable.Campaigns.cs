using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;

namespace DaiHoi.Rules.Tests;

/// <summary>The articles on delegates, days and what is kept.</summary>
public sealed partial class ArticleTable
{
    private static IEnumerable<Row> People190()
    {
        Alternate[] three = [new("a", "An", 60), new("b", "Bình", 70), new("c", "Chính", 50)];
        yield return Of($"{Q190} 18", "the most votes", "alternate", Replacement.Of(A.Vn2025, "ill", three).Decision);
        yield return Of(
            $"{Q190} 18",
            "a tie",
            "tied",
            Replacement.Of(A.Vn2025, "ill", [three[0], new("d", "Dung", 60)]).Decision
        );
        yield return Of($"{Q190} 18", "one", "alternate", Replacement.Of(A.Vn2025, "ill", three[..1]).Decision);
        yield return Of($"{Q190} 18", "none", "nobody-left", Replacement.Of(A.Vn2025, "ill", []).Decision);
        yield return Of("01-HD/TW điểm 13.1", "moved", "not-replaced", Replacement.Of(A.Vn2025, "moved", three).Decision);
        foreach (var reason in new[] { "exempted", "temporarily-elsewhere" })
            yield return Of("01-HD/TW điểm 13.2", reason, true, Summons.Of(A.Vn2025, reason)!);
        yield return Of($"{Q190} 35", "30/6/2025", "2025-12-30", BallotsKept.Of(A.Vn2025, A.Day("2025-06-30"))!);
        yield return Of($"{Q190} 35", "31/8/2025", "2026-02-28", BallotsKept.Of(A.Vn2025, A.Day("2025-08-31"))!);
    }

    // Counted by hand on the calendars of 2020 and 2025, with Saturday 26 April 2025 worked in exchange.
    private static IEnumerable<Row> Days()
    {
        foreach (
            var (rules, code, day, last, article) in new[]
            {
                (A.Vn2020, "notice", "2020-03-16", "2020-02-03", "29-QĐ/TW điểm 11.1"),
                (A.Vn2020, "report", "2020-03-04", "2020-03-13", "29-QĐ/TW điểm 16.1"),
                (A.Vn2020, "ratification", "2020-03-04", "2020-03-25", "29-QĐ/TW điểm 16.1"),
                (A.Vn2025, "notice", "2025-05-23", "2025-04-09", "24-QĐ/TW điểm 11.1"),
                (A.Vn2025, "report", "2025-05-16", "2025-05-27", "24-QĐ/TW điểm 16.1"),
                (A.Vn2025, "ratification", "2025-05-16", "2025-06-06", "24-QĐ/TW điểm 16.1"),
                (A.Vn2025, "complaint", "2025-06-13", "2025-07-04", $"{Q190} 33"),
            }
        )
            yield return Of(article, $"{code} of {day}", last, Deadline.Of(rules, code, A.Day(day))!);
        foreach (
            var (rules, on, article) in new[]
            {
                (A.Vn2020, "2020-05-05", "29-QĐ/TW điểm 16.1"),
                (A.Vn2025, "2025-05-25", "24-QĐ/TW điểm 16.1"),
            }
        )
        {
            var facts = new TransitionFacts(A.Day(on), null, null, null, new HashSet<Demand>());
            var all = facts with { Given = Enum.GetValues<Demand>().ToHashSet() };
            foreach (
                var (from, to) in new[]
                {
                    (CongressStatus.Held, CongressStatus.ResultReported),
                    (CongressStatus.ResultReported, CongressStatus.Ratified),
                    (CongressStatus.Ratified, CongressStatus.Annulled),
                }
            )
            {
                yield return Of(
                    article,
                    $"{to.Code()} with nothing",
                    false,
                    Transition.Of(rules, "district", from, to, facts).Decision
                );
                yield return Of(article, $"{to.Code()} with all", true, Transition.Of(rules, "district", from, to, all).Decision);
            }
        }
    }

    private static IEnumerable<Row> Calendars()
    {
        foreach (
            var (rules, day, working, article) in new[]
            {
                (A.Vn2015, "2015-04-30", false, "10/2012/QH13 115"),
                (A.Vn2015, "2015-05-04", true, "10/2012/QH13 115"),
                (A.Vn2020, "2020-01-23", false, "10/2012/QH13 115"),
                (A.Vn2020, "2020-01-22", true, "10/2012/QH13 115"),
                (A.Vn2025, "2025-01-27", false, "45/2019/QH14 112"),
                (A.Vn2025, "2025-04-26", true, "45/2019/QH14 112"),
                (A.Youth, "2026-06-06", false, "45/2019/QH14 112"),
                (A.Union, "2026-06-05", true, "45/2019/QH14 112"),
            }
        )
        {
            var calendar = rules.Campaign.Calendar;
            yield return new(article, day, working, calendar.IsWorking(A.Day(day)), calendar.Article);
        }
    }

    private static IEnumerable<Row> UnionQuorum()
    {
        foreach (
            var (summoned, present, enough) in new[]
            {
                (9, 0, false),
                (9, 1, false),
                (9, 5, false),
                (9, 6, true),
                (10, 6, false),
                (10, 7, true),
                (1, 0, false),
                (1, 1, true),
            }
        )
            yield return Of("Điều lệ 12", $"{present} of {summoned}", enough, Quorum.Of(A.Union, summoned, present));
    }
}
