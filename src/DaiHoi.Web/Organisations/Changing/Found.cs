using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>An organisation begins.</summary>
/// <param name="Parent">null for the root of a tree</param>
internal sealed record Found(NewOrganisation New, long? Parent) : TreePlan
{
    public override string Kind => TreeChanges.Founded;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.ParentAsync(Parent, stop) is not { } parent || await step.FoundAsync(New, parent, stop) is not { } founded)
            return null;
        step.IsAbout(founded);
        return DeedOn(
            founded,
            null,
            new
            {
                founded.Code,
                founded.Name,
                founded.Level,
                Parent = parent.Code,
                step.On,
            }
        );
    }
}
