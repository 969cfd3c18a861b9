using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>
/// Puts somebody back on the list who was taken off wrongly, with his badge and what doors have noted of him; the alternate who came
/// in his place waits again. What was done stays in the log.
/// </summary>
internal sealed class DelegateRestoring(DatabaseFactory databases, RecordedChanges changes)
{
    public async Task<Answer> RestoreAsync(Actor actor, OpenedCongress opened, long id, CancellationToken stop)
    {
        if (!opened.Rights.MaySummon)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var all = await database.Set<ListedDelegate>().Where(one => one.CongressId == opened.Congress).ToListAsync(stop);
        if (all.Find(one => one.Id == id) is not { } gone)
            return Answer.NotFound;
        if (gone.IsOnList)
            return Answer.Already(id);
        // A result that was corrected says who is elected, one that was annulled that nobody is.
        if (gone.IsGoneWithResult)
            return Answer.Refused("", "delegate-restore-not-elected", gone.Name);
        if (all.Exists(one => one.IsOnList && one.PersonId is not null && one.PersonId == gone.PersonId && one.Kind == gone.Kind))
            return Answer.Refused("", "delegate-listed-already", gone.Name);
        // His place, or the one that he had taken, has gone through other hands since.
        var successors = all.FindAll(one => one.InPlaceOfId == id);
        var isTaken = gone.InPlaceOfId is { } place && all.Exists(one => one.IsOnList && one.InPlaceOfId == place);
        if (isTaken || successors.Exists(one => one.HasLeftPlace))
            return Answer.Taken("delegate-restore-went-on", gone.Name);
        if (
            gone.IsAlternate
            && await DelegateListing.BeyondAsync(database, opened.Congress, gone.OrganisationId, "", stop) is { } beyond
        )
            return beyond;
        var successor = successors.Find(one => one.IsOnList);
        if (successor is not null && await HasComeAsync(database, successor.Id, stop))
            return Answer.Taken("delegate-restore-successor-came", successor.Name);
        successor?.GiveBackPlace();
        gone.Restore();
        // The complaint after which he was refused waits for its conclusion again.
        var complaints = await database
            .Set<DelegateComplaint>()
            .Where(one => one.DelegateId == id && one.Outcome == ComplaintOutcome.Refused)
            .ToListAsync(stop);
        foreach (var one in complaints)
            one.Reopen();
        await changes.CommitAsync(
            database,
            actor,
            new(
                "delegate.restored",
                ListedDelegate.KeyOf(id),
                opened.Place.Name,
                After: new
                {
                    waits = successor is null ? null : ListedDelegate.KeyOf(successor.Id),
                    complaints = complaints.Count,
                }
            ),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return successor is null ? Answer.Done(id) : Answer.Noted(id, "delegate-waits-again", successor.Name);
    }

    private static Task<bool> HasComeAsync(Database database, long delegateId, CancellationToken stop) =>
        database.Set<AttendanceMark>().AnyAsync(mark => mark.DelegateId == delegateId && mark.Mark == Attendance.Arrived, stop);
}
