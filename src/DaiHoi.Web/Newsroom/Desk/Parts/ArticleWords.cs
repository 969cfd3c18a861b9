using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Newsroom.Desk.Parts;

/// <summary>States and steps in words.</summary>
internal static class ArticleWords
{
    public static string Of(ArticleStatus status, Texts t) =>
        status switch
        {
            ArticleStatus.Draft => t["state-draft"],
            ArticleStatus.Submitted => t["state-submitted"],
            ArticleStatus.Approved => t["state-approved"],
            ArticleStatus.Published => t["state-published"],
            ArticleStatus.Withdrawn => t["state-withdrawn"],
            _ => throw new InvalidOperationException(status.ToString()),
        };

    /// <summary>What was done, for the history.</summary>
    public static string Of(ArticleStepKind kind, Texts t) =>
        kind switch
        {
            ArticleStepKind.Written => t["step-written"],
            ArticleStepKind.Submitted => t["step-submitted"],
            ArticleStepKind.TakenBack => t["step-taken-back"],
            ArticleStepKind.Returned => t["step-returned"],
            ArticleStepKind.Approved => t["step-approved"],
            ArticleStepKind.Scheduled => t["step-scheduled"],
            ArticleStepKind.Unscheduled => t["step-unscheduled"],
            ArticleStepKind.Published => t["step-published"],
            ArticleStepKind.Withdrawn => t["step-withdrawn"],
            ArticleStepKind.Expired => t["step-expired"],
            ArticleStepKind.ExpirySet => t["step-expiry-set"],
            ArticleStepKind.ExpiryLifted => t["step-expiry-lifted"],
            ArticleStepKind.Corrected => t["step-corrected"],
            ArticleStepKind.Restored => t["step-restored"],
            ArticleStepKind.Reopened => t["step-reopened"],
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    /// <summary>What became of it, in one sentence, for the page that comes next.</summary>
    public static string Done(ArticleStepKind kind, Texts t) =>
        kind switch
        {
            ArticleStepKind.Submitted => t["done-submitted"],
            ArticleStepKind.TakenBack => t["done-taken-back"],
            ArticleStepKind.Returned => t["done-returned"],
            ArticleStepKind.Approved => t["done-approved"],
            ArticleStepKind.Scheduled => t["done-scheduled"],
            ArticleStepKind.Unscheduled => t["done-unscheduled"],
            ArticleStepKind.Published => t["done-published"],
            ArticleStepKind.Withdrawn => t["done-withdrawn"],
            ArticleStepKind.ExpirySet => t["done-expiry-set"],
            ArticleStepKind.ExpiryLifted => t["done-expiry-lifted"],
            ArticleStepKind.Corrected => t["done-corrected"],
            ArticleStepKind.Reopened => t["done-reopened"],
            ArticleStepKind.Written => t["done-written"],
            ArticleStepKind.Expired or ArticleStepKind.Restored => Of(kind, t),
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    /// <summary>Why a step was refused.</summary>
    public static string Of(DeskAnswer answer, Texts t) =>
        (answer.Outcome, answer.Why) switch
        {
            (DeskOutcome.ReasonMissing, _) => t["desk-reason-missing"],
            (DeskOutcome.ReasonLong, _) => t["desk-reason-long", ArticleStep.LongestReason],
            (DeskOutcome.Unfinished, _) => t["desk-unfinished"],
            (DeskOutcome.MomentPast, _) => t["desk-moment-past"],
            (DeskOutcome.ExpiresFirst, _) => t["desk-expires-first"],
            (DeskOutcome.TagsMany, _) => t["desk-tags-many", ArticleForm.MostTags],
            (DeskOutcome.ChangedMeanwhile, _) => t["desk-changed-meanwhile"],
            (_, StepAnswer.NeedsAnother) => t["desk-needs-another"],
            (_, StepAnswer.NotYourRole) => t["desk-not-your-role"],
            (_, StepAnswer.NotInThisState) => t["desk-not-in-this-state"],
            _ => throw new InvalidOperationException(answer.ToString()),
        };

    /// <summary>The class of the square that fills with each step.</summary>
    public static string SquareOf(ArticleStatus status, bool isReturned) =>
        isReturned ? "returned" : status.ToString().ToLowerInvariant();
}
