using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>Somebody whom a congress has elected, with what the level above says of him.</summary>
/// <param name="Result">id of the signed version</param>
/// <param name="Number">on its ballot</param>
/// <param name="Person">his number in the register; null where only his name is known</param>
/// <param name="Seats">how many this ballot was to elect</param>
/// <param name="Decision">null while nothing is decided</param>
internal sealed record ElectedPerson(
    long Election,
    string Title,
    Post Post,
    long Result,
    int Number,
    string Name,
    long Votes,
    Words Share,
    long? Person,
    int Seats,
    ElectedRatification? Decision
)
{
    /// <summary>As a form names him.</summary>
    public string Key => FormattableString.Invariant($"{Result}-{Number}");

    /// <summary>Who said after the signature whose record he is, and when; null where nobody has.</summary>
    public (string By, DateTime At)? Identified { get; init; }

    /// <summary>He stands on the list of the congress above, where he was elected for it.</summary>
    public bool IsListedAbove { get; init; }

    /// <summary>Delegates to the congress above are no matter of ratification: its own credential committee looks at them.</summary>
    public bool IsRatified => Post is not (Post.Delegates or Post.Alternates);
}

/// <summary>What came out of a congress.</summary>
/// <param name="Open">elections that are arranged and not signed</param>
internal sealed record ElectedList(IReadOnlyList<ElectedPerson> People, IReadOnlyList<HeldElection> Open, CongressOutcome Outcome)
{
    /// <summary>Of whom the level above has yet to decide.</summary>
    public IEnumerable<ElectedPerson> Undecided => People.Where(one => one is { IsRatified: true, Decision: null });

    /// <summary>Signed versions from which they come, also those that elect nobody: their ids and when they were signed.</summary>
    public IReadOnlyList<(long Result, DateTime SignedAt)> Results { get; init; } = [];

    /// <summary>Linked to a record while they were elected, which a correction has changed: the link can be taken back.</summary>
    public IReadOnlyList<ElectedPerson> LinkedBefore { get; init; } = [];

    /// <summary>When the last of its signed elections was annulled; null where none was.</summary>
    public DateTime? AnnulledAt { get; init; }

    /// <summary>Seats that no ballot has filled.</summary>
    public IReadOnlyList<UnfilledSeats> Unfilled { get; init; } = [];

    /// <summary>An election that, with its further ballots, has elected more than there are seats; null where none has.</summary>
    public (string Title, int Elected, int Seats)? TooMany { get; init; }
}

/// <summary>Seats that the last ballot of an election did not fill.</summary>
/// <param name="LeftOpen">that the congress leaves them so; null where it has not decided it</param>
/// <param name="Why">what the rules say of them</param>
internal sealed record UnfilledSeats(HeldElection Election, int Seats, AfterBallot? LeftOpen, Words Why);

/// <summary>Reads whom a congress has elected, from its signed results.</summary>
internal sealed class ElectedOfCongress(
    DatabaseFactory databases,
    ElectionBook book,
    ResultReading results,
    HallReading hall,
    SiteClock clock
)
{
    public async Task<ElectedList> OfAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop)
    {
        var elections = await book.ListAsync(place.Congress!.Value, stop);
        var people = new List<ElectedPerson>();
        var signings = new List<(long, DateTime)>();
        var linked = new List<ElectedPerson>();
        var unfilled = new List<UnfilledSeats>();
        DateOnly? signed = null;
        HallFigures? figures = null;
        await using var database = databases.Create();
        var above = await ElectedBelow.ListedAsync(database, elections.ConvertAll(one => one.Id), stop);
        // What is being corrected stands as it was signed until a new version is.
        foreach (var election in elections.Where(one => one is { SignedVersion: > 0, AnnulledAt: null }))
        {
            var counted = (await results.NewestAsync(election.Id, stop))!;
            var day = clock.DayOf(counted.Signed.SignedAt);
            signed = signed > day ? signed : day;
            // Who came to a meeting of the committee says nothing of the congress.
            if (election.Kind != CongressKind.Committee)
                figures = counted.Archive.Election.Figures;
            signings.Add((counted.Signed.Id, counted.Signed.SignedAt));
            var stood = await database
                .Set<ElectionCandidate>()
                .AsNoTracking()
                .Where(one => one.ElectionId == election.Id && one.Number != null)
                .ToDictionaryAsync(one => one.Number!.Value, stop);
            // A number behind which nobody stands any more leads nowhere: his record may be found anew.
            var gone = await PeopleRegister.GoneAsync(
                database,
                [.. stood.Values.Select(one => one.PersonId).OfType<long>()],
                stop
            );
            var decided = await DecisionsOfElection.OfAsync(database, election.Id, stop);
            ElectedPerson PersonOf(CandidateResult candidate)
            {
                var number = int.Parse(candidate.Candidate.Id, System.Globalization.CultureInfo.InvariantCulture);
                return new ElectedPerson(
                    election.Id,
                    election.Title,
                    election.Post,
                    counted.Signed.Id,
                    number,
                    candidate.Candidate.Name,
                    candidate.Votes,
                    ShareInTable.Of(counted.Counting.Rules, PrintedShare.Of(counted.Counting, counted.Result, candidate.Votes)),
                    stood[number].PersonId is { } record && !gone.Contains(record) ? record : null,
                    election.Seats,
                    decided.GetValueOrDefault(number)
                )
                {
                    Identified = stood[number] is { IdentifiedAt: { } at, IdentifiedByName: { } by } ? (by, at) : null,
                    IsListedAbove = above[election.Id].Contains(candidate.Candidate.Name),
                };
            }
            people.AddRange(counted.Result.Elected.Select(PersonOf));
            linked.AddRange(
                counted
                    .Result.Candidates.Where(candidate => candidate.Outcome != Outcome.Elected)
                    .Select(PersonOf)
                    .Where(one => one is { Identified: not null, Person: not null })
            );
            if (IsUnfilled(counted, elections))
                unfilled.Add(
                    new(
                        election,
                        election.Seats - counted.Result.SeatsFilled,
                        await AfterBallotDeciding.LeftOpenAsync(database, election.Id, counted.Signed.Version, stop),
                        (
                            counted.Result.Decisions.LastOrDefault(why =>
                                why.About == Subject.SecretaryDirect && why is Decision<string>
                            ) ?? counted.Result.Decisions.Last(why => why.About == Subject.Next)
                        ).Explanation
                    )
                );
        }
        // Whom the congress did not elect, its new committee has.
        if (people.Exists(one => one is { Post: Post.Secretary, Decision: null or { RefusedBecause: null } }))
            unfilled.RemoveAll(one => one.Election.Post == Post.Secretary);
        return new(
            people,
            [.. elections.Where(one => one.State is not (ElectionState.Signed or ElectionState.Annulled))],
            await OutcomeAsync(
                database,
                place.Congress!.Value,
                people,
                // A committee whose election was annulled has nobody: that is known, and not open.
                elections.Exists(one => one is { Post: Post.Committee, AnnulledAt: not null, SignedVersion: > 0 }),
                figures,
                signed ?? clock.Today,
                stop
            )
        )
        {
            Results = signings,
            LinkedBefore = linked,
            AnnulledAt = elections.Where(one => one.SignedVersion > 0).Max(one => one.AnnulledAt),
            Unfilled = unfilled,
            TooMany = TooManyOf(elections, people),
        };
    }

    private static bool IsUnfilled(CountedResult counted, List<HeldElection> elections) =>
        counted.Result.SeatsFilled < counted.Counting.Election.Seats
        && !elections.Exists(next =>
            next.ContinuesId == counted.Signed.ElectionId && next.AnnulledAt is null && next.Post == counted.Counting.Election.Of
        );

    // Each correction looks at the ballots that follow; this looks at all of them together before anything goes up.
    private static (string Title, int Elected, int Seats)? TooManyOf(List<HeldElection> elections, List<ElectedPerson> people)
    {
        foreach (var first in elections.Where(one => one.State == ElectionState.Signed && one.ContinuesId is null))
        {
            var chain = new HashSet<long> { first.Id };
            foreach (var one in elections.Where(one => one.Post == first.Post && one.State == ElectionState.Signed))
            {
                if (one.ContinuesId is { } before && chain.Contains(before))
                    chain.Add(one.Id);
            }
            if (people.Count(one => chain.Contains(one.Election)) is var count && count > first.Seats)
                return (first.Title, count, first.Seats);
        }
        return null;
    }

    /// <summary>Figures for the campaign: composition only where everybody elected to the committee has a record.</summary>
    private async Task<CongressOutcome> OutcomeAsync(
        Data.Database database,
        long congress,
        List<ElectedPerson> people,
        bool isAnnulled,
        HallFigures? figures,
        DateOnly signed,
        CancellationToken stop
    )
    {
        var attendance = await hall.AttendanceAsync(congress, stop);
        var committee = people.FindAll(one => one is { Post: Post.Committee, Decision: null or { RefusedBecause: null } });
        var records = committee.Where(one => one.Person is not null).Select(one => one.Person!.Value).ToList();
        var known = await PeopleRegister.FindAsync(database, records, stop);
        var data = committee
            .Select(one => one.Person is { } id ? known.GetValueOrDefault(id)?.Data : null)
            .OfType<PersonData>()
            .ToList();
        var isWhole = committee.Count > 0 && data.Count == committee.Count;
        return new(
            attendance?.LastDay ?? signed,
            // A congress whose list was kept elsewhere has the figures of its last ballot.
            attendance?.Summoned
                ?? (int?)figures?.Summoned,
            attendance?.Came ?? (int?)figures?.Present,
            committee.Count == 0 && !isAnnulled ? null : committee.Count,
            isWhole ? data.Count(one => one.Sex == Sex.Female) : null,
            isWhole ? data.Count(one => one.Born.AgeOn(signed) < 40) : null,
            isWhole && data.TrueForAll(one => one.IsMinority is not null) ? data.Count(one => one.IsMinority == true) : null
        );
    }
}
