using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Merging;
using DaiHoi.Web.Reports.Pages;
using DaiHoi.Web.Reports.Tasks;
using DaiHoi.Web.Reports.Templates;
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
            .AddSingleton<TaskKeeping>()
            .AddSingleton(new DeskEntry("reports", ReportPage.OwnPath, 67, ReportRights.Readers));
}
