using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>The articles on bases, results, ballots and lists.</summary>
public sealed partial class ArticleTable
{
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
}
