namespace DaiHoi.Benchmarks.Programs;

/// <summary>The published program on a data folder, as it is started in earnest.</summary>
internal static class Portal
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Starts it, without waiting.</summary>
    public static RunningProgram Start(string program, string folder, params (string Name, string Value)[] settings)
    {
        var port = RunningProgram.FreePort();
        return RunningProgram.Start(
            program,
            ["--data", folder],
            port,
            [("DAIHOI_Listen", $"http://127.0.0.1:{port}"), .. settings]
        );
    }

    /// <summary>Starts it, and waits for its home page.</summary>
    public static async Task<RunningProgram> OpenAsync(
        string program,
        string folder,
        CancellationToken stop,
        params (string Name, string Value)[] settings
    )
    {
        var portal = Start(program, folder, settings);
        try
        {
            await FirstAnswer.WaitAsync(portal, "/", Patience, stop);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }
}
