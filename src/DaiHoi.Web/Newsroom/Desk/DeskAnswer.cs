using DaiHoi.Web.Newsroom.Articles;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>What became of something that was asked of the desk.</summary>
/// <param name="Why">where it was refused by the rules of the way of an article</param>
internal sealed record DeskAnswer(DeskOutcome Outcome, StepAnswer? Why = null)
{
    public static DeskAnswer Done { get; } = new(DeskOutcome.Done);
    public static DeskAnswer NotFound { get; } = new(DeskOutcome.NotFound);
    public static DeskAnswer ChangedMeanwhile { get; } = new(DeskOutcome.ChangedMeanwhile);
    public static DeskAnswer ReasonMissing { get; } = new(DeskOutcome.ReasonMissing);
    public static DeskAnswer ReasonLong { get; } = new(DeskOutcome.ReasonLong);
    public static DeskAnswer Unfinished { get; } = new(DeskOutcome.Unfinished);
    public static DeskAnswer TagsMany { get; } = new(DeskOutcome.TagsMany);
    public static DeskAnswer MomentPast { get; } = new(DeskOutcome.MomentPast);

    public static DeskAnswer ExpiresFirst { get; } = new(DeskOutcome.ExpiresFirst);

    public static DeskAnswer Refused(StepAnswer why) => new(DeskOutcome.Refused, why);
}

internal enum DeskOutcome
{
    Done,

    /// <summary>There is no such article, or none that he may see.</summary>
    NotFound,

    /// <summary>Somebody changed it after he had opened it: nothing was written.</summary>
    ChangedMeanwhile,
    Refused,
    ReasonMissing,
    ReasonLong,

    /// <summary>Lead or body are still missing.</summary>
    Unfinished,

    /// <summary>It would have more keywords than an article may.</summary>
    TagsMany,

    /// <summary>A moment was asked for that is not ahead.</summary>
    MomentPast,

    /// <summary>It would be published when its own expiry has passed.</summary>
    ExpiresFirst,
}
