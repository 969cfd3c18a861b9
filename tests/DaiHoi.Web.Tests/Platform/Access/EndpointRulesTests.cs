using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using DaiHoi.Web.Platform.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Web.Tests.Platform.Access;

/// <summary>Access.csv decides each endpoint × role; an endpoint that is missing from it, or states no rule, is found.</summary>
public sealed class EndpointRulesTests(DemoSite demo)
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    [Fact]
    public async Task Each_endpoint_says_of_each_role_what_the_table_says()
    {
        var site = await demo.OpenedAsync();
        var table = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "Access.csv"));
        Assert.Equal(table.ReplaceLineEndings("\n"), Table(site.Services.GetRequiredService<EndpointDataSource>()));
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_is_found_by_the_table_and_by_nobody_else()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IKnowsPersons, Nobody>();
        await using var app = builder.Build();
        app.UseRouting();
        app.UseAccess();
        app.MapGet("/khong-ai-giu", () => "secret");
        await app.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(
            "GET /khong-ai-giu,NO RULE",
            Table(app.Services.GetRequiredService<EndpointDataSource>()),
            StringComparison.Ordinal
        );
        using var client = new HttpClient();
        using var answer = await client.GetAsync(app.Urls.First() + "/khong-ai-giu", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Table(EndpointDataSource source)
    {
        var csv = new StringBuilder("endpoint,nobody,signed in,")
            .AppendJoin(',', Roles.Select(role => role.ToString().ToLowerInvariant()))
            .Append('\n');
        var rows = source
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Name: NameOf(endpoint), Rule: endpoint.Metadata.GetMetadata<AccessRuleAttribute>()))
            .DistinctBy(row => row.Name)
            .OrderBy(row => row.Name, StringComparer.Ordinal);
        foreach (var (name, rule) in rows)
        {
            csv.Append(name).Append(',');
            if (rule is null)
                csv.Append("NO RULE");
            else
                csv.Append(Word(rule.IsOpen))
                    .Append(',')
                    .Append(Word(rule.IsOpen || rule.Allows(new(1, "x", []))))
                    .Append(',')
                    .AppendJoin(',', Roles.Select(role => Word(rule.IsOpen || rule.Allows(new(1, "x", [new(role, "/1/")])))));
            csv.Append('\n');
        }
        return csv.ToString();
    }

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(methods is { Count: > 0 } ? string.Join('+', methods) : "page")} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"
        );
    }

    private static string Word(bool allowed) => allowed ? "yes" : "no";

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class Nobody : IKnowsPersons
    {
        public Task<Person?> WhoAsync(HttpContext context) => Task.FromResult<Person?>(null);
    }
}
