using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>An organisation ends, and all that still stands below it: closed, never deleted.</summary>
internal sealed record Dissolve(long Organisation, string? Seen = null) : TreePlan
{
    public override string Kind => TreeChanges.Dissolved;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.SeenAsync(Organisation, Seen, stop) is not { } organisation)
            return null;
        var all = await step.AtAndBelowAsync(organisation, stop);
        step.IsAbout(organisation);
        await step.SaveAsync(stop);
        await step.CloseAsync("on", all, stop);
        return DeedOn(organisation, new { organisation.Code, organisation.ParentId }, new { Closed = all.Count, step.On });
    }
}
