using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Tests;

/// <summary>The program as its users start it: a process of its own, which can be killed.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;

    private RunningProgram(Process process, Uri address)
    {
        this.process = process;
        Reader = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address };
        Reader.DefaultRequestHeaders.UserAgent.ParseAdd(Site.Browser);
    }

    public HttpClient Reader { get; }

    /// <summary>Starts it without the demo, and waits until it answers. It believes what this machine says of a visitor's address.</summary>
    public static async Task<RunningProgram> StartAsync(DatabaseAddress database, CancellationToken stop)
    {
        var port = FreePort();
        var start = Dotnet("--data", database.Folder, "--port", $"{port}", "--empty");
        if (database.IsPostgres)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(database.ConnectionString);
        }
        start.Environment["DAIHOI_KnownProxies"] = "127.0.0.1 ::1";
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var program = new RunningProgram(process, new Uri($"http://localhost:{port}"));
        while (!await program.AnswersAsync(stop))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with {process.ExitCode}");
            await Task.Delay(20, stop);
        }
        return program;
    }

    /// <summary>Runs it to its end, and answers with what it wrote.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        (string Name, string Value) environment,
        params string[] arguments
    )
    {
        var start = Dotnet(arguments);
        start.Environment[environment.Name] = environment.Value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>As <c>kill -9</c> does: it has no moment left for anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        try
        {
            using var answer = await Reader.GetAsync("/health/ready", stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // The very files that the build has put beside the tests.
    private static ProcessStartInfo Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DaiHoi.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
