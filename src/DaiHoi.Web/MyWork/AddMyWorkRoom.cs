using DaiHoi.Web.MyWork.Pages;
using DaiHoi.Web.MyWork.Reminding;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Mail;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.MyWork;

internal static class AddMyWorkRoom
{
    // After the newsroom, whose own first page is what waits there; before everything else. Who has no role has no work.
    public static IServiceCollection AddMyWork(this IServiceCollection services) =>
        services
            .AddSingleton(new DeskEntry("my-work", ReadMyWork.OwnPath, 15, Enum.GetValues<Role>()))
            .AddSingleton<Mailer>()
            .AddSingleton<ReminderRound>()
            .AddHostedService<RemindJob>();
}
