using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk.Pages;

namespace DaiHoi.Web.Newsroom.Desk.Parts;

/// <summary>The form of one step: a button alone, or one that opens what must be said with it.</summary>
/// <param name="Button">its classes</param>
internal sealed record StepForm(ReviewArticle Page, ArticleStepKind Kind, string Button)
{
    public bool AsksReason => Workflow.NeedsReason(Kind);
    public bool AsksMoment => Kind is ArticleStepKind.Scheduled or ArticleStepKind.ExpirySet;
    public bool WasTried => Page.Tried == Kind;
    public string? Problem => WasTried ? Page.Problem : null;
    public string? Reason => WasTried ? Page.TypedReason : null;

    public string? Moment =>
        WasTried ? Page.TypedMoment
        : Kind == ArticleStepKind.Scheduled ? Page.Field(Page.Article.PublishAt)
        : Page.Field(Page.Article.ExpiresAt);

    /// <summary>What its button says.</summary>
    public string Word =>
        Kind switch
        {
            ArticleStepKind.Submitted => Page.T["do-submit"],
            ArticleStepKind.TakenBack => Page.T["do-take-back"],
            ArticleStepKind.Returned => Page.T["do-return"],
            ArticleStepKind.Approved => Page.T["do-approve"],
            ArticleStepKind.Scheduled => Page.T["do-schedule"],
            ArticleStepKind.Unscheduled => Page.T["do-unschedule"],
            ArticleStepKind.Published => Page.T["do-publish"],
            ArticleStepKind.Withdrawn => Page.T["do-withdraw"],
            ArticleStepKind.ExpirySet => Page.T["do-expire"],
            ArticleStepKind.ExpiryLifted => Page.T["do-lift-expiry"],
            ArticleStepKind.Corrected => Page.T["do-correct"],
            ArticleStepKind.Reopened => Page.T["do-reopen"],
            _ => throw new InvalidOperationException(Kind.ToString()),
        };

    /// <summary>What is asked with it.</summary>
    public string Question =>
        Kind switch
        {
            ArticleStepKind.Returned => Page.T["ask-return"],
            ArticleStepKind.Withdrawn => Page.T["ask-withdraw"],
            ArticleStepKind.Corrected => Page.T["ask-correct"],
            ArticleStepKind.Scheduled => Page.T["ask-schedule"],
            ArticleStepKind.ExpirySet => Page.T["ask-expire"],
            _ => throw new InvalidOperationException(Kind.ToString()),
        };
}
