using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.Portal;

/// <summary>What a database gets at the very first start: the beginnings of every portal, and the demo unless it is not wanted.</summary>
internal sealed class FirstFill(Sql sql, SiteSettings settings)
{
    public async Task RunAsync(CancellationToken stop)
    {
        _ = settings;
        _ = await sql.FirstAsync("select count(*) from masthead", row => row.GetInt64(0), stop);
    }
}
