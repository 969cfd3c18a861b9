using DaiHoi.Web.Accounts;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Demo;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Opening;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Congresses.Demo;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Demo;
using DaiHoi.Web.MyWork;
using DaiHoi.Web.Newsroom;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.People;
using DaiHoi.Web.People.Demo;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal;
using DaiHoi.Web.Reports;
using DaiHoi.Web.Reports.Demo;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web;

/// <summary>Puts the rooms together: one line each. The only place that knows them all.</summary>
internal static class Composition
{
    public static IServiceCollection AddRooms(this IServiceCollection services, SiteSettings settings) =>
        services
            .AddSingleton(settings)
            .AddTime(settings.TimeZone)
            .AddData(settings.Database)
            .AddChanges()
            .AddAudit()
            .AddAccess()
            .AddBackup()
            .AddUi()
            .AddOrganisations()
            .AddPeople()
            .AddAccounts()
            .AddCampaigns()
            .AddReports()
            .AddCongresses()
            .AddElections()
            .AddNewsroom()
            .AddMyWork()
            .AddVisits()
            .AddPortal();

    /// <summary>Every verb of the command line.</summary>
    public static IEnumerable<IVerb> Verbs() =>
        [
            new PrepareVerb(),
            new ImportPagesVerb(),
            new ImportArticlesVerb(),
            new ExportArticlesVerb(),
            new ImportOrganisationsVerb(),
            new ExportOrganisationsVerb(),
            new ImportPeopleVerb(),
            new ExportPeopleVerb(),
            new AddAccountVerb(),
            new VerifyAuditVerb(),
            new BackupVerb(),
            new RestoreVerb(),
            new OpenCampaignVerb(),
            new ImportCongressesVerb(),
            new FigureVerb(),
            new VerifyFiguresVerb(),
            new DemoNationalVerb(),
            new CountVerb(),
            new CheckRulesVerb(),
            new VerifyResultVerb(),
        ];

    /// <param name="settings">what the administrator decided</param>
    /// <param name="replace">what a test puts in the place of something: the clock</param>
    public static WebApplication Build(SiteSettings settings, Action<IServiceCollection>? replace = null)
    {
        // Slim: no IIS, no reload of files, no logging provider that nobody reads. Files of the program lie beside it,
        // wherever it is started from.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "DaiHoi.Web" }
        );
        builder.AddServer(settings);
        builder.Services.AddRooms(settings);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseServer(settings);
        app.UsePortal();
        app.MapAccounts();
        app.MapCampaigns();
        app.MapNewsroom();
        return app;
    }

    /// <summary>Whether a portal has what its first start writes.</summary>
    public static Task<bool> IsFilledAsync(Sql sql, CancellationToken stop) => FirstFill.IsDoneAsync(sql, stop);

    /// <summary>Whether somebody can administer a portal.</summary>
    public static Task<bool> HasAdministratorAsync(Sql sql, CancellationToken stop) => FirstAccounts.AreDoneAsync(sql, stop);

    /// <summary>Brings the database to its form and fills it at the very first start, before anybody is answered.</summary>
    /// <returns>what the person who starts the program must be told, one line each</returns>
    public static async Task<IReadOnlyList<string>> PrepareAsync(IServiceProvider services, CancellationToken stop)
    {
        await DatabaseSetup.PrepareAsync(
            services.GetRequiredService<DatabaseFactory>(),
            services.GetRequiredService<Sql>(),
            services.GetRequiredService<BackupBeforeUpgrade>().MakeAsync,
            stop
        );
        var demo = await services.GetRequiredService<FirstFill>().RunAsync(stop);
        if (demo)
        {
            await services.GetRequiredService<FirstReports>().FillAsync(stop);
            await services.GetRequiredService<FirstPeople>().FillAsync("CD-2-03", stop);
            await services.GetRequiredService<FirstDay>().FillAsync("cong-doan", "CD-2", "CD-2-03", stop);
        }
        var address = services.GetRequiredService<SiteSettings>().PublicAddress;
        var lines = await services.GetRequiredService<FirstAccounts>().PrepareAsync(demo, FirstBoard.Accounts, address, stop);
        if (demo)
        {
            await services.GetRequiredService<FirstBoard>().SeatAsync("cong-doan", "CD-2-03", stop);
            await services.GetRequiredService<FirstElections>().FillAsync("cong-doan", "CD-2-03", stop);
        }
        return lines;
    }
}
