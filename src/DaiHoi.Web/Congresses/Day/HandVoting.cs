using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Day;

/// <param name="Names">who is elected by it, one in each line</param>
/// <param name="AreNamesSeen">somebody has looked at the names that are not on the list</param>
internal sealed record CountedHands(
    AgendaStep On,
    string? Title,
    string? Names,
    long? Present,
    long? For,
    long? Against,
    long? Abstained,
    bool AreNamesSeen = false
);

/// <summary>Enters votes by show of hands, and sets aside what was entered wrongly.</summary>
internal sealed class HandVoting(
    DatabaseFactory databases,
    HallReading hall,
    DayReading reading,
    IStandsInElections elections,
    CredentialReporting reporting,
    RecordedChanges changes,
    SiteClock clock
)
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
        if (ElectedByHands.Twice(names) is { } twice)
            return Answer.Refused("names", "vote-name-twice", twice);
        if (counted.Present is not (>= 1 and <= int.MaxValue))
            return Answer.Refused("present", "vote-present-missing");
        // People come and go between two counts: only what cannot be is refused.
        var summoned = await hall.SummonedAsync(opened.Congress, stop);
        if (summoned > 0 && counted.Present > summoned)
            return Answer.Refused("present", "attending-more-than-summoned", counted.Present.Value, summoned);
        if (await QuorumRefusalAsync(opened, summoned, counted.Present.Value, stop) is { } few)
            return few;
        if (counted.For is not >= 0)
            return Answer.Refused("for", "vote-for-missing");
        var (against, abstained) = (counted.Against ?? 0, counted.Abstained ?? 0);
        if (counted.For + against + abstained > counted.Present)
            return Answer.Refused("for", "vote-more-than-present", counted.Present.Value);
        await using var database = databases.Create();
        // One tick answers for all names: what weighs more is told first.
        if (!counted.AreNamesSeen && await StandingAsync(opened, counted.On, names, stop) is var (name, election))
            return Answer.Refused("names", "board-on-list", name, election);
        if (!counted.AreNamesSeen && await OffListAsync(database, opened, counted.On, names, stop) is [_, ..] off)
            return Answer.Refused("names", "vote-names-off-list", string.Join(", ", off));
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
                        && one.SetAsideAt == null
                        && one.On == vote.On
                        && one.Title == vote.Title
                        && one.Names == vote.Names
                        && one.Present == vote.Present
                        && one.For == vote.For
                        && one.Against == vote.Against
                        && one.Abstained == vote.Abstained,
                    stop
                )
        )
            return Answer.Already();
        database.Add(vote);
        // What the congress has carried is the report as it stood then, whatever becomes of the list.
        var kept = vote is { On: AgendaStep.CredentialReport, IsCarried: true }
            ? await reporting.KeepWithinTransactionAsync(database, actor, opened, vote, stop)
            : null;
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
                    report = kept is null ? null : new { summoned = kept.Summoned, eligible = kept.Eligible },
                }
            ),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return new(Answered.Done, [.. await NotesAsync(opened, summoned, vote.Present, stop)], vote.Id);
    }

    /// <summary>Takes a vote out of all that is counted, because it was entered wrongly; it stays in the list with the reason.</summary>
    public async Task<Answer> SetAsideAsync(Actor actor, OpenedCongress opened, long id, string? because, CancellationToken stop)
    {
        if (!opened.Rights.MayRun)
            return Answer.NotFound;
        if (TypedLine.Of(because) is not { Length: <= HandVote.LongestReason } why)
            return Answer.Refused("because", "vote-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (
            await database.Set<HandVote>().FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop)
            is not { } vote
        )
            return Answer.NotFound;
        if (!vote.Stands)
            return Answer.Already(id);
        vote.SetAside(clock.UtcNow, actor.Name, why);
        await changes.CommitAsync(
            database,
            actor,
            new("vote.withdrawn", opened.Key, opened.Place.Name, After: new { title = vote.Title, reason = why }),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return Answer.Done(id);
    }

    // What a congress decides it decides with its quorum; of its preparatory session the rules do not speak.
    private async Task<Answer?> QuorumRefusalAsync(OpenedCongress opened, int summoned, long present, CancellationToken stop)
    {
        if (summoned == 0 || Quorum.Of(opened.Rules, summoned, present) is not { Value: false } few)
            return null;
        var day = await reading.DayAsync(opened.Congress, stop);
        return day.SessionAt(clock.UtcNow) is { IsPreparatory: true }
            ? null
            : Answer.Refused("present", "vote-without-quorum", few.Explanation, few.Article.Citation);
    }

    /// <summary>What the presidium should know of the number who were there: people come and go, so nothing is refused.</summary>
    private async Task<IEnumerable<AnswerProblem>> NotesAsync(
        OpenedCongress opened,
        int summoned,
        long present,
        CancellationToken stop
    )
    {
        var notes = new List<AnswerProblem>();
        if (summoned > 0 && Quorum.Of(opened.Rules, summoned, present) is { Value: false } few)
            notes.Add(new("", "vote-below-quorum", [few.Explanation, few.Article.Citation]));
        var count = await reading.CountAsync(opened, await reading.DayAsync(opened.Congress, stop), stop);
        // Where no door has let anybody in, there is nothing with which the number could be compared.
        if (count is { Present: > 0 } checkedIn && checkedIn.Present != present)
            notes.Add(new("", "vote-differs-from-check-in", [present, checkedIn.Present]));
        return notes;
    }

    // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8: the board is of people who are not on the ballot.
    private async Task<(string Name, string Election)?> StandingAsync(
        OpenedCongress opened,
        AgendaStep on,
        string? names,
        CancellationToken stop
    )
    {
        if (on != AgendaStep.CountingBoard || names is null)
            return null;
        foreach (var line in ElectedByHands.Lines(names))
        {
            if (await elections.NamedAsync(opened.Congress, line, stop) is { } standing)
                return standing;
        }
        return null;
    }

    /// <summary>Names of a body of the congress that nobody who is summoned bears; none where the congress has no list.</summary>
    private static async Task<List<string>> OffListAsync(
        Database database,
        OpenedCongress opened,
        AgendaStep on,
        string? names,
        CancellationToken stop
    )
    {
        if (names is null || !ElectedByHands.IsOfDelegates(on))
            return [];
        var listed = await DelegateListing.Standing(database, opened.Congress).AsNoTracking().ToListAsync(stop);
        return ElectedByHands.OffList(names, [.. listed.Where(one => one.IsSummoned).Select(one => one.Name)]);
    }
}
