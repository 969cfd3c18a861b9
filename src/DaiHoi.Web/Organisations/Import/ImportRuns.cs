using System.Collections.Concurrent;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>How far an import has come.</summary>
internal enum ImportState
{
    Running,

    /// <summary>Imported, or refused with the faults of its plan.</summary>
    Ended,

    /// <summary>Somebody stopped it: nothing was imported.</summary>
    Cancelled,

    /// <summary>The disk is full, the database busy, or the program has a fault: nothing was imported.</summary>
    Failed,
}

/// <summary>One import that goes on while somebody watches it.</summary>
internal sealed class ImportRun : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private volatile int done;
    private volatile int total;
    private volatile ImportState state;

    /// <summary>Rows written, and how many there are; 0 before they are known.</summary>
    public (int Done, int Total) Progress => (done, total);
    public ImportState State => state;

    /// <summary>What was done, or what refuses it; null unless it has ended.</summary>
    public ImportPlan? Plan { get; private set; }

    /// <summary>Why nothing was stored though nobody did anything wrong; null where that is not so.</summary>
    public StorageTrouble? Trouble { get; private set; }
    public Task Work { get; private set; } = Task.CompletedTask;

    /// <summary>Asks it to stop; once its commit has begun it goes through.</summary>
    public void Cancel() => stopping.Cancel();

    public void Begin(Func<Action<int, int>, CancellationToken, Task<ImportPlan>> import, ILogger log) =>
        Work = Task.Run(
            async () =>
            {
                try
                {
                    Plan = await import((written, all) => (done, total) = (written, all), stopping.Token);
                    state = ImportState.Ended;
                }
                catch (OperationCanceledException)
                {
                    state = ImportState.Cancelled;
                }
                catch (Exception problem)
                {
                    Trouble = StorageTroubles.Of(problem);
                    log.LogError(problem, "An import of organisations failed");
                    state = ImportState.Failed;
                }
            },
            CancellationToken.None
        );

    public void Dispose() => stopping.Dispose();
}

/// <summary>The imports that are under way, by the file that they take in. They end with the program, whole or not at all.</summary>
internal sealed class ImportRuns(OrganisationImport import, ILogger<ImportRuns> log)
{
    private readonly ConcurrentDictionary<string, ImportRun> runs = new(StringComparer.Ordinal);

    /// <returns>the import of a file; null where none is under way, and none has ended that nobody has seen</returns>
    public ImportRun? Of(string token) => runs.GetValueOrDefault(token);

    /// <summary>Begins to take a file in, or answers with the import that does so already.</summary>
    public ImportRun Begin(string token, Actor actor, string path, string name, ImportWish wish)
    {
        var run = new ImportRun();
        if (!runs.TryAdd(token, run))
        {
            run.Dispose();
            return runs.TryGetValue(token, out var known) ? known : Begin(token, actor, path, name, wish);
        }
        run.Begin(
            async (progress, stop) =>
            {
                await using var file = File.OpenRead(path);
                return await import.RunAsync(actor, file, name, wish, progress, stop);
            },
            log
        );
        return run;
    }

    /// <summary>Forgets an import whose end was shown.</summary>
    public void Forget(string token)
    {
        if (runs.TryRemove(token, out var run))
            run.Dispose();
    }
}
