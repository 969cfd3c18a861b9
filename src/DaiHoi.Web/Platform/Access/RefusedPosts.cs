using System.Collections.Concurrent;
using System.Data.Common;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Platform.Access;

/// <summary>
/// Keeps in the audit log what somebody who has signed in has sent and had no right to, or to what is not there. One row for each
/// address in a minute and <see cref="Most"/> for each person: who sends the same a thousand times fills no disk.
/// </summary>
internal sealed class RefusedPosts(DatabaseFactory databases, AuditLog audit, SiteClock clock, ILogger<RefusedPosts> log)
{
    /// <summary>Rows of one person in one minute.</summary>
    public const int Most = 10;

    private const int Longest = 300;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, KeptMinute> kept = new();

    public async Task KeepAsync(HttpContext context, Person person)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method))
            return;
        var path = PathOf(context.Request);
        if (!kept.GetOrAdd(person.Id, _ => new()).Takes(path, clock.UtcNow))
            return;
        var actor = new Actor(person.Id, person.Name, context.Connection.RemoteIpAddress?.ToString());
        try
        {
            await using var database = databases.Create();
            // The answer is decided: whether the caller waits for it does not matter to the log.
            await using var transaction = await database.Database.BeginTransactionAsync(CancellationToken.None);
            await audit.AppendWithinTransactionAsync(
                database,
                actor,
                new("access.refused", "address", path, After: new { answer = context.Response.StatusCode }),
                CancellationToken.None
            );
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is DbException or DbUpdateException || StorageTroubles.Of(problem) is not null)
        {
            log.LogWarning(problem, "That {Path} was refused could not be written into the audit log", path);
        }
    }

    // Of the query only which form of the page was sent: the rest may hold what somebody has typed.
    private static string PathOf(HttpRequest request)
    {
        var handler = request.Query["handler"].ToString();
        var path = handler.Length > 0 ? $"{request.Path}?handler={handler}" : request.Path.ToString();
        return path.Length <= Longest ? path : path[..Longest];
    }

    /// <summary>What was kept of one person in the minute that began with the first of it.</summary>
    private sealed class KeptMinute
    {
        private readonly HashSet<string> paths = new(StringComparer.Ordinal);
        private DateTime since;

        public bool Takes(string path, DateTime now)
        {
            lock (paths)
            {
                if (now >= since + Window || now < since)
                {
                    since = now;
                    paths.Clear();
                }
                return paths.Count < Most && paths.Add(path);
            }
        }
    }
}
