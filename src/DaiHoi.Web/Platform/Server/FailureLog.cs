using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// One event for each request that failed by our fault: what was asked for, the trace under which the rest is found, and
/// the exception. Not who asked: neither address nor browser, and not the query, in which readers write what they look for.
/// </summary>
internal sealed class FailureLog(ILogger<FailureLog> log) : IExceptionHandler
{
    /// <summary>Always leaves the answer to the page that says so.</summary>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        log.LogError(
            exception,
            "{Method} {Path} failed, trace {TraceId}",
            httpContext.Request.Method,
            // The request is on its way to the page that tells of the failure, and has the path of that.
            httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
                ?? httpContext.Request.Path.Value,
            (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString()
        );
        return ValueTask.FromResult(false);
    }
}
