using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Somebody who is to enter a list.</summary>
/// <param name="Supporters">of a nominee from the floor</param>
/// <param name="Attending">when it was asked who supports him</param>
/// <param name="IsNamesake">he is not the member of the counting board who has his name</param>
internal sealed record WantedCandidate(
    string? Name,
    CandidateSource Source,
    long? Supporters,
    long? Attending,
    DateOnly? Born,
    bool IsNamesake
);

/// <summary>Arranges elections: what is elected, who stands, and when the list is closed.</summary>
internal sealed class ElectionArranging(
    DatabaseFactory databases,
    BoardOfCongress board,
    RecordedChanges changes,
    SiteClock clock
)
{
    public async Task<ElectionAnswer> ArrangeAsync(
        Actor actor,
        CampaignPlace place,
        ElectionRights rights,
        string? title,
        Post post,
        int? seats,
        CongressKind kind,
        CancellationToken stop
    )
    {
        if (!rights.MayArrange || place.Congress is not { } congress)
            return ElectionAnswer.NotFound;
        if (TypedLine.Of(title) is not { } typed)
            return ElectionAnswer.Refused("title", "election-title-missing");
        if (typed.Length > HeldElection.LongestTitle)
            return ElectionAnswer.Refused("title", "election-text-long", HeldElection.LongestTitle);
        if (seats is not (>= 1 and <= HeldElection.MostSeats))
            return ElectionAnswer.Refused("seats", "election-seats-wrong", HeldElection.MostSeats);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
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
        return ElectionAnswer.Done(election.Id);
    }

    public async Task<ElectionAnswer> AddAsync(Actor actor, OpenedElection opened, WantedCandidate wanted, CancellationToken stop)
    {
        if (!opened.Rights.MayArrange)
            return ElectionAnswer.NotFound;
        if (TypedLine.Of(wanted.Name) is not { } name)
            return ElectionAnswer.Refused("name", "candidate-name-missing");
        if (name.Length > ElectionCandidate.LongestName)
            return ElectionAnswer.Refused("name", "election-text-long", ElectionCandidate.LongestName);
        // A further ballot may add people only as the congress decides (QĐ 244-QĐ/TW Điều 20 khoản 2): from the floor, like others.
        var fromFloor = wanted.Source is CandidateSource.Nominated or CandidateSource.SelfNominated;
        if (fromFloor && opened.Rules.Elections.FloorSupport is not null)
        {
            if (wanted.Attending is not > 0 || wanted.Supporters is not >= 0 || wanted.Supporters > wanted.Attending)
                return ElectionAnswer.Refused("supporters", "candidate-support-wrong");
            if (FloorSupport.Of(opened.Rules, wanted.Attending.Value, wanted.Supporters.Value) is { Value: false } support)
                return ElectionAnswer.Refused("supporters", "election-rule", support.Explanation, support.Article.Citation);
        }
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return ElectionAnswer.Taken("election-list-is-closed");
        var candidate = new ElectionCandidate
        {
            ElectionId = election.Id,
            Name = name,
            Source = wanted.Source,
            Born = wanted.Born,
            Supporters = fromFloor ? wanted.Supporters : null,
            Attending = fromFloor ? wanted.Attending : null,
            IsNamesake = wanted.IsNamesake,
            AddedAt = clock.UtcNow,
            AddedByName = actor.Name,
        };
        if (!wanted.IsNamesake && await board.MemberAsync([candidate], election.CongressId, stop) is { } member)
            return ElectionAnswer.Refused("name", "candidate-on-board", member);
        database.Add(candidate);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("election.candidate-added", key, election.Title, After: new { name, source = wanted.Source }),
            [key],
            stop
        );
        return ElectionAnswer.Done(candidate.Id);
    }

    public async Task<ElectionAnswer> WithdrawAsync(
        Actor actor,
        OpenedElection opened,
        long candidate,
        string? reason,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange)
            return ElectionAnswer.NotFound;
        if (TypedLine.Of(reason) is not { Length: <= HeldElection.LongestReason } why)
            return ElectionAnswer.Refused("reason", "election-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        var found = await database
            .Set<ElectionCandidate>()
            .FirstOrDefaultAsync(one => one.Id == candidate && one.ElectionId == election.Id, stop);
        if (found is null)
            return ElectionAnswer.NotFound;
        if (found.WithdrawnAt is not null)
            return ElectionAnswer.Already(found.Id);
        if (election.State != ElectionState.Listing)
            return ElectionAnswer.Taken("election-list-is-closed");
        found.Withdraw(clock.UtcNow, why);
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("election.candidate-withdrawn", key, election.Title, Before: new { found.Name }, After: new { reason = why }),
            [key],
            stop
        );
        return ElectionAnswer.Done(found.Id);
    }

    /// <summary>Closes the list as the congress has voted: from then on each name has its number and nothing of it changes.</summary>
    public async Task<ElectionAnswer> CloseAsync(
        Actor actor,
        OpenedElection opened,
        long? attending,
        long? votesFor,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange)
            return ElectionAnswer.NotFound;
        if (attending is not > 0 || votesFor is not >= 0 || votesFor > attending)
            return ElectionAnswer.Refused("attending", "election-list-vote-wrong");
        if (votesFor * 2 <= attending)
            return ElectionAnswer.Refused("for", "election-list-not-carried");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return ElectionAnswer.Already(election.Id);
        var candidates = await database
            .Set<ElectionCandidate>()
            .Where(one => one.ElectionId == election.Id && one.WithdrawnAt == null)
            .ToListAsync(stop);
        if (ListClosing.Refusal(opened.Rules, election, candidates) is { } refused)
            return refused;
        if (await board.MemberAsync(candidates, election.CongressId, stop) is { } member)
            return ElectionAnswer.Refused("", "candidate-on-board", member);
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
        return ElectionAnswer.Done(election.Id);
    }
}
