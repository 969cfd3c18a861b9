using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.CommandLine;

namespace DaiHoi.Web.Tests.CommandLine;

/// <summary>What the command line says, where, and with which exit code; and that a refusal leaves nothing behind.</summary>
public sealed class VerbsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    private string Data => Path.Combine(folder, "data");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Help_lists_the_verbs_and_what_serving_takes()
    {
        var help = await RunningProgram.RunAsync("help");
        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        foreach (var word in (string[])["help", "import", "--port", "--empty", "--data", "--database"])
            Assert.Contains(word, help.Output, StringComparison.Ordinal);
        Assert.Equal(help.Output, (await RunningProgram.RunAsync("--help")).Output);
    }

    [Fact]
    public void Every_verb_of_the_program_can_be_called() =>
        Assert.Equal(
            typeof(IVerb)
                .Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IVerb).IsAssignableFrom(type))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            Composition.Verbs().Select(verb => verb.GetType().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task Every_verb_says_what_it_takes()
    {
        var help = await RunningProgram.RunAsync("import", "pages", "--help");
        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        foreach (var word in (string[])["--adopt-statistics", "--dry-run", "--json", "--data", "--database"])
            Assert.Contains(word, help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("--fly")]
    [InlineData("import")]
    [InlineData("import fly")]
    [InlineData("import pages")]
    [InlineData("import pages x --encoding latin")]
    [InlineData("--port")]
    [InlineData("--port 0")]
    [InlineData("--port 65536")]
    [InlineData("--port -1")]
    [InlineData("--port http")]
    [InlineData("--database nonsense")]
    [InlineData("--database Database=x")]
    public async Task What_cannot_be_understood_is_refused_with_2(string line)
    {
        var refused = await RunningProgram.RunAsync([.. line.Split(' '), "--data", Data]);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        AssertPlain(refused.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_and_nothing_is_made()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var refused = await RunningProgram.RunAsync("--port", $"{port}", "--data", Data);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains($"{port}", OneLine(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    // Of a network that is kept for documentation.
    [InlineData("http://192.0.2.1:5080")]
    public async Task Nor_is_anything_made_at_an_address_of_another_machine(string listen)
    {
        var refused = await RunningProgram.RunAsync(("DAIHOI_Listen", listen), "--data", Data);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(listen, OneLine(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("https://localhost:5080")]
    [InlineData("http://localhost:5080;nonsense")]
    public async Task An_address_to_listen_on_that_cannot_be_read_is_named(string listen)
    {
        var refused = await RunningProgram.RunAsync(("DAIHOI_Listen", listen), "--data", Data);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Listen", OneLine(refused.Errors), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_one_line()
    {
        var inTheWay = Path.Combine(folder, "in-the-way");
        await File.WriteAllTextAsync(inTheWay, "kept", TestContext.Current.CancellationToken);
        // Even root makes nothing in the second.
        foreach (var data in (string[])[inTheWay, Path.Combine(inTheWay, "data"), "/proc/daihoi"])
        {
            foreach (
                var verb in (string[][])
                    [
                        ["--port", $"{RunningProgram.FreePort()}"],
                        ["import", "pages", inTheWay],
                    ]
            )
            {
                var refused = await RunningProgram.RunAsync([.. verb, "--data", data]);
                Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
                Assert.Contains(data, OneLine(refused.Errors), StringComparison.Ordinal);
            }
        }
        Assert.Equal("kept", await File.ReadAllTextAsync(inTheWay, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{ \"Listen\": ", "daihoi.json")]
    [InlineData("{ \"TimeZone\": \"Asia/Nowhere\" }", "TimeZone")]
    [InlineData("{ \"KnownProxies\": [\"nginx\"] }", "KnownProxies")]
    [InlineData("{ \"MetricsListen\": \"9464\" }", "MetricsListen")]
    [InlineData("{ \"Listen\": \"http://127.0.0.1:5085\", \"MetricsListen\": \"http://localhost:5085\" }", "MetricsListen")]
    public async Task A_setting_that_cannot_be_read_is_named_and_no_database_is_made(string json, string name)
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "daihoi.json"), json, TestContext.Current.CancellationToken);
        var refused = await RunningProgram.RunAsync("--data", Data);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(name, OneLine(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(["daihoi.json"], Directory.GetFileSystemEntries(Data).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Username=y;Timeout=5")]
    [InlineData("Host=/nowhere;Database=x;Username=y;Timeout=5")]
    public async Task A_server_that_cannot_be_reached_is_one_line(string server)
    {
        var refused = await RunningProgram.RunAsync(
            "--port",
            $"{RunningProgram.FreePort()}",
            "--data",
            Data,
            "--database",
            server
        );
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Equal("", refused.Output);
        OneLine(refused.Errors);
    }

    [Fact]
    public async Task What_is_no_database_is_one_line_and_stays_as_it_is()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, "daihoi.db");
        await File.WriteAllTextAsync(file, new string('x', 5000), TestContext.Current.CancellationToken);
        var refused = await RunningProgram.RunAsync("--port", $"{RunningProgram.FreePort()}", "--data", Data);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        OneLine(refused.Errors);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    // No stack of calls, no type of an exception.
    private static void AssertPlain(string errors)
    {
        Assert.NotEqual("", errors.Trim());
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
    }

    private static string OneLine(string errors)
    {
        AssertPlain(errors);
        return Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
