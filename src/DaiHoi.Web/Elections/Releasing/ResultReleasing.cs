using DaiHoi.Web.Congresses;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Releasing;

/// <summary>Releases signed results to the hall, for the presidium.</summary>
internal sealed class ResultReleasing(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>The presidium, and the secretariat at its word; who has only prepared the congress does not.</summary>
    public static bool MayRelease(OpenedElection opened) =>
        opened.Election.State == ElectionState.Signed
        && opened.Rights.Duties.Any(duty => duty is Duty.Presidium or Duty.Secretariat);

    /// <summary>When a signed version was released; null while it is not.</summary>
    public async Task<ResultRelease?> ReleaseOfAsync(long result, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<ResultRelease>().AsNoTracking().FirstOrDefaultAsync(one => one.ResultId == result, stop);
    }

    public async Task<Answer> ReleaseAsync(Actor actor, OpenedElection opened, CancellationToken stop)
    {
        if (!MayRelease(opened))
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Signed)
            return Answer.Taken("election-moved-on");
        var result = await database
            .Set<SignedResult>()
            .Where(one => one.ElectionId == election.Id && one.Version == election.SignedVersion)
            .Select(one => one.Id)
            .FirstAsync(stop);
        if (await database.Set<ResultRelease>().AnyAsync(one => one.ResultId == result, stop))
            return Answer.Already(election.Id);
        database.Add(
            new ResultRelease
            {
                ResultId = result,
                ReleasedAt = clock.UtcNow,
                ReleasedByName = actor.Name,
            }
        );
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new("result.released", key, election.Title, After: new { revision = election.SignedVersion }),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }
}
