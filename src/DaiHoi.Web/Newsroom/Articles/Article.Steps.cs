using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>
/// The way of an article from draft to readers and back. Whether somebody may take a step is decided before, by
/// <see cref="Workflow"/>; here it is taken, with its row in the history.
/// </summary>
internal sealed partial class Article
{
    /// <summary>Grows with every change: who saves says which one he has seen.</summary>
    public int Version { get; private set; }

    /// <summary>The number of the newest revision.</summary>
    public int LastRevision { get; private set; }

    /// <summary>Since when it has been in its state.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Whose newsroom it belongs to; null is that of the organisation at the top.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>The account that wrote it, and its name as a value; null where it was brought in.</summary>
    public long? WriterId { get; init; }
    public string? WriterName { get; init; }
    public long? SubmittedById { get; private set; }

    /// <summary>What must be mended, after it was returned and until it is sent again.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>When the program publishes it by itself.</summary>
    public DateTime? PublishAt { get; private set; }

    /// <summary>When the program withdraws it by itself.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public List<ArticleStep> Steps { get; } = [];
    public List<ArticleCorrection> Corrections { get; } = [];
    public List<RelatedArticle> Related { get; } = [];

    /// <summary>Whether it is this account's own: nobody approves or publishes what he wrote or sent in himself.</summary>
    public bool IsOwnOf(long account) => account == WriterId || account == SubmittedById;

    /// <summary>Somebody begins it, with its first text.</summary>
    public void Begin(ArticleText text, Actor by, DateTime at, string reason)
    {
        Revise(text, at, reason, by);
        Record(ArticleStepKind.Written, by, at, reason: null);
    }

    public void Submit(Actor by, DateTime at, string? note)
    {
        MoveTo(ArticleStatus.Submitted, at);
        SubmittedById = by.Id;
        ReturnReason = null;
        Record(ArticleStepKind.Submitted, by, at, note);
    }

    /// <summary>Back to who wrote it, before anybody has decided.</summary>
    public void TakeBack(Actor by, DateTime at, string? note)
    {
        MoveTo(ArticleStatus.Draft, at);
        Record(ArticleStepKind.TakenBack, by, at, note);
    }

    /// <param name="comment">what must be mended</param>
    public void Return(Actor by, DateTime at, string comment)
    {
        MoveTo(ArticleStatus.Draft, at);
        (ReturnReason, PublishAt) = (comment, null);
        Record(ArticleStepKind.Returned, by, at, comment);
    }

    public void Approve(Actor by, DateTime at, string? note)
    {
        MoveTo(ArticleStatus.Approved, at);
        Record(ArticleStepKind.Approved, by, at, note);
    }

    /// <summary>The program will publish it at <paramref name="when"/>.</summary>
    public void Schedule(Actor by, DateTime at, DateTime when)
    {
        PublishAt = when;
        Version++;
        Record(ArticleStepKind.Scheduled, by, at, reason: null, when);
    }

    public void Unschedule(Actor by, DateTime at)
    {
        PublishAt = null;
        Version++;
        Record(ArticleStepKind.Unscheduled, by, at, reason: null);
    }

    public void Publish(Actor by, DateTime at, string? note)
    {
        Publish(at);
        Record(ArticleStepKind.Published, by, at, note);
    }

    /// <summary>Publishes what is due, as of the moment that was decided.</summary>
    public void PublishAsScheduled(Actor by, DateTime at)
    {
        Publish(PublishAt ?? at);
        Record(ArticleStepKind.Published, by, at, reason: null);
    }

    public void Withdraw(Actor by, DateTime at, string reason)
    {
        Withdraw(at, reason);
        ExpiresAt = null;
        Record(ArticleStepKind.Withdrawn, by, at, reason);
    }

    /// <summary>Its time is over.</summary>
    public void Expire(Actor by, DateTime at, string reason)
    {
        Withdraw(at, reason);
        ExpiresAt = null;
        Record(ArticleStepKind.Expired, by, at, reason);
    }

    /// <summary>A withdrawn article becomes a draft again; its address still answers that it is gone.</summary>
    public void Reopen(Actor by, DateTime at, string? note)
    {
        MoveTo(ArticleStatus.Draft, at);
        Record(ArticleStepKind.Reopened, by, at, note);
    }

    /// <param name="when">null: it never expires</param>
    public void ExpireAt(DateTime? when, Actor by, DateTime at)
    {
        ExpiresAt = when;
        Version++;
        Record(when is null ? ArticleStepKind.ExpiryLifted : ArticleStepKind.ExpirySet, by, at, reason: null, when);
    }

    /// <summary>Tells readers what was wrong and is right now.</summary>
    public void Correct(string text, Actor by, DateTime at)
    {
        UpdatedAt = at;
        Version++;
        Corrections.Add(new() { Text = text, At = at });
        Record(ArticleStepKind.Corrected, by, at, text);
    }

    /// <summary>Gives it the text of an earlier revision, as a new one.</summary>
    public void Restore(ArticleRevision earlier, string reason, Actor by, DateTime at)
    {
        Revise(earlier.Text, at, reason, by);
        Record(ArticleStepKind.Restored, by, at, reason);
    }

    /// <summary>What is around its text has changed: section, keywords, place on the home page.</summary>
    public void Touch(DateTime at)
    {
        UpdatedAt = at;
        Version++;
    }

    private void MoveTo(ArticleStatus status, DateTime at)
    {
        Status = status;
        StateSince = at;
        Version++;
    }

    private void Record(ArticleStepKind kind, Actor by, DateTime at, string? reason, DateTime? when = null) =>
        Steps.Add(
            new()
            {
                Kind = kind,
                At = at,
                AccountId = by.Id,
                Name = by.Name,
                Reason = reason,
                When = when,
                Revision = LastRevision,
            }
        );
}
