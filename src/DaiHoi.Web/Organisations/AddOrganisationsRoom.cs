namespace DaiHoi.Web.Organisations;

internal static class AddOrganisationsRoom
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) =>
        services.AddSingleton<OrganisationTree>();
}
