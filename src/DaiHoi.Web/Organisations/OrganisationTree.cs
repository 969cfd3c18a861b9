using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Changing;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Organisations;

/// <summary>An organisation as other rooms see it, today.</summary>
/// <param name="Level">its code in the rule set of the tree</param>
/// <param name="ParentId">null only for the owner of the portal</param>
/// <param name="Path">the ids from the owner of the portal to itself, <c>/1/7/</c></param>
public sealed record KnownOrganisation(long Id, string Code, string Name, string Level, long? ParentId, string Path)
{
    public string? ShortName { get; init; }

    /// <summary>Its code in the rule set of the tree; empty where it has none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its first day; null is since ever.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Its last day; null has none.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>The tree of organisations.</summary>
/// <param name="followers">asked for only when the tree changes: they may ask this in turn</param>
public sealed class OrganisationTree(DatabaseFactory databases, Lazy<IEnumerable<IFollowTheTree>> followers)
{
    /// <summary>The code of the owner of the portal: above the roots of all trees, so that a role there holds everywhere.</summary>
    public const string RootCode = "goc";

    /// <summary>The signal that the tree is not what it was.</summary>
    public const string ChangeKey = "organisations";

    /// <summary>The owner of the portal; made where there is none yet.</summary>
    public async Task<KnownOrganisation> RootAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        var root = await database.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.ParentId == null, stop);
        return root is not null
            ? Known(root)
            : await AddAsync(null, RootCode, "Tổ chức chủ quản", OrganisationLevels.Province, stop);
    }

    public async Task<KnownOrganisation?> FindAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) is { } found
            ? Known(found)
            : null;
    }

    public async Task<KnownOrganisation?> FindAsync(string code, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.Code == code, stop) is { } found
            ? Known(found)
            : null;
    }

    /// <summary>All organisations at and below a path, the upper ones first.</summary>
    public async Task<IReadOnlyList<KnownOrganisation>> AtAndBelowAsync(string path, int most, CancellationToken stop)
    {
        await using var database = databases.Create();
        var found = await BelowPath.Of(database, path).AsNoTracking().OrderBy(o => o.Path).Take(most).ToListAsync(stop);
        return found.ConvertAll(Known);
    }

    /// <summary>The tops of all trees, below the owner of the portal.</summary>
    public async Task<IReadOnlyList<KnownOrganisation>> RootsAsync(CancellationToken stop)
    {
        var owner = await RootAsync(stop);
        await using var database = databases.Create();
        var found = await database
            .Set<Organisation>()
            .AsNoTracking()
            .Where(o => o.ParentId == owner.Id)
            .OrderBy(o => o.Code)
            .ToListAsync(stop);
        return found.ConvertAll(Known);
    }

    /// <summary>Adds an organisation that has been there since ever.</summary>
    /// <param name="parent">null for the owner of the portal</param>
    /// <exception cref="DbUpdateException">the code is taken, or the parent does not exist</exception>
    public async Task<KnownOrganisation> AddAsync(long? parent, string code, string name, string level, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await TreeLock.HoldAsync(database, stop);
        var above = parent is null ? null : await database.Set<Organisation>().SingleAsync(o => o.Id == parent, stop);
        var added = new Organisation
        {
            Code = code,
            Name = name,
            Level = level,
            Kind = above is null ? "" : TreeRules.Of(null).KindOf(level, name),
            ParentId = parent,
            RuleSet = above is { ParentId: null } ? TreeRules.Usual : null,
        };
        database.Add(added);
        await database.SaveChangesAsync(stop);
        added.PlaceBelow(above?.Path ?? "/");
        database.Add(
            new OrganisationVersion
            {
                OrganisationId = added.Id,
                ValidFrom = OrganisationVersion.SinceEver,
                Name = name,
                Kind = added.Kind,
                Level = level,
                ParentId = parent,
            }
        );
        await database.SaveChangesAsync(stop);
        foreach (var follower in followers.Value)
            await follower.FollowAsync(database, [added.Id], OrganisationVersion.SinceEver, stop);
        await transaction.CommitAsync(stop);
        return Known(added);
    }

    private static KnownOrganisation Known(Organisation found) =>
        new(found.Id, found.Code, found.Name, found.Level, found.ParentId, found.Path)
        {
            ShortName = found.ShortName,
            Kind = found.Kind,
            ValidFrom = found.ValidFrom,
            ValidTo = found.ValidTo,
        };
}
