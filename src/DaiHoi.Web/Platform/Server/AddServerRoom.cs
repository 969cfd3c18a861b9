using System.Net;
using DaiHoi.Web.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;

namespace DaiHoi.Web.Platform.Server;

/// <summary>How the program listens, logs, is measured and answers whether it is well.</summary>
internal static class AddServerRoom
{
    /// <summary>Headers larger than this are no reader's.</summary>
    private const int LargestHeaders = 32 * 1024;

    /// <summary>A search may be long: 10,000 letters of Vietnamese are 90 kB of an address.</summary>
    private const int LongestAddress = 96 * 1024;

    public static void AddServer(this WebApplicationBuilder builder, SiteSettings settings)
    {
        // The measures' address last: Telemetry counts on it.
        builder.WebHost.UseUrls([
            .. settings.Listen.Split(';'),
            .. settings.MetricsListen is { } metrics ? [metrics] : Array.Empty<string>(),
        ]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestLineSize = LongestAddress;
        });
        builder
            .Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Database.Folder, "keys")));
        builder.Services.AddExceptionHandler<FailureLog>();
        AddLogs(builder.Logging, settings);
        if (Telemetry.IsAsked(settings))
            Telemetry.Add(builder.Services, settings);
    }

    public static void UseServer(this WebApplication app, SiteSettings settings)
    {
        if (Telemetry.IsAsked(settings))
            Telemetry.Use(app, settings);
        if (settings.KnownProxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(settings.KnownProxies));
        app.Use(
            static (context, next) =>
            {
                SecurityHeaders.Write(context.Response.Headers);
                return next(context);
            }
        );
        app.Use(
            static (context, next) =>
                context.Request.Path.StartsWithSegments(Health.Folder, StringComparison.Ordinal)
                    ? Health.AnswerAsync(context)
                    : next(context)
        );
    }

    // To stderr: stdout is the verb's.
    private static void AddLogs(ILoggingBuilder logging, SiteSettings settings)
    {
        logging.ClearProviders();
        if (settings.JsonLogs)
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("DaiHoi", LogLevel.Information);
        // FailureLog says it once, and without the reader.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // Where this one may log, each request gets an activity and a scope that nobody reads. Traces, when they are on, have
        // activities of their own.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // It warns that the keys are not encrypted. They lie beside the database, readable by the program's user alone; a
        // second key would have to lie there too.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    // Only the word of these proxies on the client's address is believed, however many of them stand in a row.
    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new SettingsException($"KnownProxies: «{proxy}» không phải địa chỉ mạng / is not an address or network");
        }
        return options;
    }
}
