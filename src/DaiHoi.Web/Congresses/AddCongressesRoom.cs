using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Demo;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Congresses.Pages;
using DaiHoi.Web.Congresses.Waiting;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Congresses;

internal static class AddCongressesRoom
{
    public static IServiceCollection AddCongresses(this IServiceCollection services) =>
        services
            .AddSingleton<DutyGiving>()
            .AddSingleton(provider => new CongressDuties(provider.GetRequiredService<Sql>()))
            .AddSingleton<CongressBook>()
            .AddSingleton(provider => new CongressPages(
                provider.GetRequiredService<IEnumerable<CongressLink>>(),
                provider.GetRequiredService<CongressBook>()
            ))
            .AddSingleton<IWaitingWork, DutyWork>()
            .AddSingleton<IKeepsPeople, PeopleOfCampaigns>()
            .AddSingleton(provider => new FirstDay(
                provider.GetRequiredService<CongressBook>(),
                provider.GetRequiredService<CampaignPlaces>(),
                provider.GetRequiredService<AllocationDeciding>(),
                provider.GetRequiredService<DelegateListing>(),
                provider.GetRequiredService<AgendaSetting>(),
                provider.GetRequiredService<CheckingIn>(),
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton(provider => new FirstBoard(
                provider.GetRequiredService<DutyGiving>(),
                provider.GetRequiredService<HandVoting>(),
                provider.GetRequiredService<CongressBook>(),
                provider.GetRequiredService<CampaignPlaces>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddDelegates()
            .AddTheDay()
            .AddSingleton(new CongressLink("delegates-title", ListDelegates.Ending, 10, CongressRights.Readers))
            .AddSingleton(new CongressLink("allocation-title", DivideDelegates.Ending, 20, CongressRights.Readers))
            .AddSingleton(new CongressLink("credentials-title", CheckCredentials.Ending, 30, Role.Officer))
            .AddSingleton(new CongressLink("agenda-title", SetAgenda.Ending, 40, CongressRights.Readers))
            .AddSingleton(new CongressLink("check-in-title", CheckIn.Ending, 50, Role.Officer))
            .AddSingleton(new CongressLink("day-title", RunDay.Ending, 60, CongressRights.Readers))
            .AddSingleton(new CongressLink("congress-papers", PrintPapers.Ending, 35, Role.Officer))
            .AddSingleton(new CongressLink("duties", ArrangeDuties.Ending, 80, Role.Officer, Role.Checker, Role.Head));

    private static IServiceCollection AddDelegates(this IServiceCollection services) =>
        services
            .AddSingleton<AllocationReading>()
            .AddSingleton(provider => new ElectedBelow(
                provider.GetRequiredService<AllocationReading>(),
                provider.GetRequiredService<AuditLog>(),
                provider.GetRequiredService<SiteSettings>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton<AllocationDeciding>()
            .AddSingleton<DelegateListing>()
            .AddSingleton<LateResults>()
            .AddSingleton<DelegateReplacing>()
            .AddSingleton<DelegateRestoring>()
            .AddSingleton<CredentialReading>()
            .AddSingleton<CredentialChecking>()
            .AddSingleton<ComplaintSettling>()
            .AddSingleton<CredentialReporting>();

    private static IServiceCollection AddTheDay(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new HallReading(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<Sql>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton<CheckingIn>()
            .AddSingleton<AgendaSetting>()
            .AddSingleton<DayReading>()
            .AddSingleton<DayRunning>()
            .AddSingleton(provider => new VotedBoard(provider.GetRequiredService<DatabaseFactory>()))
            .AddSingleton<HandVoting>();
}
