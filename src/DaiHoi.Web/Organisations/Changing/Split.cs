using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>
/// Parts of an organisation become organisations of their own beside it, each with what is named of those below it. It goes
/// on with the rest, or ends when nothing is to be left of it.
/// </summary>
/// <param name="Rest">where it ends, everything below it must be given to a part</param>
internal sealed record Split(long Organisation, IReadOnlyList<SplitPart> Parts, SplitRest Rest, string? Seen = null) : TreePlan
{
    public override string Kind => TreeChanges.Split;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.SeenAsync(Organisation, Seen, stop) is not { } organisation)
            return null;
        if (Parts.Count == 0 || (Rest == SplitRest.Ends && Parts.Count < 2))
        {
            step.Refuse("parts", Rest == SplitRest.Ends ? "tree-split-two" : "tree-split-one");
            return null;
        }
        var parent = await step.AboveAsync(organisation, stop);
        var given = new HashSet<long>();
        foreach (var part in Parts)
        {
            if (part.New.Level != organisation.Level)
                step.Refuse("parts", "tree-split-level", part.New.Name);
            var children = await step.ChildrenAsync(organisation, part.Children, stop);
            if (children.Count < part.Children.Count || !children.TrueForAll(given.Add))
                step.Refuse("parts", "tree-split-children", part.New.Name, organisation.Name);
            if (step.Problems.Count > 0)
                return null;
            var wanted = part.New with { RuleSet = organisation.RuleSet };
            if (await step.FoundAsync(wanted, parent, stop) is not { } founded)
                return null;
            await step.MoveAsync(children, founded, stop);
        }
        step.IsAbout(organisation);
        await step.RulesAsync(organisation, stop);
        await step.SaveAsync(stop);
        if (Rest == SplitRest.Ends && step.Problems.Count == 0)
            await step.CloseAsync("on", [organisation.Id], stop);
        return DeedOn(
            organisation,
            new { organisation.Code },
            new
            {
                Parts = Parts.Select(part => part.New.Code).ToList(),
                Rest,
                step.On,
            }
        );
    }
}

/// <summary>What becomes of an organisation whose parts are founded.</summary>
internal enum SplitRest
{
    GoesOn,
    Ends,
}

/// <param name="Children">those below the one that is split, which come below the new one</param>
internal sealed record SplitPart(NewOrganisation New, IReadOnlyCollection<long> Children);
