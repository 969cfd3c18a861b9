using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Campaigns;

internal static class AddCampaignsRoom
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services) =>
        services
            .AddSingleton<ProgressSums>()
            .AddSingleton<ProgressCheck>()
            .AddSingleton<IFollowTheTree, FollowTheTree>()
            .AddSingleton<CampaignOpening>()
            .AddSingleton<EventRecording>()
            .AddSingleton<EventImport>()
            .AddSingleton<NationalDemo>()
            .AddSingleton(provider => new Figures(
                provider.GetRequiredService<Sql>(),
                provider.GetRequiredService<ProgressSums>(),
                provider.GetRequiredService<OrganisationTree>(),
                provider.GetRequiredService<SiteClock>()
            ));
}
