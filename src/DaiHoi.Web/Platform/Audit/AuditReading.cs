using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>A row of the log as it is read.</summary>
/// <param name="Before">JSON, like <paramref name="After"/></param>
public sealed record AuditRow(
    long Seq,
    DateTime At,
    long? ActorId,
    string ActorName,
    string? FromAddress,
    string Action,
    string Subject,
    string SubjectName,
    string? Before,
    string? After,
    string Hash
);

/// <summary>Which rows are asked for; null asks for any.</summary>
/// <param name="ActorId">the account that did it</param>
/// <param name="ActorName">its name as it was then, whole; asked where no account is known</param>
/// <param name="Action">"account.opened", or "account" for all of its kind</param>
/// <param name="Subject">"account:12"</param>
/// <param name="From">from this instant on</param>
/// <param name="Until">before this instant</param>
public sealed record AuditFilter(
    long? ActorId = null,
    string? ActorName = null,
    string? Action = null,
    string? Subject = null,
    string? Address = null,
    DateTime? From = null,
    DateTime? Until = null
);

/// <param name="Rows">newest first</param>
/// <param name="Next">rows below this number were not looked at; null where none are left</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, long? Next);

/// <summary>
/// Reads the log backwards, by key. A page costs the same at the beginning and at the end of millions of rows: what an
/// index cannot find is looked for among so many rows at most, and the page says where to go on.
/// </summary>
public sealed class AuditReading(Sql sql)
{
    /// <summary>Rows that one question looks through where no index helps: some tenths of a second.</summary>
    public const long Window = 100_000;

    /// <param name="before">only rows with smaller numbers; null begins at the end</param>
    /// <param name="most">rows of a page</param>
    public async Task<AuditPage> PageAsync(AuditFilter filter, long? before, int most, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        // Numbers grow with time: the index on time finds where a span begins and ends, and the rest goes by number.
        var last = await NumberAsync(
            connection,
            filter.Until is null
                ? "select max(seq) from audit_entry"
                : "select seq from audit_entry where at < @at order by at desc, seq desc limit 1",
            filter.Until,
            stop
        );
        var first = await NumberAsync(
            connection,
            filter.From is null
                ? "select min(seq) from audit_entry"
                : "select seq from audit_entry where at >= @at order by at, seq limit 1",
            filter.From,
            stop
        );
        if (last is null || first is null)
            return new([], Next: null);
        var below = Math.Min(before ?? long.MaxValue, last.Value + 1);
        var isIndexed = filter.ActorId is not null || filter.Subject is not null;
        var lowest = isIndexed ? first.Value : Math.Max(first.Value, below - Window);
        var rows = await ReadAsync(connection, filter, below, lowest, most, stop);
        var next =
            rows.Count == most ? rows[^1].Seq
            : lowest > first.Value ? lowest
            : (long?)null;
        return new(rows, next is { } number && number > first.Value ? number : null);
    }

    private async Task<List<AuditRow>> ReadAsync(
        DbConnection connection,
        AuditFilter filter,
        long below,
        long lowest,
        int most,
        CancellationToken stop
    )
    {
        List<string> conditions = ["seq < @below", "seq >= @lowest"];
        List<(string, object?)> values = [("below", below), ("lowest", lowest), ("most", most)];
        Ask(filter.ActorId, "actor_id = @actor", "actor");
        Ask(filter.ActorName, "actor_name = @name", "name");
        Ask(filter.Subject, "subject = @subject", "subject");
        Ask(filter.Address, "from_address = @address", "address");
        Ask(filter.Action, "(action = @action or action like @kind)", "action");
        if (filter.Action is { } kind)
            values.Add(
                ("kind", kind.Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) + ".%")
            );
        Ask(filter.From, "at >= @from", "from");
        Ask(filter.Until, "at < @until", "until");
        await using var command = Sql.Command(
            connection,
            $"""
            select seq, at, actor_id, actor_name, from_address, action, subject, subject_name, before, after, hash
            from audit_entry where {string.Join(" and ", conditions)} order by seq desc limit @most
            """,
            [.. values]
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync(stop))
            rows.Add(
                new(
                    reader.GetInt64(0),
                    reader.Utc(1),
                    reader.NumberOrNull(2),
                    reader.GetString(3),
                    reader.TextOrNull(4),
                    reader.GetString(5),
                    reader.GetString(6),
                    reader.GetString(7),
                    reader.TextOrNull(8),
                    reader.TextOrNull(9),
                    reader.GetString(10)
                )
            );
        return rows;

        void Ask(object? value, string condition, string name)
        {
            if (value is null)
                return;
            conditions.Add(condition);
            values.Add((name, value));
        }
    }

    private static async Task<long?> NumberAsync(DbConnection connection, string query, DateTime? at, CancellationToken stop)
    {
        await using var command = at is null ? Sql.Command(connection, query) : Sql.Command(connection, query, ("at", at));
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? reader.NumberOrNull(0) : null;
    }
}
