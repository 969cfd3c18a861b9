using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks;

/// <summary>What the rows work with: where things lie, a portal with the demo, and a line to whoever waits.</summary>
/// <param name="made">the folder in which the command has put the published programs, and where what is dear is kept between runs</param>
internal sealed class Workshop(string made) : IAsyncDisposable
{
    private readonly string temporary = Directory.CreateTempSubdirectory("daihoi-bench-").FullName;
    private FilledPortal? filled;
    private int folders;

    /// <summary>The program as an administrator publishes it.</summary>
    public string Program => Path.Combine(made, "program", "DaiHoi.Web");

    /// <summary>An empty ASP.NET application, published the same way.</summary>
    public string EmptyApplication => Path.Combine(made, "empty", "EmptyApplication");

    /// <summary>What is kept between runs under a name that says what it was made from.</summary>
    public string Kept(string name) => Path.Combine(made, "kept", name);

    /// <summary>A new folder that goes at the end.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(temporary, $"{++folders}")).FullName;

    /// <summary>The portal with its demo, filled once in a run. Whoever starts a program on it takes a <see cref="CopyAsync"/>.</summary>
    public async Task<FilledPortal> FilledAsync(CancellationToken stop) =>
        filled ??= await FilledPortal.FillAsync(Program, NewFolder(), Say, stop);

    /// <summary>A copy of the filled portal's data.</summary>
    public async Task<string> CopyAsync(CancellationToken stop)
    {
        var from = (await FilledAsync(stop)).Folder;
        var to = NewFolder();
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        return to;
    }

    public void Say(string line) => Console.Error.WriteLine("bench: " + line);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(temporary, recursive: true);
        return ValueTask.CompletedTask;
    }
}
