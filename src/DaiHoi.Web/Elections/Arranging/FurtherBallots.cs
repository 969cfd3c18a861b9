using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

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
    IReadOnlyList<CandidateResult> Candidates
)
{
    public static FurtherBallot? After(CountedResult signed)
    {
        var (counting, result) = (signed.Counting, signed.Result);
        var open = counting.Election.Seats - result.SeatsFilled;
        var (tied, isAsked) = (result.Tied.ToList(), signed.Asked is not null);
        if (tied.Count > 0)
            return new(FurtherKind.Tied, counting.Election.Of, open, isAsked, tied);
        var left = result.Candidates.Where(candidate => candidate.Outcome == Outcome.NotElected).ToList();
        if (left.Count == 0)
            return null;
        if (open > 0)
            return result.Next == NextStep.Complete || IsLast(counting, result)
                ? null
                : new(FurtherKind.Remaining, counting.Election.Of, open, isAsked, left);
        // QĐ 190-QĐ/TW Điều 18: official delegates are elected first, alternates then from the rest of the same list.
        return counting.Election.Of == Post.Delegates ? new(FurtherKind.Alternates, Post.Alternates, null, false, left) : null;
    }

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

/// <summary>Begins the ballot that follows a signed result.</summary>
internal sealed class FurtherBallots(
    DatabaseFactory databases,
    ResultReading results,
    AfterBallotDeciding deciding,
    FiguresOfHall hall,
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

    /// <param name="numbers">on the ballot before, of those who stand again; among tied all of them stand</param>
    /// <param name="seats">of alternates; for what remains the open seats count</param>
    /// <param name="vote">of the congress that it votes again, where that is left to it</param>
    public async Task<ElectionAnswer> BeginAsync(
        Actor actor,
        OpenedElection opened,
        IReadOnlyList<int> numbers,
        int? seats,
        string? title,
        TypedVote vote,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange || opened.Election.State != ElectionState.Signed)
            return ElectionAnswer.NotFound;
        if (await results.NewestAsync(opened.Election.Id, stop) is not { } signed || signed.Further is not { } further)
            return ElectionAnswer.NotFound;
        if ((further.Seats ?? seats) is not (>= 1 and <= HeldElection.MostSeats) || (further.Seats ?? seats) is not { } wanted)
            return ElectionAnswer.Refused("seats", "election-seats-wrong", HeldElection.MostSeats);
        var standing = further
            .Candidates.Where(candidate => further.Kind == FurtherKind.Tied || numbers.Contains(Number(candidate)))
            .ToList();
        if (standing.Count == 0)
            return ElectionAnswer.Refused("numbers", "election-list-empty");
        if (further.Seats is null && wanted > standing.Count)
            return ElectionAnswer.Refused("seats", "election-seats-more-than-names", wanted, standing.Count);
        if (further.IsAsked && await hall.VoteRefusalAsync(opened, vote, "goAttending", "goFor", stop) is { } undecided)
            return undecided;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var before = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (before.State != ElectionState.Signed || before.SignedVersion != signed.Signed.Version)
            return ElectionAnswer.Taken("election-moved-on");
        if (await ElectionAnnulling.ContinuedAsync(database, before.Id, stop) is { } there)
            return ElectionAnswer.Already(there.Id);
        var election = new HeldElection
        {
            CongressId = before.CongressId,
            Title = string.IsNullOrWhiteSpace(title) ? before.Title : title.Trim(),
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
            return ElectionAnswer.Refused("title", "election-text-long", HeldElection.LongestTitle);
        database.Add(election);
        if (further.IsAsked)
            database.Add(deciding.GoingOn(before, vote, actor));
        await database.SaveChangesAsync(stop);
        var was = opened.Candidates.ToDictionary(candidate => candidate.Number!.Value);
        var candidates = standing.ConvertAll(candidate => new ElectionCandidate
        {
            ElectionId = election.Id,
            Name = candidate.Candidate.Name,
            PersonId = was[Number(candidate)].PersonId,
            Source = CandidateSource.Remaining,
            Born = candidate.Candidate.Born,
            IsNamesake = was[Number(candidate)].IsNamesake,
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
        return ElectionAnswer.Done(election.Id);
    }

    private static int Number(CandidateResult candidate) =>
        int.Parse(candidate.Candidate.Id, System.Globalization.CultureInfo.InvariantCulture);
}
