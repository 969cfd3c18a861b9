using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Day;

/// <param name="Names">who is elected by it, one in each line</param>
internal sealed record CountedHands(
    AgendaStep On,
    string? Title,
    string? Names,
    long? Present,
    long? For,
    long? Against,
    long? Abstained
);

/// <summary>Enters votes by show of hands.</summary>
internal sealed class HandVoting(DatabaseFactory databases, HallReading hall, RecordedChanges changes, SiteClock clock)
{
    public async Task<Answer> VoteAsync(Actor actor, OpenedCongress opened, CountedHands counted, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        if (TypedLine.Of(counted.Title) is not { Length: <= HandVote.LongestTitle } title)
            return Answer.Refused("title", "vote-title-missing");
        var names = AgendaSetting.Lines(counted.Names);
        if (names is { Length: > HandVote.LongestNames })
            return Answer.Refused("names", "congress-text-long", HandVote.LongestNames);
        if (counted.Present is not (>= 1 and <= int.MaxValue))
            return Answer.Refused("present", "vote-present-missing");
        // People come and go between two counts: only what cannot be is refused.
        if (await hall.SummonedAsync(opened.Congress, stop) is > 0 and var summoned && counted.Present > summoned)
            return Answer.Refused("present", "attending-more-than-summoned", counted.Present.Value, summoned);
        if (counted.For is not >= 0)
            return Answer.Refused("for", "vote-for-missing");
        var (against, abstained) = (counted.Against ?? 0, counted.Abstained ?? 0);
        if (counted.For + against + abstained > counted.Present)
            return Answer.Refused("for", "vote-more-than-present", counted.Present.Value);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var vote = new HandVote
        {
            CongressId = opened.Congress,
            On = counted.On,
            Title = title,
            Names = names,
            Present = counted.Present.Value,
            For = counted.For.Value,
            Against = against,
            Abstained = abstained,
            At = clock.UtcNow,
            ByName = actor.Name,
        };
        // The same form sent twice, by a finger that was too quick: one vote.
        var before = clock.UtcNow.AddMinutes(-1);
        if (
            await database
                .Set<HandVote>()
                .AnyAsync(
                    one =>
                        one.CongressId == opened.Congress
                        && one.At > before
                        && one.On == vote.On
                        && one.Title == vote.Title
                        && one.For == vote.For
                        && one.Present == vote.Present,
                    stop
                )
        )
            return Answer.Already();
        database.Add(vote);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "vote.counted",
                opened.Key,
                opened.Place.Name,
                After: new
                {
                    title,
                    present = vote.Present,
                    votesFor = vote.For,
                    against,
                    abstained,
                }
            ),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return Answer.Done(vote.Id);
    }
}
