using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Organisations;

/// <summary>An organisation as other rooms see it.</summary>
/// <param name="Path">the ids from the root to itself, <c>/1/7/</c></param>
public sealed record KnownOrganisation(long Id, string Code, string Name, OrganisationLevel Level, long? ParentId, string Path);

/// <summary>The tree of organisations.</summary>
public sealed class OrganisationTree(DatabaseFactory databases)
{
    /// <summary>The code of the organisation at the top.</summary>
    public const string RootCode = "goc";

    /// <summary>The organisation at the top; made where there is none yet.</summary>
    public async Task<KnownOrganisation> RootAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        var root = await database.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.ParentId == null, stop);
        return root is not null
            ? Known(root)
            : await AddAsync(null, RootCode, "Tổ chức chủ quản", OrganisationLevel.Province, stop);
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
        var found = await database
            .Set<Organisation>()
            .AsNoTracking()
            .Where(o => o.Path.StartsWith(path))
            .OrderBy(o => o.Path)
            .Take(most)
            .ToListAsync(stop);
        return found.ConvertAll(Known);
    }

    /// <summary>Adds an organisation.</summary>
    /// <param name="parent">null for the one at the top</param>
    /// <exception cref="DbUpdateException">the code is taken, or the parent does not exist</exception>
    public async Task<KnownOrganisation> AddAsync(
        long? parent,
        string code,
        string name,
        OrganisationLevel level,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var above = parent is null ? "/" : (await database.Set<Organisation>().SingleAsync(o => o.Id == parent, stop)).Path;
        var added = new Organisation
        {
            Code = code,
            Name = name,
            Level = level,
            ParentId = parent,
        };
        database.Add(added);
        await database.SaveChangesAsync(stop);
        added.PlaceBelow(above);
        await database.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return Known(added);
    }

    private static KnownOrganisation Known(Organisation found) =>
        new(found.Id, found.Code, found.Name, found.Level, found.ParentId, found.Path);
}
