using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

public static class AddVisitsRoom
{
    /// <summary>Needs a <see cref="SiteClock"/>, <see cref="Sql"/> and the <see cref="ChangeFeed"/>.</summary>
    public static IServiceCollection AddVisits(this IServiceCollection services) =>
        services
            .AddSingleton<Robots>()
            .AddSingleton<VisitLedger>()
            .AddSingleton<CarryOverStore>()
            .AddSingleton(provider => new VisitCounter(
                provider.GetRequiredService<SiteClock>(),
                provider.GetRequiredService<VisitLedger>(),
                provider.GetRequiredService<CarryOverStore>(),
                provider.GetRequiredService<Robots>(),
                provider.GetRequiredService<ChangeFeed>()
            ))
            .AddSingleton<AdoptedStatistics>()
            .AddSingleton(provider => new PastVisits(
                provider.GetRequiredService<VisitLedger>(),
                provider.GetRequiredService<ChangeFeed>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton<VisitHistory>()
            .AddSingleton<VisitMeasures>()
            .AddSingleton<IMeasured>(provider => provider.GetRequiredService<VisitMeasures>())
            .AddHostedService<VisitFlushing>();
}
