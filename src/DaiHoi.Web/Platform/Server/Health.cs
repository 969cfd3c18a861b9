using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// Two questions for whoever watches the program, answered without details: <c>/health/live</c> — is the process alive, and
/// <c>/health/ready</c> — can it answer readers, which takes a database.
/// </summary>
internal static class Health
{
    public static readonly PathString Folder = "/health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task AnswerAsync(HttpContext context)
    {
        var well = context.Request.Path.Value switch
        {
            "/health/live" => true,
            "/health/ready" => await AnswersAsync(context.RequestServices.GetRequiredService<Sql>(), context.RequestAborted),
            _ => (bool?)null,
        };
        context.Response.StatusCode = well switch
        {
            true => StatusCodes.Status200OK,
            false => StatusCodes.Status503ServiceUnavailable,
            null => StatusCodes.Status404NotFound,
        };
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain";
        if (well is { } yes && !HttpMethods.IsHead(context.Request.Method))
            await context.Response.WriteAsync(yes ? "ok" : "unavailable", context.RequestAborted);
    }

    // A table of the program's own: «select 1» would succeed on an empty file too.
    private static async Task<bool> AnswersAsync(Sql sql, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            // By a connection of the pool: those that read pages stay with the file that they have open.
            await using var connection = await sql.OpenAsync(patience.Token);
            await using var command = Sql.Command(connection, """select 1 from "__EFMigrationsHistory" limit 1""");
            return await command.ExecuteScalarAsync(patience.Token) is not null;
        }
        catch (Exception problem) when (problem is DbException or TimeoutException || IsImpatience(problem, stop))
        {
            return false;
        }
    }

    private static bool IsImpatience(Exception problem, CancellationToken stop) =>
        problem is OperationCanceledException && !stop.IsCancellationRequested;
}
