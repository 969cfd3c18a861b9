using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>
/// Mends what was written wrongly, and what has no day of its own: names, kind, members, address, contacts. It does not
/// begin a version: the organisation has been so all along.
/// </summary>
internal sealed record Correct(long Organisation, string Name, string? ShortName, string? NewKind) : TreePlan
{
    public int? Members { get; init; }
    public string? Address { get; init; }
    public string? Contacts { get; init; }
    public string? Seen { get; init; }

    public override string Kind => TreeChanges.Corrected;

    public override async Task<Deed?> WriteAsync(TreeStep step, CancellationToken stop)
    {
        if (await step.SeenAsync(Organisation, Seen, stop) is not { } organisation)
            return null;
        var rules = await step.RulesAsync(organisation, stop);
        var wanted = new NewOrganisation(organisation.Code, Name, organisation.Level)
        {
            ShortName = ShortName,
            Kind = NewKind,
            Members = Members,
            Address = Address,
            Contacts = Contacts,
        }.Tidied();
        foreach (var problem in wanted.Problems(rules))
            step.Refuse(problem.Field, problem.Why, problem.Values);
        if (step.Problems.Count > 0)
            return null;
        var before = Shown(organisation);
        organisation.Name = wanted.Name;
        organisation.ShortName = wanted.ShortName;
        organisation.Kind = wanted.Kind ?? rules.KindOf(organisation.Level, wanted.Name);
        organisation.Members = wanted.Members;
        organisation.Address = wanted.Address;
        organisation.Contacts = wanted.Contacts;
        step.IsAbout(organisation);
        await step.MendVersionAsync(organisation, stop);
        return DeedOn(organisation, before, Shown(organisation));
    }

    private static object Shown(Organisation organisation) =>
        new
        {
            organisation.Name,
            organisation.ShortName,
            organisation.Kind,
            organisation.Members,
            organisation.Address,
            organisation.Contacts,
        };
}
