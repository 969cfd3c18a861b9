using System.Text.Json.Serialization;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// A door of the hall: finds a delegate by his badge or by his name and marks that he has come, gone, or stays away. With its
/// script it keeps the whole list, so that a door whose line breaks goes on and sends later; without it each mark is a form.
/// </summary>
[ForSignedIn]
internal sealed class CheckIn(
    DeskContext desk,
    CongressBook book,
    CongressPages pages,
    DayReading reading,
    CredentialReading credentials,
    HallReading hall,
    CheckingIn marking
) : CongressPage(desk, book, pages)
{
    public const string Ending = "diem-danh";

    /// <summary>More are not read by anybody who looks for one.</summary>
    private const int MostShown = 30;

    // The door may look through the camera of the telephone that it is; no other page may.
    private const string WithCamera = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

    public IReadOnlyList<CongressSession> Sessions { get; private set; } = [];
    public CongressSession? Session { get; private set; }

    /// <summary>The session that is meant now (<see cref="PresentSession"/>); null where the congress has none.</summary>
    public CongressSession? Present { get; private set; }

    /// <summary>The page is of a session that is over while another is meant: what is noted here is noted afterwards.</summary>
    public bool IsAfterwards => Session is not null && Session.EndsAt <= Clock.UtcNow && Session.Id != Present?.Id;

    public HallCount? Count { get; private set; }
    public string? Words { get; private set; }
    public CredentialList List { get; private set; } = null!;
    public Dictionary<long, AttendanceStanding> Standings { get; private set; } = [];

    /// <summary>Those whom the words or the badge find; with neither, those of whom something was noted last.</summary>
    public IReadOnlyList<ListedDelegate> Shown { get; private set; } = [];

    public AttendanceStanding StandingOf(ListedDelegate one) => Standings.GetValueOrDefault(one.Id) ?? AttendanceStanding.None;

    public string DelegationOf(ListedDelegate one) =>
        List.Delegations.FirstOrDefault(delegation => delegation.Organisation == one.OrganisationId)?.Name
        ?? (one.OrganisationId == Opened.Place.Id ? Opened.Place.Name : T["delegate-appointed"]);

    /// <summary>In words what holds of somebody: "có mặt từ 07:25", late or early where he was.</summary>
    public string StateOf(ListedDelegate one) => StateOf(StandingOf(one));

    private string StateOf(AttendanceStanding standing) =>
        standing.Mark switch
        {
            null => T["attendance-none"],
            Attendance.Arrived when standing.FirstArrived > Session!.StartsAt => T[
                "attendance-late",
                Time(standing.FirstArrived.Value)
            ],
            Attendance.Arrived => T["attendance-arrived", Time(standing.Last!.At)],
            Attendance.Left when standing.Last!.At < Session!.EndsAt => T["attendance-left-early", Time(standing.Last.At)],
            Attendance.Left => T["attendance-left", Time(standing.Last!.At)],
            Attendance.Excused when standing.Reason is { } reason => T["attendance-excused-because", reason],
            Attendance.Excused => T["attendance-excused"],
            Attendance.Unexcused => T["attendance-unexcused"],
            _ => throw new InvalidOperationException(standing.Mark.ToString()),
        };

    public string PathOf(long session) => FormattableString.Invariant($"{PathTo(Ending)}?phien={session}");

    /// <param name="phien">the session; without it the one that is under way or nearest</param>
    /// <param name="tim">a name, a badge as a hand scanner types it, or its address</param>
    public async Task<IActionResult> OnGetAsync(
        string campaign,
        string organisation,
        long? phien,
        string? tim,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, phien, stop))
            return NotFound();
        Response.Headers["Permissions-Policy"] = WithCamera;
        Find(tim);
        return Page();
    }

    /// <summary>Everybody who is summoned, for a door that goes on without its line.</summary>
    public async Task<IActionResult> OnGetListAsync(string campaign, string organisation, long phien, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, phien, stop) && Session is not null
            ? new JsonResult(
                new DoorList(
                    [
                        .. List.Summoned.Select(one => new DoorDelegate(
                            one.Id,
                            one.Name,
                            Fold.Letters(one.Name),
                            DelegationOf(one),
                            one.Badge,
                            StandingOf(one).Mark,
                            StateOf(one),
                            StandingOf(one).Before is { } before ? new(before.Mark, StateOf(before)) : null
                        )),
                    ],
                    Count is null ? null : CountOf(Count)
                )
            )
            : NotFound();

    public async Task<IActionResult> OnPostMarkAsync(
        string campaign,
        string organisation,
        long phien,
        MarkForm form,
        CancellationToken stop
    )
    {
        if (!await IsDoorAsync(campaign, organisation, stop) || !Enum.IsDefined(form.Mark))
            return NotFound();
        var result = await marking.MarkAsync(
            Actor,
            Opened,
            phien,
            new(form.Id, form.Mark, form.Key, Since(form.Ago), form.Desk, form.Note, form.Afterwards, form.Sees),
            stop
        );
        // A door with its script has the list: it is told what became of the mark, and how many are there.
        if (Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
            return await JsonAsync(result, phien, stop);
        if (!await ShowAsync(campaign, organisation, phien, stop))
            return NotFound();
        if (result.Answer.Outcome == Answered.NotFound)
            return NotFound();
        if (!result.Answer.Stands)
        {
            Find(null);
            return Refused(result.Answer);
        }
        Done =
            result.Answer.Outcome == Answered.Already
                ? T["attendance-already", result.Delegate!.Name]
                : T["attendance-was-marked", result.Delegate!.Name];
        return LocalRedirect(PathOf(phien));
    }

    private async Task<IActionResult> JsonAsync(MarkAnswer result, long session, CancellationToken stop)
    {
        Count = await hall.CountAsync(Opened.Rules, Opened.Congress, session, stop);
        return new JsonResult(
            new DoorAnswer(
                result.Answer.Outcome,
                result.Answer.Outcome == Answered.NotFound ? T["door-gone"]
                    : result.Answer.Problems is [var problem, ..] ? WordsOf(problem)
                    : result.Answer.Outcome == Answered.Already && result.Since is { } since
                        ? T["attendance-already-at", Time(since.At), since.Desk.Length > 0 ? since.Desk : since.ByName]
                    : null,
                CountOf(Count),
                result.Elsewhere is { } other ? new(PathOf(other.Id), T["door-of-session", other.Name]) : null
            )
        )
        {
            StatusCode = result.Answer.Stands ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private DoorCount CountOf(HallCount count) =>
        new(
            Number(count.Present),
            Number(count.Summoned),
            Number(count.Left),
            Number(count.Excused),
            Number(count.Unexcused),
            Number(count.Awaited),
            count.Quorum?.Value == true,
            count.Quorum?.Explanation.In(Said),
            count.Quorum is { } quorum ? T["according-to", quorum.Article.Citation.In(Said)] : null
        );

    // Whatever a telephone reckons: what is no number of milliseconds happened now, what is too many was long ago.
    private static TimeSpan Since(double milliseconds) =>
        milliseconds > 0
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, CheckingIn.LongestAgo.TotalMilliseconds))
            : TimeSpan.Zero;

    private void Find(string? words)
    {
        Words = words;
        if (BadgeCode.In(words) is { } badge)
            Shown = [.. List.Standing.Where(one => one.Badge == badge)];
        else if (!string.IsNullOrWhiteSpace(words))
            Shown = [.. FoundAtDoor.By(words, List.Summoned).Take(MostShown)];
        else
            Shown =
            [
                .. List
                    .Summoned.Where(one => StandingOf(one).Noted > 0)
                    .OrderByDescending(one => StandingOf(one).Noted)
                    .Take(MostShown),
            ];
    }

    private async Task<bool> IsDoorAsync(string campaign, string organisation, CancellationToken stop) =>
        await FindAsync(campaign, organisation, "check-in-title", stop) && Opened.Rights.MayCheckIn;

    private async Task<bool> ShowAsync(string campaign, string organisation, long? session, CancellationToken stop)
    {
        if (!await IsDoorAsync(campaign, organisation, stop))
            return false;
        var day = await reading.DayAsync(Opened.Congress, stop);
        Sessions = [.. day.Sessions.Select(planned => planned.Session)];
        Present = day.SessionAt(Clock.UtcNow);
        Session = session is { } asked ? Sessions.FirstOrDefault(one => one.Id == asked) : Present;
        if (session is not null && Session is null)
            return false;
        List = await credentials.ListAsync(Opened, stop);
        if (Session is null)
            return true;
        Standings = await hall.StandingsAsync(Session.Id, stop);
        Count = await hall.CountAsync(Opened.Rules, Opened.Congress, Session.Id, stop);
        return true;
    }
}

/// <summary>A mark, as a door sends it.</summary>
internal sealed class MarkForm
{
    public long Id { get; set; }
    public Attendance Mark { get; set; }
    public string? Key { get; set; }

    /// <summary>Milliseconds since it happened.</summary>
    public double Ago { get; set; }
    public string? Desk { get; set; }
    public string? Note { get; set; }

    /// <summary>The page was opened after the end of its session, and says so.</summary>
    public bool Afterwards { get; set; }

    /// <summary>What the door shows of him, where the mark takes it back.</summary>
    public Attendance? Sees { get; set; }
}

internal sealed record DoorList(IReadOnlyList<DoorDelegate> Delegates, DoorCount? Count);

/// <param name="Folded">his name without marks and case</param>
/// <param name="Mark">null where nothing holds</param>
/// <param name="Before">what holds again when that mark is taken back; null where nothing was noted</param>
internal sealed record DoorDelegate(
    long Id,
    string Name,
    string Folded,
    string Delegation,
    string Badge,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Attendance>))] Attendance? Mark,
    string State,
    DoorStanding? Before
);

/// <param name="Mark">null where nothing holds</param>
internal sealed record DoorStanding(
    [property: JsonConverter(typeof(JsonStringEnumConverter<Attendance>))] Attendance? Mark,
    string State
);

/// <param name="Words">what refuses it, or is to be known; null where nothing is</param>
/// <param name="Elsewhere">where to note him instead; null where it is here</param>
internal sealed record DoorAnswer(
    [property: JsonConverter(typeof(JsonStringEnumConverter<Answered>))] Answered Outcome,
    string? Words,
    DoorCount Count,
    DoorWay? Elsewhere
);

/// <summary>The door of another session, where this one is over.</summary>
internal sealed record DoorWay(string Path, string Words);

/// <summary>All figures of the hall in one, as the page writes them: a door that changes one changes them all.</summary>
/// <param name="Quorum">what the rules say of it; null where nobody is summoned</param>
/// <param name="Article">according to which it says so</param>
internal sealed record DoorCount(
    string Present,
    string Summoned,
    string Left,
    string Excused,
    string Unexcused,
    string Awaited,
    bool IsQuorum,
    string? Quorum,
    string? Article
);
