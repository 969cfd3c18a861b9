using DaiHoi.Web.Accounts;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>People who work for organisations of a small country, and the country itself.</summary>
internal static class Following
{
    /// <summary>A centre, a province, a district, two grassroots organisations below it: T000 to T004; campaign C of 2020.</summary>
    public static async Task<Site> OpenAsync(TestDatabase database, DateOnly today, string rules = "vn-2020")
    {
        var site = await Site.OpenAsync(database.Address, at: new(today.ToDateTime(new(2, 0)), TimeSpan.Zero));
        var country = new Country(site.Services, database.Factory) { Rules = rules };
        await country.PlantAsync((-1, "central"), (0, "province"), (1, "district"), (2, "grassroots"), (2, "grassroots"));
        Assert.Empty((await country.OpenAsync(new(today.Year, 1, 1))).Problems);
        return site;
    }

    public static async Task<Visitor> SignedInAsync(Site site, string name, string organisation, params Role[] roles)
    {
        var account = await Visitor.OpenAccountAsync(site, name);
        var where = await site.Service<OrganisationTree>().FindAsync(organisation, CancellationToken.None);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var register = scope.ServiceProvider.GetRequiredService<AccountRegister>();
            foreach (var role in roles)
                await register.GrantAsync(Actor.Program, account, role, where!.Id, CancellationToken.None);
        }
        var visitor = new Visitor(site);
        (await visitor.SignInAsync(name, Visitor.Password)).Dispose();
        return visitor;
    }

    /// <summary>The value of the first field of a name on a page.</summary>
    public static string ValueIn(string page, string field)
    {
        var before = $"name=\"{field}\" value=\"";
        var at = page.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"no {field} on the page");
        at += before.Length;
        return page[at..page.IndexOf('"', at)];
    }
}
