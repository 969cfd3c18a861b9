using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>
/// Worked examples for each article that a rule set cites by its place: 0, 1, half, half and one more, a tie, one seat, as
/// many candidates as seats, the last day and the day after it.
/// </summary>
public sealed class ArticleTable
{
    private const string Q244 = "244-QĐ/TW";
    private const string Q190 = "190-QĐ/TW";

    private sealed record Row(string Article, string Example, object Value, object Decided, Article Cited);

    private static readonly (RuleSet Rules, string Result)[] PartyCongresses =
    [
        (A.Vn2015, $"{Q244} 32"),
        (A.Vn2020, $"{Q244} 32"),
        (A.Vn2025, $"{Q190} 30"),
    ];

    private static IEnumerable<Row> Rows() =>
        PartyCongresses
            .SelectMany(one =>
                Bases(one.Rules, one.Result)
                    .Concat(Results(one.Rules, one.Result))
                    .Concat(Validities(one.Rules, $"{one.Result}.1"))
            )
            .Concat(new[] { A.Vn2015, A.Vn2020 }.SelectMany(rules => Ballots244(rules).Concat(Posts244(rules))))
            .Concat(Forms(A.Vn2025, $"{Q190} 15"))
            .Concat(VoidLines(A.Vn2025, $"{Q190} 15"))
            .Concat(Lists190())
            .Concat(People190())
            .Concat(Days())
            .Concat(Calendars())
            .Concat(UnionQuorum());

    [Fact]
    public void Each_example_is_decided_as_worked_out_and_by_its_article()
    {
        var wrong = Rows()
            .Where(row => !Equals(row.Value, row.Decided) || row.Article != Place(row.Cited))
            .Select(row =>
                $"{row.Cited.RuleSet} {row.Article} {row.Example}: {row.Value}, not {row.Decided} by {Place(row.Cited)}"
            );
        Assert.Empty(wrong);
        Assert.True(Rows().Count() > 200);
    }

    [Fact]
    public void Each_article_that_a_rule_set_cites_has_its_examples()
    {
        var shown = Rows().Select(row => (row.Cited.RuleSet, row.Article)).ToHashSet();
        var cited = RuleSet
            .Known.SelectMany(id => RuleSet.Read(RuleSet.Resource($"{id}.json")).Articles)
            .Where(at => at.Article.Number is not null || at.Article.Point is not null)
            .Select(at => (at.Article.RuleSet, Place(at.Article)))
            .ToHashSet();
        Assert.Empty(cited.Except(shown));
    }

    private static string Place(Article article)
    {
        var place = article.Document?.Number ?? article.Document?.Kind.Vietnamese ?? "—";
        if (article.Number is not null)
            place += $" {article.Number}";
        if (article.Clause is not null)
            place += $".{article.Clause}";
        return article.Point is null ? place : $"{place} điểm {article.Point}";
    }

    private static Row Of(string article, string example, object value, Decision decision) =>
        new(
            article,
            example,
            value,
            decision.Plain is IReadOnlyList<string> list ? string.Join(' ', list) : decision.Plain,
            decision.Article
        );

    private static IEnumerable<Row> Bases(RuleSet rules, string result)
    {
        foreach (
            var (summoned, committee, delegates, basis) in new[]
            {
                (10, 0, 0, 10L),
                (10, 1, 0, 9),
                (10, 0, 1, 9),
                (10, 2, 3, 5),
                (10, 5, 0, 5),
                (10, 0, 9, 1),
                (1, 0, 0, 1),
                (1_000, 499, 0, 501),
            }
        )
        {
            var hall = A.Delegates(
                summoned,
                1,
                new("summoning-committee-absent-throughout", committee),
                new("delegate-absent-throughout-without-alternate", delegates)
            );
            yield return Of($"{result}.3", $"{summoned} − {committee} − {delegates}", basis, Base.Of(rules, hall, default));
        }
        foreach (
            var (elsewhere, exempted, suspended, prosecuted, excused, basis) in new[]
            {
                (0, 0, 0, 0, 0, 30L),
                (1, 0, 0, 0, 0, 29),
                (0, 1, 0, 0, 0, 29),
                (0, 0, 1, 0, 0, 29),
                (0, 0, 0, 1, 0, 29),
                (0, 0, 0, 0, 1, 29),
                (1, 2, 3, 1, 1, 22),
                (0, 0, 0, 0, 29, 1),
            }
        )
        {
            var hall = A.Members(
                30,
                1,
                new("temporarily-elsewhere-absent", elsewhere),
                new("exempted-absent", exempted),
                new("suspended", suspended),
                new("prosecuted", prosecuted),
                new("absent-throughout-excused", excused)
            );
            yield return Of($"{result}.2", $"30 → {basis}", basis, Base.Of(rules, hall, default));
        }
        // Somebody who did not come to the meeting of the committee stays in the base.
        foreach (var present in new[] { 1, 7, 8, 15 })
            yield return Of(
                result,
                $"{present} of 15",
                15L,
                Base.Of(rules, new(CongressKind.Committee, 15, [], present), default)
            );
    }

    private static IEnumerable<Row> Results(RuleSet rules, string result)
    {
        foreach (var (basis, least) in new[] { (0, 1L), (1, 1), (2, 2), (3, 2), (11, 6), (149, 75), (150, 76), (151, 76) })
            yield return Of(result, $"half of {basis}", least, Threshold.Of(rules, basis));
        foreach (
            var (seats, votes, elected) in new (int, long[], string)[]
            {
                // Nobody, one vote, half, half and one more, everybody; one seat.
                (1, [0, 0], ""),
                (1, [1, 0], ""),
                (1, [50, 20], ""),
                (1, [51, 20], "c01"),
                (1, [100, 0], "c01"),
                // As many candidates as seats, fewer, one more.
                (3, [60, 70, 51], "c02 c01 c03"),
                (3, [60, 70, 50], "c02 c01"),
                (3, [60, 70], "c02 c01"),
                (2, [60, 70, 55], "c02 c01"),
                // A tie inside the seats, across the last of them, and below the threshold.
                (2, [60, 60, 55], "c01 c02"),
                (2, [60, 55, 55], "c01"),
                (2, [55, 55, 55], ""),
                (2, [60, 50, 50], "c01"),
            }
        )
        {
            var count = A.Count(seats, votes) with { Rules = rules };
            var decision = count.Result.Decisions.Single(decision => decision.About == Subject.Elected);
            yield return Of(result, $"{seats} seats, {string.Join('/', votes)} of 100", elected, decision);
        }
    }

    private static IEnumerable<Row> Validities(RuleSet rules, string article)
    {
        foreach (
            var (seats, people, struck, valid) in new[]
            {
                (15, 17, 2, true),
                (15, 17, 5, true),
                (15, 17, 16, true),
                (15, 17, 1, false),
                (15, 17, 0, false),
                (15, 17, 17, false),
                (1, 2, 1, true),
                (1, 2, 0, false),
                (1, 2, 2, false),
                (2, 2, 0, true),
                (2, 2, 2, false),
            }
        )
        {
            var paper = new Paper(1) { Struck = [.. Enumerable.Range(0, struck)] };
            var validity = new Validity(rules, BallotForm.StrikeOut, seats, people);
            yield return Of(article, $"{struck} of {people} struck, {seats} seats", valid, validity.Decide(paper));
            yield return Of(article, "not the board's", false, validity.Decide(paper with { IssuedByBoard = false }));
        }
        var single = new Validity(rules, BallotForm.AgreeDisagree, 1, 1);
        yield return Of(article, "agree with the only one", true, single.Decide(new(1) { Agree = [0] }));
        yield return Of(article, "disagree with the only one", true, single.Decide(new(1) { Disagree = [0] }));
    }

    private static IEnumerable<Row> Forms(RuleSet rules, string article)
    {
        foreach (
            var (form, seats, people, right) in new[]
            {
                (BallotForm.StrikeOut, 3, 4, true),
                (BallotForm.StrikeOut, 3, 3, false),
                (BallotForm.StrikeOut, 1, 2, true),
                (BallotForm.StrikeOut, 1, 1, false),
                (BallotForm.AgreeDisagree, 3, 4, false),
                (BallotForm.AgreeDisagree, 3, 3, true),
                (BallotForm.AgreeDisagree, 3, 2, true),
                (BallotForm.AgreeDisagree, 1, 2, false),
                (BallotForm.AgreeDisagree, 1, 1, true),
            }
        )
            yield return Of(article, $"{form.Code()}, {people} for {seats}", right, Form.Of(rules, form, seats, people));
    }

    private static IEnumerable<Row> VoidLines(RuleSet rules, string article)
    {
        var three = new Validity(rules, BallotForm.AgreeDisagree, 3, 3);
        yield return Of(article, "agree, nothing, both", true, three.Decide(new(1) { Agree = [0, 2], Disagree = [2] }));
        yield return Of(article, "nothing at all", true, three.Decide(new(1)));
        yield return Of(article, "both everywhere", true, three.Decide(new(1) { Agree = [0, 1, 2], Disagree = [0, 1, 2] }));
        var two = new Validity(rules, BallotForm.AgreeDisagree, 1, 2);
        yield return Of(article, "one seat, both and agree", true, two.Decide(new(1) { Agree = [0, 1], Disagree = [0] }));
    }

    private static IEnumerable<Row> Ballots244(RuleSet rules)
    {
        foreach (var row in Forms(rules, $"{Q244} 17.1").Concat(VoidLines(rules, $"{Q244} 17.2")))
            yield return row;
        foreach (
            var (seats, filled, round, next) in new[]
            {
                (2, 1, 1, "another-ballot"),
                (2, 1, 2, "congress-decides"),
                (2, 1, 3, "congress-decides"),
                (1, 0, 1, "another-ballot"),
                (1, 0, 2, "congress-decides"),
                (3, 0, 1, "another-ballot"),
            }
        )
            yield return Of(
                $"{Q244} 20.2",
                $"{filled} of {seats}, ballot {round}",
                next,
                NextBallot.Of(rules, new(Post.Committee, seats, BallotForm.StrikeOut, round), filled, 0)
            );
    }

    private static IEnumerable<Row> Posts244(RuleSet rules)
    {
        yield return Of($"{Q244} 13.1", "outside the list", false, OutsideList.ByMemberOfSummoningCommittee(rules));
        foreach (var post in new[] { Post.Secretary, Post.DeputySecretary })
        {
            yield return Of(
                $"{Q244} 23",
                "with",
                "standing-committee",
                CandidatesFrom.Of(rules, post, hasStandingCommittee: true)!
            );
            yield return Of($"{Q244} 23", "without", "committee", CandidatesFrom.Of(rules, post, hasStandingCommittee: false)!);
        }
    }

    private static IEnumerable<Row> Lists190()
    {
        const string article = $"{Q190} 14";
        foreach (
            var (post, seats, people, allowed) in new[]
            {
                (Post.Committee, 5, 6, true),
                (Post.Committee, 5, 7, false),
                (Post.Committee, 3, 4, true),
                (Post.Committee, 3, 5, false),
                (Post.Committee, 3, 3, false),
                (Post.Committee, 6, 7, true),
                (Post.Committee, 6, 8, false),
                (Post.Committee, 10, 13, true),
                (Post.Committee, 10, 14, false),
                (Post.Committee, 20, 26, true),
                (Post.Committee, 20, 27, false),
                (Post.StandingCommittee, 20, 20, false),
                (Post.StandingCommittee, 1, 1, false),
                (Post.Secretary, 1, 1, true),
                (Post.DeputySecretary, 2, 2, true),
                (Post.Delegates, 20, 20, true),
                (Post.Delegates, 20, 27, false),
            }
        )
            yield return Of(
                article,
                $"{post.Code()}, {people} for {seats}",
                allowed,
                Surplus.Of(A.Vn2025, post, seats, people).Decision
            );
        foreach (
            var (seats, listed, right) in new[]
            {
                (20, 20, false),
                (20, 21, false),
                (20, 22, true),
                (20, 23, true),
                (20, 24, false),
                (3, 3, false),
                (3, 4, true),
                (3, 5, false),
                (100, 109, false),
                (100, 110, true),
                (100, 115, true),
                (100, 116, false),
            }
        )
            yield return Of(
                article,
                $"{listed} prepared for {seats}",
                right,
                PreparedList.Of(A.Vn2025, Post.Committee, seats, listed)!
            );
        foreach (
            var (attending, supporters, enters) in new[]
            {
                (120, 0, false),
                (120, 1, false),
                (120, 36, false),
                (120, 37, true),
                (120, 60, true),
                (120, 120, true),
                (1, 0, false),
                (1, 1, true),
            }
        )
            yield return Of(article, $"{supporters} of {attending}", enters, FloorSupport.Of(A.Vn2025, attending, supporters)!);
        foreach (var (people, needed) in new[] { (20, false), (26, false), (27, true) })
            yield return Of(
                article,
                $"opinion, {people} for 20",
                needed,
                FloorSupport.OpinionBallot(A.Vn2025, Post.Committee, 20, people)!
            );
        foreach (var seats in new[] { 3, 4, 5 })
            yield return Of(article, $"a tie for {seats}", "head", IntroductionList.Of(A.Vn2025, seats, 1, [5, 5]).Tie!);
    }

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
