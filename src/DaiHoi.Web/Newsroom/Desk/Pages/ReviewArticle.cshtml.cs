using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using DaiHoi.Web.Visits;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>An article at the desk: its text, what to look at before it is published, its history, and the steps from here.</summary>
[ForNewsroom]
internal sealed class ReviewArticle(
    DeskContext desk,
    ArticleDesk articles,
    ArticleChecks checks,
    ArticlePreviews previews,
    VisitHistory visits
) : DeskPage(desk)
{
    private const int DaysShown = 90;
    private const int LeastDays = 7;

    public DeskArticle Asked { get; private set; } = null!;
    public Article Article => Asked.Article;
    public string BodyHtml { get; private set; } = "";
    public List<Finding> Findings { get; private set; } = [];
    public string PreviewLink { get; private set; } = "";
    public DateTime PreviewUntil { get; private set; }

    /// <summary>Views of each day since readers have seen it, at most of the last <see cref="DaysShown"/>; empty before.</summary>
    public IReadOnlyList<(DateOnly Day, long Views)> Views { get; private set; } = [];
    public (DateOnly Day, long Views) Busiest => Views.MaxBy(day => day.Views);
    public string CurveTitle => T["views-curve", Formats.Day(Views[0].Day), Formats.Day(Views[^1].Day)];
    public string CurveSvg => DayCurve.Svg(CurveTitle, Views, T);

    /// <summary>The step that was refused, what was typed for it and why.</summary>
    public ArticleStepKind? Tried { get; private set; }
    public string? Problem { get; private set; }
    public string? TypedReason { get; private set; }
    public string? TypedMoment { get; private set; }
    public string OwnPath => string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{Article.Id}");

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) => await ShowAsync(id, stop) ?? Page();

    /// <param name="kind">the step</param>
    /// <param name="version">of the article that the person has read</param>
    /// <param name="moment">of the site's clock, for a step that decides about one</param>
    public async Task<IActionResult> OnPostAsync(
        long id,
        string? kind,
        int version,
        string? reason,
        string? moment,
        CancellationToken stop
    )
    {
        if (!Enum.TryParse<ArticleStepKind>(kind, out var step) || !Enum.IsDefined(step))
            return BadRequest();
        var when = MomentField.Of(moment, Clock);
        var text = Platform.Text.Fold.Clean(reason ?? "").Trim();
        (Tried, TypedReason, TypedMoment) = (step, reason, moment);
        var answer =
            text.Length > ArticleStep.LongestReason
                ? DeskAnswer.ReasonLong
                : await articles.TakeAsync(Person, Actor, id, new(step, version, text, when), stop);
        if (answer.Outcome == DeskOutcome.NotFound)
            return NotFound();
        if (answer.Outcome == DeskOutcome.Done)
        {
            Done = Parts.ArticleWords.Done(step, T);
            return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{id}"));
        }
        Problem =
            answer.Outcome == DeskOutcome.MomentPast && when is null ? T["desk-moment-bad"] : Parts.ArticleWords.Of(answer, T);
        Response.StatusCode = answer.Outcome is DeskOutcome.ChangedMeanwhile or DeskOutcome.Refused
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(id, stop) ?? Page();
    }

    protected override async Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        if (Tried is null)
            return null;
        Problem = why;
        return await ShowAsync(
                (long)Convert.ChangeType(RouteData.Values["id"]!, typeof(long), CultureInfo.InvariantCulture),
                stop
            ) ?? Page();
    }

    public bool May(ArticleStepKind kind) => Asked.May(kind) == StepAnswer.Allowed;

    public string Moment(DateTime utc) => Formats.Moment(Clock.ToSite(utc), English);

    /// <summary>A moment as a field for date and time has it.</summary>
    public string? Field(DateTime? utc) => MomentField.Shown(utc, Clock);

    private async Task<IActionResult?> ShowAsync(long id, CancellationToken stop)
    {
        if (await articles.FindAsync(Person, id, stop) is not { } asked)
            return NotFound();
        Asked = asked;
        Title = Article.Title;
        BodyHtml = BodyForEditor.Shown(WrittenBody.AsKept(Article.BodyHtml, Article.Photos), Article.Pictures, T);
        Findings = await checks.OfAsync(Article, T, stop);
        PreviewUntil = Clock.UtcNow + ArticlePreviews.Lasts;
        PreviewLink = previews.LinkTo(id);
        if (Article.PublishedAt is { } published)
        {
            var first = Math.Min(Clock.DayOf(published).DayNumber, Clock.Today.DayNumber + 1 - LeastDays);
            var from = DateOnly.FromDayNumber(Math.Max(first, Clock.Today.DayNumber + 1 - DaysShown));
            Views = await visits.ViewsAsync(id, from, Clock.Today, stop);
        }
        return null;
    }
}
