using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Reports;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>Beginning an article from a report that was accepted: its words, its tables, its numbers with their proofs.</summary>
[ForWriters]
internal sealed class WriteFromReport(DeskContext desk, ArticleDesk articles, ArticlesOnDesk lists, AcceptedReports accepted)
    : DeskPage(desk)
{
    /// <summary>The newest so many are offered.</summary>
    private const int Offered = 50;

    private static readonly Role[] Writers = [Role.Reporter, Role.Editor, Role.Publisher];

    public const string OwnPath = "/ban-bien-tap/tu-bao-cao";

    public IReadOnlyList<AcceptedReport> Reports { get; private set; } = [];
    public List<(long Id, Bilingual Name)> Sections { get; private set; } = [];
    public long? Report { get; private set; }
    public long? Section { get; private set; }
    public string? ReportProblem { get; private set; }
    public string? SectionProblem { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(long? report, long? section, CancellationToken stop)
    {
        await ShowAsync(stop);
        (Report, Section) = (report, section);
        var begun = report is { } id ? await accepted.AsArticleAsync(id, Person, Writers, stop) : null;
        if (begun is null)
            ReportProblem = T["desk-report-missing"];
        if (!Sections.Exists(known => known.Id == section))
            SectionProblem = T["article-section-missing"];
        if (ReportProblem is not null || SectionProblem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var title = begun!.Title.Length > ArticleForm.LongestTitle ? begun.Title[..ArticleForm.LongestTitle] : begun.Title;
        var article = await articles.BeginAsync(
            Person,
            Actor,
            new ArticleText(title, null, begun.Lead, begun.BodyHtml),
            section!.Value,
            T["revision-from-report"],
            stop
        );
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{article}/sua"));
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["desk-from-report"];
        Sections = await lists.SectionsAsync(stop);
        Reports = await accepted.ListAsync(Person, Writers, Offered, stop);
    }
}
