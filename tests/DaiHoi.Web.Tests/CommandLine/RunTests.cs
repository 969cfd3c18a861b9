using System.Diagnostics;
using DaiHoi.Web.Tests.Gates;

namespace DaiHoi.Web.Tests.CommandLine;

/// <summary><c>./run</c> itself, as a newcomer types it.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task It_builds_what_has_changed_and_the_second_time_nothing()
    {
        var first = await RunAsync("help");
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("import", first.Output, StringComparison.Ordinal);
        var second = await RunAsync("help");
        Assert.Equal((0, first.Output, ""), (second.ExitCode, second.Output, second.Errors));
    }

    private static Task<Ended> RunAsync(params string[] arguments) =>
        RunningProgram.EndAsync(new ProcessStartInfo(Repository.PathOf("run"), arguments) { WorkingDirectory = "/" });
}
