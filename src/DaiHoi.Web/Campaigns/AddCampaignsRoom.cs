using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Citing.Pages;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Campaigns;

internal static class AddCampaignsRoom
{
    private static readonly Role[] Followers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static void MapCampaigns(this WebApplication app) =>
        app.MapGet(
                "/tong-quan/{campaign}/tin-moi",
                (
                    HttpContext context,
                    string campaign,
                    PlacesInCampaign places,
                    CampaignNews news,
                    SiteClock clock,
                    IHostApplicationLifetime program
                ) => CampaignNews.AnswerAsync(context, campaign, places, news, clock, program)
            )
            .For(Followers);

    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services
            .AddSingleton<ProgressSums>()
            .AddSingleton<ProgressCheck>()
            .AddSingleton<IFollowTheTree, FollowTheTree>()
            .AddSingleton<CampaignOpening>()
            .AddSingleton<EventRecording>()
            .AddSingleton<EventImport>()
            .AddSingleton<NationalDemo>()
            .AddSingleton<PlacesInCampaign>()
            .AddSingleton<ChildrenSums>()
            .AddSingleton<DashboardReading>()
            .AddSingleton<CampaignNews>()
            .AddSingleton(new DeskEntry("dashboard", DashboardAddress.Root, 65, Followers))
            .AddSingleton(new DeskEntry("figures", DashboardAddress.Figures, 66, Followers))
            .AddSingleton(new DeskEntry("cite-title", CiteFigure.OwnPath, 30, Role.Reporter, Role.Editor, Role.Publisher))
            .AddSingleton(provider => new FigureCitations(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<Figures>(),
                provider.GetRequiredService<RecordedChanges>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton<Figures>();
}
