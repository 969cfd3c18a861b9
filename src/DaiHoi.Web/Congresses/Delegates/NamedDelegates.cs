using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Finds those who are summoned to a congress by their names.</summary>
public static class NamedDelegates
{
    /// <returns>the record of the only one of this name; null where nobody has it, several have it, or he has no record</returns>
    public static async Task<long?> RecordAsync(Database database, long congress, string name, CancellationToken stop)
    {
        var wanted = SortKey.Of(name);
        var listed = await DelegateListing
            .Standing(database, congress)
            .AsNoTracking()
            .Select(one => new { one.Name, one.PersonId })
            .ToListAsync(stop);
        return listed.FindAll(one => SortKey.Of(one.Name) == wanted) is [{ PersonId: { } record }] ? record : null;
    }
}
