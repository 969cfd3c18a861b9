using System.Globalization;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Platform.Access;

namespace DaiHoi.Web.Organisations.Pages;

/// <summary>A change of the tree as it was typed; of its fields each act uses its own.</summary>
internal sealed record TreeForm
{
    /// <summary>The acts that the page of an organisation offers, in its order.</summary>
    public static readonly IReadOnlyList<string> Acts =
    [
        "found",
        "rename",
        "move",
        "merge",
        "split",
        "remove-level",
        "dissolve",
        "correct",
    ];

    public string? Act { get; init; }
    public string? Seen { get; init; }
    public string? On { get; init; }
    public string? Decision { get; init; }
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? Short { get; init; }
    public string? Level { get; init; }
    public string? Kind { get; init; }
    public string? Parent { get; init; }
    public string? Members { get; init; }
    public string? Address { get; init; }
    public string? Contacts { get; init; }

    /// <summary>Codes of other organisations, parted by spaces, commas or lines.</summary>
    public string? Codes { get; init; }

    /// <summary>Sent by the second button: what follows has been read.</summary>
    public string? Sure { get; init; }

    /// <summary>The plan that the fields make, or problems beside them.</summary>
    public async Task<(TreePlan? Plan, TreeDecision? Decision)> ReadAsync(
        KnownOrganisation organisation,
        string level,
        Person person,
        OrganisationTree tree,
        DateOnly today,
        List<TreeProblem> problems,
        CancellationToken stop
    )
    {
        if (!ImportOrganisationsVerb.TryDay(Empty(On), out var on))
            problems.Add(new("on", "import-day"));
        var id = organisation.Id;
        TreePlan? plan = Act switch
        {
            "found" => new Found(New(Empty(Level) ?? "", problems), id),
            "rename" => new Rename(id, Name ?? "", Short, Seen),
            "move" => new Move(id, await ParentAsync(person, tree, problems, stop), Seen),
            "merge" => new Merge(
                [id, .. await IdsAsync("organisations", person, tree, problems, stop)],
                Empty(Code) is null ? id : null,
                Empty(Code) is null && Empty(Name) is null ? null : New(level, problems),
                organisation.ParentId is { } above && !await IsOwnerAsync(above, tree, stop) ? above : null
            ),
            "split" => new Split(
                id,
                [new(New(level, problems), await IdsAsync("parts", person, tree, problems, stop))],
                SplitRest.GoesOn,
                Seen
            ),
            "remove-level" => new RemoveLevel(id, Empty(Level) ?? ""),
            "dissolve" => new Dissolve(id, Seen),
            "correct" => new Correct(id, Name ?? "", Short, Empty(Kind))
            {
                Members = Number(problems),
                Address = Address,
                Contacts = Contacts,
                Seen = Seen,
            },
            _ => null,
        };
        return (problems.Count > 0 ? null : plan, new(on ?? today, Decision));
    }

    private NewOrganisation New(string level, List<TreeProblem> problems) =>
        new(Code ?? "", Name ?? "", level)
        {
            ShortName = Short,
            Kind = Empty(Kind),
            Members = Number(problems),
        };

    private int? Number(List<TreeProblem> problems)
    {
        if (Empty(Members) is not { } written)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        problems.Add(new("members", "tree-members-number"));
        return null;
    }

    private async Task<long?> ParentAsync(
        Person person,
        OrganisationTree tree,
        List<TreeProblem> problems,
        CancellationToken stop
    )
    {
        var root = await tree.RootAsync(stop);
        if (Empty(Parent) is not { } code)
        {
            // A tree of its own is for who administers all of them.
            if (!person.MayChange(root.Path))
                problems.Add(new("parent", "tree-not-there"));
            return null;
        }
        if (await tree.FindAsync(code, stop) is { } found && found.Id != root.Id && person.MayChange(found.Path))
            return found.Id;
        problems.Add(new("parent", "tree-not-there"));
        return null;
    }

    private async Task<List<long>> IdsAsync(
        string field,
        Person person,
        OrganisationTree tree,
        List<TreeProblem> problems,
        CancellationToken stop
    )
    {
        var ids = new List<long>();
        foreach (
            var code in (Codes ?? "").Split((char[])[' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        )
        {
            if (await tree.FindAsync(code, stop) is { ParentId: not null } found && person.MayChange(found.Path))
                ids.Add(found.Id);
            else
                problems.Add(new(field, "tree-code-none", code));
        }
        return ids;
    }

    private static async Task<bool> IsOwnerAsync(long id, OrganisationTree tree, CancellationToken stop) =>
        (await tree.RootAsync(stop)).Id == id;

    private static string? Empty(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
