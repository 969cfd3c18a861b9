using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>Who may take which step with an article. Pure: it knows the state, the roles and whose article it is.</summary>
internal static class Workflow
{
    /// <summary>Whether somebody may take a step now, or why not.</summary>
    public static StepAnswer May(ArticleStepKind kind, ArticleState state, Standing standing)
    {
        var rule = RuleOf(kind);
        if (!rule.From.Contains(state.Status) || (kind is ArticleStepKind.Unscheduled && !state.IsScheduled))
            return StepAnswer.NotInThisState;
        if (!rule.Who(standing))
            return StepAnswer.NotYourRole;
        return rule.NeedsAnother && standing is { IsOwn: true, IsOnePersonNewsroom: false }
            ? StepAnswer.NeedsAnother
            : StepAnswer.Allowed;
    }

    /// <summary>
    /// Whether somebody may change the text. Where it is his own and readers see it, or will without anybody else's eye, it
    /// takes another.
    /// </summary>
    public static StepAnswer MayRevise(ArticleState state, Standing standing)
    {
        var (who, needsAnother) = state.Status switch
        {
            ArticleStatus.Draft => (standing.IsWriter || standing.Edits || standing.Publishes, false),
            ArticleStatus.Submitted => (standing.Edits || standing.Publishes, false),
            ArticleStatus.Approved or ArticleStatus.Published => (standing.Publishes, true),
            ArticleStatus.Withdrawn => (false, false),
            _ => throw new InvalidOperationException(state.Status.ToString()),
        };
        if (state.Status == ArticleStatus.Withdrawn)
            return StepAnswer.NotInThisState;
        if (!who)
            return StepAnswer.NotYourRole;
        return needsAnother && standing is { IsOwn: true, IsOnePersonNewsroom: false }
            ? StepAnswer.NeedsAnother
            : StepAnswer.Allowed;
    }

    /// <summary>Whether a step is refused without a word of why.</summary>
    public static bool NeedsReason(ArticleStepKind kind) =>
        kind is ArticleStepKind.Returned or ArticleStepKind.Withdrawn or ArticleStepKind.Corrected;

    private static Rule RuleOf(ArticleStepKind kind) =>
        kind switch
        {
            ArticleStepKind.Submitted => new([ArticleStatus.Draft], s => s.IsWriter || s.Edits || s.Publishes),
            ArticleStepKind.TakenBack => new([ArticleStatus.Submitted], s => s.IsOwn),
            ArticleStepKind.Returned => new([ArticleStatus.Submitted, ArticleStatus.Approved], s => s.Edits || s.Publishes),
            ArticleStepKind.Approved => new([ArticleStatus.Submitted], s => s.Edits, NeedsAnother: true),
            ArticleStepKind.Scheduled or ArticleStepKind.Published => new(
                [ArticleStatus.Approved],
                s => s.Publishes,
                NeedsAnother: true
            ),
            ArticleStepKind.Unscheduled => new([ArticleStatus.Approved], s => s.Publishes),
            ArticleStepKind.Withdrawn => new([ArticleStatus.Published], s => s.Publishes),
            ArticleStepKind.ExpirySet or ArticleStepKind.ExpiryLifted => new(
                [ArticleStatus.Approved, ArticleStatus.Published],
                s => s.Publishes
            ),
            ArticleStepKind.Corrected => new([ArticleStatus.Published], s => s.Publishes, NeedsAnother: true),
            ArticleStepKind.Reopened => new([ArticleStatus.Withdrawn], s => s.Edits || s.Publishes),
            // Nobody asks for these: they come with a text, or by the program.
            ArticleStepKind.Written or ArticleStepKind.Restored or ArticleStepKind.Expired => new([], _ => false),
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    private sealed record Rule(ArticleStatus[] From, Func<Standing, bool> Who, bool NeedsAnother = false);
}

/// <param name="IsScheduled">the program will publish it by itself</param>
internal readonly record struct ArticleState(ArticleStatus Status, bool IsScheduled);

/// <summary>What somebody is to an article.</summary>
/// <param name="IsWriter">he began it</param>
/// <param name="IsOwn">he began it or sent it in</param>
/// <param name="Edits">biên tập viên of its newsroom</param>
/// <param name="Publishes">người duyệt đăng of its newsroom</param>
/// <param name="Reads">may see it whatever its state</param>
internal sealed record Standing(bool IsWriter, bool IsOwn, bool Edits, bool Publishes, bool Reads, bool IsOnePersonNewsroom)
{
    /// <param name="path">of the organisation whose newsroom has the article</param>
    public static Standing Of(Person person, Article article, string path, bool onePerson) =>
        new(
            IsWriter: article.WriterId == person.Id && person.Is(path, Role.Reporter, Role.Editor, Role.Publisher),
            IsOwn: article.IsOwnOf(person.Id),
            Edits: person.Is(path, Role.Editor),
            Publishes: person.Is(path, Role.Publisher),
            Reads: article.WriterId == person.Id
                || person.Is(path, Role.Editor, Role.Publisher, Role.Auditor, Role.Administrator),
            onePerson
        );
}

internal enum StepAnswer
{
    Allowed,
    NotInThisState,
    NotYourRole,

    /// <summary>It is his own: somebody else must take the step.</summary>
    NeedsAnother,
}
