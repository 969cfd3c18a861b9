using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What the table of the presidium sends: an item begins, hands are counted.</summary>
internal static class WalkedDay
{
    public static Task<HttpResponseMessage> BeginAsync(Assembled assembled, long item, bool seen) =>
        assembled.SendAsync("dieu-hanh", "Begin", ("id", $"{item}"), ("seen", seen ? "true" : "false"));

    public static Task<HttpResponseMessage> VoteOnAsync(
        Assembled assembled,
        string on,
        string names,
        params (string, string)[] fields
    ) => assembled.SendAsync("dieu-hanh", "Vote", [("on", on), ("title", "Biểu quyết"), ("names", names), .. fields]);

    /// <summary>The item that comes next.</summary>
    public static async Task<long> FirstAsync(Assembled assembled)
    {
        await using var database = assembled.Site.Service<DatabaseFactory>().Create();
        return database
            .Set<AgendaItem>()
            .Where(item => item.BegunAt == null)
            .OrderBy(item => item.SessionId)
            .ThenBy(item => item.Place)
            .Select(item => item.Id)
            .First();
    }
}
