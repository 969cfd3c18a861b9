using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>
/// One change of the tree while it is written: the verbs of which plans are made. Many organisations are written by one
/// statement, so that a province with thousands below moves as quickly as a branch.
/// </summary>
internal sealed partial class TreeStep(Database database, OrganisationChange change)
{
    private readonly List<TreeProblem> problems = [];
    private TreeRules? rules;

    public IReadOnlyList<TreeProblem> Problems => problems;

    /// <summary>The first day on which things are as the change says.</summary>
    public DateOnly On => change.OnDay;

    private DateOnly DayBefore => On.AddDays(-1);

    public void Refuse(string field, string why, params object?[] values) => problems.Add(new(field, why, values));

    /// <summary>Says what the change is about.</summary>
    public void IsAbout(Organisation organisation) => change.OrganisationId = organisation.Id;

    /// <summary>An organisation that is there today; one that is not, or is the owner of the portal, is a problem.</summary>
    public async Task<Organisation?> FindAsync(string field, long id, CancellationToken stop)
    {
        var found = await database.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == id && o.ParentId != null, stop);
        if (found is null)
            Refuse(field, "tree-not-there");
        else if (found.ValidTo is { } last)
            Refuse(field, "tree-closed", found.Name, last);
        return problems.Count == 0 ? found : null;
    }

    /// <summary>An organisation that is there today and is still what the person had before him.</summary>
    /// <param name="seen">its <see cref="MarkOf"/> then; null asks for nothing</param>
    public async Task<Organisation?> SeenAsync(long id, string? seen, CancellationToken stop)
    {
        var found = await FindAsync("organisation", id, stop);
        if (found is null || seen is null || seen == MarkOf(found))
            return found;
        Refuse("organisation", "tree-changed-meanwhile", found.Name);
        return null;
    }

    /// <summary>Another one when anything that a form shows of an organisation is another.</summary>
    public static string MarkOf(Organisation organisation) =>
        SeenMark.Of(
            new
            {
                organisation.Name,
                organisation.ShortName,
                organisation.Kind,
                organisation.Level,
                organisation.ParentId,
                organisation.Members,
                organisation.Address,
                organisation.Contacts,
                organisation.ValidFrom,
                organisation.ValidTo,
            }
        );

    public Task SaveAsync(CancellationToken stop) => database.SaveChangesAsync(stop);

    /// <summary>What stands above an organisation today.</summary>
    public Task<Organisation> AboveAsync(Organisation organisation, CancellationToken stop) =>
        database.Set<Organisation>().FirstAsync(o => o.Id == organisation.ParentId, stop);

    /// <summary>Of some ids those that stand open directly below an organisation.</summary>
    public Task<List<long>> ChildrenAsync(Organisation organisation, IReadOnlyCollection<long> ids, CancellationToken stop) =>
        database
            .Set<Organisation>()
            .Where(o => o.ParentId == organisation.Id && o.ValidTo == null && ids.Contains(o.Id))
            .OrderBy(o => o.Id)
            .Select(o => o.Id)
            .ToListAsync(stop);

    /// <summary>What stands above: an organisation that is there today, or, for a root, the owner of the portal.</summary>
    public async Task<Organisation?> ParentAsync(long? id, CancellationToken stop) =>
        id is { } parent
            ? await FindAsync("parent", parent, stop)
            : await database.Set<Organisation>().FirstAsync(o => o.ParentId == null, stop);

    /// <summary>The rules of the tree in which an organisation stands; from here on the change is held against them.</summary>
    public async Task<TreeRules> RulesAsync(Organisation organisation, CancellationToken stop) =>
        rules = TreeRules.Of(await RuleSetAsync(organisation, stop));

    /// <summary>The rule set of the tree in which an organisation stands.</summary>
    public async Task<string?> RuleSetAsync(Organisation organisation, CancellationToken stop)
    {
        // The owner of the portal comes first, then the root.
        if (TreePath.Ids(organisation.Path) is not [_, var id, ..])
            return null;
        return await database.Set<Organisation>().Where(o => o.Id == id).Select(o => o.RuleSet).FirstOrDefaultAsync(stop);
    }

    /// <summary>Writes a new organisation that begins on the day.</summary>
    public async Task<Organisation?> FoundAsync(NewOrganisation wanted, Organisation parent, CancellationToken stop)
    {
        var words = rules = parent.ParentId is null
            ? TreeRules.Of(wanted.RuleSet)
            : TreeRules.Of(await RuleSetAsync(parent, stop));
        wanted = wanted.Tidied();
        foreach (var problem in wanted.Problems(words))
            problems.Add(problem);
        if (problems.Count > 0)
            return null;
        if (await database.Set<Organisation>().AnyAsync(o => o.Code == wanted.Code, stop))
        {
            Refuse("code", "tree-code-taken", wanted.Code);
            return null;
        }
        var founded = new Organisation
        {
            Code = wanted.Code,
            Name = wanted.Name,
            ShortName = wanted.ShortName,
            Kind = wanted.Kind ?? words.KindOf(wanted.Level, wanted.Name),
            Level = wanted.Level,
            ParentId = parent.Id,
            Members = wanted.Members,
            Address = wanted.Address,
            Contacts = wanted.Contacts,
            ValidFrom = On,
            RuleSet = parent.ParentId is null ? words.Id : null,
        };
        database.Add(founded);
        await database.SaveChangesAsync(stop);
        founded.PlaceBelow(parent.Path);
        database.Add(VersionOf(founded));
        await database.SaveChangesAsync(stop);
        return founded;
    }

    /// <summary>Begins a version of an organisation on the day, as its row says now.</summary>
    public async Task BeginVersionAsync(string field, Organisation organisation, CancellationToken stop)
    {
        var last = await LastVersionAsync(organisation, stop);
        if (last.ValidFrom > On)
        {
            Refuse(field, "tree-later-change", organisation.Name, last.ValidFrom);
            return;
        }
        // Twice on one day: the day ends as the second says.
        if (last.ValidFrom < On)
        {
            last.ValidTo = DayBefore;
            database.Add(VersionOf(organisation));
        }
        else
        {
            WriteInto(last, organisation);
            last.ChangeId = change.Id;
        }
        await database.SaveChangesAsync(stop);
    }

    /// <summary>Mends the version that holds today, as the row of the organisation says now.</summary>
    public async Task MendVersionAsync(Organisation organisation, CancellationToken stop)
    {
        WriteInto(await LastVersionAsync(organisation, stop), organisation);
        await database.SaveChangesAsync(stop);
    }

    private Task<OrganisationVersion> LastVersionAsync(Organisation organisation, CancellationToken stop) =>
        database
            .Set<OrganisationVersion>()
            .Where(v => v.OrganisationId == organisation.Id)
            .OrderByDescending(v => v.ValidFrom)
            .FirstAsync(stop);

    private static void WriteInto(OrganisationVersion version, Organisation organisation)
    {
        version.Name = organisation.Name;
        version.ShortName = organisation.ShortName;
        version.Kind = organisation.Kind;
        version.Level = organisation.Level;
        version.ParentId = organisation.ParentId;
    }

    private OrganisationVersion VersionOf(Organisation organisation) =>
        new()
        {
            OrganisationId = organisation.Id,
            ValidFrom = On,
            Name = organisation.Name,
            ShortName = organisation.ShortName,
            Kind = organisation.Kind,
            Level = organisation.Level,
            ParentId = organisation.ParentId,
            ChangeId = change.Id,
        };
}
