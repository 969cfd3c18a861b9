using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations;

/// <summary>What stands at or below an organisation, by the beginning of its path; found by the index on either database.</summary>
internal static class BelowPath
{
    public static IQueryable<Organisation> Of(Database database, string path)
    {
        // Each by what its index follows; paths hold nothing that a pattern would take for more than itself.
        var (like, glob) = (path + "%", path + "*");
        return database.Database.IsNpgsql()
            ? database.Set<Organisation>().Where(o => EF.Functions.Like(o.Path, like))
            : database.Set<Organisation>().Where(o => EF.Functions.Glob(o.Path, glob));
    }
}
