using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>Who does something, as values.</summary>
/// <param name="Id">of the account; null for the command line and for the program itself</param>
/// <param name="Address">the network address from which it is done</param>
public sealed record Actor(long? Id, string Name, string? Address)
{
    public static Actor CommandLine { get; } = new(null, "./run", null);
    public static Actor Program { get; } = new(null, "DaiHoi", null);
}

/// <summary>Something that was done.</summary>
/// <param name="Action">"account.opened": the kind of thing, a point, what became of it</param>
/// <param name="Subject">"account:12"</param>
/// <param name="Before">values before, for a person to compare; null where there was nothing</param>
/// <param name="After">values after; null where nothing is left</param>
public sealed record Deed(string Action, string Subject, string SubjectName, object? Before = null, object? After = null);

/// <summary>The append-only log of what people did, each row chained to the one before it by hash.</summary>
public sealed class AuditLog(SiteClock clock)
{
    // Any number, as long as nothing else asks for the same lock.
    private const long ChainLock = 0x4461_6948_6F69_0001;
    private const int Most = 16 * 1024;

    /// <summary>The clocks of several machines on one database differ by so much without anybody having set one.</summary>
    internal static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Appends a row in the transaction of what it records: both are there, or neither.</summary>
    /// <param name="database">has a transaction open</param>
    public async Task AppendWithinTransactionAsync(Database database, Actor actor, Deed deed, CancellationToken stop)
    {
        var last = await LastAsync(database, stop);
        last = await NoteSetBackAsync(database, last, stop);
        await AppendAsync(database, last, actor, deed, stop);
    }

    /// <summary>
    /// Appends a row where the newest one lies later than the clock: it was set back since, or what is here was brought from
    /// somewhere else. Once: the row itself is the newest then.
    /// </summary>
    /// <param name="database">has a transaction open</param>
    /// <returns>whether the clock was set back</returns>
    public async Task<bool> NoteSetBackWithinTransactionAsync(Database database, CancellationToken stop)
    {
        var last = await LastAsync(database, stop);
        return await NoteSetBackAsync(database, last, stop) != last;
    }

    /// <summary>Whether a moment of a row lies later than the clock, by more than two clocks differ.</summary>
    public bool LiesAhead(DateTime at) => at > clock.UtcNow + ClocksDiffer;

    private async Task<Link?> NoteSetBackAsync(Database database, Link? last, CancellationToken stop)
    {
        if (last is null || !LiesAhead(last.At))
            return last;
        return await AppendAsync(
            database,
            last,
            Actor.Program,
            new("clock.set-back", "clock", "", new { at = last.At }, new { at = Microseconds(clock.UtcNow) }),
            stop
        );
    }

    private static async Task<Link?> LastAsync(Database database, CancellationToken stop)
    {
        if (database.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A deed is recorded in the transaction that does it");
        // One chain, one writer: on SQLite a transaction is the only one that writes, on PostgreSQL the lock is held to its end.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ChainLock})", stop);
        return await database
            .Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(e => e.Seq)
            .Select(e => new Link(e.Seq, e.Hash, e.At))
            .FirstOrDefaultAsync(stop);
    }

    private async Task<Link> AppendAsync(Database database, Link? last, Actor actor, Deed deed, CancellationToken stop)
    {
        var entry = new AuditEntry
        {
            Seq = (last?.Seq ?? 0) + 1,
            At = Microseconds(clock.UtcNow),
            ActorId = actor.Id,
            ActorName = Cut(actor.Name, 200),
            FromAddress = actor.Address,
            Action = deed.Action,
            Subject = deed.Subject,
            SubjectName = Cut(deed.SubjectName, 500),
            Before = Json(deed.Before),
            After = Json(deed.After),
            Previous = last?.Hash ?? "",
        }.Chained();
        database.Add(entry);
        await database.SaveChangesAsync(stop);
        return new(entry.Seq, entry.Hash, entry.At);
    }

    /// <summary>The row that the next one follows.</summary>
    private sealed record Link(long Seq, string Hash, DateTime At);

    // PostgreSQL keeps no finer time, and the hash must come out the same.
    private static DateTime Microseconds(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private static string? Json(object? value) =>
        value is null ? null : Cut(JsonSerializer.Serialize(value, Readable), Most).Replace("\0", "", StringComparison.Ordinal);
}
