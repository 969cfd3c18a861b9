using DaiHoi.Web.Data;

namespace DaiHoi.Web.Organisations;

internal static class AddOrganisationsRoom
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) =>
        services.AddSingleton(provider => new OrganisationTree(
            provider.GetRequiredService<DatabaseFactory>(),
            new(provider.GetServices<IFollowTheTree>)
        ));
}
