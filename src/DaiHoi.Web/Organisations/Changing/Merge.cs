using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>
/// Several organisations become one: a new one, or one of them that goes on, under another name where one is given. What
/// stands below the others comes below it; the others end.
/// </summary>
/// <param name="Organisations">at least two with the one that goes on</param>
/// <param name="Into">the one that goes on; null founds <paramref name="New"/></param>
/// <param name="New">null where one goes on under its own name; with <paramref name="Into"/> only the names are taken</param>
/// <param name="Parent">of the new one</param>
internal sealed record Merge(IReadOnlyCollection<long> Organisations, long? Into, NewOrganisation? New, long? Parent) : TreePlan
{
    public override string Kind => TreeChanges.Merged;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        var ending = new List<Organisation>();
        foreach (var id in Organisations.Distinct().Where(id => id != Into))
        {
            if (await step.FindAsync("organisations", id, stop) is { } found)
                ending.Add(found);
        }
        if (ending.Count < (Into is null ? 2 : 1))
            step.Refuse("organisations", "tree-merge-two");
        if (step.Problems.Count > 0 || await TargetAsync(step, ending[0], stop) is not { } target)
            return null;
        // Whoever goes on must be there on the day: what is merged into it may have nobody below who would show it.
        if (target.ValidFrom > step.On)
            step.Refuse("into", "tree-merge-not-yet", target.Name, target.ValidFrom);
        foreach (var one in ending)
        {
            if (one.Level != target.Level)
                step.Refuse("organisations", "tree-merge-levels", one.Name, target.Name);
            else if (target.Path.StartsWith(one.Path, StringComparison.Ordinal))
                step.Refuse("organisations", "tree-cycle", one.Name, target.Name);
            else if (TreeRules.Of(await step.RuleSetAsync(one, stop)) != TreeRules.Of(await step.RuleSetAsync(target, stop)))
                step.Refuse("organisations", "tree-other-rules", one.Name);
        }
        if (step.Problems.Count > 0)
            return null;
        step.IsAbout(target);
        AddMembers(target, ending);
        await step.RulesAsync(target, stop);
        await step.SaveAsync(stop);
        foreach (var one in ending)
            await step.MoveChildrenAsync(one, target, stop);
        if (step.Problems.Count == 0)
            await step.CloseAsync("on", [.. ending.Select(one => one.Id)], stop);
        return DeedOn(
            target,
            new { Merged = ending.Select(one => one.Code).ToList() },
            new
            {
                target.Code,
                target.Name,
                step.On,
            }
        );
    }

    private async Task<Organisation?> TargetAsync(TreeStep step, Organisation first, CancellationToken stop)
    {
        if (Into is { } into)
        {
            if (await step.FindAsync("into", into, stop) is not { } goesOn || New is null)
                return step.Problems.Count == 0 ? await step.FindAsync("into", into, stop) : null;
            await new Rename(into, New.Name, New.ShortName ?? goesOn.ShortName).WriteAsync(step, stop);
            return step.Problems.Count == 0 ? goesOn : null;
        }
        if (New is null)
        {
            step.Refuse("into", "tree-merge-into");
            return null;
        }
        if (await step.ParentAsync(Parent, stop) is not { } parent)
            return null;
        // A new tree speaks as the old ones did.
        var wanted = New with
        {
            RuleSet = New.RuleSet ?? await step.RuleSetAsync(first, stop),
        };
        return await step.FoundAsync(wanted, parent, stop);
    }

    // The sum is known only when every part of it is.
    private void AddMembers(Organisation target, List<Organisation> ending)
    {
        if (Into is null && New?.Members is not null)
            return;
        var parts = ending.Select(one => one.Members).Concat(Into is null ? [] : [target.Members]).ToList();
        if (parts.TrueForAll(part => part is not null))
            target.Members = parts.Sum();
    }
}
