using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Records what the congress decides where a ballot has left seats open.</summary>
internal sealed class AfterBallotDeciding(
    DatabaseFactory databases,
    ResultReading results,
    FiguresOfHall hall,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Leaves the seats open that a ballot did not fill, where the rule set lets the congress decide.</summary>
    /// <param name="words">what becomes of them; null where nothing was said</param>
    public async Task<Answer> LeaveOpenAsync(
        Actor actor,
        OpenedElection opened,
        TypedVote vote,
        string? words,
        CancellationToken stop
    )
    {
        if (
            !opened.Rights.MayArrange
            || opened.Election.State != ElectionState.Signed
            || await results.NewestAsync(opened.Election.Id, stop) is not { Asked: not null } signed
        )
            return Answer.NotFound;
        if (TypedLine.Of(words) is { Length: > HeldElection.LongestReason })
            return Answer.Refused("openWords", "election-text-long", HeldElection.LongestReason);
        if (await hall.VoteRefusalAsync(opened, vote, "openAttending", "openFor", stop) is { } refused)
            return refused;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Signed || election.SignedVersion != signed.Signed.Version)
            return Answer.Taken("election-moved-on");
        if (await ElectionAnnulling.ContinuedAsync(database, election.Id, stop) is not null)
            return Answer.Taken("election-moved-on");
        // Typed wrongly it is typed again: the newest counts.
        if (
            await LeftOpenAsync(database, election.Id, election.SignedVersion, stop) is { } before
            && (before.Attending, before.VotesFor, before.Words) == (vote.Attending, vote.For, TypedLine.Of(words))
        )
            return Answer.Already(election.Id);
        database.Add(Decided(election.Id, election.SignedVersion, AfterBallotStep.LeaveOpen, vote, words, actor));
        await CommitAsync(database, actor, election, "election.left-open", vote, stop);
        return Answer.Done(election.Id);
    }

    /// <summary>Lets people join the list of a further ballot, as the congress has decided.</summary>
    public async Task<Answer> AddPeopleAsync(Actor actor, OpenedElection opened, TypedVote vote, CancellationToken stop)
    {
        if (!opened.Rights.MayArrange || opened.Election.ContinuesId is null)
            return Answer.NotFound;
        if (await hall.VoteRefusalAsync(opened, vote, "joinAttending", "joinFor", stop) is { } refused)
            return refused;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return Answer.Taken("election-list-is-closed");
        if (await JoiningAsync(database, election.Id, stop) is not null)
            return Answer.Already(election.Id);
        database.Add(Decided(election.Id, 0, AfterBallotStep.AddPeople, vote, null, actor));
        await CommitAsync(database, actor, election, "election.list-opened", vote, stop);
        return Answer.Done(election.Id);
    }

    /// <summary>That the congress votes again; whoever begins the further ballot commits it.</summary>
    public AfterBallot GoingOn(HeldElection before, TypedVote vote, Actor actor) =>
        Decided(before.Id, before.SignedVersion, AfterBallotStep.GoOn, vote, null, actor);

    /// <returns>what the congress decided of the newest result of a ballot, or of the list of a further one; null where nothing</returns>
    public async Task<AfterBallot?> OfAsync(HeldElection election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await LeftOpenAsync(database, election.Id, election.SignedVersion, stop)
            ?? await JoiningAsync(database, election.Id, stop);
    }

    /// <inheritdoc cref="LeftOpenAsync(Data.Database, long, int, CancellationToken)" />
    public async Task<AfterBallot?> LeftOpenAsync(long election, int version, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await LeftOpenAsync(database, election, version, stop);
    }

    /// <returns>that the seats stay open which a signed version did not fill; null where the congress has not decided it, or thought better of it</returns>
    public static async Task<AfterBallot?> LeftOpenAsync(
        Data.Database database,
        long election,
        int version,
        CancellationToken stop
    ) =>
        await database
            .Set<AfterBallot>()
            .AsNoTracking()
            .Where(one => one.ElectionId == election && one.Version == version && one.Version > 0)
            .OrderByDescending(one => one.Id)
            .FirstOrDefaultAsync(stop)
            is { Step: AfterBallotStep.LeaveOpen } open
            ? open
            : null;

    /// <returns>that people may join the list of a further ballot; null where the congress has not decided it</returns>
    public static Task<AfterBallot?> JoiningAsync(Data.Database database, long further, CancellationToken stop) =>
        database
            .Set<AfterBallot>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.ElectionId == further && one.Step == AfterBallotStep.AddPeople, stop);

    private AfterBallot Decided(long election, int version, AfterBallotStep step, TypedVote vote, string? words, Actor actor) =>
        new()
        {
            ElectionId = election,
            Version = version,
            Step = step,
            Attending = vote.Attending!.Value,
            VotesFor = vote.For!.Value,
            Words = TypedLine.Of(words),
            DecidedAt = clock.UtcNow,
            RecordedByName = actor.Name,
        };

    private Task CommitAsync(
        Data.Database database,
        Actor actor,
        HeldElection election,
        string deed,
        TypedVote vote,
        CancellationToken stop
    )
    {
        var key = HeldElection.KeyOf(election.Id);
        return changes.CommitAsync(
            database,
            actor,
            new(deed, key, election.Title, After: new { attending = vote.Attending, votesFor = vote.For }),
            [key],
            stop
        );
    }
}
