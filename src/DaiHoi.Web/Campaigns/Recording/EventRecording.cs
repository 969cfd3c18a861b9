using System.Data.Common;
using DaiHoi.Rules;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>What became of an entry.</summary>
internal enum Recorded
{
    Done,

    /// <summary>The same form has arrived before; nothing was written twice.</summary>
    Already,

    /// <summary>There is no such congress, or the person has nothing to do with it.</summary>
    NotFound,

    /// <summary>Somebody else has changed the congress meanwhile.</summary>
    Changed,
    Refused,
}

/// <summary>What became of an entry, and why.</summary>
/// <param name="Problems">what refuses it; where it was done, what is only pointed out</param>
internal sealed record RecordingResult(Recorded Outcome, IReadOnlyList<EventProblem> Problems)
{
    public static RecordingResult Of(Recorded outcome) => new(outcome, []);
}

/// <summary>Records what happened to one congress, by the rights of a person and the rules of the campaign.</summary>
internal sealed class EventRecording(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
{
    /// <summary>An event.</summary>
    /// <param name="seen">the mark of what the person had before him (<see cref="CongressFile.Seen"/>)</param>
    /// <param name="requestKey">of the form: a form that arrives twice is recorded once</param>
    public async Task<RecordingResult> RecordAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        NewEvent wanted,
        string? seen,
        string? requestKey,
        CancellationToken stop
    )
    {
        await using var work = await Work.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file || !StepRights.MayRecord(person, file.Place, wanted.Status))
            return RecordingResult.Of(Recorded.NotFound);
        if (requestKey is not null && await IsKnownAsync(work, requestKey, stop))
            return RecordingResult.Of(Recorded.Already);
        if (seen is not null && seen != file.Seen)
            return RecordingResult.Of(Recorded.Changed);
        var lastDay = await LastDayAsync(work, wanted.EffectiveOn, stop);
        var (refused, noted) = EventCheck.Of(work.Frame, file, lastDay, wanted, clock.Today);
        var above = StepRights.IsDecidedAbove(wanted.Status);
        if (above && file.Last is { RecordedById: { } by } && by == person.Id)
            refused = [.. refused, OwnEntry];
        if (refused.Count > 0)
            return new(Recorded.Refused, refused);
        var entry = new EventEntry(file.Place.Organisation, wanted.Status, null, wanted.EffectiveOn, clock.Today)
        {
            Model = wanted.Model,
            PlannedOn = wanted.PlannedOn,
            Days = wanted.Days,
            Numbers = wanted.Numbers,
            Note = string.IsNullOrWhiteSpace(wanted.Note) ? null : wanted.Note.Trim(),
            // What the level above decides needs nobody's acceptance; at the top a second person accepts it.
            Accepted = above && !file.Place.IsRoot,
            RequestKey = requestKey,
        };
        await work.Writing(clock).WriteAsync([entry], new(person.Id, person.Name, clock.UtcNow), null, stop);
        await CommitAsync(
            work,
            actor,
            "congress.recorded",
            new
            {
                wanted.Status,
                wanted.EffectiveOn,
                wanted.Note,
            },
            stop
        );
        return new(Recorded.Done, noted);
    }

    /// <summary>Accepts what the organisation recorded.</summary>
    public Task<RecordingResult> AcceptAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long eventId,
        string? seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            campaign,
            organisation,
            eventId,
            seen,
            StepRights.MayDecide,
            (file, happened) =>
                happened.AcceptedOn is not null ? [Said("", "Đã tiếp nhận rồi.", "It has been accepted already.")]
                : happened.RecordedById == person.Id ? [OwnEntry]
                : [],
            actor,
            "congress.accepted",
            null,
            """
            update congress_event set accepted_on = @today, accepted_at = @now, accepted_by_id = @by, accepted_by_name = @name
            where id = @id
            """,
            stop
        );

    /// <summary>Returns what the organisation recorded: from today on it is not counted.</summary>
    public Task<RecordingResult> ReturnAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long eventId,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            campaign,
            organisation,
            eventId,
            seen,
            StepRights.MayDecide,
            (file, happened) => Withdrawable(file, happened, reason),
            actor,
            "congress.returned",
            reason,
            Withdraw("true"),
            stop
        );

    /// <summary>Withdraws a mistake: who recorded such a thing may, until the level above has accepted it.</summary>
    public Task<RecordingResult> WithdrawAsync(
        Person person,
        Actor actor,
        string campaign,
        string organisation,
        long eventId,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        ChangeAsync(
            person,
            campaign,
            organisation,
            eventId,
            seen,
            (who, place) => who.Is(place.Path, Role.Officer) || StepRights.MayDecide(who, place),
            (file, happened) =>
                !StepRights.MayRecord(person, file.Place, happened.Status)
                    ? [Said("", "Diễn biến này do cấp khác ghi.", "Another level records this.")]
                : happened.AcceptedOn is not null && !StepRights.IsDecidedAbove(happened.Status)
                    ?
                    [
                        Said(
                            "",
                            "Cấp trên đã tiếp nhận nên không rút được; hãy đề nghị cấp trên trả lại.",
                            "The level above has accepted it, so it cannot be withdrawn; ask for it to be returned."
                        ),
                    ]
                : Withdrawable(file, happened, reason),
            actor,
            "congress.withdrawn",
            reason,
            Withdraw("false"),
            stop
        );

    private static readonly EventProblem OwnEntry = Said(
        "",
        "Người ghi không được tự duyệt hoặc tự tiếp nhận; cần người thứ hai.",
        "Whoever recorded it cannot approve or accept it; a second person must."
    );

    private static string Withdraw(string returned) =>
        $"""
            update congress_event set withdrawn_on = @today, withdrawn_at = @now, withdrawn_by_id = @by, withdrawn_by_name = @name,
                withdrawn_note = @note, returned = {returned}
            where id = @id
            """;

    private static EventProblem[] Withdrawable(CongressFile file, ShownEvent happened, string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? [Said("reason", "Hãy ghi lý do.", "Give the reason.")]
        : file.Last?.Id != happened.Id
            ?
            [
                Said(
                    "",
                    "Đã có diễn biến sau đó; hãy rút từ diễn biến cuối trở về.",
                    "Later things are recorded; withdraw from the last one back."
                ),
            ]
        : [];

    private static EventProblem Said(string field, string vietnamese, string english) =>
        new(field, new Words(vietnamese, english), null);

    private async Task<RecordingResult> ChangeAsync(
        Person person,
        string campaign,
        string organisation,
        long eventId,
        string? seen,
        Func<Person, CongressPlace, bool> may,
        Func<CongressFile, ShownEvent, EventProblem[]> check,
        Actor actor,
        string action,
        string? note,
        string sql,
        CancellationToken stop
    )
    {
        await using var work = await Work.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file || !may(person, file.Place))
            return RecordingResult.Of(Recorded.NotFound);
        if (file.Events.FirstOrDefault(one => one.Id == eventId) is not { } happened)
            return RecordingResult.Of(Recorded.NotFound);
        if (!happened.Stands || (seen is not null && seen != file.Seen))
            return RecordingResult.Of(Recorded.Changed);
        if (check(file, happened) is { Length: > 0 } problems)
            return new(Recorded.Refused, problems);
        List<(string, object?)> values =
        [
            ("today", clock.Today),
            ("now", clock.UtcNow),
            ("by", person.Id),
            ("name", person.Name),
            ("id", eventId),
        ];
        if (sql.Contains("@note", StringComparison.Ordinal))
            values.Add(("note", note?.Trim()));
        await work.Writing(clock).ChangeAsync(file.Place.Organisation, sql, [.. values], stop);
        await CommitAsync(
            work,
            actor,
            action,
            new
            {
                happened.Status,
                happened.EffectiveOn,
                Reason = note,
            },
            stop
        );
        return RecordingResult.Of(Recorded.Done);
    }

    private Task CommitAsync(Work work, Actor actor, string action, object after, CancellationToken stop) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, $"congress:{work.File!.Place.Congress}", work.File.Place.Name, After: after),
            [$"campaign:{work.Frame.Id}"],
            stop
        );

    private static async Task<bool> IsKnownAsync(Work work, string requestKey, CancellationToken stop)
    {
        await using var command = Sql.Command(
            work.Connection,
            "select 1 from congress_event where request_key = @k",
            ("k", requestKey)
        );
        command.Transaction = work.Transaction;
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static async Task<DateOnly?> LastDayAsync(Work work, DateOnly on, CancellationToken stop)
    {
        var place = work.File!.Place;
        var tree = await TreeInTime.UpwardAsync(work.Connection, work.Transaction, [place.Organisation], stop);
        var scope = Scope.Of(tree, place.Organisation, place.Level, work.Frame.Root, work.Frame.LastDays);
        return scope.On(on.DayNumber).LastDay is { } last ? DateOnly.FromDayNumber(last) : null;
    }

    /// <summary>A transaction that has the campaign to itself and the file of one congress before it.</summary>
    private sealed class Work(Database database, IDbContextTransaction transaction, CampaignFrame frame, CongressFile? file)
        : IAsyncDisposable
    {
        public Database Database => database;
        public DbConnection Connection => database.Database.GetDbConnection();
        public DbTransaction Transaction => transaction.GetDbTransaction();
        public CampaignFrame Frame => frame;
        public CongressFile? File => file;

        public EventWriting Writing(SiteClock clock) => new(Connection, Transaction, frame, clock.Today);

        /// <returns>null where there is no such campaign</returns>
        public static async Task<Work?> BeginAsync(
            DatabaseFactory databases,
            string campaign,
            string organisation,
            CancellationToken stop
        )
        {
            var database = databases.Create();
            var transaction = await database.Database.BeginTransactionAsync(stop);
            var (connection, inside) = (database.Database.GetDbConnection(), transaction.GetDbTransaction());
            var frames = await CampaignFrame.ReadAllAsync(connection, inside, stop);
            if (frames.FirstOrDefault(frame => frame.Code == campaign) is not { } found)
            {
                await transaction.DisposeAsync();
                await database.DisposeAsync();
                return null;
            }
            await CampaignLock.TakeAsync(connection, inside, found.Id, stop);
            var file = await CongressFile.ReadAsync(connection, inside, found, organisation, stop);
            return new(database, transaction, found, file);
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
