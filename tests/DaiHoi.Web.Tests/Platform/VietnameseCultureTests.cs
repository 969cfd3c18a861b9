using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Tests.Platform;

public sealed class VietnameseCultureTests
{
    [Fact]
    public void Here_the_culture_is_complete() => Assert.True(VietnameseCulture.IsComplete);

    [Fact]
    public async Task Without_it_the_program_says_what_to_install_and_does_nothing()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"daihoi-{Guid.NewGuid():n}");
        var (exitCode, output, errors) = await RunningProgram.RunAsync(
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
            "--data",
            folder
        );
        Assert.Equal((1, "", VietnameseCulture.WhatToInstall), (exitCode, output, errors.Trim()));
        Assert.False(Directory.Exists(folder));
    }
}
