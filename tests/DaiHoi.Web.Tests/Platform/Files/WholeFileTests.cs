using DaiHoi.Web.Platform.Files;

namespace DaiHoi.Web.Tests.Platform.Files;

/// <summary>A file is there whole, or what was there before it.</summary>
public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("daihoi-");

    private string Target => Path.Combine(folder.FullName, "ab", "whole");

    [Fact]
    public async Task It_is_written_into_a_folder_that_is_made_for_it_and_over_what_was_there()
    {
        await WholeFile.WriteAsync(Target, "first"u8.ToArray(), TestContext.Current.CancellationToken);
        WholeFile.Write(Target, file => file.Write("second"u8));
        Assert.Equal("second", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    [Fact]
    public async Task What_fails_half_way_leaves_what_was_there_and_nothing_else()
    {
        WholeFile.Write(Target, file => file.Write("before"u8));
        Assert.Throws<IOException>(() =>
            WholeFile.Write(
                Target,
                file =>
                {
                    file.Write("half"u8);
                    throw new IOException("full");
                }
            )
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            WholeFile.WriteAsync(Target, new byte[100], new CancellationToken(canceled: true))
        );
        Assert.Equal("before", await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
        Assert.Equal([Target], Directory.GetFiles(Path.GetDirectoryName(Target)!));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
