using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>One section of a report beside the same section of the accepted reports directly below.</summary>
[For(Role.Officer, OwnOnly = true)]
internal sealed class MergePassages(
    DeskContext desk,
    DatabaseFactory databases,
    CampaignPlaces places,
    LowerReports lower,
    ReportDesk reports
) : ReportPage(desk)
{
    public ReportFile Whole { get; private set; } = null!;
    public WrittenPart Part { get; private set; } = null!;

    /// <summary>What says nearly the same stands together.</summary>
    public List<List<LowerPassage>> Groups { get; private set; } = [];

    /// <summary>How many reports they come from.</summary>
    public int Reports { get; private set; }

    private protected override string ChangedText => Whole.Period.IsWithdrawn ? T["report-period-no-more"] : base.ChangedText;

    public async Task<IActionResult> OnGetAsync(long report, long part, CancellationToken stop) =>
        await ShowAsync(report, part, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long report, long part, long[] origin, CancellationToken stop)
    {
        var outcome = await reports.TakeOverAsync(Person, Actor, report, part, origin, stop);
        switch (outcome)
        {
            case ReportOutcome.Done:
                return Went("report-taken-over", PathOfPart(report, part));
            case ReportOutcome.NotFound:
                return NotFound();
            default:
                if (!await ShowAsync(report, part, stop))
                    return NotFound();
                Problems[""] = outcome == ReportOutcome.Changed ? ChangedText : T["report-take-nothing"];
                return Refused(
                    outcome == ReportOutcome.Changed ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity
                );
        }
    }

    private async Task<bool> ShowAsync(long report, long part, CancellationToken stop)
    {
        await using var database = databases.Create();
        if (
            await ReportFile.ReadAsync(database, places, report, stop) is not { } file
            || !ReportRights.MayWrite(Person, file.Place)
            || file.Parts.FirstOrDefault(one => one.Part.Id == part && one.Part.Kind == SectionKind.Text) is not { } whole
        )
            return false;
        (Whole, Part, Title) = (file, whole, $"{whole.Part.Title}: {file.Place.Name}");
        var passages = await lower.PassagesAsync(file, whole.Part, stop);
        Reports = passages.Select(one => one.Report).Distinct().Count();
        Groups = SimilarPassages
            .Group(passages.ConvertAll(one => one.Text))
            .ConvertAll(group => group.ConvertAll(at => passages[at]));
        return true;
    }
}
