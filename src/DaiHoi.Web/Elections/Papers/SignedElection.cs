using DaiHoi.Documents;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>A signed result with what its papers say besides. All figures come from the archive that was signed.</summary>
/// <param name="Superior">the organisation directly above; null at the top</param>
/// <param name="SignedOn">the day of the signature, in the time zone of the site</param>
/// <param name="Details">by number on the ballot; none until somebody who may know them takes a list</param>
/// <param name="Address">of the portal, for the page that verifies</param>
/// <param name="Before">the ballots for the same post that this one continues, the first one first</param>
/// <param name="IsOfBranch">the congress is below the grassroots: its papers name the organisation above</param>
internal sealed record SignedElection(
    CountedResult Counted,
    CongressWords Congress,
    string? Superior,
    DateOnly SignedOn,
    PaperLayout Layout,
    IReadOnlyDictionary<int, CandidateDetails> Details,
    string Address,
    IReadOnlyList<SignedElection> Before,
    bool IsOfBranch
)
{
    private static readonly Texts T = Texts.Vietnamese;

    /// <summary>The version that has taken its place; null where it is the newest.</summary>
    public int? ReplacedBy { get; init; }

    /// <summary>That the congress leaves the seats open which its ballots did not fill; null where it has not decided it.</summary>
    public AfterBallot? SeatsLeft { get; init; }

    public CountedElection Election => Counted.Archive.Election;
    public Counting Counting => Counted.Counting;
    public CountResult Result => Counted.Result;
    public Signature Signature => Counted.Archive.Signature;
    public string Title => Election.Round > 1 ? T["election-paper-round", Election.Title, Election.Round] : Election.Title;

    /// <summary>Where anybody compares a paper with what was signed.</summary>
    public string VerifyAddress => $"{Address}/xac-minh/{Counted.Signed.Hash}";

    /// <summary>Those elected, by votes from high to low.</summary>
    public IReadOnlyList<CandidateResult> Elected => [.. Result.Elected];

    /// <summary>Everybody who was elected in this ballot and in those that it continues, as lists of people have them: by given name.</summary>
    public IReadOnlyList<ElectedOne> AllElected =>
        [
            .. Before
                .Append(this)
                .SelectMany(round => round.Elected.Select(candidate => new ElectedOne(round, candidate)))
                .OrderBy(one => PersonName.Of(ElectionCandidate.WithoutRemark(one.Name)).Order, StringComparer.Ordinal),
        ];

    /// <summary>The title of the election that all its ballots are of.</summary>
    public string WholeTitle => Before is [var first, ..] ? first.Title : Title;

    public CandidateDetails DetailsOf(CandidateResult candidate) =>
        Details.GetValueOrDefault(NumberOf(candidate)) ?? CandidateDetails.None;

    public string ShareOf(CandidateResult candidate) =>
        ShareInTable.Of(Counting.Rules, PrintedShare.Of(Counting, Result, candidate.Votes)).Vietnamese;

    /// <summary>The reasoning of the count about a subject, in a sentence; nothing where it was not decided.</summary>
    public IEnumerable<string> Reasoning(Subject about) =>
        Result.Decisions.Where(decision => decision.About == about).Select(decision => decision.Explanation.Vietnamese);

    /// <summary>How many votes elect, as minutes say it: what it was reckoned from, without the arithmetic of the verification page.</summary>
    public IEnumerable<string> Measure() =>
        Reasoning(Subject.Base)
            .Concat(
                Reasoning(Subject.Threshold)
                    .Select(why =>
                        why.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at && Election.Among != Among.Tied
                            ? why[..at] + "."
                            : why
                    )
            );

    /// <summary>What is left to be done; a tie says it itself.</summary>
    public IEnumerable<string> LeftOpen() =>
        Reasoning(Subject.Tie).Any() ? Reasoning(Subject.Tie)
        : Counted.GivenAway is { } given ? [given.Explanation.Vietnamese]
        : Reasoning(Subject.Next);

    /// <summary>Who attended, and what the box held: one line each.</summary>
    public IReadOnlyList<string> Figures()
    {
        var (figures, people) = (Election.Figures, Counting.Rules.Terms.Summoned(Election.Kind).Vietnamese);
        return
        [
            T["election-paper-summoned", people, Number(figures.Summoned)],
            T["election-paper-present", Number(figures.Present), Number(figures.Summoned - figures.Present)],
            T["election-paper-ballots", Number(figures.Issued), Number(figures.Collected)],
            T["election-paper-valid", Number(Result.Valid), Number(Result.Invalid)],
        ];
    }

    /// <summary>Who is elected with votes and shares, by votes from high to low.</summary>
    public PaperTable ElectedTable(string caption) => Votes(caption, Elected);

    /// <summary>Who is elected in all ballots; without a further one by votes, else by given name: votes of two ballots are no order.</summary>
    public PaperTable AllElectedTable(string caption) =>
        Before.Count == 0
            ? ElectedTable(caption)
            : Votes(T["election-paper-all-elected"], AllElected.Select(one => (one.Candidate, one.Share)));

    /// <param name="candidates">in the order in which they are to stand</param>
    public PaperTable Votes(string caption, IEnumerable<CandidateResult> candidates) =>
        Votes(caption, candidates.Select(candidate => (candidate, ShareOf(candidate))));

    private PaperTable Votes(string caption, IEnumerable<(CandidateResult Candidate, string Share)> candidates) =>
        new(
            caption,
            [
                new(T["paper-order"], 0.5, Numbers: true),
                new(T["duty-name"], 3),
                new(T["result-votes"], 1, Numbers: true),
                new($"{T["result-share"]} {PrintedShare.Heading(Counting.Rules).Vietnamese}", 1.6, Numbers: true),
            ],
            [
                .. candidates.Select(
                    (one, at) =>
                        (IReadOnlyList<PaperCell>)
                            [
                                new(Number(at + 1), at + 1),
                                new(one.Candidate.Candidate.Name),
                                new(Number(one.Candidate.Votes), one.Candidate.Votes),
                                new(one.Share),
                            ]
                ),
            ]
        );

    /// <summary>What stands above its papers (<see cref="CongressWords.Head"/>).</summary>
    /// <param name="symbol">"NQ"; null for a paper that bears none</param>
    public PaperHead Head(string? body, string? symbol)
    {
        var head = Congress.Head(Layout, Superior, body, symbol, SignedOn);
        return IsOfBranch && Superior is not null
            ? head with
            {
                Superior = CongressWords.Upper(Superior),
                Issuer = [CongressWords.Upper(Congress.Organisation), .. head.Issuer],
            }
            : head;
    }

    /// <summary>The presidium signs, by hand.</summary>
    public PaperSignature OfPresidium() =>
        Election.Kind == Rules.Delegates.CongressKind.Committee
            ? new(null, CongressWords.Upper(Congress.Presidium), null)
            : new(CongressWords.Upper(Congress.Presidium), null, null);

    /// <summary>How the paper is compared with what was signed: the address, the hash, and a code of both.</summary>
    public PaperCode Verification() =>
        new(
            VerifyAddress,
            T["election-paper-verify", Signature.Version, Counted.Signed.Hash, VerifyAddress]
                + (ReplacedBy is { } newer ? " " + T["election-paper-replaced", newer] : "")
        );

    public IReadOnlyList<string> Recipients(params IEnumerable<string> further) =>
        [
            .. Superior is null ? (string[])[] : [T["election-paper-to-superior", Superior]],
            .. further,
            T["election-paper-to-file", CongressWords.Within(Congress.Meeting)],
        ];

    public static string Number(long number) => Formats.Number(number);

    public static int NumberOf(CandidateResult candidate) =>
        int.Parse(candidate.Candidate.Id, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Somebody who was elected, with the ballot that elected him.</summary>
internal sealed record ElectedOne(SignedElection Round, CandidateResult Candidate)
{
    public string Name => Candidate.Candidate.Name;
    public long Votes => Candidate.Votes;
    public string Share => Round.ShareOf(Candidate);
    public CandidateDetails Details => Round.DetailsOf(Candidate);
}
