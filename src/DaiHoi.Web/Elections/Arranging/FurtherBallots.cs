using System.Globalization;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using SortKey = DaiHoi.Web.Platform.Text.SortKey;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>What may follow a signed result.</summary>
internal enum FurtherKind
{
    /// <summary>another ballot for the open seats, among those who are left</summary>
    Remaining,

    /// <summary>a ballot among those who were tied across the last seat</summary>
    Tied,

    /// <summary>alternates, from those on the one list who were not elected</summary>
    Alternates,
}

/// <summary>A ballot that may follow.</summary>
/// <param name="Seats">open; null where the congress says how many alternates it elects</param>
/// <param name="IsAsked">the congress decides whether it is held</param>
internal sealed record FurtherBallot(
    FurtherKind Kind,
    Post Post,
    int? Seats,
    bool IsAsked,
    IReadOnlyList<FurtherCandidate> Candidates
)
{
    /// <summary>The ballot for the seats that a result has left open; null where it has left none.</summary>
    public static FurtherBallot? After(CountedResult signed)
    {
        var (counting, result) = (signed.Counting, signed.Result);
        var open = counting.Election.Seats - result.SeatsFilled;
        var (tied, isAsked) = (Of(signed, result.Tied), signed.Asked is not null);
        if (tied.Count > 0)
            return new(FurtherKind.Tied, counting.Election.Of, open, isAsked, tied);
        var left = Of(signed, result.Candidates.Where(candidate => candidate.Outcome == Outcome.NotElected));
        return left.Count == 0 || open == 0 || result.Next == NextStep.Complete || IsLast(counting, result)
            ? null
            : new(FurtherKind.Remaining, counting.Election.Of, open, isAsked, left);
    }

    /// <summary>
    /// Alternates, from those on the one list whom no ballot has elected (QĐ 190-QĐ/TW Điều 18: official delegates are elected
    /// first, alternates then from the rest of the same list); null where nobody is left.
    /// </summary>
    /// <param name="ballots">for the official delegates, the first one first</param>
    public static FurtherBallot? Alternates(IReadOnlyList<CountedResult> ballots)
    {
        var elected = ballots.SelectMany(one => one.Result.Elected).Select(one => SortKey.Of(one.Candidate.Name)).ToHashSet();
        var left = ballots
            .Reverse()
            .SelectMany((one, at) => Of(one, one.Result.Candidates, isLast: at == 0))
            .DistinctBy(one => SortKey.Of(one.Candidate.Name))
            .Where(one => !elected.Contains(SortKey.Of(one.Candidate.Name)))
            .ToList();
        return left.Count == 0 ? null : new(FurtherKind.Alternates, Post.Alternates, null, false, left);
    }

    private static List<FurtherCandidate> Of(CountedResult signed, IEnumerable<CandidateResult> candidates, bool isLast = true) =>
        [
            .. candidates.Select(one =>
            {
                var number = int.Parse(one.Candidate.Id, CultureInfo.InvariantCulture);
                var election = signed.Signed.ElectionId;
                return new FurtherCandidate(
                    isLast ? one.Candidate.Id : FormattableString.Invariant($"{election}-{number}"),
                    election,
                    number,
                    one.Candidate
                );
            }),
        ];

    // Once as many ballots are held as the rule set allows, the congress decides on the open seats without another.
    private static bool IsLast(Counting counting, CountResult result) =>
        counting.Election.Round >= counting.Rules.Elections.FurtherBallots.Maximum
        || (
            counting.Election.Of == Post.Secretary
            && counting.Hall.Kind != CongressKind.Committee
            && result.SeatsFilled == 0
            && SecretaryDirect.AfterFailure(counting.Rules, counting.Election.Round) is not null
        );
}

/// <summary>Somebody who may stand in a further ballot.</summary>
/// <param name="Key">as a form names him: his number on the ballot before, with its election where that was an earlier one</param>
/// <param name="Election">in which he stood last, under this number</param>
internal sealed record FurtherCandidate(string Key, long Election, int Number, Candidate Candidate);

/// <summary>Begins the ballot that follows a signed result.</summary>
internal sealed class FurtherBallots(
    DatabaseFactory databases,
    ResultReading results,
    ElectionBook book,
    AfterBallotDeciding deciding,
    FiguresOfHall hall,
    ElectedBelow above,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>The ballot that follows an election already; null where none does.</summary>
    public async Task<HeldElection?> ContinuedAsync(long election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await ElectionAnnulling.ContinuedAsync(database, election, stop);
    }

    /// <summary>The ballots that may follow a signed result; none where nothing may.</summary>
    public async Task<IReadOnlyList<FurtherBallot>> NextAsync(HeldElection election, CountedResult signed, CancellationToken stop)
    {
        var open = signed.Further;
        if (election.Post != Post.Delegates)
            return open is null ? [] : [open];
        // The seats of the official delegates come first: filled, or left open by the congress.
        if (
            signed.Result.SeatsFilled < election.Seats
            && await deciding.LeftOpenAsync(election.Id, signed.Signed.Version, stop) is null
        )
            return open is null ? [] : [open];
        var ballots = new List<CountedResult>();
        foreach (var earlier in await book.BeforeAsync(election, stop))
        {
            if (await results.NewestAsync(earlier.Id, stop) is { } one)
                ballots.Add(one);
        }
        return [.. new[] { FurtherBallot.Alternates([.. ballots, signed]), open }.OfType<FurtherBallot>()];
    }

    /// <param name="kind">null for the first that may follow</param>
    /// <param name="keys">of those who stand again (<see cref="FurtherCandidate.Key"/>); among tied all of them stand</param>
    /// <param name="seats">of alternates; for what remains the open seats count</param>
    /// <param name="vote">of the congress that it votes again, where that is left to it</param>
    public async Task<Answer> BeginAsync(
        Actor actor,
        OpenedElection opened,
        FurtherKind? kind,
        IReadOnlyList<string> keys,
        int? seats,
        string? title,
        TypedVote vote,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange || opened.Election.State != ElectionState.Signed)
            return Answer.NotFound;
        if (await results.NewestAsync(opened.Election.Id, stop) is not { } signed)
            return Answer.NotFound;
        if (
            (await NextAsync(opened.Election, signed, stop)).FirstOrDefault(one => kind is null || one.Kind == kind)
            is not { } further
        )
            return Answer.NotFound;
        if ((further.Seats ?? seats) is not (>= 1 and <= HeldElection.MostSeats) || (further.Seats ?? seats) is not { } wanted)
            return Answer.Refused("seats", "election-seats-wrong", HeldElection.MostSeats);
        var standing = further
            .Candidates.Where(candidate => further.Kind == FurtherKind.Tied || keys.Contains(candidate.Key))
            .ToList();
        if (standing.Count == 0)
            return Answer.Refused("numbers", "election-list-empty");
        if (further.Seats is null && wanted > standing.Count)
            return Answer.Refused("seats", "election-seats-more-than-names", wanted, standing.Count);
        // As with the official delegates: the level above has decided how many (QĐ 190-QĐ/TW; Điều lệ of each association).
        if (
            further.Kind == FurtherKind.Alternates
            && await above.PlacesAsync(opened.Campaign, opened.Place, stop) is var (_, alternates, paper)
            && wanted > alternates
        )
            return Answer.Refused("seats", "election-alternates-allotted", alternates, paper);
        if (further.IsAsked && await hall.VoteRefusalAsync(opened, vote, "goAttending", "goFor", stop) is { } undecided)
            return undecided;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var before = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (before.State != ElectionState.Signed || before.SignedVersion != signed.Signed.Version)
            return Answer.Taken("election-moved-on");
        if (await ElectionAnnulling.ContinuedAsync(database, before.Id, stop) is { } there)
            return Answer.Already(there.Id);
        if (await GivenAwayAsync(database, before, stop) is { } instead)
            return Answer.Refused("", "election-post-held", instead);
        var election = new HeldElection
        {
            CongressId = before.CongressId,
            Title = TitleOf(before, further.Kind, title),
            Post = further.Post,
            Seats = wanted,
            Kind = before.Kind,
            Round = further.Kind == FurtherKind.Alternates ? 1 : before.Round + 1,
            Among = further.Kind == FurtherKind.Tied ? Among.Tied : Among.Everyone,
            ContinuesId = before.Id,
            ArrangedAt = clock.UtcNow,
            ArrangedByName = actor.Name,
        };
        if (election.Title.Length > HeldElection.LongestTitle)
            return Answer.Refused("title", "election-text-long", HeldElection.LongestTitle);
        database.Add(election);
        if (further.IsAsked)
            database.Add(deciding.GoingOn(before, vote, actor));
        await database.SaveChangesAsync(stop);
        var elections = standing.Select(one => one.Election).ToHashSet();
        var was = await database
            .Set<ElectionCandidate>()
            .AsNoTracking()
            .Where(one => elections.Contains(one.ElectionId) && one.Number != null)
            .ToDictionaryAsync(one => (one.ElectionId, one.Number!.Value), stop);
        var candidates = standing.ConvertAll(candidate => new ElectionCandidate
        {
            ElectionId = election.Id,
            Name = candidate.Candidate.Name,
            PersonId = was[(candidate.Election, candidate.Number)].PersonId,
            Source = CandidateSource.Remaining,
            Born = candidate.Candidate.Born,
            IsNamesake = was[(candidate.Election, candidate.Number)].IsNamesake,
            AddedAt = clock.UtcNow,
            AddedByName = actor.Name,
        });
        database.AddRange(candidates);
        await database.SaveChangesAsync(stop);
        // Nobody can join those who were tied, so there is no list to vote on.
        if (further.Kind == FurtherKind.Tied)
            ListClosing.Close(opened.Rules, election, candidates, clock.UtcNow, actor.Name, null, null);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.continued",
                key,
                election.Title,
                After: new
                {
                    round = election.Round,
                    seats = wanted,
                    names = candidates.ConvertAll(one => one.Name),
                    attending = further.IsAsked ? vote.Attending : null,
                    votesFor = further.IsAsked ? vote.For : null,
                }
            ),
            [key, HeldElection.KeyOf(before.Id)],
            stop
        );
        return Answer.Done(election.Id);
    }

    /// <summary>Its papers and ballots are called so: whoever votes for alternates reads that he does.</summary>
    /// <param name="typed">null or empty for the usual one</param>
    public static string TitleOf(HeldElection before, FurtherKind kind, string? typed) =>
        TypedLine.Of(typed) is { } title && (kind != FurtherKind.Alternates || title != before.Title) ? title
        : kind == FurtherKind.Alternates ? Ui.Texts.Vietnamese["further-alternates-of", before.Title]
        : before.Title;

    // A secretary whom the congress did not elect is elected by its new committee, and then no more by the congress.
    private static Task<string?> GivenAwayAsync(Data.Database database, HeldElection before, CancellationToken stop) =>
        database
            .Set<HeldElection>()
            .Where(one =>
                before.Post == Post.Secretary
                && one.CongressId == before.CongressId
                && one.Post == Post.Secretary
                && one.AnnulledAt == null
                && one.ContinuesId == null
                && one.Id > before.Id
            )
            .Select(one => one.Title)
            .FirstOrDefaultAsync(stop);
}
