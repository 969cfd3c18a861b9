using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>
/// Changes the tree on a day. Each change is one transaction with its versions, what other rooms derive from it and its row
/// in the audit log; whatever it would leave wrong on any day from then on refuses it as a whole.
/// </summary>
internal sealed class OrganisationDesk(
    DatabaseFactory databases,
    RecordedChanges changes,
    SiteClock clock,
    Lazy<IEnumerable<IFollowTheTree>> followers
)
{
    /// <summary>Told to who keeps something made of the tree.</summary>
    public const string Key = OrganisationTree.ChangeKey;

    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Does what a plan says, or tells why not.</summary>
    public async Task<TreeAnswer> ChangeAsync(Actor actor, TreePlan plan, TreeDecision decision, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (answer, deed) = await WriteAsync(database, actor, plan, decision, stop);
        if (!answer.IsDone)
            return answer;
        long[] moved =
        [
            .. answer.Founded,
            .. plan.Kind is TreeChanges.Renamed or TreeChanges.Corrected ? [] : answer.Changed,
            .. answer.Closed,
        ];
        if (moved.Length > 0)
        {
            foreach (var follower in followers.Value)
                await follower.FollowAsync(database, moved, decision.On, stop);
        }
        await changes.CommitAsync(database, actor, deed!, [Key], stop);
        return answer;
    }

    /// <summary>What a plan would do, or why it would be refused; nothing is changed.</summary>
    public async Task<TreeAnswer> RehearseAsync(Actor actor, TreePlan plan, TreeDecision decision, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var (answer, _) = await WriteAsync(database, actor, plan, decision, stop);
        return answer;
    }

    private async Task<(TreeAnswer Answer, Deed? Deed)> WriteAsync(
        Database database,
        Actor actor,
        TreePlan plan,
        TreeDecision decision,
        CancellationToken stop
    )
    {
        if (ProblemsOf(decision).ToList() is { Count: > 0 } wrong)
            return (new(null, wrong), null);
        await TreeLock.HoldAsync(database, stop);
        var change = new OrganisationChange
        {
            OnDay = decision.On,
            Kind = plan.Kind,
            Decision = TreeFields.Tidy(decision.Number),
            Note = TreeFields.Tidy(decision.Note),
            AccountId = actor.Id,
            AccountName = actor.Name,
            RecordedAt = clock.UtcNow,
        };
        database.Add(change);
        await database.SaveChangesAsync(stop);
        var step = new TreeStep(database, change);
        var deed = await plan.WriteAsync(step, stop);
        if (step.Problems.Count == 0)
        {
            await database.SaveChangesAsync(stop);
            await step.CheckAsync(stop);
        }
        return step.Problems.Count > 0 ? (new(null, step.Problems), null) : (await step.AnswerAsync(stop), deed);
    }

    private IEnumerable<TreeProblem> ProblemsOf(TreeDecision decision)
    {
        // What will be is not known yet: it is recorded when its day has come.
        if (decision.On > clock.Today)
            yield return new("on", "tree-day-future", clock.Today);
        if (decision.On < Earliest)
            yield return new("on", "tree-day-early", Earliest);
        if (TreeFields.TextProblem(TreeFields.Tidy(decision.Number), OrganisationChange.LongestDecision) is { } number)
            yield return new("decision", number, OrganisationChange.LongestDecision);
        if (decision.Note?.Length > OrganisationChange.LongestNote)
            yield return new("note", "tree-text-long", OrganisationChange.LongestNote);
    }
}
