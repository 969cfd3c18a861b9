using DaiHoi.Web.Data;
using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Portal.Demo;
using DaiHoi.Web.Portal.Search;

namespace DaiHoi.Web.Portal;

/// <summary>What a database gets at the very first start: the beginnings of every portal, or the demo.</summary>
internal sealed class FirstFill(
    Sql sql,
    SiteSettings settings,
    SiteBeginnings beginnings,
    DemoSite demo,
    ArticleIndex index,
    ILogger<FirstFill> log
)
{
    /// <summary>Whether the portal has a name; asked at every start.</summary>
    public static async Task<bool> IsDoneAsync(Sql sql, CancellationToken stop) =>
        await sql.FirstAsync("select count(*) from masthead", row => row.GetInt64(0), stop) > 0;

    /// <returns>whether the demo was filled in now</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        // A portal with a name, or with articles or organisations that were imported before the first start, is nobody's to fill.
        if (await IsDoneAsync(sql, stop))
            return false;
        var articles = await sql.FirstAsync("select count(*) from article", row => row.GetInt64(0), stop);
        var organisations = await sql.FirstAsync(
            "select count(*) from organisation where parent_id is not null",
            row => row.GetInt64(0),
            stop
        );
        if (settings.Empty || articles > 0 || organisations > 0)
        {
            await beginnings.WriteAsync(stop);
            return false;
        }
        await demo.FillAsync(stop);
        // Here, and not when somebody searches: the program that serves then only opens it.
        await new IndexedChanges(index, sql, log).CatchUpAsync(compare: false, stop);
        return true;
    }
}
