using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Hall;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What the program says of the hall of the district's congress.</summary>
internal static class CountedHall
{
    public static async Task<HallCount> CountAsync(Assembled assembled, long session) =>
        await assembled
            .Site.Service<HallReading>()
            .CountAsync(
                DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2020")!,
                await CongressAsync(assembled),
                session,
                CancellationToken.None
            );

    public static async Task<string> PresentAsync(Assembled assembled, long session) =>
        System
            .Text.RegularExpressions.Regex.Match(
                await assembled.Officer.ReadAsync($"{Assembled.District}/diem-danh?phien={session}&handler=List"),
                "\"present\":\"?(\\d+)"
            )
            .Groups[1]
            .Value;

    public static async Task<HallBase?> BaseAsync(Assembled assembled) =>
        await assembled
            .Site.Service<HallReading>()
            .BaseAsync(
                DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2020")!,
                DaiHoi.Rules.Delegates.CongressKind.Delegates,
                await CongressAsync(assembled),
                assembled.Site.Service<Platform.Time.SiteClock>().UtcNow,
                CancellationToken.None
            );

    public static async Task<long> CongressAsync(Assembled assembled) =>
        (await assembled.Site.Service<CampaignPlaces>().FindAsync("C", "T002", Assembled.Today, CancellationToken.None))!
            .Value
            .Place
            .Congress!
            .Value;
}
