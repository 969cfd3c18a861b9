using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>Every dependency has its line in <c>docs/decisions/dependencies.md</c> and somebody who uses it.</summary>
public sealed partial class Dependencies
{
    private static readonly IReadOnlyList<string> Packages =
    [
        .. XDocument
            .Load(Repository.PathOf("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value),
    ];

    [Fact]
    public void Each_has_a_line_that_says_why_and_no_line_is_left_over()
    {
        var told = Line().Matches(File.ReadAllText(Repository.PathOf("docs/decisions/dependencies.md"))).Select(line => line.Groups["name"].Value);
        Assert.Equal(
            Packages.Concat(Names("package.json", "dependencies", "devDependencies")).Concat(Names(".config/dotnet-tools.json", "tools")).Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Each_package_is_used_by_a_project()
    {
        var projects = Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Append("Directory.Build.props");
        var used = projects.SelectMany(file => XDocument.Load(Repository.PathOf(file)).Descendants("PackageReference")).Select(package => package.Attribute("Include")!.Value);
        Assert.Empty(Packages.Except(used));
    }

    private static IEnumerable<string> Names(string file, params string[] parts)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file)));
        return [.. parts.SelectMany(part => json.RootElement.GetProperty(part).EnumerateObject()).Select(entry => entry.Name)];
    }

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
