using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using DaiHoi.Web.Platform.Settings;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// Measures on a listener of their own, and traces and measures sent by OTLP, each where its setting asks for it. Nothing
/// of OpenTelemetry is named outside this class: without either setting its assemblies are not loaded, which the start
/// and the idle memory would feel.
/// </summary>
internal static class Telemetry
{
    private const string Name = "DaiHoi";

    public static bool IsAsked(SiteSettings settings) =>
        settings.MetricsListen is not null || settings.OpenTelemetryEndpoint is not null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(IServiceCollection services, SiteSettings settings)
    {
        var version = typeof(Telemetry)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;
        var telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("daihoi", serviceVersion: version))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
                if (settings.MetricsListen is not null)
                    metrics.AddPrometheusExporter();
                if (settings.OpenTelemetryEndpoint is { } endpoint)
                    metrics.AddOtlpExporter(exporter => SendTo(exporter, endpoint, "/v1/metrics"));
            });
        if (settings.OpenTelemetryEndpoint is { } collector)
            telemetry.WithTracing(traces =>
                traces
                    .AddSource("Npgsql")
                    .AddAspNetCoreInstrumentation(requests =>
                    {
                        requests.Filter = static context =>
                            !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
                        // Who reads what is nobody's business, a collector's neither.
                        requests.EnrichWithHttpRequest = static (activity, _) =>
                        {
                            foreach (var personal in (string[])["user_agent.original", "client.address", "url.query"])
                                activity.SetTag(personal, null);
                        };
                    })
                    .AddOtlpExporter(exporter => SendTo(exporter, collector, "/v1/traces"))
            );
    }

    /// <summary>Before everything else: what arrives on the listener of the measures gets nothing but them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Use(WebApplication app, SiteSettings settings)
    {
        var meter = app.Services.GetRequiredService<IMeterFactory>().Create(Name);
        foreach (var measured in app.Services.GetServices<IMeasured>())
            measured.Measure(meter);
        if (settings.MetricsListen is not { } listen)
            return;
        var port = BindingAddress.Parse(listen).Port;
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => IsForMeasures(context) && context.Request.Path == "/metrics");
        app.Use(
            (context, next) =>
            {
                if (!IsForMeasures(context))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );

        bool IsForMeasures(HttpContext context)
        {
            // A port of the system's choice is known when the server has started; its addresses stand in the order given.
            if (port == 0)
                port = BindingAddress.Parse(app.Urls.Last()).Port;
            return context.Connection.LocalPort == port;
        }
    }

    private static void SendTo(OtlpExporterOptions exporter, string endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint + path);
    }
}
