using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>An organisation gets another name; its code stays.</summary>
/// <param name="Seen">the <see cref="TreeStep.MarkOf"/> of what the person had before him; null asks for nothing</param>
internal sealed record Rename(long Organisation, string Name, string? ShortName, string? Seen = null) : TreePlan
{
    public override string Kind => TreeChanges.Renamed;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.SeenAsync(Organisation, Seen, stop) is not { } organisation)
            return null;
        var (name, shortName) = (TreeFields.Tidy(Name) ?? "", TreeFields.Tidy(ShortName));
        if (TreeFields.NameProblem(name) is { } wrong)
            step.Refuse("name", wrong, Organisations.Organisation.LongestName);
        foreach (var problem in NewOrganisation.OthersWrong(shortName, null, null, null))
            step.Refuse(problem.Field, problem.Why, problem.Values);
        if (name == organisation.Name && shortName == organisation.ShortName)
            step.Refuse("name", "tree-name-same");
        if (step.Problems.Count > 0)
            return null;
        var before = new { organisation.Name, organisation.ShortName };
        var rules = await step.RulesAsync(organisation, stop);
        // A kind that followed from the old name follows from the new one; one that somebody chose stays.
        if (organisation.Kind == rules.KindOf(organisation.Level, organisation.Name))
            organisation.Kind = rules.KindOf(organisation.Level, name);
        (organisation.Name, organisation.ShortName) = (name, shortName);
        step.IsAbout(organisation);
        await step.BeginVersionAsync("on", organisation, stop);
        return DeedOn(
            organisation,
            before,
            new
            {
                name,
                shortName,
                step.On,
            }
        );
    }
}
