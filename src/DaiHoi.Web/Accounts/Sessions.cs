using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace DaiHoi.Web.Accounts;

/// <summary>Begins and ends sessions, and says who is behind a request. A session that was ended answers at once.</summary>
internal sealed class Sessions(DatabaseFactory databases, Sql sql, SiteClock clock, ILogger<Sessions> log) : IKnowsPersons
{
    private const string SessionClaim = "session";
    private static readonly object Key = typeof(Sessions);

    /// <summary>Signs a browser in.</summary>
    /// <param name="means">"password", "password+code", "passkey" …</param>
    public async Task BeginAsync(HttpContext context, Account account, string means, CancellationToken stop)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using (var database = databases.Create())
        {
            database.Add(
                new SignInSession
                {
                    KeyHash = HashOf(key),
                    AccountId = account.Id,
                    StartedAt = clock.UtcNow,
                    SeenAt = clock.UtcNow,
                    Browser = Cut(context.Request.Headers.UserAgent.ToString(), 300),
                    Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
                    Means = means,
                }
            );
            await database.SaveChangesAsync(stop);
        }
        var identity = new ClaimsIdentity([new(SessionClaim, key)], IdentityConstants.ApplicationScheme);
        // A form on this very answer gets a token that is his.
        context.User = new(identity);
        await context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            context.User,
            new AuthenticationProperties { IsPersistent = true, ExpiresUtc = clock.Time.GetUtcNow() + SignInSession.Idle }
        );
    }

    /// <summary>Signs this browser out.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken stop)
    {
        if (await KeyHashAsync(context) is { } hash)
            await EndAsync(hash, stop);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends one session, wherever its browser is.</summary>
    public Task EndAsync(string keyHash, CancellationToken stop) =>
        sql.RunAsync(
            "update sign_in_session set ended_at = @now where key_hash = @key and ended_at is null",
            stop,
            ("now", clock.UtcNow),
            ("key", keyHash)
        );

    /// <summary>Ends every session of an account but one.</summary>
    /// <param name="exceptKeyHash">null ends all</param>
    public Task<int> EndAllAsync(long account, string? exceptKeyHash, CancellationToken stop) =>
        sql.RunAsync(
            "update sign_in_session set ended_at = @now where account_id = @account and ended_at is null and key_hash <> @key",
            stop,
            ("now", clock.UtcNow),
            ("account", account),
            ("key", exceptKeyHash ?? "")
        );

    public async Task<Person?> WhoAsync(HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var known))
            return (Person?)known;
        var person = await KeyHashAsync(context) is { } hash ? await FindAsync(hash, context.RequestAborted) : null;
        context.Items[Key] = person;
        return person;
    }

    /// <summary>The session of this browser; null where there is none.</summary>
    public static async Task<string?> KeyHashAsync(HttpContext context)
    {
        var answer = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return answer.Principal?.FindFirstValue(SessionClaim) is { Length: > 0 } key ? HashOf(key) : null;
    }

    private async Task<Person?> FindAsync(string hash, CancellationToken stop)
    {
        // Two seeks by key on the way of every page of the desk; nothing of it is kept, so that an ended session ends now.
        var found = await sql.FirstAsync(
            """
            select a.id, a.display_name, s.seen_at from sign_in_session s join account a on a.id = s.account_id
            where s.key_hash = @key and s.ended_at is null and a.closed_at is null
            """,
            row => (Id: row.GetInt64(0), Name: row.GetString(1), SeenAt: row.Utc(2)),
            stop,
            ("key", hash)
        );
        if (found.Name is null || clock.UtcNow - found.SeenAt > SignInSession.Idle)
            return null;
        if (clock.UtcNow - found.SeenAt > TimeSpan.FromMinutes(1))
            await NoteSeenAsync(hash, stop);
        var grants = await sql.ListAsync(
            """
            select g.role, o.path from role_grant g join organisation o on o.id = g.organisation_id
            where g.account_id = @account and g.taken_back_at is null
            """,
            row => new Granted(Enum.Parse<Role>(row.GetString(0)), row.GetString(1)),
            stop,
            ("account", found.Id)
        );
        return new(found.Id, found.Name, grants);
    }

    // Where it cannot be written just now, the person still goes on: the next page writes it.
    private async Task NoteSeenAsync(string hash, CancellationToken stop)
    {
        try
        {
            await sql.RunAsync(
                "update sign_in_session set seen_at = @now where key_hash = @key",
                stop,
                ("now", clock.UtcNow),
                ("key", hash)
            );
        }
        catch (System.Data.Common.DbException problem) when (StorageTroubles.Of(problem) is not null)
        {
            log.LogWarning(problem, "When a session was last used could not be written");
        }
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
