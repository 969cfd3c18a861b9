using System.Text.RegularExpressions;

namespace DaiHoi.Web.Tests.Gates;

/// <summary>What the repository holds: what a newcomer needs, of modest size, true on every machine.</summary>
public sealed partial class Tracked
{
    private const long Largest = 1_000_000;

    private static readonly string[] AtTheRoot =
    [
        "run",
        "test",
        "bench",
        "README.md",
        "README.vi.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "DaiHoi.slnx",
        "Directory.Build.props",
        "Directory.Packages.props",
        "global.json",
        "package.json",
        "package-lock.json",
    ];

    private static readonly string[] Folders = [".ci", ".config", "benchmarks", "docs", "eng", "src", "tests"];

    private static readonly string[] NotText = [".png", ".webp", ".jpg", ".woff2", ".ttf", ".pdf"];

    [Fact]
    public void No_file_is_larger_than_a_megabyte() =>
        Assert.All(Repository.Files(), file => Assert.True(new FileInfo(Repository.PathOf(file)).Length <= Largest, file));

    [Fact]
    public void The_root_holds_what_a_newcomer_needs_and_nothing_else() =>
        Assert.Empty(
            Repository
                .Files()
                .Select(file => file.Split('/'))
                .Where(path =>
                    path.Length > 1 ? !Folders.Contains(path[0]) : !path[0].StartsWith('.') && !AtTheRoot.Contains(path[0])
                )
                .Select(path => path[0])
        );

    [Theory]
    [InlineData("package-lock.json")]
    [InlineData("packages.lock.json")]
    public void Lock_files_name_no_place_to_fetch_from(string name)
    {
        var files = Repository.Files().Where(file => Path.GetFileName(file) == name).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Null(PlaceIn(File.ReadAllText(Repository.PathOf(file)))));
    }

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine()
    {
        var found = Repository
            .Files()
            .Where(file => !NotText.Contains(Path.GetExtension(file)))
            .SelectMany(file => MachinePaths(File.ReadAllText(Repository.PathOf(file))).Select(path => $"{file}: {path}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [InlineData("eng/migration")]
    [InlineData("eng/screenshots")]
    public void Commands_can_be_called(string command)
    {
        // There nothing has such a mark.
        if (!OperatingSystem.IsWindows())
            Assert.True(
                File.GetUnixFileMode(Repository.PathOf(command)).HasFlag(UnixFileMode.UserExecute | UnixFileMode.OtherExecute)
            );
    }

    [Theory]
    [InlineData("""{ "resolved": "x" }""")]
    [InlineData("""{ "version": "https://example.vn/x.tgz" }""")]
    [InlineData("""{ "from": "git+ssh://example.vn/x" }""")]
    public void A_planted_place_to_fetch_from_is_found(string text) => Assert.NotNull(PlaceIn(text));

    [Theory]
    [InlineData("""{ "funding": { "url": "https://example.vn" } }""")]
    public void A_thank_you_is_no_place_to_fetch_from(string text) => Assert.Null(PlaceIn(text));

    [Theory]
    [InlineData("cd /ho", "me/an/daihoi")]
    [InlineData("see C:\\Us", "ers\\an")]
    [InlineData("in \"/ro", "ot/.nuget\"")]
    [InlineData("(/wo", "rk/main)")]
    [InlineData("/Us", "ers/an/x")]
    public void A_planted_place_on_a_machine_is_found(string start, string end) => Assert.Single(MachinePaths(start + end));

    [Theory]
    [InlineData("https://example.vn/home/an /srv/daihoi /usr/bin/env /etc/systemd /home")]
    public void Places_that_every_machine_has_are_not(string text) => Assert.Empty(MachinePaths(text));

    private static string? PlaceIn(string lockFile) => Place().Match(lockFile) is { Success: true } found ? found.Value : null;

    private static IEnumerable<string> MachinePaths(string text) => MachinePath().Matches(text).Select(match => match.Value);

    [GeneratedRegex(
        @"""resolved"": ""(?!\d)|(?<!""url"": )""(?:git\+)?(?:https?|ssh|file)://[^""]*",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        @"(?<![\w/.])(?:/home|/root|/work|/Users|/tmp/\w+\.\w+)/[\w.][^\s""')]*|\b[A-Z]:\\Users\\\S+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex MachinePath();
}
