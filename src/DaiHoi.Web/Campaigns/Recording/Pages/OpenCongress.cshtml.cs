using System.Globalization;
using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
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
internal sealed class OpenCongress(DeskContext desk, Sql sql, EventRecording recording) : DeskPage(desk)
{
    public CongressFile Congress { get; private set; } = null!;
    public CampaignFrame Frame { get; private set; } = null!;
    public DateOnly? LastDay { get; private set; }
    public EventForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; private set; } = [];

    /// <summary>What was done, but should be looked at.</summary>
    [TempData]
    public string? Noted { get; set; }

    public CongressStatus? Now => Congress.Last?.Status;

    /// <summary>Overdue or not: what decides it, in a sentence; null where no last day is set.</summary>
    public bool IsOverdue =>
        LastDay < Clock.Today && Now is not { } status
        || (LastDay < Clock.Today && Now is { } now && !CongressHistory.IsHeld(now) && now != CongressStatus.Exempt);

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

/// <summary>The form of one event as it was typed.</summary>
internal sealed class EventForm
{
    public string? Seen { get; set; }
    public string? Key { get; set; }
    public string? Status { get; set; }
    public string? On { get; set; }
    public string? PlannedOn { get; set; }
    public bool Model { get; set; }
    public string? Days { get; set; }
    public string? Summoned { get; set; }
    public string? Attended { get; set; }
    public string? Elected { get; set; }
    public string? Women { get; set; }
    public string? Under40 { get; set; }
    public string? Minority { get; set; }
    public string? FirstTime { get; set; }
    public string? Note { get; set; }
    public List<string> Given { get; set; } = [];

    private const int LongestNote = 2000;

    /// <returns>the entry, or what cannot be read, by field</returns>
    public (NewEvent? Wanted, Dictionary<string, string> Problems) Read(Ui.Texts t)
    {
        var problems = new Dictionary<string, string>();
        if (!Enum.TryParse<CongressStatus>(Status, out var status) || !Enum.IsDefined(status))
            problems["status"] = t["congress-choose-status"];
        var on = Day(On, "on", problems, t);
        if (on is null && !problems.ContainsKey("on"))
            problems["on"] = t["congress-day-wanted"];
        var planned = Day(PlannedOn, "plannedOn", problems, t);
        int? Read(string? typed, string field) => Number(typed, field, problems, t);
        var wanted = new NewEvent(
            status,
            on ?? default,
            Given
                .Select(code => Enum.TryParse<Demand>(code, out var demand) && Enum.IsDefined(demand) ? demand : (Demand?)null)
                .OfType<Demand>()
                .ToHashSet()
        )
        {
            Model = Model ? true : null,
            PlannedOn = planned,
            Days = Read(Days, "days"),
            Numbers = new(
                Read(Summoned, "summoned"),
                Read(Attended, "attended"),
                Read(Elected, "elected"),
                Read(Women, "women"),
                Read(Under40, "under40"),
                Read(Minority, "minority"),
                Read(FirstTime, "firstTime")
            ),
            Note = Note,
        };
        if (Note?.Length > LongestNote)
            problems["note"] = t["congress-note-long", LongestNote];
        return (problems.Count == 0 ? wanted : null, problems);
    }

    private static DateOnly? Day(string? typed, string field, Dictionary<string, string> problems, Ui.Texts t)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (
            DateOnly.TryParseExact(
                typed.Trim(),
                ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return day;
        problems[field] = t["congress-day-form", typed.Trim()];
        return null;
    }

    private static int? Number(string? typed, string field, Dictionary<string, string> problems, Ui.Texts t)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var plain = typed.Trim().Replace(".", "", StringComparison.Ordinal);
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000)
            return number;
        problems[field] = t["congress-number-form", typed.Trim()];
        return null;
    }
}
