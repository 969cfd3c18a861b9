using System.Diagnostics;
using DaiHoi.Web.Tests.Gates;

namespace DaiHoi.Web.Tests.CommandLine;

/// <summary>
/// <c>./run</c> in a small repository of its own, with a compiler that only writes down that it was called: when it builds,
/// what it hands on, and what it says on a machine that lacks something.
/// </summary>
public sealed class RunScriptTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    private string Root => Path.Combine(folder, "repository");
    private string Programs => Path.Combine(folder, "programs");

    public RunScriptTests()
    {
        foreach (var file in (string[])["run", "eng/needs.sh", "eng/BannedSymbols.txt", "eng/analyzers.globalconfig"])
            Copy(file);
        foreach (
            var file in (string[])
                ["Directory.Build.props", "Directory.Packages.props", "global.json", "package-lock.json", ".npmrc"]
        )
            Copy(file);
        Write("src/DaiHoi.Web/One.cs", "one");
        Write("src/DaiHoi.Web/Two.cs", "two");
        // What the script calls, and nothing else of this machine.
        Directory.CreateDirectory(Programs);
        foreach (
            var program in (string[])
                [
                    "bash",
                    "basename",
                    "cat",
                    "cmp",
                    "cp",
                    "date",
                    "dirname",
                    "find",
                    "flock",
                    "grep",
                    "mkdir",
                    "readlink",
                    "rm",
                    "sort",
                    "true",
                ]
        )
            File.CreateSymbolicLink(
                Path.Combine(Programs, program),
                new[] { "/usr/bin/", "/bin/" }.Select(at => at + program).First(File.Exists)
            );
        Command("node", "echo v20.1.0");
        Command("npm", "");
        Command(
            "dotnet",
            """
            case $1 in
              --list-sdks) echo '10.0.100 [/usr/share/dotnet/sdk]' ;;
              msbuild) echo built; mkdir -p src/DaiHoi.Web/bin/Release/net10.0; cat src/DaiHoi.Web/*.cs >src/DaiHoi.Web/bin/Release/net10.0/DaiHoi.Web.dll ;;
              *) echo "program $(cat "$1") in $PWD: ${*:2}"; exit 7 ;;
            esac
            """
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_builds_once_and_hands_over_to_the_program()
    {
        var first = await RunAsync(folder, Path.Combine(Root, "run"), "help", "a b");
        Assert.Equal((7, $"program onetwo in {folder}: help a b\n"), (first.ExitCode, first.Output));
        Assert.Contains("built", first.Errors, StringComparison.Ordinal);
        var second = await RunAsync(folder, Path.Combine(Root, "run"), "help");
        Assert.Equal((7, $"program onetwo in {folder}: help\n", ""), (second.ExitCode, second.Output, second.Errors));
    }

    [Fact]
    public async Task It_builds_again_when_a_source_was_changed_added_or_removed()
    {
        await RunAsync(Root, "./run");
        Write("src/DaiHoi.Web/One.cs", "ONE");
        Assert.StartsWith("program ONEtwo", (await RunAsync(Root, "./run")).Output, StringComparison.Ordinal);
        Write("src/DaiHoi.Web/Three.cs", "three");
        Assert.StartsWith("program ONEthreetwo", (await RunAsync(Root, "./run")).Output, StringComparison.Ordinal);
        File.Delete(Path.Combine(Root, "src/DaiHoi.Web/Two.cs"));
        Assert.StartsWith("program ONEthree ", (await RunAsync(Root, "./run")).Output, StringComparison.Ordinal);
        Assert.Equal("", (await RunAsync(Root, "./run")).Errors);
    }

    [Fact]
    public async Task It_keeps_one_program_and_not_those_before_it()
    {
        for (var i = 0; i < 3; i++)
        {
            Write("src/DaiHoi.Web/One.cs", $"{i}");
            await RunAsync(Root, "./run");
        }
        Assert.Single(Directory.GetDirectories(Path.Combine(Root, ".build/programs")));
    }

    [Fact]
    public async Task It_works_from_anywhere_and_by_a_link()
    {
        var link = Path.Combine(folder, "daihoi");
        File.CreateSymbolicLink(link, Path.Combine(Root, "run"));
        Assert.StartsWith("program onetwo in /", (await RunAsync("/", link)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_SDK_it_says_in_one_line_what_to_install()
    {
        File.Delete(Path.Combine(Programs, "dotnet"));
        await AssertAsksForAsync(".NET SDK 10");
    }

    [Fact]
    public async Task An_older_SDK_is_not_enough()
    {
        Command("dotnet", "echo '9.0.300 [/usr/share/dotnet/sdk]'");
        await AssertAsksForAsync(".NET SDK 10");
    }

    [Fact]
    public async Task Without_Node_it_says_in_one_line_what_to_install()
    {
        File.Delete(Path.Combine(Programs, "node"));
        await AssertAsksForAsync("Node.js 20");
    }

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v9.0.0")]
    public async Task An_older_Node_is_not_enough(string version)
    {
        Command("node", $"echo {version}");
        await AssertAsksForAsync("Node.js 20");
    }

    [Fact]
    public async Task Node_without_npm_is_not_enough()
    {
        File.Delete(Path.Combine(Programs, "npm"));
        await AssertAsksForAsync("npm");
    }

    private async Task AssertAsksForAsync(string what)
    {
        var refused = await RunAsync(Root, "./run");
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        var line = refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains("https://", line, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Root, "src/DaiHoi.Web/bin")));
    }

    private Task<Ended> RunAsync(string from, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Programs, "bash"), [Path.GetFullPath(script, from), .. arguments])
        {
            WorkingDirectory = from,
        };
        start.Environment["PATH"] = Programs;
        return RunningProgram.EndAsync(start);
    }

    private void Command(string name, string lines)
    {
        var file = Path.Combine(Programs, name);
        File.WriteAllText(file, $"#!{Programs}/bash\n{lines}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Copy(string file) => Write(file, File.ReadAllText(Repository.PathOf(file)));

    private void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
