using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;

namespace DaiHoi.Web.Elections.Signing;

/// <summary>Somebody on the ballot, as the archive keeps him.</summary>
internal sealed record ListedCandidate(int Number, string Name, CandidateSource Source, DateOnly? Born);

/// <summary>How the congress closed the list; numbers are null where it was closed with the ballot before.</summary>
internal sealed record ClosedList(DateTime At, string By, long? Attending, long? For, IReadOnlyList<ListedCandidate> Candidates);

/// <summary>Somebody of the counting board.</summary>
internal sealed record BoardMember(string Duty, string Name);

/// <summary>
/// An election with everything that its result follows from: rules, hall, list, and what each group, the third person and the
/// board have read. The same record is made from the database for signing and from an archive for verifying.
/// </summary>
internal sealed record CountedElection(
    string Campaign,
    string OrganisationCode,
    string Organisation,
    string Title,
    Post Post,
    int Seats,
    BallotForm Form,
    int Round,
    Among Among,
    int? ListedByCommittee,
    CongressKind Kind,
    CountMethod Method,
    HallFigures Figures,
    ClosedList List,
    IReadOnlyList<BoardMember> Board,
    IReadOnlyList<CountedBatch> Batches
)
{
    public bool OnSheets => Method == CountMethod.Sheets;

    /// <summary>Ballots of which it is not known what they say.</summary>
    public IEnumerable<(int Batch, int Number, BallotStanding Standing)> Open() =>
        from batch in Batches
        from ballot in batch.Compare(OnSheets)
        where ballot.Reading is null
        select (batch.Number, ballot.Number, ballot.Standing);

    /// <summary>Whether the batches hold the ballots collected, no more and no less.</summary>
    public bool IsWhole => Batches.Sum(batch => (long)batch.Size) == Figures.Collected;

    /// <summary>What the rule engine counts.</summary>
    /// <exception cref="InvalidOperationException">a ballot is open</exception>
    public Counting Counting(RuleSet rules)
    {
        var readings = Batches
            .SelectMany(batch => batch.Compare(OnSheets))
            .Select(ballot => ballot.Reading ?? throw new InvalidOperationException("A ballot is open"))
            .ToList();
        var ballots = new Ballots(Figures.Issued, Figures.Collected);
        return new(
            rules,
            Hall,
            new(Post, Seats, Form, Round, Among, ListedByCommittee),
            Candidates,
            OnSheets
                ? ballots with
                {
                    Totals = SheetMarks.Sum(readings.Select(reading => reading.Marks), List.Candidates.Count),
                }
                : ballots with
                {
                    Papers = [.. readings.Select(PaperOf)],
                }
        );
    }

    public Hall Hall => new(Kind, Figures.Summoned, Figures.Deducted, Figures.Present);

    /// <summary>As the rule engine knows them: their key is the number on the ballot.</summary>
    public List<Candidate> Candidates =>
        [
            .. List
                .Candidates.OrderBy(candidate => candidate.Number)
                .Select(candidate => new Candidate(
                    FormattableString.Invariant($"{candidate.Number}"),
                    candidate.Name,
                    candidate.Born
                )),
        ];

    private Paper PaperOf(Decided reading) =>
        InvalidReasons.With(BallotMarks.PaperOf(reading.Marks, Form, List.Candidates.Count), reading.Reason);
}
