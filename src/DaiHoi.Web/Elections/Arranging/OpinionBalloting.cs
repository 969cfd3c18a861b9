using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>What an opinion ballot gave.</summary>
/// <param name="Support">by candidate; null where nothing that is a number was typed</param>
/// <param name="Chosen">among those with the same support at the last place</param>
internal sealed record OpinionFigures(
    long? Attending,
    IReadOnlyDictionary<long, long?> Support,
    IReadOnlyCollection<long> Chosen
);

/// <summary>
/// Enters an opinion ballot: of the nominees from the floor those with the most support enter the list, as many as it has room
/// for. The names that the summoning committee prepared are not asked about.
/// </summary>
internal sealed class OpinionBalloting(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    public const string AttendingField = "opinionAttending";
    public const string TieField = "chosen";

    public static string FieldOf(long candidate) => CandidateListing.FieldOf("support", candidate);

    public async Task<Answer> EnterAsync(Actor actor, OpenedElection opened, OpinionFigures figures, CancellationToken stop)
    {
        if (!opened.Rights.MayArrange || opened.Election.ContinuesId is not null)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return Answer.Taken("election-list-is-closed");
        var all = await database
            .Set<ElectionCandidate>()
            .Where(one => one.ElectionId == election.Id && one.WithdrawnAt == null)
            .OrderBy(one => one.Id)
            .ToListAsync(stop);
        var nominees = all.FindAll(one => one.IsFromFloor);
        var (room, refused) = RoomFor(opened, all.Count, nominees.Count);
        if (refused is not null)
            return refused;
        if (Unreadable(figures, nominees) is { Count: > 0 } problems)
            return new(Answered.Refused, problems);
        var support = nominees.ConvertAll(one => figures.Support[one.Id]!.Value);
        var list =
            room > 0
                ? IntroductionList.Of(opened.Rules, opened.ToElect, room, support)
                : new([.. nominees.Select(_ => Introduced.NotOnTheList)], null);
        if (TieRefusal(list, nominees, figures.Chosen, room) is { } undecided)
            return undecided;
        var ballot = new OpinionBallot
        {
            ElectionId = election.Id,
            Attending = figures.Attending!.Value,
            Places = room,
            TieDecidedBy = !list.Introduced.Contains(Introduced.Tied) ? null : list.Tie?.Value ?? "congress",
            EnteredAt = clock.UtcNow,
            EnteredByName = actor.Name,
        };
        database.Add(ballot);
        await database.SaveChangesAsync(stop);
        for (var i = 0; i < nominees.Count; i++)
        {
            var enters =
                list.Introduced[i] == Introduced.OnTheList
                || (list.Introduced[i] == Introduced.Tied && figures.Chosen.Contains(nominees[i].Id));
            database.Add(
                new OpinionVote
                {
                    BallotId = ballot.Id,
                    CandidateId = nominees[i].Id,
                    Support = support[i],
                    Enters = enters,
                }
            );
            if (enters)
                nominees[i].Enter();
            else
                nominees[i].LeaveOut(clock.UtcNow);
        }
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.opinion-ballot-entered",
                key,
                election.Title,
                After: new
                {
                    ballot.Attending,
                    ballot.Places,
                    names = nominees.Where(one => one.Stands).Select(one => one.Name).ToList(),
                    leftOut = nominees.Where(one => !one.Stands).Select(one => one.Name).ToList(),
                    ballot.TieDecidedBy,
                }
            ),
            [key],
            stop
        );
        return Answer.Done(ballot.Id);
    }

    /// <summary>The newest opinion ballot of an election with what each nominee got; null where none was held.</summary>
    public async Task<(OpinionBallot Ballot, IReadOnlyDictionary<long, OpinionVote> Votes)?> NewestAsync(
        long election,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        if (
            await database
                .Set<OpinionBallot>()
                .AsNoTracking()
                .Where(one => one.ElectionId == election)
                .OrderByDescending(one => one.Id)
                .FirstOrDefaultAsync(stop)
            is not { } ballot
        )
            return null;
        var votes = await database.Set<OpinionVote>().AsNoTracking().Where(one => one.BallotId == ballot.Id).ToListAsync(stop);
        return (ballot, votes.ToDictionary(vote => vote.CandidateId));
    }

    // QĐ 190-QĐ/TW Điều 14: only where the list would exceed the cap, and only nominees can be left out.
    private static (int Room, Answer? Refused) RoomFor(OpenedElection opened, int candidates, int nominees)
    {
        var (rules, post, seats) = (opened.Rules, opened.Election.Post, opened.ToElect);
        if (FloorSupport.OpinionBallot(rules, post, seats, candidates) is not { } needed)
            return (0, Answer.Refused("", "opinion-ballot-not-in-rules"));
        if (!needed.Value)
            return (0, Refused(needed));
        return FloorSupport.Room(rules, post, seats, candidates - nominees, nominees) is { } room && nominees > 0
            ? (room, null)
            : (0, Refused(Surplus.Of(rules, post, seats, candidates - nominees).Decision));
    }

    private static Answer Refused(Decision<bool> decision) =>
        Answer.Refused("", "election-rule", decision.Explanation, decision.Article.Citation);

    private static List<AnswerProblem> Unreadable(OpinionFigures figures, List<ElectionCandidate> nominees)
    {
        if (figures.Attending is not > 0)
            return [new(AttendingField, "opinion-attending-missing", [])];
        return
        [
            .. nominees
                .Where(one =>
                    figures.Support.GetValueOrDefault(one.Id) is not (>= 0 and var support) || support > figures.Attending
                )
                .Select(one => new AnswerProblem(FieldOf(one.Id), "opinion-support-wrong", [figures.Attending])),
        ];
    }

    private static Answer? TieRefusal(
        IntroductionResult list,
        List<ElectionCandidate> nominees,
        IReadOnlyCollection<long> chosen,
        int room
    )
    {
        var tied = nominees.Where((_, i) => list.Introduced[i] == Introduced.Tied).ToList();
        var open = room - list.Introduced.Count(one => one == Introduced.OnTheList);
        if (tied.Count == 0 || tied.Count(one => chosen.Contains(one.Id)) == open)
            return null;
        var names = string.Join(", ", tied.Select(one => one.Name));
        return list.Tie is { } rule
            ? Answer.Refused(TieField, "opinion-tie-by-rule", names, open, rule.Explanation, rule.Article.Citation)
            : Answer.Refused(TieField, "opinion-tie", names, open);
    }
}
