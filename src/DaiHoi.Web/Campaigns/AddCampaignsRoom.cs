using DaiHoi.Web.Campaigns.Arranging;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Citing.Pages;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Campaigns.Evidence;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Campaigns.Releasing;
using DaiHoi.Web.Campaigns.Releasing.Pages;
using DaiHoi.Web.Campaigns.Waiting;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Campaigns;

internal static class AddCampaignsRoom
{
    private static readonly Role[] Followers = [Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator];

    public static void MapCampaigns(this WebApplication app)
    {
        app.MapGet(
                "/minh-chung/{id:long}",
                (HttpContext context, long id, Sql sql, EvidenceStore store) =>
                    AttachedEvidence.HandOutAsync(context, id, sql, store)
            )
            .WithMetadata(new ForAttribute(Followers) { OwnOnly = true });
        app.MapGet(
                "/kho-khan/tep/{id:long}",
                (HttpContext context, long id, OpenDifficulties opening, EvidenceStore store) =>
                    HandOutDifficultyFile.AnswerAsync(context, id, opening, store)
            )
            .WithMetadata(new ForAttribute(Followers) { OwnOnly = true });
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
    }

    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services
            .AddSingleton<ProgressSums>()
            .AddSingleton<ProgressCheck>()
            .AddSingleton<IFollowTheTree, FollowTheTree>()
            .AddSingleton<CampaignOpening>()
            .AddSingleton<EventRecording>()
            .AddSingleton<EventImport>()
            .AddSingleton(new KeptFolder(EvidenceStore.Folder))
            .AddSingleton<EvidenceStore>()
            .AddSingleton<EvidenceRecording>()
            .AddSingleton<ChecklistTicking>()
            .AddSingleton<DifficultyReading>()
            .AddSingleton<OpenDifficulties>()
            .AddSingleton<DifficultyRecording>()
            .AddSingleton<DifficultyDeciding>()
            .AddSingleton<DifficultyMending>()
            .AddSingleton<IWaitingWork, DifficultyWork>()
            .AddSingleton<DueWork>()
            .AddSingleton<IWaitingWork, CampaignWork>()
            .AddSingleton<ChecklistSetting>()
            .AddSingleton<WindowNarrowing>()
            .AddSingleton<CampaignEnding>()
            .AddSingleton<NationalDemo>()
            .AddSingleton<FirstDifficulties>()
            .AddSingleton<PlacesInCampaign>()
            .AddSingleton<ChildrenSums>()
            .AddSingleton<DashboardReading>()
            .AddSingleton<CampaignNews>()
            .AddSingleton(new DeskEntry("dashboard", DashboardAddress.Root, 65, Followers))
            .AddSingleton(new DeskEntry("figures", DashboardAddress.Figures, 66, Followers))
            .AddSingleton(new DeskEntry("difficulties", DifficultyAddress.Root, 67, Followers))
            .AddSingleton(new DeskEntry("cite-title", CiteFigure.OwnPath, 30, Role.Reporter, Role.Editor, Role.Publisher))
            .AddSingleton(provider => new FigureCitations(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<Figures>(),
                provider.GetRequiredService<RecordedChanges>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton(new DeskEntry("released-title", ReleaseDashboards.OwnPath, 31, Role.Publisher))
            .AddSingleton(provider => new ReleasedDashboards(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<Sql>(),
                provider.GetRequiredService<DashboardReading>(),
                provider.GetRequiredService<OrganisationTree>(),
                provider.GetRequiredService<RecordedChanges>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton(provider => new FirstCampaigns(
                provider.GetRequiredService<NationalDemo>(),
                provider.GetRequiredService<FirstDifficulties>(),
                provider.GetRequiredService<FigureCitations>()
            ))
            .AddSingleton(provider => new CampaignPlaces(provider.GetRequiredService<Sql>()))
            .AddSingleton(provider => new OutcomeRecording(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<EventRecording>()
            ))
            .AddSingleton(provider => new FrequentDifficulties(
                provider.GetRequiredService<Sql>(),
                provider.GetRequiredService<ChangeFeed>()
            ))
            .AddSingleton(provider => new Figures(
                provider.GetRequiredService<Sql>(),
                provider.GetRequiredService<ProgressSums>(),
                provider.GetRequiredService<ChildrenSums>(),
                provider.GetRequiredService<OrganisationTree>(),
                provider.GetRequiredService<SiteClock>()
            ));
}
