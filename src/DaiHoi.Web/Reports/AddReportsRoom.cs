using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Papers;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Demo;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Pages;
using DaiHoi.Web.Reports.Papers;
using DaiHoi.Web.Reports.Periods;
using DaiHoi.Web.Reports.Tasks;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Waiting;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Reports;

internal static class AddReportsRoom
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services
            .AddSingleton<PartFilling>()
            .AddSingleton<LowerReports>()
            .AddSingleton<ReportDesk>()
            .AddSingleton<ReportDeciding>()
            .AddSingleton<TemplateSetting>()
            .AddSingleton<PaperWordsDesk>()
            .AddSingleton<TemplateKeeping>()
            .AddSingleton<PeriodOpening>()
            .AddSingleton<PeriodKeeping>()
            .AddSingleton(provider => new FirstReports(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<CampaignPlaces>(),
                provider.GetRequiredService<PartFilling>(),
                provider.GetRequiredService<NumberRegister>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton(provider => new AcceptedReports(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<CampaignPlaces>(),
                provider.GetRequiredService<Sql>()
            ))
            .AddSingleton<TaskKeeping>()
            .AddSingleton<IWaitingWork, ReportWork>()
            .AddSingleton(new DeskEntry("reports", ReportPage.OwnPath, 67, ReportRights.Readers));
}
