using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>A level goes: everything of it at or below an organisation ends, and what stood below comes below what stands above.</summary>
/// <param name="Within">the root of the tree, or the part of it that loses the level</param>
internal sealed record RemoveLevel(long Within, string Level) : TreePlan
{
    public override string Kind => TreeChanges.LevelRemoved;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.FindAsync("within", Within, stop) is not { } within)
            return null;
        var rules = await step.RulesAsync(within, stop);
        var going = await step.OfLevelBelowAsync(within, Level, stop);
        if (going.Count == 0)
        {
            step.Refuse("level", "tree-level-none", within.Name, new TreeWord(rules, Level));
            return null;
        }
        // What has come or gone since the day was recorded against the ladder as it was: first that is taken back.
        var then = await step.OfLevelBelowOnTheDayAsync(within, Level, stop);
        var others = going
            .Select(one => (one.Id, one.Name))
            .ExceptBy(then.Select(one => one.Id), one => one.Id)
            .Concat(then.ExceptBy(going.Select(one => one.Id), one => one.Id));
        foreach (var (_, name) in others.Take(TreeStep.MostTold))
            step.Refuse("on", "tree-level-differs", name, step.On);
        if (step.Problems.Count > 0)
            return null;
        step.IsAbout(within);
        await step.SaveAsync(stop);
        await step.LiftChildrenAsync(going, stop);
        if (step.Problems.Count == 0)
            await step.CloseAsync("on", [.. going.Select(one => one.Id)], stop);
        return DeedOn(within, new { Level, Removed = going.Count }, new { step.On });
    }
}
