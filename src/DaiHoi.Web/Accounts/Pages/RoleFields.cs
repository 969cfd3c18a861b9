using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Accounts.Pages;

/// <summary>A role and the organisation on which it is granted, as fields of a form.</summary>
/// <param name="Code">of the organisation, as typed</param>
/// <param name="Known">what is offered: organisations that the administrator answers for</param>
internal sealed record RoleFields(Texts T, Role Role, string Code, string? Problem, IReadOnlyList<KnownOrganisation> Known)
{
    private const int Offered = 200;

    /// <summary>As the form is first shown: the reporter's role, on the administrator's own organisation.</summary>
    public static async Task<RoleFields> FreshAsync(Texts t, Person person, OrganisationTree tree, CancellationToken stop)
    {
        var known = new List<KnownOrganisation>();
        foreach (
            var path in person.Grants.Where(grant => grant.Role == Role.Administrator).Select(grant => grant.Path).Distinct()
        )
            known.AddRange(await tree.AtAndBelowAsync(path, Offered, stop));
        return new(t, Role.Reporter, known.Count > 0 ? known[0].Code : "", Problem: null, [.. known.Take(Offered)]);
    }

    /// <summary>The organisation that was typed, where the person may grant roles on it; else what to say about it.</summary>
    public async Task<(KnownOrganisation? Organisation, RoleFields Fields)> ReadAsync(
        Person person,
        OrganisationTree tree,
        string? role,
        string? code,
        CancellationToken stop
    )
    {
        var typed = this with { Code = (code ?? "").Trim(), Role = Enum.TryParse<Role>(role, out var chosen) ? chosen : Role };
        if (!Enum.IsDefined(typed.Role))
            typed = typed with { Role = Role };
        var found = typed.Code.Length is > 0 and <= 64 ? await tree.FindAsync(typed.Code, stop) : null;
        // Another's organisation is not there, for who administers his own.
        return found is not null && person.Is(found.Path, Role.Administrator)
            ? (found, typed)
            : (null, typed with { Problem = T["account-no-organisation", typed.Code] });
    }
}
