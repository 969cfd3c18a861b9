using DaiHoi.Documents;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Reports.Writing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>A report as a paper, to be taken along.</summary>
internal sealed partial class WriteReport
{
    public Task<IActionResult> OnGetPdfAsync(long report, CancellationToken stop) =>
        HandOutAsync(report, ".pdf", "application/pdf", (stream, paper, layout) => PdfPaper.Write(stream, paper, layout), stop);

    public Task<IActionResult> OnGetDocxAsync(long report, CancellationToken stop) =>
        HandOutAsync(
            report,
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            DocxPaper.Write,
            stop
        );

    public Task<IActionResult> OnGetXlsxAsync(long report, CancellationToken stop) =>
        HandOutAsync(
            report,
            ".xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (stream, paper, _) => XlsxTables.Write(stream, paper),
            stop
        );

    /// <summary>How its paper looks, by the day of the paper; a draft has the look of its cut-off day.</summary>
    public PaperLayout PaperLayout => ReportPaper.LayoutOf(Whole.Campaign, Dated ?? Whole.Period.Until);

    private DateOnly? Dated => Whole.Report.SubmittedAt is { } sent && !Whole.Report.IsOpen ? Clock.DayOf(sent) : null;

    private async Task<IActionResult> HandOutAsync(
        long report,
        string ending,
        string type,
        Action<Stream, Paper, PaperLayout> write,
        CancellationToken stop
    )
    {
        if (!await ShowAsync(report, stop))
            return NotFound();
        var layout = PaperLayout;
        var above = IsTop ? (long?)null : TreePath.Id(Whole.Place.PathAbove);
        var superior = above is { } id ? (await places.FindAsync(Whole.Campaign, id, Whole.Period.Until, stop))?.Name : null;
        var stream = new MemoryStream();
        write(
            stream,
            ReportPaper.Of(Whole, Data, superior, Dated, await WordsAsync(stop), await ReplacedAsync(stop), layout),
            layout
        );
        return File(stream.ToArray(), type, FileName.Of(Title, ending, 120));
    }

    // A corrected edition names on its paper the one that it replaces.
    private async Task<ReplacedPaper?> ReplacedAsync(CancellationToken stop)
    {
        if (Whole.Report.Edition == 1)
            return null;
        var (period, organisation, before) = (Whole.Report.PeriodId, Whole.Report.OrganisationId, Whole.Report.Edition - 1);
        await using var database = databases.Create();
        var replaced = await database
            .Set<Report>()
            .AsNoTracking()
            .SingleAsync(one => one.PeriodId == period && one.OrganisationId == organisation && one.Edition == before, stop);
        var day = Clock.DayOf(replaced.SubmittedAt!.Value);
        var words = replaced.Wording is { } kept ? PaperWording.Of(kept) : PaperWording.Usual;
        return new(
            PaperNumbers.Text(
                ReportPaper.LayoutOf(Whole.Campaign, day),
                replaced.Number!.Value,
                ReportDeciding.Symbol,
                words.Sign
            ),
            day
        );
    }

    // What was sent up keeps its words; what was sent up before anybody could set them has the usual ones.
    private async Task<PaperWording> WordsAsync(CancellationToken stop)
    {
        if (!Whole.Report.IsOpen)
            return Whole.Report.Wording is { } kept ? PaperWording.Of(kept) : PaperWording.Usual;
        await using var database = databases.Create();
        return await PaperWordsDesk.OfAsync(database, Whole.Campaign.Id, Whole.Place, stop);
    }
}
