using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Import;
using DaiHoi.Web.Organisations.Pages;
using DaiHoi.Web.Organisations.Papers;
using DaiHoi.Web.Organisations.Reading;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Organisations;

internal static class AddOrganisationsRoom
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Lazy<IEnumerable<IFollowTheTree>>(provider.GetServices<IFollowTheTree>))
            .AddSingleton<OrganisationTree>()
            .AddSingleton<OrganisationDesk>()
            .AddSingleton<OrganisationImport>()
            .AddSingleton<ImportRuns>()
            .AddSingleton<OrganisationExport>()
            .AddSingleton<OrganisationsOn>()
            .AddSingleton<OrganisationSearch>()
            .AddSingleton<NumberRegister>()
            .AddSingleton(new DeskEntry("organisations", BrowseTree.Path, Order: 60, TreeRoles.Readers));
}
