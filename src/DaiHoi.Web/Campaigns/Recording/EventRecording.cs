using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

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
internal sealed partial class EventRecording(DatabaseFactory databases, RecordedChanges changes, SiteClock clock)
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
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
        if (work?.File is not { } file)
            return RecordingResult.Of(Recorded.NotFound);
        if (requestKey is not null && await IsKnownAsync(work, requestKey, stop))
            return RecordingResult.Of(
                StepRights.MayRecord(person, file.Place, wanted.Status) ? Recorded.Already : Recorded.NotFound
            );
        var (entry, result) = await CheckAsync(work, file, person, wanted, seen, requestKey, stop);
        if (entry is null)
            return result;
        await work.Writing(clock).WriteAsync([entry], new(person.Id, person.Name, clock.UtcNow), null, stop);
        if (wanted.Evidence.Count > 0)
            await EvidenceRecording.AddAsync(
                work.Database,
                file.Place.Congress,
                new(await NewestAsync(work, stop), ItemId: null),
                wanted.Evidence,
                person,
                clock,
                stop
            );
        await CommitAsync(
            work,
            actor,
            "congress.recorded",
            new
            {
                wanted.Status,
                wanted.EffectiveOn,
                wanted.Note,
                Evidence = wanted.Evidence.Count == 0 ? null : wanted.Evidence.Select(one => new { one.Name, one.Sha256 }),
            },
            stop
        );
        return result;
    }

    /// <summary>A whole table of events, one for each organisation: all of it is recorded, or nothing.</summary>
    /// <param name="rows">each with the mark of what the person had before him</param>
    /// <param name="requestKey">of the form: a form that arrives twice is recorded once</param>
    /// <returns>what became of the whole, and of each row that refuses it, by its place</returns>
    public async Task<(Recorded Outcome, IReadOnlyDictionary<int, RecordingResult> Rows)> RecordTableAsync(
        Person person,
        Actor actor,
        string campaign,
        IReadOnlyList<(string Organisation, NewEvent Wanted, string? Seen)> rows,
        string requestKey,
        CancellationToken stop
    )
    {
        var refused = new Dictionary<int, RecordingResult>();
        if (rows.Count == 0)
            return (Recorded.Refused, refused);
        await using var work = await CongressWork.BeginAsync(databases, campaign, rows[0].Organisation, stop);
        if (work is null)
            return (Recorded.NotFound, refused);
        if (await IsKnownAsync(work, KeyOf(requestKey, 0), stop))
            return (Recorded.Already, refused);
        var entries = new List<EventEntry>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var (organisation, wanted, seen) = rows[i];
            var file = await CongressFile.ReadAsync(work.Connection, work.Transaction, work.Frame, organisation, stop);
            var (entry, result) = file is null
                ? (null, RecordingResult.Of(Recorded.NotFound))
                : await CheckAsync(work, file, person, wanted, seen, KeyOf(requestKey, i), stop);
            if (entry is null)
                refused.Add(i, result);
            else if (entries.Exists(other => other.Organisation == entry.Organisation))
                refused.Add(i, RecordingResult.Of(Recorded.Changed));
            else
                entries.Add(entry);
        }
        if (refused.Count > 0)
            return (Recorded.Refused, refused);
        await work.Writing(clock).WriteAsync(entries, new(person.Id, person.Name, clock.UtcNow), null, stop);
        await changes.CommitAsync(
            work.Database,
            actor,
            new(
                "congress.table-recorded",
                work.Frame.ChangeKey,
                work.Frame.Name,
                After: rows.Select(row => new
                {
                    row.Organisation,
                    row.Wanted.Status,
                    row.Wanted.EffectiveOn,
                    row.Wanted.Note,
                })
            ),
            [work.Frame.ChangeKey],
            stop
        );
        return (Recorded.Done, refused);
    }

    private static string KeyOf(string requestKey, int row) => FormattableString.Invariant($"{requestKey}-{row}");

    /// <returns>what is to be written; null with the reason where it is refused, otherwise with what is only pointed out</returns>
    private async Task<(EventEntry? Entry, RecordingResult Result)> CheckAsync(
        CongressWork work,
        CongressFile file,
        Person person,
        NewEvent wanted,
        string? seen,
        string? requestKey,
        CancellationToken stop
    )
    {
        if (!StepRights.MayRecord(person, file.Place, wanted.Status))
            return (null, RecordingResult.Of(Recorded.NotFound));
        if (seen is not null && seen != file.Seen)
            return (null, RecordingResult.Of(Recorded.Changed));
        var window = await WindowAsync(work, file.Place, wanted.EffectiveOn, stop);
        var (refused, noted) = EventCheck.Of(work.Frame, file, window, wanted, clock.Today);
        var above = StepRights.IsDecidedAbove(wanted.Status);
        if (above && file.Last is { RecordedById: { } by } && by == person.Id)
            refused = [.. refused, OwnEntry];
        if (refused.Count > 0)
            return (null, new(Recorded.Refused, refused));
        var entry = new EventEntry(file.Place.Organisation, wanted.Status, null, wanted.EffectiveOn, clock.Today)
        {
            Model = wanted.Model,
            Kind = wanted.Kind?.Code(),
            WithElection = wanted.WithElection,
            PlannedOn = wanted.PlannedOn,
            Days = wanted.Days,
            Numbers = wanted.Numbers,
            Note = string.IsNullOrWhiteSpace(wanted.Note) ? null : wanted.Note.Trim(),
            // What the level above decides needs nobody's acceptance; at the top a second person accepts it.
            Accepted = above && !file.Place.IsRoot,
            RequestKey = requestKey,
        };
        return (entry, new(Recorded.Done, noted));
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
                : happened.AcceptedOn is not null && !StepRights.IsDecidedAbove(happened.Status) ? [AcceptedAlready]
                : Withdrawable(file, happened, reason),
            actor,
            "congress.withdrawn",
            reason,
            Withdraw("false"),
            stop
        );

    private static readonly EventProblem AcceptedAlready = Said(
        "",
        "Cấp trên đã tiếp nhận nên không rút được; hãy đề nghị cấp trên trả lại.",
        "The level above has accepted it, so it cannot be withdrawn; ask for it to be returned."
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
        await using var work = await CongressWork.BeginAsync(databases, campaign, organisation, stop);
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

    private Task CommitAsync(CongressWork work, Actor actor, string action, object after, CancellationToken stop) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, $"congress:{work.File!.Place.Congress}", work.File.Place.Name, After: after),
            [work.Frame.ChangeKey],
            stop
        );

    private static async Task<bool> IsKnownAsync(CongressWork work, string requestKey, CancellationToken stop)
    {
        await using var command = Sql.Command(
            work.Connection,
            "select 1 from congress_event where request_key = @k",
            ("k", requestKey)
        );
        command.Transaction = work.Transaction;
        return await command.ExecuteScalarAsync(stop) is not null;
    }

    private static Task<long> NewestAsync(CongressWork work, CancellationToken stop)
    {
        var congress = work.File!.Place.Congress;
        return work.Database.Set<CongressEvent>().Where(one => one.CongressId == congress).MaxAsync(one => one.Id, stop);
    }

    private static async Task<Period?> WindowAsync(CongressWork work, CongressPlace place, DateOnly on, CancellationToken stop)
    {
        var tree = await TreeInTime.UpwardAsync(work.Connection, work.Transaction, [place.Organisation], stop);
        return work.Frame.WindowOf(place.Organisation, place.Level, tree, on);
    }
}
