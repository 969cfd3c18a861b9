using DaiHoi.Web.Data;

namespace DaiHoi.Benchmarks.References;

/// <summary>What one would write without rollups: the sums by walking the tree, and a status that is only a column.</summary>
internal static class RecursiveFigures
{
    /// <summary>How many congresses are held, by level, at an organisation and below.</summary>
    public static async Task<Dictionary<int, long>> HeldByLevelAsync(Sql sql, long campaign, long root, CancellationToken stop)
    {
        var levels = await sql.ListAsync(
            """
            with recursive below (id) as (
                select id from organisation where id = @o
                union all
                select o.id from below b join organisation o on o.parent_id = b.id
            )
            select c.level, sum(case when c.status in ('Held', 'ResultReported', 'Ratified') then 1 else 0 end)
            from below b join congress c on c.campaign_id = @c and c.organisation_id = b.id
            group by c.level
            """,
            row => (Level: row.GetInt32(0), Held: row.GetInt64(1)),
            stop,
            ("o", root),
            ("c", campaign)
        );
        return levels.ToDictionary(level => level.Level, level => level.Held);
    }

    /// <summary>A transaction that updates one row.</summary>
    public static async Task UpdateOneRowAsync(Sql sql, long congress, CancellationToken stop)
    {
        await using var connection = await sql.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var command = Sql.Command(
            connection,
            "update congress set model = not model where id = @id",
            ("id", congress)
        );
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
