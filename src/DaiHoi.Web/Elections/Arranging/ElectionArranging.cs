using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Ratifying;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Arranges elections: what is elected, and when the list is closed.</summary>
internal sealed class ElectionArranging(
    DatabaseFactory databases,
    BoardOfCongress board,
    ElectedBefore elected,
    ResultReading results,
    FiguresOfHall hall,
    CampaignPlaces places,
    ElectedBelow above,
    RecordedChanges changes,
    SiteClock clock
)
{
    public async Task<Answer> ArrangeAsync(
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        ElectionRights rights,
        string? title,
        Post post,
        int? seats,
        CongressKind kind,
        bool again,
        CancellationToken stop
    )
    {
        if (!rights.MayArrange || place.Congress is not { } congress)
            return Answer.NotFound;
        if (TypedLine.Of(title) is not { } typed)
            return Answer.Refused("title", "election-title-missing");
        if (typed.Length > HeldElection.LongestTitle)
            return Answer.Refused("title", "election-text-long", HeldElection.LongestTitle);
        if (seats is not (>= 1 and <= HeldElection.MostSeats))
            return Answer.Refused("seats", "election-seats-wrong", HeldElection.MostSeats);
        if (post == Post.Secretary && seats > 1)
            return Answer.Refused("seats", "election-one-secretary");
        // Who counts as the base, and who may vote, goes by who meets.
        if (kind != CongressKind.Committee && kind != await places.KindAsync(campaign, place, stop))
            return Answer.Refused("kind", "election-kind-other");
        // How many it sends is decided above, not by who votes (QĐ 190-QĐ/TW; Điều lệ of each association).
        if (
            post == Post.Delegates
            && await above.PlacesAsync(campaign, place, stop) is var (allotted, _, paper)
            && seats > allotted
        )
            return Answer.Refused("seats", "election-seats-allotted", allotted, paper);
        // How many members an organisation has is what the tree says: whoever knows better says so.
        if (
            post == Post.Committee
            && kind == CongressKind.Members
            && !again
            && await places.HasCommitteeAsync(campaign, place, stop) is { Value: false } small
        )
            return Answer.Refused("again", "election-committee-small", small.Explanation, small.Article.Citation);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldCongressAsync(database, congress, stop);
        if (await TwiceAsync(database, congress, post, kind, again, stop) is { } twice)
            return twice;
        var election = new HeldElection
        {
            CongressId = congress,
            Title = typed,
            Post = post,
            Seats = seats.Value,
            Kind = kind,
            ArrangedAt = clock.UtcNow,
            ArrangedByName = actor.Name,
        };
        database.Add(election);
        await database.SaveChangesAsync(stop);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.arranged",
                key,
                typed,
                After: new
                {
                    office = post,
                    seats = seats.Value,
                    kind,
                }
            ),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }

    /// <summary>What is elected is elected in one election and its further ballots; a second one is mostly a slip of a finger.</summary>
    /// <param name="again">the congress does hold another one</param>
    private async Task<Answer?> TwiceAsync(
        Data.Database database,
        long congress,
        Post post,
        CongressKind kind,
        bool again,
        CancellationToken stop
    )
    {
        var held = await database
            .Set<HeldElection>()
            .AsNoTracking()
            .Where(one => one.CongressId == congress && one.Post == post && one.AnnulledAt == null)
            .ToListAsync(stop);
        // A committee has one secretary. Where the congress has ended without electing him, its new committee does.
        if (post == Post.Secretary)
        {
            foreach (var there in held)
            {
                if (!await HasElectedNobodyAsync(database, there, stop))
                    return Answer.Refused("post", "election-post-held", there.Title);
            }
            return held.Count == 0 || kind == CongressKind.Committee
                ? null
                : Answer.Refused("kind", "election-secretary-by-committee", held[^1].Title);
        }
        return again || held.Count == 0 ? null : Answer.Refused("again", "election-post-again", held[0].Title);
    }

    private async Task<bool> HasElectedNobodyAsync(Data.Database database, HeldElection held, CancellationToken stop) =>
        held.State == ElectionState.Signed
        && await results.NewestAsync(held.Id, stop) is { } signed
        && await DecisionsOfElection.OfAsync(database, held.Id, stop) is var decided
        && signed.Result.Elected.All(decided.IsRefused)
        && (
            // Who was elected and not ratified leaves his seat; nothing of the ballot goes on.
            signed.Result.SeatsFilled > 0
            || signed.Further is null
            || await AfterBallotDeciding.LeftOpenAsync(database, held.Id, held.SignedVersion, stop) is not null
            || await ElectionAnnulling.ContinuedAsync(database, held.Id, stop) is not null
        );

    /// <summary>Closes the list as the congress has voted: from then on each name has its number and nothing of it changes.</summary>
    /// <param name="beyond">the congress has more people on the list of a further ballot than a first list may hold</param>
    public async Task<Answer> CloseAsync(Actor actor, OpenedElection opened, TypedVote vote, bool beyond, CancellationToken stop)
    {
        if (!opened.Rights.MayArrange)
            return Answer.NotFound;
        var (attending, votesFor) = vote;
        if (await hall.VoteRefusalAsync(opened, vote, "attending", "for", stop) is { } impossible)
            return impossible;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return election.ListAttending == attending && election.ListFor == votesFor
                ? Answer.Already(election.Id)
                : Answer.Taken("election-list-is-closed");
        var candidates = await database
            .Set<ElectionCandidate>()
            .Where(one => one.ElectionId == election.Id && one.WithdrawnAt == null && one.LeftOutAt == null)
            .ToListAsync(stop);
        if (ListClosing.Refusal(opened.Rules, election, opened.ToElect, candidates, beyond) is { } refused)
            return refused;
        if (await elected.RefusalAsync(opened, candidates.Select(one => one.Name), "", stop) is { } notElected)
            return notElected;
        if (await board.MemberAsync(candidates, election.CongressId, stop) is { } member)
            return Answer.Refused("", "candidate-on-board", member);
        ListClosing.Close(opened.Rules, election, candidates, clock.UtcNow, actor.Name, attending, votesFor);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.list-closed",
                key,
                election.Title,
                After: new
                {
                    names = candidates.Select(one => one.Name).ToList(),
                    attending,
                    votesFor,
                }
            ),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }
}
