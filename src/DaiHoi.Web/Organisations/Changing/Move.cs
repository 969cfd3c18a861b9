using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>An organisation, with all below it, comes to stand below another one.</summary>
/// <param name="Parent">null makes it the root of a tree of its own</param>
internal sealed record Move(long Organisation, long? Parent, string? Seen = null) : TreePlan
{
    public override string Kind => TreeChanges.Moved;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.SeenAsync(Organisation, Seen, stop) is not { } organisation)
            return null;
        if (await step.ParentAsync(Parent, stop) is not { } parent)
            return null;
        if (organisation.ParentId == parent.Id)
            step.Refuse("parent", "tree-parent-same", organisation.Name, parent.Name);
        else if (parent.Path.StartsWith(organisation.Path, StringComparison.Ordinal))
            step.Refuse("parent", "tree-cycle", organisation.Name, parent.Name);
        if (step.Problems.Count > 0)
            return null;
        var rules = await step.RulesAsync(organisation, stop);
        if (parent.ParentId is not null && TreeRules.Of(await step.RuleSetAsync(parent, stop)) != rules)
        {
            step.Refuse("parent", "tree-other-rules", parent.Name);
            return null;
        }
        var before = new { organisation.ParentId };
        organisation.RuleSet = parent.ParentId is null ? rules.Id : null;
        step.IsAbout(organisation);
        await step.SaveAsync(stop);
        await step.MoveAsync([organisation.Id], parent, stop);
        return DeedOn(
            organisation,
            before,
            new
            {
                ParentId = parent.Id,
                Parent = parent.Code,
                step.On,
            }
        );
    }
}
