using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Campaigns.Recording.Pages;

/// <summary>One congress: where it stands, what was recorded by whom, and what the person may record now.</summary>
[For(Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator, OwnOnly = true)]
[RequestSizeLimit(EvidenceStore.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = EvidenceStore.LargestRequest)]
internal sealed class OpenCongress(
    DeskContext desk,
    Sql sql,
    EventRecording recording,
    EvidenceStore store,
    EvidenceRecording attaching,
    ChecklistTicking ticking,
    DifficultyReading difficulties,
    IEnumerable<CongressLink> links,
    IEnumerable<IStandsAgainstStep> against
) : DeskPage(desk)
{
    private const int MostLessons = 5;

    public CongressFile Congress { get; private set; } = null!;
    public CampaignFrame Frame { get; private set; } = null!;
    public DateOnly? LastDay { get; private set; }

    /// <summary>What is asked of it, by when it is due.</summary>
    public List<ChecklistLine> Checklist { get; private set; } = [];

    /// <summary>Everything attached to it.</summary>
    public List<AttachedEvidence> Attached { get; private set; } = [];

    /// <summary>What model congresses have taught, while this one is prepared.</summary>
    public List<ListedDifficulty> Lessons { get; private set; } = [];

    public EventForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; private set; } = [];

    /// <summary>What was done, but should be looked at.</summary>
    [TempData]
    public string? Noted { get; set; }

    /// <summary>Pages of other rooms about this congress.</summary>
    public CongressBar Bar =>
        new(
            [.. links.Where(link => Person.Is(Congress.Place.Path, link.Roles)).OrderBy(link => link.Order)],
            Frame.Code,
            Congress.Place.Code,
            Request.Path,
            T
        );

    public CongressStatus? Now => Congress.Last?.Status;

    /// <summary>Overdue or not: what decides it, in a sentence; null where no last day is set.</summary>
    public bool IsOverdue =>
        LastDay < Clock.Today && Now is not { } status
        || (LastDay < Clock.Today && Now is { } now && !CongressHistory.IsHeld(now) && now != CongressStatus.Exempt);

    /// <summary>Whether the person works for the organisation whose congress it is.</summary>
    public bool IsOfficer => Person.Is(Congress.Place.Path, Role.Officer);

    public bool MayAttach(ShownEvent happened) => happened.Stands && (MayDecide || (IsOfficer && happened.AcceptedOn is null));

    /// <summary>By how many days an event was entered after the days for entering; 0 where it was in time.</summary>
    public int DaysLate(ShownEvent happened) =>
        happened.BroughtIn
            ? 0
            : Math.Max(
                0,
                happened.RecordedOn.DayNumber - happened.EffectiveOn.DayNumber - Frame.Level(Congress.Place.Level).EntryDays
            );

    public bool IsPrepared =>
        Now is null or CongressStatus.Preparing or CongressStatus.PlanSubmitted or CongressStatus.PlanApproved;

    public bool MayDecide => StepRights.MayDecide(Person, Congress.Place);

    /// <summary>The steps that the regulations write after where it stands and that the person may record.</summary>
    public IReadOnlyList<TransitionRule?> Steps { get; private set; } = [];

    public string StatusName(CongressStatus status) => Said(Transition.NameOf(status));

    public string Said(Words words) => English ? words.English : words.Vietnamese;

    public bool MayWithdraw(ShownEvent happened) =>
        happened.Stands
        && Congress.Last?.Id == happened.Id
        && StepRights.MayRecord(Person, Congress.Place, happened.Status)
        && (happened.AcceptedOn is null || StepRights.IsDecidedAbove(happened.Status));

    public bool MayAccept(ShownEvent happened) =>
        happened.Stands && happened.AcceptedOn is null && MayDecide && happened.RecordedById != Person.Id;

    public bool MayReturn(ShownEvent happened) =>
        happened.Stands && Congress.Last?.Id == happened.Id && MayDecide && !StepRights.IsDecidedAbove(happened.Status);

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = new()
        {
            On = Formats.Day(Clock.Today),
            Seen = Congress.Seen,
            Key = Guid.NewGuid().ToString("n"),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string campaign, string organisation, EventForm form, CancellationToken stop)
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        Form = form;
        (var wanted, Problems) = form.Read(T);
        if (wanted is null)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        foreach (var one in against)
        {
            if (await one.RefusalAsync(Congress.Place.Congress, wanted.Status, stop) is not { } elsewhere)
                continue;
            Problems["form"] = T[elsewhere];
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        var (kept, problem, status) = await store.PutAsync(form.File, T, stop);
        if (problem is not null)
        {
            Problems["file"] = problem;
            return Refused(status);
        }
        wanted = wanted with { Evidence = kept };
        var result = await recording.RecordAsync(
            Person,
            Actor,
            campaign,
            organisation,
            wanted,
            form.Seen,
            string.IsNullOrEmpty(form.Key) ? null : form.Key,
            stop
        );
        return await AnswerAsync(result, T["congress-recorded", StatusName(wanted.Status)], campaign, organisation, stop);
    }

    public async Task<IActionResult> OnPostAcceptAsync(
        string campaign,
        string organisation,
        long id,
        string? seen,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? await AnswerAsync(
                await recording.AcceptAsync(Person, Actor, campaign, organisation, id, seen, stop),
                T["congress-accepted"],
                campaign,
                organisation,
                stop
            )
            : NotFound();

    public async Task<IActionResult> OnPostReturnAsync(
        string campaign,
        string organisation,
        long id,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? await AnswerAsync(
                await recording.ReturnAsync(Person, Actor, campaign, organisation, id, reason, seen, stop),
                T["congress-returned"],
                campaign,
                organisation,
                stop
            )
            : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(
        string campaign,
        string organisation,
        long id,
        string? reason,
        string? seen,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? await AnswerAsync(
                await recording.WithdrawAsync(Person, Actor, campaign, organisation, id, reason, seen, stop),
                T["congress-withdrawn"],
                campaign,
                organisation,
                stop
            )
            : NotFound();

    /// <summary>Ticks an item of the checklist, with what shows it.</summary>
    public async Task<IActionResult> OnPostTickAsync(
        string campaign,
        string organisation,
        long item,
        string? doneOn,
        List<IFormFile>? file,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        if (EventForm.Day(doneOn, ItemField(item), Problems, T) is not { } on)
        {
            Problems.TryAdd(ItemField(item), T["congress-day-wanted"]);
            return Refused(StatusCodes.Status422UnprocessableEntity);
        }
        var (kept, problem, status) = await store.PutAsync(file, T, stop);
        if (problem is not null)
        {
            Problems[ItemField(item)] = problem;
            return Refused(status);
        }
        var result = await ticking.TickAsync(Person, Actor, campaign, organisation, item, on, kept, stop);
        if (result.Outcome == Recorded.Refused)
            result = result with { Problems = [.. result.Problems.Select(one => one with { Field = ItemField(item) })] };
        return await AnswerAsync(result, T["item-ticked"], campaign, organisation, stop);
    }

    public async Task<IActionResult> OnPostUntickAsync(string campaign, string organisation, long item, CancellationToken stop) =>
        await ShowAsync(campaign, organisation, stop)
            ? await AnswerAsync(
                await ticking.UntickAsync(Person, Actor, campaign, organisation, item, stop),
                T["item-unticked"],
                campaign,
                organisation,
                stop
            )
            : NotFound();

    /// <summary>Attaches files to an event that is recorded already, or to an item.</summary>
    public async Task<IActionResult> OnPostAttachAsync(
        string campaign,
        string organisation,
        long? id,
        long? item,
        List<IFormFile>? file,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(campaign, organisation, stop))
            return NotFound();
        var (kept, problem, status) = await store.PutAsync(file, T, stop);
        if (problem is not null)
        {
            Problems["form"] = problem;
            return Refused(status);
        }
        var result = await attaching.AttachAsync(Person, Actor, campaign, organisation, new(id, item), kept, stop);
        return await AnswerAsync(Whole(result), T["evidence-attached"], campaign, organisation, stop);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(
        string campaign,
        string organisation,
        long id,
        string? reason,
        CancellationToken stop
    ) =>
        await ShowAsync(campaign, organisation, stop)
            ? await AnswerAsync(
                Whole(await attaching.TakeBackAsync(Person, Actor, campaign, organisation, id, reason, stop)),
                T["evidence-taken-back"],
                campaign,
                organisation,
                stop
            )
            : NotFound();

    /// <summary>Under which a problem with one item stands.</summary>
    public static string ItemField(long item) => FormattableString.Invariant($"item-{item}");

    // Small forms have no place beside a field: what refuses them stands above the page.
    private static RecordingResult Whole(RecordingResult result) =>
        result with
        {
            Problems = [.. result.Problems.Select(problem => problem with { Field = "" })],
        };

    protected override async Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        Problems["form"] = why;
        return await Task.FromResult<IActionResult?>(Page());
    }

    private async Task<IActionResult> AnswerAsync(
        RecordingResult result,
        string done,
        string campaign,
        string organisation,
        CancellationToken stop
    )
    {
        switch (result.Outcome)
        {
            case Recorded.Done:
                Done = done;
                Noted = result.Problems.Count > 0 ? string.Join(" ", result.Problems.Select(Sentence)) : null;
                return LocalRedirect(PathOf(campaign, organisation));
            case Recorded.Already:
                Done = T["congress-recorded-already"];
                return LocalRedirect(PathOf(campaign, organisation));
            case Recorded.NotFound:
                return NotFound();
            case Recorded.Changed:
                await ShowAsync(campaign, organisation, stop);
                Form.Seen = Congress.Seen;
                Problems["form"] = T["congress-changed-meanwhile"];
                return Refused(StatusCodes.Status409Conflict);
            case Recorded.Refused:
                foreach (var problem in result.Problems)
                    Problems.TryAdd(problem.Field.Length == 0 ? "form" : problem.Field, Sentence(problem));
                return Refused(StatusCodes.Status422UnprocessableEntity);
            default:
                throw new InvalidOperationException(result.Outcome.ToString());
        }
    }

    private string Sentence(EventProblem problem) =>
        problem.Article is { } article ? $"{Said(problem.Words)} ({Said(article.Citation)})" : Said(problem.Words);

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ShowAsync(string campaign, string organisation, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        var frames = await CampaignFrame.ReadAllAsync(connection, null, stop);
        if (frames.FirstOrDefault(frame => frame.Code == campaign) is not { } found)
            return false;
        if (await CongressFile.ReadAsync(connection, null, found, organisation, stop) is not { } file)
            return false;
        if (!StepRights.MaySee(Person, file.Place.Path))
            return false;
        var tree = await TreeInTime.UpwardAsync(connection, null, [file.Place.Organisation], stop);
        var scope = Scope.Of(tree, file.Place.Organisation, file.Place.Level, found.Root, found.LastDays);
        LastDay = scope.On(Clock.Today.DayNumber).LastDay is { } last ? DateOnly.FromDayNumber(last) : null;
        (Frame, Congress, Title) = (found, file, file.Place.Name);
        Checklist = await ChecklistLine.OfAsync(sql, found, file.Place, stop);
        Attached = await AttachedEvidence.OfAsync(sql, file.Place.Congress, stop);
        if (IsPrepared)
            Lessons = await difficulties.LessonsForAsync(found.Id, file.Place.Path, MostLessons, stop);
        Steps = found.ClosedOn < Clock.Today ? [] : StepsOf(found, file);
        return true;
    }

    private List<TransitionRule?> StepsOf(CampaignFrame frame, CongressFile file)
    {
        // Nothing is written before the first step: it is always preparing.
        if (file.Last is not { } last)
            return StepRights.MayRecord(Person, file.Place, CongressStatus.Preparing) ? [null] : [];
        return
        [
            .. Transition
                .From(frame.RuleSet, last.Status, Clock.Today)
                .Where(rule => StepRights.MayRecord(Person, file.Place, rule.To)),
        ];
    }

    public static string PathOf(string campaign, string organisation) =>
        $"/dai-hoi/{Uri.EscapeDataString(campaign)}/{Uri.EscapeDataString(organisation)}";
}
