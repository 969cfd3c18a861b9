using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.Personnel;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>Each decision in each of its forms, for the reading of its words.</summary>
internal static class EveryDecision
{
    public static IEnumerable<Decision> All() =>
        new[] { Bases(), Elections(), Counts(), Delegates(), Campaign() }.SelectMany(part => part).OfType<Decision>();

    private static IEnumerable<Decision?> Bases()
    {
        var numbers = new BallotNumbers(1_090, 1_088, 1_080);
        yield return Base.Of(A.Vn2020, A.Delegates(1_200, 1_100), numbers);
        yield return Base.Of(
            A.Vn2020,
            A.Delegates(
                1_200,
                1_100,
                new("summoning-committee-absent-throughout", 1),
                new("delegate-absent-throughout-without-alternate", 2)
            ),
            numbers
        );
        yield return Base.Of(A.Vn2025, A.Delegates(1, 1, new Deducted("summoning-committee-absent-throughout", 0)), numbers);
        yield return Base.Of(
            A.Vn2025,
            A.Members(
                30,
                20,
                new("temporarily-elsewhere-absent", 1),
                new("exempted-absent", 2),
                new("suspended", 3),
                new("prosecuted", 1),
                new("absent-throughout-excused", 1)
            ),
            numbers
        );
        yield return Base.Of(A.Vn2020, new(CongressKind.Committee, 15, [], 12), numbers);
        foreach (var of in Enum.GetValues<Denominator>())
            yield return Base.Of(Counted(of), A.Delegates(1_200, 1_100), numbers);
        yield return Quorum.Of(A.Vn2020, 1_200, 800);
        yield return Quorum.Of(A.Union, 1_200, 799);
        yield return KindOfCongress.Of(A.Vn2020, "grassroots", 1);
        yield return KindOfCongress.Of(A.Vn2020, "grassroots", 1_200);
        yield return KindOfCongress.HasCommittee(A.Vn2020, 8);
        yield return KindOfCongress.HasCommittee(A.Vn2020, 9);
    }

    private static IEnumerable<Decision?> Elections()
    {
        yield return Threshold.Of(A.Vn2020, 1_200);
        yield return Threshold.Of(A.Vn2025, 1);
        yield return Threshold.Of(
            A.Vn2020 with
            {
                Elections = A.Vn2020.Elections with { Threshold = new(new(2, 3), A.Vn2020.Unwritten) },
            },
            1_200
        );
        yield return Threshold.AmongTied(A.Vn2020);
        yield return Surplus.Of(A.Vn2020, Post.Committee, 20, 27).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Committee, 20, 26).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Committee, 20, 20).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Committee, 3, 4).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Committee, 3, 5).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Secretary, 1, 1).Decision;
        yield return Surplus.Of(A.Vn2025, Post.Secretary, 1, 2).Decision;
        yield return Surplus.Of(A.Association, Post.Committee, 1, 2).Decision;
        yield return Surplus
            .Of(
                A.Vn2020 with
                {
                    Elections = A.Vn2020.Elections with { Surplus = [new([Post.Committee], true, null, [], A.Vn2020.Unwritten)] },
                },
                Post.Committee,
                3,
                9
            )
            .Decision;
        yield return Surplus.AmongTied(A.Vn2020, 1, 2).Decision;
        yield return PreparedList.Of(A.Vn2020, Post.Committee, 20, 23);
        yield return PreparedList.Of(A.Vn2020, Post.Committee, 20, 24);
        yield return PreparedList.Of(A.Vn2025, Post.Committee, 3, 4);
        yield return PreparedList.Of(A.Vn2025, Post.Committee, 3, 3);
        yield return FloorSupport.Of(A.Vn2025, 1_200, 361);
        yield return FloorSupport.Of(A.Vn2020, 120, 36);
        yield return FloorSupport.OpinionBallot(A.Vn2025, Post.Committee, 20, 26);
        yield return FloorSupport.OpinionBallot(A.Vn2025, Post.Committee, 20, 27);
        yield return IntroductionList.Of(A.Vn2025, 3, 2, [9, 5, 5]).Tie;
        yield return BallotsKept.Of(A.Vn2025, A.Day("2025-08-31"));
        yield return BallotsKept.Of(A.Vn2015, A.Day("2015-06-30"));
        foreach (var candidacy in Enum.GetValues<Candidacy>())
        {
            yield return Age.Of(A.Vn2020, "province", candidacy, Sex.Men, A.Day("1965-08-31"));
            yield return Age.Of(A.Vn2020, "district", candidacy, Sex.Women, A.Day("1970-02-01"));
            yield return Service.Of(A.Vn2025, "province", null, candidacy, A.Day("2029-09-30"));
        }
        yield return Service.OfSpecialCase(A.Vn2025, "province", null, Candidacy.Again, A.Day("2029-02-28"));
        foreach (var (form, seats, people, paper) in OneBallots())
            yield return new Validity(A.Vn2020, form, seats, people).Decide(paper);
        yield return OutsideList.ByMemberOfSummoningCommittee(A.Vn2020);
        yield return OutsideList.ByMemberOfSummoningCommittee(A.Association);
        yield return CandidatesFrom.Of(A.Vn2020, Post.Secretary, true);
        yield return CandidatesFrom.Of(A.Vn2020, Post.DeputySecretary, false);
        yield return Form.Of(A.Vn2020, BallotForm.StrikeOut, 3, 4);
        yield return Form.Of(A.Vn2025, BallotForm.StrikeOut, 3, 3);
        yield return Form.Of(A.Vn2025, BallotForm.AgreeDisagree, 3, 3);
        yield return Form.Of(A.Vn2025, BallotForm.AgreeDisagree, 3, 4);
        yield return SecretaryDirect.Of(A.Vn2020);
        yield return SecretaryDirect.Of(Direct(false, AfterFailure.NewCommittee));
        yield return SecretaryDirect.AfterFailure(A.Youth, 2);
        yield return SecretaryDirect.AfterFailure(Direct(true, AfterFailure.CongressDecides), 2);
        yield return Rounds.Of(A.Youth, new(Post.Committee, 3, BallotForm.StrikeOut, 3));
        foreach (var aim in A.Vn2020.Aims)
        {
            yield return Aim.Of(aim, 40, 4);
            yield return Aim.Of(aim, 40, 18);
        }
        yield return Aim.Of(
            new("all", new("Tất cả", "All"), Post.Committee, new(1, 3), new(1, 2), 2, A.Vn2020.Unwritten),
            40,
            18
        );
    }

    private static IEnumerable<(BallotForm Form, int Seats, int People, Paper Paper)> OneBallots()
    {
        var ballot = new Paper(1);
        yield return (BallotForm.StrikeOut, 1, 2, ballot with { Struck = [0] });
        yield return (BallotForm.StrikeOut, 1, 2, ballot with { Struck = [0], IssuedByBoard = false });
        yield return (BallotForm.StrikeOut, 1, 2, ballot);
        yield return (BallotForm.StrikeOut, 1, 2, ballot with { Struck = [0, 1] });
        yield return (BallotForm.StrikeOut, 1, 2, ballot with { Struck = [0], NamesAdded = true });
        yield return (BallotForm.StrikeOut, 1, 2, ballot with { Struck = [0], Marked = true });
        yield return (BallotForm.AgreeDisagree, 1, 1, ballot);
        yield return (BallotForm.AgreeDisagree, 1, 1, ballot with { Agree = [0] });
        yield return (BallotForm.AgreeDisagree, 3, 3, ballot with { Agree = [0, 2], Disagree = [2] });
        yield return (BallotForm.AgreeDisagree, 3, 2, ballot with { Agree = [0] });
    }

    private static IEnumerable<Decision?> Counts()
    {
        CountSpec[] counts =
        [
            A.Count(2, 1_300, 1_000, 20) with
            {
                Summoned = 2_000,
                Present = 1_900,
                Issued = 1_901,
                Invalid = 1,
            },
            A.Count(2, 60, 55, 55),
            A.Count(2, 60, 40, 30),
            A.Count(2, 60, 40, 30) with
            {
                Round = 2,
            },
            A.Count(2, 60, 40, 30) with
            {
                Rules = A.Youth,
                Round = 2,
            },
            A.Count(2, 50, 40) with
            {
                Rules = A.Association,
            },
            A.Count(3, 60, 60, 30) with
            {
                Rules = A.State,
            },
            A.Count(1, 30, 30) with
            {
                Among = Among.Tied,
            },
            A.Count(2, 55, 55, 55) with
            {
                Rules = A.State,
            },
            A.Count(2, 60, 55, 55) with
            {
                Rules = A.State,
                People =
                [
                    new("a", "An", A.Day("1970-01-01")),
                    new("b", "Bình", A.Day("1971-01-01")),
                    new("c", "Chính", A.Day("1972-01-01")),
                ],
            },
            A.Count(3, 60, 55, 55, 55) with
            {
                Rules = A.State,
                People = [Born("An", 1), Born("Bình", 2), Born("Chính", 3), Born("Dung", 4)],
            },
            A.Count(1, 20) with
            {
                Rules = A.Youth,
                Of = Post.Secretary,
                Round = 2,
                Form = BallotForm.AgreeDisagree,
            },
        ];
        foreach (var count in counts)
        {
            foreach (
                var decision in count.Result.Decisions.Where(decision =>
                    decision.About
                        is Subject.Valid
                            or Subject.Elected
                            or Subject.Tie
                            or Subject.Next
                            or Subject.BallotsIssued
                            or Subject.SecretaryDirect
                )
            )
                yield return decision;
        }
    }

    private static IEnumerable<Decision?> Delegates()
    {
        foreach (var reason in A.Vn2025.Delegates.Summons.Select(rule => rule.Reason))
            yield return Summons.Of(A.Vn2025, reason);
        yield return Summons.Of(
            A.Vn2020 with
            {
                Delegates = A.Vn2020.Delegates with
                {
                    Summons = [new("guest", new("Khách mời", "Guest"), true, false, A.Vn2020.Unwritten)],
                },
            },
            "guest"
        );
        yield return Replacement.Of(A.Vn2025, "moved", []).Decision;
        yield return Replacement.Of(A.Vn2025, "died", []).Decision;
        yield return Replacement.Of(A.Vn2025, "died", [new("a", "An", 1_060), new("b", "Bình", 1_060)]).Decision;
        yield return Replacement.Of(A.Vn2020, "died", [new("a", "An", 1_060), new("b", "Bình", 60)]).Decision;
        yield return DelegateLimit.Of(A.Vn2025, "public-security", 350);
        yield return DelegateLimit.Of(A.Vn2025, "hanoi", 551);
        yield return DelegateLimit.Appointed(A.Youth, 5, 100);
        yield return DelegateLimit.Appointed(A.Youth, 6, 100);
        yield return Allocation
            .Of(
                A.Vn2020,
                new(13, ByMembers.Quotient, MembersPerDelegate: 12_000, RemainderFrom: 6_001, Appointed: 15),
                [new("a", 18_001, 3, 5), new("b", 1_200_000, 2)]
            )
            .Decision;
    }

    private static IEnumerable<Decision?> Campaign()
    {
        var window = Window.Of(A.Vn2020, "grassroots")!;
        var open = Window.Of(A.Vn2020, "district")!;
        yield return Window.Allows(window, null, A.Day("2020-06-30"));
        yield return Window.Allows(open, null, A.Day("2020-09-01"));
        yield return Window.Allows(open, new(A.Day("2020-02-01"), null), A.Day("2020-09-01"));
        yield return Window.Allows(open, new(null, null), A.Day("2020-09-01"));
        yield return Window.MayNarrow(A.Vn2020, window.Period, new(A.Day("2020-04-15"), A.Day("2020-05-31")));
        yield return Window.MayNarrow(A.Vn2020, window.Period, new(A.Day("2020-04-15"), A.Day("2020-07-31")));
        yield return Window.MayNarrow(
            A.Vn2020 with
            {
                Campaign = A.Vn2020.Campaign with { NarrowedBy = new(NarrowedBy.Nobody, A.Vn2020.Unwritten) },
            },
            window.Period,
            window.Period
        );
        yield return Duration.Of(A.Vn2020, "grassroots", 2);
        yield return Duration.Of(A.Vn2020, "branch", 2);
        yield return Duration.OfPreparatorySession(A.Vn2020, "district", 1);
        yield return Duration.OfPreparatorySession(A.Vn2020, "district", 2);
        yield return Duration.OfPreparatorySession(A.Vn2020, "grassroots", 1);
        yield return Overdue.Of(window, null, A.Day("2020-06-30"), null);
        yield return Overdue.Of(window, null, A.Day("2020-07-01"), null);
        yield return Overdue.Of(window, null, A.Day("2020-07-10"), null);
        yield return Overdue.Of(window, null, A.Day("2020-07-10"), A.Day("2020-07-02"));
        yield return Overdue.Of(window, null, A.Day("2020-07-10"), A.Day("2020-06-02"));
        yield return Overdue.Of(window, null, A.Day("2020-07-10"), A.Day("2020-06-30"));
        yield return Overdue.Of(window, null, A.Day("2020-07-04"), A.Day("2020-07-05"));
        yield return Overdue.Of(window, new(A.Day("2020-07-01"), null), A.Day("2020-07-10"), null);
        foreach (var deadline in A.Vn2025.Campaign.Deadlines)
            yield return Deadline.Of(A.Vn2025, deadline.Code, deadline.InForce.From ?? A.Day("2025-03-03"));
        yield return Deadline.Of(A.Vn2025, "report", A.Day("2027-03-03"));
        var given = new HashSet<Demand> { Demand.QuorumMet };
        var facts = new TransitionFacts(A.Day("2020-07-05"), A.Day("2020-07-06"), window.Period, 3, given);
        yield return Transition.Of(A.Vn2020, "grassroots", CongressStatus.PlanApproved, CongressStatus.Held, facts).Decision;
        yield return Transition.Of(A.Vn2020, "grassroots", CongressStatus.Held, CongressStatus.Preparing, facts).Decision;
        yield return Transition
            .Of(
                A.Vn2020,
                "grassroots",
                CongressStatus.Held,
                CongressStatus.Annulled,
                facts with
                {
                    Given = Enum.GetValues<Demand>().ToHashSet(),
                }
            )
            .Decision;
    }

    private static Candidate Born(string name, int day) => new(name, name, new(1970, 1, day));

    private static RuleSet Counted(Denominator of) =>
        A.Association with
        {
            Elections = A.Association.Elections with
            {
                Bases = new Dictionary<CongressKind, BaseRule>
                {
                    [CongressKind.Delegates] = new(CongressKind.Delegates, of, [], A.Association.Unwritten),
                },
            },
        };

    private static RuleSet Direct(bool allowed, AfterFailure then) =>
        A.Youth with
        {
            Elections = A.Youth.Elections with
            {
                SecretaryDirect = A.Youth.Elections.SecretaryDirect! with { Allowed = allowed, Then = then },
            },
        };
}
