using System.Net;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace DaiHoi.Web.Platform.Server;

/// <summary>How the program listens, logs and answers whether it is well.</summary>
internal static class AddServerRoom
{
    /// <summary>A request line and headers larger than this is no reader's.</summary>
    private const int LargestHeaders = 32 * 1024;

    public static void AddServer(this WebApplicationBuilder builder, SiteSettings settings)
    {
        builder.WebHost.UseUrls([
            .. settings.Listen.Split(';'),
            .. settings.MetricsListen is { } metrics ? [metrics] : Array.Empty<string>(),
        ]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        });
        builder
            .Services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Database.Folder, "keys")));
        builder.Logging.ClearProviders();
        if (settings.JsonLogs)
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        else
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("DaiHoi", LogLevel.Information);
    }

    public static void UseServer(this WebApplication app, SiteSettings settings)
    {
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
            (context, next) =>
                context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                    ? HealthAsync(context)
                    : next(context)
        );
    }

    // Only the word of these proxies on the client's address is believed.
    private static ForwardedHeadersOptions Forwarded(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
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

    private static async Task HealthAsync(HttpContext context)
    {
        var well = context.Request.Path.Value switch
        {
            "/health/live" => true,
            "/health/ready" => await AnswersAsync(context.RequestServices.GetRequiredService<Sql>(), context.RequestAborted),
            _ => (bool?)null,
        };
        context.Response.StatusCode =
            well is null ? StatusCodes.Status404NotFound
            : well.Value ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain";
        if (well is not null)
            await context.Response.WriteAsync(well.Value ? "ok" : "unavailable", context.RequestAborted);
    }

    private static async Task<bool> AnswersAsync(Sql sql, CancellationToken stop)
    {
        try
        {
            return await sql.FirstAsync("select 1", row => row.GetInt32(0), stop) == 1;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }
}
