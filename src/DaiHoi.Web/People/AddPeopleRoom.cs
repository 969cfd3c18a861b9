using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Demo;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.People.Pages;
using DaiHoi.Web.People.Removing;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.People;

internal static class AddPeopleRoom
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton<PersonKeeping>()
            .AddSingleton<PersonReading>()
            .AddSingleton(provider => new PeopleRegister(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<PersonReading>(),
                provider.GetRequiredService<RecordedChanges>()
            ))
            .AddSingleton<PersonImport>()
            .AddSingleton<PersonExport>()
            .AddSingleton<PeopleRemoval>()
            .AddHostedService<RemovePeopleJob>()
            .AddSingleton(provider => new FirstPeople(
                provider.GetRequiredService<DatabaseFactory>(),
                provider.GetRequiredService<OrganisationTree>(),
                provider.GetRequiredService<PersonKeeping>(),
                provider.GetRequiredService<SiteClock>()
            ))
            .AddSingleton(new DeskEntry("people", FindPeople.Path, Order: 62, PersonRights.Keepers));
}
