using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>
/// Complaints about delegates: received, looked at and concluded by the credential committee, which reports their number to the
/// congress. What they say is read on its page alone; the log tells only that there was one and how it was concluded.
/// </summary>
internal sealed class ComplaintSettling(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>Records a complaint; whoever was found eligible is looked at once more.</summary>
    public async Task<Answer> ReceiveAsync(Actor actor, OpenedCongress opened, long id, string? about, CancellationToken stop)
    {
        if (!MaySettle(opened))
            return Answer.NotFound;
        if (TypedLine.Of(about) is not { Length: <= DelegateComplaint.LongestText } text)
            return Answer.Refused("about", "complaint-about-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        if (await DelegateListing.StandingAsync(database, opened.Congress, id, stop) is not { } listed)
            return Answer.NotFound;
        // The same form sent twice; the same complaint that came twice is one.
        if (await database.Set<DelegateComplaint>().AnyAsync(one => one.DelegateId == id && one.About == text, stop))
            return Answer.Already(id);
        listed.LookAgain();
        var complaint = new DelegateComplaint
        {
            CongressId = opened.Congress,
            DelegateId = id,
            About = text,
            ReceivedAt = clock.UtcNow,
            ReceivedByName = actor.Name,
        };
        database.Add(complaint);
        await changes.CommitAsync(
            database,
            actor,
            new("complaint.received", ListedDelegate.KeyOf(id), opened.Place.Name),
            [opened.Key],
            stop
        );
        return Answer.Done(complaint.Id);
    }

    /// <summary>Concludes a complaint, or concludes it anew. Whom it refuses is taken off the list; whom the last one clears is eligible.</summary>
    /// <param name="conclusion">in words; needed where somebody is refused</param>
    public async Task<Answer> SettleAsync(
        Actor actor,
        OpenedCongress opened,
        long id,
        ComplaintOutcome? outcome,
        string? conclusion,
        CancellationToken stop
    )
    {
        if (!MaySettle(opened))
            return Answer.NotFound;
        if (outcome is not { } concluded || !Enum.IsDefined(concluded))
            return Answer.Refused("outcome", "complaint-outcome-missing");
        var words = TypedLine.Of(conclusion);
        if (words is { Length: > DelegateComplaint.LongestText })
            return Answer.Refused("conclusion", "congress-text-long", DelegateComplaint.LongestText);
        if (concluded == ComplaintOutcome.Refused && words is null)
            return Answer.Refused("conclusion", "complaint-refusal-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await CongressBook.HoldAsync(database, opened.Congress, stop);
        var complaint = await database
            .Set<DelegateComplaint>()
            .FirstOrDefaultAsync(one => one.Id == id && one.CongressId == opened.Congress, stop);
        if (complaint is null)
            return Answer.NotFound;
        if (complaint.Outcome == concluded && complaint.Conclusion == words)
            return Answer.Already(id);
        var listed = await database.Set<ListedDelegate>().FirstAsync(one => one.Id == complaint.DelegateId, stop);
        // Only who summons puts somebody back, with his alternate and his badge.
        if (complaint.Outcome == ComplaintOutcome.Refused && concluded != ComplaintOutcome.Refused && !listed.IsOnList)
            return Answer.Refused("outcome", "complaint-restore-first", listed.Name);
        var before = complaint.Outcome;
        complaint.Settle(clock.UtcNow, actor.Name, concluded, words);
        if (listed.IsOnList && concluded == ComplaintOutcome.Refused)
        {
            // The list is read by many, what a complaint has found by few.
            var said = Ui.Texts.Vietnamese["delegate-refused-after-complaint"];
            listed.Check(clock.UtcNow, actor.Name, said);
            listed.End(clock.UtcNow, actor.Name, ListedDelegate.Refused, said);
        }
        else if (listed is { IsOnList: true, Objection: null, CheckedAt: null } && await IsLastAsync(database, complaint, stop))
            listed.Check(clock.UtcNow, actor.Name, null);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "complaint.settled",
                ListedDelegate.KeyOf(listed.Id),
                opened.Place.Name,
                before is null ? null : new { complaint = WordOf(before.Value) },
                new { complaint = WordOf(concluded) }
            ),
            [opened.Key, CheckingIn.HallKey(opened.Congress)],
            stop
        );
        return Answer.Done(id);
    }

    // Where all members meet nobody's credentials are checked.
    private static bool MaySettle(OpenedCongress opened) =>
        opened.Rights.MayCheckCredentials && opened.Kind == CongressKind.Delegates;

    private static string WordOf(ComplaintOutcome outcome) => DelegateWords.Of(outcome, Ui.Texts.Vietnamese);

    private static async Task<bool> IsLastAsync(Data.Database database, DelegateComplaint complaint, CancellationToken stop) =>
        !await database
            .Set<DelegateComplaint>()
            .AnyAsync(one => one.DelegateId == complaint.DelegateId && one.Id != complaint.Id && one.Outcome == null, stop);
}
