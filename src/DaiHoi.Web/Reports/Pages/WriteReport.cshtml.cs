using System.Globalization;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>One report: its officers write it, the level above reads and decides, everybody who may see it reads it.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed partial class WriteReport(
    DeskContext desk,
    DatabaseFactory databases,
    CampaignPlaces places,
    PartFilling filling,
    ReportDesk reports,
    ReportDeciding deciding,
    LowerReports lower
) : ReportPage(desk)
{
    public ReportFile Whole { get; private set; } = null!;
    public Dictionary<long, PartData> Data { get; } = [];

    /// <summary>Figures of an accepted report by what is known today, by section.</summary>
    public Dictionary<long, PartData> Now { get; } = [];

    /// <summary>Whether corrections that came later change what was printed.</summary>
    public bool Moved { get; private set; }

    /// <summary>How many passages of accepted reports below could be taken over, by section.</summary>
    public Dictionary<long, int> Offered { get; private set; } = [];

    public bool MayWrite { get; private set; }
    public bool MaySend { get; private set; }
    public bool MayDecide { get; private set; }
    public bool MayCorrect { get; private set; }
    public bool MayAnswer { get; private set; }

    /// <summary>The passage that somebody else has changed; what was typed is shown below his words.</summary>
    public ReportPassage? Conflict { get; private set; }
    public string? Typed { get; private set; }
    public string? Remark { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The remark whose answer was refused.</summary>
    public long? Answering { get; private set; }

    /// <summary>Nobody stands above: its report goes to its own head.</summary>
    public bool IsTop => Whole.Place.PathAbove == Whole.Place.Path;

    public ShownData ShownOf(WrittenPart part, bool open) =>
        new(part.Part, Data[part.Part.Id], Whole, T, open) { Now = Now.GetValueOrDefault(part.Part.Id) };

    public static string WordOf(StepTaken taken) =>
        taken switch
        {
            StepTaken.Begun => "report-step-begun",
            StepTaken.Submitted => "report-step-submitted",
            StepTaken.Asked => "report-step-asked",
            StepTaken.Answered => "report-step-answered",
            StepTaken.Returned => "report-step-returned",
            StepTaken.Accepted => "report-step-accepted",
            StepTaken.Corrected => "report-step-corrected",
            _ => throw new ArgumentOutOfRangeException(nameof(taken)),
        };

    private protected override string ChangedText => Whole.Period.IsWithdrawn ? T["report-period-no-more"] : base.ChangedText;

    /// <summary>The first words of a passage, for a list.</summary>
    public string BeginOf(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, 60), "…");
    }

    public async Task<IActionResult> OnGetAsync(long report, CancellationToken stop) =>
        await ShowAsync(report, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(long report, long passage, int version, string? text, CancellationToken stop)
    {
        var quietly = Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
        if (text?.Length > ReportPassage.LongestText)
            return quietly
                ? StatusCode(StatusCodes.Status422UnprocessableEntity)
                : await RefuseAsync(report, "report-text-long", stop);
        var saved = await reports.SaveAsync(Person, report, passage, text ?? "", version, stop);
        if (quietly)
            return saved.Outcome switch
            {
                ReportOutcome.Done => new JsonResult(
                    new
                    {
                        version = saved.Passage!.Version,
                        report = saved.ReportVersion,
                        at = Moment(saved.Passage.WrittenAt),
                    }
                ),
                ReportOutcome.NotFound => NotFound(),
                _ => StatusCode(StatusCodes.Status409Conflict),
            };
        switch (saved.Outcome)
        {
            case ReportOutcome.Done:
                return Went("report-saved", $"{PathOf(report)}#part-{saved.Passage!.PartId}");
            case ReportOutcome.NotFound:
                return NotFound();
            default:
                if (!await ShowAsync(report, stop))
                    return NotFound();
                (Conflict, Typed) = (saved.Passage, text);
                Problems[""] = ChangedText;
                return Refused(StatusCodes.Status409Conflict);
        }
    }

    public async Task<IActionResult> OnPostAddAsync(long report, long part, CancellationToken stop) =>
        await reports.AddAsync(Person, report, part, stop) is not null
            ? LocalRedirect($"{PathOf(report)}#part-{part}")
            : NotFound();

    public async Task<IActionResult> OnPostRemoveAsync(long report, long passage, int version, CancellationToken stop) =>
        await AfterAsync(report, await reports.RemoveAsync(Person, report, passage, version, stop), "report-removed", stop);

    public async Task<IActionResult> OnPostRaiseAsync(long report, long passage, CancellationToken stop) =>
        await AfterAsync(report, await reports.RaiseAsync(Person, report, passage, stop), "report-raised", stop);

    public async Task<IActionResult> OnPostFollowAsync(long report, CancellationToken stop) =>
        await AfterAsync(report, await reports.FollowTemplateAsync(Person, report, stop), "report-template-followed", stop);

    public async Task<IActionResult> OnPostSendAsync(long report, int version, CancellationToken stop)
    {
        var result = await deciding.SubmitAsync(Person, Actor, report, version, stop);
        var top = result.Outcome == ReportOutcome.Done && await ShowAsync(report, stop) && IsTop;
        return await AfterAsync(report, result, top ? "report-sent-top" : "report-sent-done", stop);
    }

    public async Task<IActionResult> OnPostAcceptAsync(
        long report,
        int version,
        string? remark,
        string? reason,
        CancellationToken stop
    )
    {
        (Remark, Reason) = (remark, reason);
        // Who accepts sends no remarks: what he has typed is not dropped unseen.
        if (!string.IsNullOrWhiteSpace(remark) || !string.IsNullOrWhiteSpace(reason))
        {
            var field = string.IsNullOrWhiteSpace(remark) ? "reason" : "remark";
            return await AfterAsync(
                report,
                ReportResult.Refused(field, "report-accept-with-words"),
                "report-accepted-done",
                stop
            );
        }
        return await AfterAsync(
            report,
            await deciding.AcceptAsync(Person, Actor, report, version, stop),
            "report-accepted-done",
            stop
        );
    }

    public async Task<IActionResult> OnPostReturnAsync(
        long report,
        int version,
        long? passage,
        string? remark,
        string? reason,
        CancellationToken stop
    )
    {
        (Remark, Reason) = (remark, reason);
        var result = await deciding.ReturnAsync(Person, Actor, report, version, reason, RemarksOf(passage, remark), stop);
        return await AfterAsync(report, result, "report-returned-done", stop);
    }

    public async Task<IActionResult> OnPostAskAsync(
        long report,
        int version,
        long? passage,
        string? remark,
        CancellationToken stop
    )
    {
        Remark = remark;
        var result = await deciding.AskAsync(Person, Actor, report, version, RemarksOf(passage, remark), stop);
        return await AfterAsync(report, result, "report-asked-done", stop);
    }

    public async Task<IActionResult> OnPostAnswerAsync(long report, long remark, CancellationToken stop)
    {
        var form = await Request.ReadFormAsync(stop);
        var answer = form[string.Create(CultureInfo.InvariantCulture, $"answer-{remark}")].ToString();
        Answering = remark;
        return await AfterAsync(
            report,
            await deciding.AnswerAsync(Person, Actor, report, remark, answer, stop),
            "report-answered-done",
            stop
        );
    }

    public async Task<IActionResult> OnPostCorrectAsync(long report, string? reason, CancellationToken stop)
    {
        var (result, edition) = await deciding.CorrectAsync(Person, Actor, report, reason, stop);
        return edition is { } next
            ? Went("report-correct-done", PathOf(next))
            : await AfterAsync(report, result, "report-correct-done", stop);
    }

    private static NewRemark[] RemarksOf(long? passage, string? remark) =>
        string.IsNullOrWhiteSpace(remark) ? [] : [new(passage, remark)];

    private Task<IActionResult> AfterAsync(long report, ReportOutcome outcome, string done, CancellationToken stop) =>
        AfterAsync(report, ReportResult.Of(outcome), done, stop);

    private async Task<IActionResult> AfterAsync(long report, ReportResult result, string done, CancellationToken stop)
    {
        switch (result.Outcome)
        {
            case ReportOutcome.Done or ReportOutcome.Already:
                return Went(done, PathOf(report));
            case ReportOutcome.NotFound:
                return NotFound();
            default:
                if (!await ShowAsync(report, stop))
                    return NotFound();
                Tell(result);
                return Refused(StatusOf(result));
        }
    }

    private async Task<IActionResult> RefuseAsync(long report, string text, CancellationToken stop)
    {
        if (!await ShowAsync(report, stop))
            return NotFound();
        Problems[""] = T[text, ReportPassage.LongestText];
        return Refused();
    }

    private async Task<bool> ShowAsync(long report, CancellationToken stop)
    {
        await using var database = databases.Create();
        if (
            await ReportFile.ReadAsync(database, places, report, stop) is not { } file
            || !ReportRights.MaySee(Person, file.Place)
        )
            return false;
        Whole = file;
        Title = $"{file.Place.Name}: {file.Template.Name}, {file.Period.Name}";
        MayWrite = ReportRights.MayWrite(Person, file.Place);
        MaySend = ReportRights.MaySend(Person, file.Place);
        MayDecide =
            file.Report.State == ReportState.Submitted && !file.Period.IsWithdrawn && ReportRights.MayDecide(Person, file.Place);
        MayCorrect = file.Report.State == ReportState.Accepted && MayWrite;
        MayAnswer = MaySend && file.Report.State != ReportState.Accepted && !file.Period.IsWithdrawn;
        foreach (var part in file.Parts)
            Data[part.Part.Id] = part.Part.Data is { } kept
                ? PartData.Of(kept)
                : await filling.FillAsync(file.Frame, part.Asked, stop);
        if (file.Report.State == ReportState.Accepted)
        {
            foreach (var part in file.Parts.Where(part => part.Part.Kind is SectionKind.Figures or SectionKind.Below))
                Now[part.Part.Id] = await filling.FillAsync(file.Frame, part.Asked, stop);
            Moved = file.Parts.Any(part => ShownOf(part, open: false).HasMoved);
        }
        if (MayWrite && file.IsOpen)
        {
            foreach (var part in file.Parts.Where(part => part.Part.Kind == SectionKind.Text))
                Offered[part.Part.SectionId] = (await lower.PassagesAsync(file, part.Part, stop)).Count;
        }
        return true;
    }
}
