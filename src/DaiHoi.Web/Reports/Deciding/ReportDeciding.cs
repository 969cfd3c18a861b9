using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Papers;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Deciding;

/// <summary>A remark of the level above.</summary>
/// <param name="Passage">null where it is about the report as a whole</param>
internal sealed record NewRemark(long? Passage, string Text);

/// <summary>A report goes up, and the level above decides about it.</summary>
internal sealed class ReportDeciding(
    DatabaseFactory databases,
    CampaignPlaces places,
    PartFilling filling,
    NumberRegister numbers,
    RecordedChanges changes,
    SiteClock clock
)
{
    /// <summary>Symbol of a report in the register of papers.</summary>
    public const string Symbol = "BC";

    // Enough to find a passage again after it was changed.
    private const int LongestQuote = 160;

    /// <summary>
    /// Sends a report up: its figures are cited and kept as they stand, it gets its number, and nobody writes in it any more.
    /// </summary>
    /// <param name="version">of the report as the person had it</param>
    public async Task<ReportResult> SubmitAsync(Person person, Actor actor, long id, int version, CancellationToken stop)
    {
        ReportFile seen;
        await using (var database = databases.Create())
        {
            if (
                await ReportFile.ReadAsync(database, places, id, stop) is not { } found
                || !ReportRights.MaySend(person, found.Place)
            )
                return ReportResult.Of(ReportOutcome.NotFound);
            seen = found;
        }
        if (seen.Report.State == ReportState.Submitted)
            return ReportResult.Of(ReportOutcome.Already);
        if (!seen.IsOpen || seen.Report.Version != version)
            return ReportResult.Of(ReportOutcome.Changed);
        if (RefusalOf(seen) is { } refused)
            return refused;
        // Citing takes the campaign for itself, so it comes before the report is held; it is asked again whether it changed.
        var data = new Dictionary<long, string>();
        foreach (var part in seen.Parts.Where(part => part.Part.Kind != SectionKind.Text))
            data.Add(part.Part.Id, (await filling.CiteAsync(seen.Frame, part.Asked, actor, stop)).Json());
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !work.IsOpen || work.Report.Version != version || !work.File.HasDaysOf(seen))
            return ReportResult.Of(ReportOutcome.Changed);
        var number = await numbers.ReserveWithinTransactionAsync(
            work.Database,
            work.File.Place.Id,
            Symbol,
            work.File.Campaign.Term ?? work.File.Campaign.Code,
            work.File.ChangeKey,
            TitleOf(work.File),
            clock.UtcNow,
            stop
        );
        foreach (var part in work.File.Parts)
        {
            part.Part.Data = data.GetValueOrDefault(part.Part.Id);
            work.Database.RemoveRange(part.Passages.Where(passage => passage.Text.Length == 0));
        }
        var wording = await PaperWordsDesk.OfAsync(work.Database, work.File.Campaign.Id, work.File.Place, stop);
        var kept = wording.Kept(work.File.Place.Name, Ui.Texts.Vietnamese);
        work.Report.Submit(number, kept.Json(), clock.UtcNow, person.Id, person.Name);
        AddStep(work, StepTaken.Submitted, person, null);
        await CommitAsync(work, actor, "report.submitted", new { Number = number }, stop);
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>Accepts a report: it is frozen for good.</summary>
    public Task<ReportResult> AcceptAsync(Person person, Actor actor, long id, int version, CancellationToken stop) =>
        DecideAsync(
            person,
            id,
            version,
            async work =>
            {
                if (work.File.Comments.Any(comment => comment.IsOpen))
                    return ReportResult.Refused("", "report-comments-open");
                work.Report.Accept(clock.UtcNow, person.Name);
                // The register has the day that the paper bears: that on which it was sent.
                var dated = clock.DayOf(work.Report.SubmittedAt!.Value);
                await NumberRegister.IssueWithinTransactionAsync(work.Database, work.File.ChangeKey, dated, stop);
                AddStep(work, StepTaken.Accepted, person, null);
                await CommitAsync(work, actor, "report.accepted", null, stop);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>Sends a report back with what is to be mended: at least one reason or remark.</summary>
    public Task<ReportResult> ReturnAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        string? reason,
        IReadOnlyList<NewRemark> remarks,
        CancellationToken stop
    ) =>
        DecideAsync(
            person,
            id,
            version,
            async work =>
            {
                var note = TypedLine.Of(reason);
                if (note is null && remarks.Count == 0 && !work.File.Comments.Any(comment => comment.IsOpen))
                    return ReportResult.Refused("reason", "report-reason-missing");
                if (RefusalOf(note, remarks) is { } refused)
                    return refused;
                AddRemarks(work, remarks, person);
                work.Report.Return(clock.UtcNow, person.Name);
                // It is written in again: figures are filled anew until it goes up.
                foreach (var part in work.File.Parts)
                    part.Part.Data = null;
                AddStep(work, StepTaken.Returned, person, note);
                await CommitAsync(work, actor, "report.returned", new { Reason = note }, stop);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>Asks about a report without sending it back; it is accepted only when everything is answered.</summary>
    public Task<ReportResult> AskAsync(
        Person person,
        Actor actor,
        long id,
        int version,
        IReadOnlyList<NewRemark> remarks,
        CancellationToken stop
    ) =>
        DecideAsync(
            person,
            id,
            version,
            async work =>
            {
                if (remarks.Count == 0)
                    return ReportResult.Refused("remark", "report-remark-missing");
                if (RefusalOf(null, remarks) is { } refused)
                    return refused;
                AddRemarks(work, remarks, person);
                work.Report.Touch();
                AddStep(work, StepTaken.Asked, person, null);
                await CommitAsync(work, actor, "report.asked", remarks, stop);
                return ReportResult.Of(ReportOutcome.Done);
            },
            stop
        );

    /// <summary>The author answers a remark, or says that it is seen to.</summary>
    public async Task<ReportResult> AnswerAsync(
        Person person,
        Actor actor,
        long id,
        long comment,
        string? answer,
        CancellationToken stop
    )
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MaySend(person, work.File.Place))
            return ReportResult.Of(ReportOutcome.NotFound);
        if (work.File.Comments.FirstOrDefault(one => one.Id == comment) is not { } asked)
            return ReportResult.Of(ReportOutcome.NotFound);
        if (!asked.IsOpen)
            return ReportResult.Of(ReportOutcome.Already);
        if (work.File.Period.IsWithdrawn)
            return ReportResult.Of(ReportOutcome.Changed);
        var text = TypedLine.Of(answer);
        // A question about a report that lies above is answered in words; a returned report is mended.
        if (text is null && work.Report.State == ReportState.Submitted)
            return ReportResult.Refused("answer", "report-answer-missing");
        if (text?.Length > ReportComment.LongestText)
            return ReportResult.Refused("answer", "report-text-long", ReportComment.LongestText);
        asked.Settle(text, clock.UtcNow, person.Name);
        work.Report.Touch();
        AddStep(work, StepTaken.Answered, person, text);
        await CommitAsync(work, actor, "report.answered", new { asked.Text, Answer = text }, stop);
        return ReportResult.Of(ReportOutcome.Done);
    }

    /// <summary>
    /// Begins a corrected edition of an accepted report: the same words, figures by what is known now, a number of its own. The
    /// edition before stays as it was printed.
    /// </summary>
    /// <returns>the id of the new edition where it was begun</returns>
    public async Task<(ReportResult Result, long? Edition)> CorrectAsync(
        Person person,
        Actor actor,
        long id,
        string? reason,
        CancellationToken stop
    )
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayWrite(person, work.File.Place))
            return (ReportResult.Of(ReportOutcome.NotFound), null);
        if (work.Report.State != ReportState.Accepted)
            return (ReportResult.Of(ReportOutcome.Changed), null);
        var (period, organisation, edition) = (work.Report.PeriodId, work.Report.OrganisationId, work.Report.Edition);
        var later = await work
            .Database.Set<Report>()
            .Where(one => one.PeriodId == period && one.OrganisationId == organisation && one.Edition > edition)
            .Select(one => (long?)one.Id)
            .FirstOrDefaultAsync(stop);
        if (later is not null)
            return (ReportResult.Of(ReportOutcome.Already), later);
        if (TypedLine.Of(reason) is not { } note)
            return (ReportResult.Refused("reason", "report-correction-missing"), null);
        if (note.Length > Report.LongestNote)
            return (ReportResult.Refused("reason", "report-text-long", Report.LongestNote), null);
        var next = new Report
        {
            PeriodId = period,
            OrganisationId = organisation,
            Edition = edition + 1,
            Correction = note,
        };
        work.Database.Add(next);
        await work.Database.SaveChangesAsync(stop);
        foreach (var (part, _, passages) in work.File.Parts)
        {
            var copy = new ReportPart
            {
                ReportId = next.Id,
                SectionId = part.SectionId,
                Place = part.Place,
                Kind = part.Kind,
                Title = part.Title,
            };
            work.Database.Add(copy);
            await work.Database.SaveChangesAsync(stop);
            foreach (var passage in passages)
                work.Database.Add(
                    new ReportPassage
                    {
                        PartId = copy.Id,
                        Place = passage.Place,
                        Text = passage.Text,
                        WrittenAt = passage.WrittenAt,
                        WrittenById = passage.WrittenById,
                        WrittenByName = passage.WrittenByName,
                        OriginId = passage.OriginId,
                        OriginName = passage.OriginName,
                    }
                );
        }
        AddStep(work, StepTaken.Corrected, person, note);
        await CommitAsync(work, actor, "report.corrected", new { Edition = edition + 1, Reason = note }, stop);
        return (ReportResult.Of(ReportOutcome.Done), next.Id);
    }

    public static string TitleOf(ReportFile file) => ReportDesk.TitleOf(file.Template, file.Period, file.Place);

    // Empty sections are named, so that nobody sends half a report at midnight; who has nothing to say writes so.
    private static ReportResult? RefusalOf(ReportFile file)
    {
        if (file.Added.Any())
            return ReportResult.Refused(
                "",
                "report-template-changed",
                string.Join(", ", file.Added.Select(one => $"«{one.Title}»"))
            );
        var empty = file.Parts.Where(part => part.Part.Kind == SectionKind.Text && part.IsEmpty).ToList();
        if (empty.Count > 0)
            return ReportResult.Refused("", "report-parts-empty", string.Join(", ", empty.Select(one => $"«{one.Part.Title}»")));
        var open = file.Comments.Count(comment => comment.IsOpen);
        return open > 0 ? ReportResult.Refused("", "report-comments-unsettled", open) : null;
    }

    private static ReportResult? RefusalOf(string? reason, IReadOnlyList<NewRemark> remarks)
    {
        if (reason?.Length > Report.LongestNote)
            return ReportResult.Refused("reason", "report-text-long", Report.LongestNote);
        return remarks.Any(remark => remark.Text.Length > ReportComment.LongestText)
            ? ReportResult.Refused("remark", "report-text-long", ReportComment.LongestText)
            : null;
    }

    private async Task<ReportResult> DecideAsync(
        Person person,
        long id,
        int version,
        Func<HeldReport, Task<ReportResult>> decide,
        CancellationToken stop
    )
    {
        await using var work = await HeldReport.BeginAsync(databases, places, id, stop);
        if (work is null || !ReportRights.MayDecide(person, work.File.Place))
            return ReportResult.Of(ReportOutcome.NotFound);
        if (work.Report.State != ReportState.Submitted || work.Report.Version != version || work.File.Period.IsWithdrawn)
            return ReportResult.Of(ReportOutcome.Changed);
        var wrote = work.File.Parts.SelectMany(part => part.Passages).Any(passage => passage.WrittenById == person.Id);
        return wrote || work.Report.SubmittedById == person.Id ? ReportResult.Refused("", "report-own-work") : await decide(work);
    }

    private void AddRemarks(HeldReport work, IReadOnlyList<NewRemark> remarks, Person person)
    {
        foreach (var remark in remarks)
        {
            var passage = work.File.Parts.SelectMany(part => part.Passages).FirstOrDefault(one => one.Id == remark.Passage);
            work.Database.Add(
                new ReportComment
                {
                    ReportId = work.Report.Id,
                    PartId = passage?.PartId,
                    PassageId = passage?.Id,
                    Quote = passage is null ? null : Shortened.Of(passage.Text, LongestQuote),
                    Text = Fold.Clean(remark.Text).Trim(),
                    At = clock.UtcNow,
                    ById = person.Id,
                    ByName = person.Name,
                }
            );
        }
    }

    private void AddStep(HeldReport work, StepTaken taken, Person person, string? note) =>
        work.Database.Add(ReportStep.Of(work.Report.Id, taken, clock.UtcNow, person, note));

    private Task CommitAsync(HeldReport work, Actor actor, string action, object? after, CancellationToken stop) =>
        changes.CommitAsync(
            work.Database,
            actor,
            new(action, work.File.ChangeKey, TitleOf(work.File), After: after),
            [work.File.ChangeKey, ReportFile.PeriodKeyOf(work.File.Period.Id)],
            stop
        );
}
