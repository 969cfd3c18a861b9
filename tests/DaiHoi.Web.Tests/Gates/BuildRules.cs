using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>
/// What the build is to refuse is written into a small program beside it, under the same rules, and the build must refuse
/// every line of it. A symbol that is banned without a planted use fails too.
/// </summary>
public sealed partial class BuildRules
{
    private static readonly Dictionary<string, string> Banned = new(StringComparer.Ordinal)
    {
        ["P:System.DateTime.Now"] = "DateTime.Now",
        ["P:System.DateTime.UtcNow"] = "DateTime.UtcNow",
        ["P:System.DateTime.Today"] = "DateTime.Today",
        ["P:System.DateTimeOffset.Now"] = "DateTimeOffset.Now",
        ["P:System.DateTimeOffset.UtcNow"] = "DateTimeOffset.UtcNow",
        ["P:System.DateTimeOffset.LocalDateTime"] = "default(DateTimeOffset).LocalDateTime",
        ["M:System.DateTime.ToLocalTime"] = "default(DateTime).ToLocalTime()",
        ["M:System.DateTimeOffset.ToLocalTime"] = "default(DateTimeOffset).ToLocalTime()",
        ["P:System.TimeZoneInfo.Local"] = "TimeZoneInfo.Local",
        ["M:System.TimeProvider.GetLocalNow"] = "TimeProvider.System.GetLocalNow()",
        ["P:System.TimeProvider.LocalTimeZone"] = "TimeProvider.System.LocalTimeZone",
        ["P:System.Random.Shared"] = "Random.Shared",
        ["M:System.Random.#ctor"] = "new Random()",
        ["P:System.Globalization.CultureInfo.CurrentCulture"] = "System.Globalization.CultureInfo.CurrentCulture",
        ["P:System.Globalization.CultureInfo.CurrentUICulture"] = "System.Globalization.CultureInfo.CurrentUICulture",
        ["M:System.String.ToLower"] = "\"A\".ToLower()",
        ["M:System.String.ToUpper"] = "\"a\".ToUpper()",
        ["M:System.Threading.Thread.Sleep(System.Int32)"] = "new Action(() => Thread.Sleep(1))",
        ["M:System.Threading.Thread.Sleep(System.TimeSpan)"] = "new Action(() => Thread.Sleep(TimeSpan.Zero))",
    };

    // A rule, and a line that breaks it.
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["CS8603"] = "public static string Nothing() => null;",
        ["CA1305"] = "public static string Number() => 1.5.ToString();",
        ["CA1852"] = "internal class NotSealed;",
        ["MA0026"] = "// TODO later",
        ["MA0134"] = "public static void Unobserved() { Task.Run(() => 1); }",
    };

    [Fact]
    public async Task The_build_refuses_what_is_planted()
    {
        var entries = (await File.ReadAllLinesAsync(Repository.PathOf("eng/BannedSymbols.txt"), Stop)).Select(line =>
            line.Split(';')[0]
        );
        Assert.Equal(entries.Order(StringComparer.Ordinal), Banned.Keys.Order(StringComparer.Ordinal));
        List<(string Rule, string Line)> planted =
        [
            .. Banned.Values.Select((use, i) => ("RS0030", $"public static object Use{i}() => {use};")),
            .. Broken.Select(broken => (broken.Key, broken.Value)),
        ];
        var (code, told) = await BuildAsync(planted.Select(line => line.Line));
        Assert.NotEqual(0, code);
        var errors = Error()
            .Matches(told)
            .Select(error => (error.Groups["rule"].Value, int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture)))
            .ToHashSet();
        for (var i = 0; i < planted.Count; i++)
            Assert.True(errors.Contains((planted[i].Rule, i + FirstLine)), $"{planted[i].Rule}: {planted[i].Line}\n{told}");
    }

    private const int FirstLine = 3;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(int Code, string Told)> BuildAsync(IEnumerable<string> lines)
    {
        var folder = Directory.CreateDirectory(Repository.PathOf(".build/planted")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Planted.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><RestorePackagesWithLockFile>false</RestorePackagesWithLockFile></PropertyGroup></Project>""",
            Stop
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Planted.cs"),
            $"namespace Planted;\npublic static class Rules {{\n{string.Join('\n', lines)}\n}}\n",
            Stop
        );
        var start = new ProcessStartInfo(
            "dotnet",
            ["build", folder, "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-tl:off"]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var told = await build.StandardOutput.ReadToEndAsync(Stop);
        await build.WaitForExitAsync(Stop);
        return (build.ExitCode, told);
    }

    [GeneratedRegex(@"Planted\.cs\((?<line>\d+),\d+\): error (?<rule>[A-Z]+\d+):", RegexOptions.ExplicitCapture)]
    private static partial Regex Error();
}
