using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Arranging;

/// <summary>Somebody who is to enter a list.</summary>
/// <param name="Name">as he was typed; where <paramref name="Record"/> names him it only adds a remark: "Nguyễn Văn An (1972)"</param>
/// <param name="Record">his number in the register of people; null for somebody who was typed by name</param>
/// <param name="Supporters">of a nominee from the floor</param>
/// <param name="Attending">when it was asked who supports him</param>
/// <param name="IsNamesake">he is not the member of the counting board who has his name</param>
internal sealed record WantedCandidate(
    string? Name,
    long? Record,
    CandidateSource Source,
    long? Supporters,
    long? Attending,
    DateOnly? Born,
    bool IsNamesake
);

/// <summary>What the congress has decided on somebody who asks to withdraw.</summary>
internal sealed record AskedWithdrawal(string? Reason, long? VotesFor, long? Attending);

/// <summary>Who stands: names come onto a list, and leave it again by a decision of the congress.</summary>
internal sealed class CandidateListing(
    DatabaseFactory databases,
    BoardOfCongress board,
    ElectedBefore elected,
    PeopleToStand people,
    FiguresOfHall hall,
    RecordedChanges changes,
    SiteClock clock
)
{
    // Where a rule set says nothing of how long ballots are kept.
    private const int UsualMonths = 12;

    public async Task<Answer> AddAsync(Actor actor, OpenedElection opened, WantedCandidate wanted, CancellationToken stop)
    {
        if (!opened.Rights.MayArrange)
            return Answer.NotFound;
        // Whoever remains from the ballot before comes with it (FurtherBallots), never by a form.
        if (wanted.Source is not (CandidateSource.Prepared or CandidateSource.Nominated or CandidateSource.SelfNominated))
            return Answer.NotFound;
        if (SupportRefusal(opened, wanted) is { } unsupported)
            return unsupported;
        if (wanted.Attending is { } attending && await hall.RefusalAsync(opened, attending, "supporters", stop) is { } tooMany)
            return tooMany;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (election.State != ElectionState.Listing)
            return Answer.Taken("election-list-is-closed");
        if (election.ContinuesId is not null && await AfterBallotDeciding.JoiningAsync(database, election.Id, stop) is null)
            return Answer.Refused("", "candidate-list-not-opened");
        var known = await KnownAsync(database, opened, wanted, stop);
        if (wanted.Record is not null && known is null)
            return Answer.Refused("name", "candidate-record-gone");
        if (NameOf(wanted, known) is not { } name)
            return Answer.Refused("name", "candidate-name-missing");
        if (name.Length > ElectionCandidate.LongestName)
            return Answer.Refused("name", "election-text-long", ElectionCandidate.LongestName);
        if (await elected.RefusalAsync(opened, [name], "name", stop) is { } notElected)
            return notElected;
        if ((await ElectionBook.CandidatesAsync(database, election.Id, stop)).Exists(one => one.IsStillNamed(name)))
            return Answer.Refused("name", "candidate-named-already", name);
        var fromFloor = wanted.Source is CandidateSource.Nominated or CandidateSource.SelfNominated;
        var candidate = new ElectionCandidate
        {
            ElectionId = election.Id,
            Name = name,
            Source = wanted.Source,
            PersonId = known?.Id,
            Born = BornOf(opened, wanted, known),
            Supporters = fromFloor ? wanted.Supporters : null,
            Attending = fromFloor ? wanted.Attending : null,
            IsNamesake = wanted.IsNamesake,
            AddedAt = clock.UtcNow,
            AddedByName = actor.Name,
        };
        if (!wanted.IsNamesake && await board.MemberAsync([candidate], election.CongressId, stop) is { } member)
            return Answer.Refused("name", "candidate-on-board", member);
        if (known is not null)
        {
            if (await StandsAsync(database, election.Id, known.Id, stop))
                return Answer.Refused("name", "candidate-stands-already", name);
            var months = opened.Rules.Elections.BallotsKept?.Value ?? UsualMonths;
            await PeopleRegister.KeepUntilAsync(database, [known.Id], clock.Today.AddMonths(months), stop);
        }
        database.Add(candidate);
        await CommitAsync(
            database,
            actor,
            election,
            "election.candidate-added",
            null,
            new { name, source = wanted.Source },
            stop
        );
        return Answer.Done(candidate.Id);
    }

    /// <summary>Lets somebody withdraw, as the congress has decided.</summary>
    public async Task<Answer> WithdrawAsync(
        Actor actor,
        OpenedElection opened,
        long candidate,
        AskedWithdrawal asked,
        CancellationToken stop
    )
    {
        if (asked.Attending is not > 0 || asked.VotesFor is not >= 0 || asked.VotesFor > asked.Attending)
            return Answer.Refused(FieldOf("figures", candidate), "candidate-withdrawal-figures-wrong");
        if (asked.VotesFor * 2 <= asked.Attending)
            return Answer.Refused(FieldOf("figures", candidate), "candidate-withdrawal-not-carried");
        if (await hall.DecisionRefusalAsync(opened, asked.Attending.Value, FieldOf("figures", candidate), stop) is { } impossible)
            return impossible;
        return await LeaveAsync(
            actor,
            opened,
            candidate,
            asked.Reason,
            "election.candidate-withdrawn",
            (found, why) => found.Withdraw(clock.UtcNow, why, asked.VotesFor.Value, asked.Attending.Value),
            why => new
            {
                reason = why,
                asked.VotesFor,
                asked.Attending,
            },
            stop
        );
    }

    /// <summary>Takes away a name that was entered by mistake: nobody had proposed it, so nobody decides on it.</summary>
    public Task<Answer> TakeAwayMistakeAsync(
        Actor actor,
        OpenedElection opened,
        long candidate,
        string? reason,
        CancellationToken stop
    ) =>
        LeaveAsync(
            actor,
            opened,
            candidate,
            reason,
            "election.candidate-mistaken",
            (found, why) => found.TakeAwayMistake(clock.UtcNow, why),
            why => new { reason = why },
            stop
        );

    /// <summary>The field of one name on the list.</summary>
    public static string FieldOf(string field, long candidate) => FormattableString.Invariant($"{field}-{candidate}");

    /// <summary>The name on the ballot. Of a record it is the record's, with what tells him from a namesake where that was typed.</summary>
    private static string? NameOf(WantedCandidate wanted, KnownPerson? known)
    {
        var typed = TypedLine.Of(wanted.Name);
        if (wanted.Record is null)
            return typed;
        var name = known!.Data.Name.Full;
        return typed is not null && typed != name && ElectionCandidate.WithoutRemark(typed) == name ? typed : name;
    }

    // A further ballot may add people only as the congress decides (QĐ 244-QĐ/TW Điều 20 khoản 2): from the floor, like others.
    private static Answer? SupportRefusal(OpenedElection opened, WantedCandidate wanted)
    {
        if (
            wanted.Source is not (CandidateSource.Nominated or CandidateSource.SelfNominated)
            || opened.Rules.Elections.FloorSupport is null
        )
            return null;
        if (wanted.Attending is not > 0 || wanted.Supporters is not >= 0 || wanted.Supporters > wanted.Attending)
            return Answer.Refused("supporters", "candidate-support-wrong");
        return FloorSupport.Of(opened.Rules, wanted.Attending.Value, wanted.Supporters.Value) is { Value: false } support
            ? Answer.Refused("supporters", "election-rule", support.Explanation, support.Article.Citation)
            : null;
    }

    // Whoever is elected from a body keeps the record with which he stood for it, and who is summoned that of the list.
    private async Task<KnownPerson?> KnownAsync(
        Database database,
        OpenedElection opened,
        WantedCandidate wanted,
        CancellationToken stop
    )
    {
        if (wanted.Record is { } record)
            return await people.OneAsync(database, opened, record, stop);
        if (TypedLine.Of(wanted.Name) is not { } typed)
            return null;
        var carried =
            await elected.RecordOfAsync(opened, typed, stop)
            ?? await NamedDelegates.RecordAsync(database, opened.Election.CongressId, typed, stop);
        return carried is { } known ? (await PeopleRegister.FindAsync(database, [known], stop)).GetValueOrDefault(known) : null;
    }

    private static Task<bool> StandsAsync(Database database, long election, long person, CancellationToken stop) =>
        database
            .Set<ElectionCandidate>()
            .AnyAsync(one => one.ElectionId == election && one.PersonId == person && one.WithdrawnAt == null, stop);

    private async Task<Answer> LeaveAsync(
        Actor actor,
        OpenedElection opened,
        long candidate,
        string? reason,
        string deed,
        Action<ElectionCandidate, string> leave,
        Func<string, object> after,
        CancellationToken stop
    )
    {
        if (!opened.Rights.MayArrange)
            return Answer.NotFound;
        if (TypedLine.Of(reason) is not { Length: <= HeldElection.LongestReason } why)
            return Answer.Refused(FieldOf("reason", candidate), "election-reason-missing");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        var found = await database
            .Set<ElectionCandidate>()
            .FirstOrDefaultAsync(one => one.Id == candidate && one.ElectionId == election.Id, stop);
        if (found is null)
            return Answer.NotFound;
        if (found.WithdrawnAt is not null)
            return Answer.Already(found.Id);
        if (election.State != ElectionState.Listing)
            return Answer.Taken("election-list-is-closed");
        leave(found, why);
        await CommitAsync(database, actor, election, deed, new { found.Name }, after(why), stop);
        return Answer.Done(found.Id);
    }

    private Task CommitAsync(
        Database database,
        Actor actor,
        HeldElection election,
        string deed,
        object? before,
        object after,
        CancellationToken stop
    )
    {
        var key = HeldElection.KeyOf(election.Id);
        return changes.CommitAsync(database, actor, new(deed, key, election.Title, before, after), [key], stop);
    }

    // The archive of a result holds it, and whoever reads the result reads the archive: kept only where a tie goes by it.
    private static DateOnly? BornOf(OpenedElection opened, WantedCandidate wanted, KnownPerson? known)
    {
        var tie = opened.Rules.Elections.Tie;
        if (wanted.Born is not null || (tie.First != TieStrategy.Older && tie.Again != TieStrategy.Older))
            return wanted.Born;
        return known?.Data.Born is { Known: BirthKnown.Day } born ? born.First : null;
    }
}
