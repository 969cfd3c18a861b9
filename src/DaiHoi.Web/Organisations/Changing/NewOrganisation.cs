namespace DaiHoi.Web.Organisations.Changing;

/// <summary>What somebody says of an organisation that is to be founded.</summary>
internal sealed record NewOrganisation(string Code, string Name, string Level)
{
    public string? ShortName { get; init; }

    /// <summary>Null derives it from level and name.</summary>
    public string? Kind { get; init; }
    public int? Members { get; init; }
    public string? Address { get; init; }
    public string? Contacts { get; init; }

    /// <summary>Whose words the tree uses, for a root; null is the usual one.</summary>
    public string? RuleSet { get; init; }

    public NewOrganisation Tidied() =>
        this with
        {
            Code = TreeFields.Tidy(Code) ?? "",
            Name = TreeFields.Tidy(Name) ?? "",
            ShortName = TreeFields.Tidy(ShortName),
            Kind = TreeFields.Tidy(Kind),
            Address = TreeFields.Tidy(Address),
            Contacts = TreeFields.Tidy(Contacts),
        };

    public IEnumerable<TreeProblem> Problems(TreeRules rules)
    {
        if (TreeFields.CodeProblem(Code) is { } code)
            yield return new("code", code, Organisation.LongestCode);
        if (TreeFields.NameProblem(Name) is { } name)
            yield return new("name", name, Organisation.LongestName);
        foreach (var problem in OthersWrong(ShortName, Members, Address, Contacts))
            yield return problem;
        if (!rules.HasLevel(Level))
            yield return new("level", "tree-level-unknown", Level);
        else if (Kind is not null && !rules.HasKind(Kind, Level))
            yield return new("kind", "tree-kind-unknown", Kind);
    }

    /// <summary>What is wrong with the fields that may be empty.</summary>
    public static IEnumerable<TreeProblem> OthersWrong(string? shortName, int? members, string? address, string? contacts)
    {
        if (TreeFields.TextProblem(shortName, Organisation.LongestShortName) is { } shortProblem)
            yield return new("short", shortProblem, Organisation.LongestShortName);
        if (members < 0)
            yield return new("members", "tree-members-number");
        if (TreeFields.TextProblem(address, Organisation.LongestAddress) is { } addressProblem)
            yield return new("address", addressProblem, Organisation.LongestAddress);
        if (TreeFields.TextProblem(contacts, Organisation.LongestContacts) is { } contactsProblem)
            yield return new("contacts", contactsProblem, Organisation.LongestContacts);
    }
}
