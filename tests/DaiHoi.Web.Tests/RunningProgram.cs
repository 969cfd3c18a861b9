using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Tests;

/// <summary>How a program ended, and what it had written.</summary>
public sealed record Ended(int ExitCode, string Output, string Errors);

/// <summary>The program as its users start it: a process of its own, which can be stopped and killed.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private RunningProgram(Process process, Uri address)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Reader = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address };
        Reader.DefaultRequestHeaders.UserAgent.ParseAdd(Site.Browser);
    }

    public HttpClient Reader { get; }

    public int Id => process.Id;

    /// <summary>Starts it without the demo, and waits until it answers. It believes what this machine says of a visitor's address.</summary>
    /// <param name="database">where its data lies</param>
    /// <param name="settings">further settings, as environment variables without <c>DAIHOI_</c></param>
    public static async Task<RunningProgram> StartAsync(
        DatabaseAddress database,
        CancellationToken stop,
        params (string Name, string Value)[] settings
    )
    {
        var port = FreePort();
        var start = Dotnet("--data", database.Folder, "--port", $"{port}", "--empty");
        if (database.IsPostgres)
        {
            start.ArgumentList.Add("--database");
            start.ArgumentList.Add(database.ConnectionString);
        }
        start.Environment["DAIHOI_KnownProxies"] = "127.0.0.1 ::1";
        foreach (var (name, value) in settings)
            start.Environment["DAIHOI_" + name] = value;
        var program = new RunningProgram(Process.Start(start)!, new Uri($"http://localhost:{port}"));
        while (!await program.AnswersAsync(stop))
        {
            if (program.process.HasExited)
                throw new InvalidOperationException($"The program ended with {program.process.ExitCode}: {await program.errors}");
            await Task.Delay(20, stop);
        }
        return program;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => EndAsync(Dotnet(arguments));

    /// <summary>Runs it to its end, with a variable in its environment.</summary>
    public static Task<Ended> RunAsync((string Name, string Value) environment, params string[] arguments)
    {
        var start = Dotnet(arguments);
        start.Environment[environment.Name] = environment.Value;
        return EndAsync(start);
    }

    /// <summary>Runs any program to its end.</summary>
    public static async Task<Ended> EndAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<Ended> StopAsync(string signal = "TERM")
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
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
        {
            // With what it had started: that would write into the next test's database.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
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
    internal static ProcessStartInfo Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("env")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Whoever starts the tests in the background has them ignore INT, and a process inherits that.
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DaiHoi.Web.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // What the machine's owner has set for his own portal.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("DAIHOI_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    /// <summary>A port that nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
