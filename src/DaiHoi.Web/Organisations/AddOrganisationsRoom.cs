using DaiHoi.Web.Organisations.Changing;

namespace DaiHoi.Web.Organisations;

internal static class AddOrganisationsRoom
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Lazy<IEnumerable<IFollowTheTree>>(provider.GetServices<IFollowTheTree>))
            .AddSingleton<OrganisationTree>()
            .AddSingleton<OrganisationDesk>();
}
