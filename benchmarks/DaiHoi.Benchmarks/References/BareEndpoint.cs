using System.Globalization;
using DaiHoi.Benchmarks.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace DaiHoi.Benchmarks.References;

/// <summary>
/// Kestrel with one endpoint that returns the bytes of a file from memory: nothing between the server and the bytes. It
/// runs in a process of its own, as the program that it is compared with does.
/// </summary>
internal static class BareEndpoint
{
    /// <summary>The word that makes this program the endpoint instead of the bench.</summary>
    public const string Word = "bare-endpoint";

    public static async Task<RunningProgram> OpenAsync(string file, string contentType, CancellationToken stop)
    {
        var port = RunningProgram.FreePort();
        var endpoint = RunningProgram.Start(
            Environment.ProcessPath!,
            [
                Path.Combine(AppContext.BaseDirectory, "DaiHoi.Benchmarks.dll"),
                Word,
                port.ToString(CultureInfo.InvariantCulture),
                file,
                contentType,
            ],
            port
        );
        await FirstAnswer.WaitAsync(endpoint, "/", TimeSpan.FromSeconds(30), stop);
        return endpoint;
    }

    /// <param name="arguments">port, file, content type</param>
    public static async Task<int> ServeAsync(string[] arguments)
    {
        var bytes = await File.ReadAllBytesAsync(arguments[1]);
        var contentType = arguments[2];
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls($"http://127.0.0.1:{arguments[0]}");
        await using var app = builder.Build();
        app.Run(context =>
        {
            var response = context.Response;
            response.ContentType = contentType;
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = bytes.Length;
            return response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        await app.RunAsync();
        return 0;
    }
}
