using DaiHoi.Web.Data;

namespace DaiHoi.Web.Congresses;

internal static class AddCongressesRoom
{
    public static IServiceCollection AddCongresses(this IServiceCollection services) =>
        services.AddSingleton<DutyGiving>().AddSingleton(provider => new CongressDuties(provider.GetRequiredService<Sql>()));
}
