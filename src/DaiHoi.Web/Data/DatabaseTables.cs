using System.Data.Common;

namespace DaiHoi.Web.Data;

/// <summary>A table as the database itself describes it, whatever version of the program made it.</summary>
/// <param name="Columns">by name: in what order they lie differs between databases and with their history</param>
/// <param name="Key">columns of its primary key, in order</param>
public sealed record DatabaseTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> Key);

/// <summary>Reads from the database which tables it has. The history of migrations is not among them: each database has its own.</summary>
public static class DatabaseTables
{
    /// <summary>Every table, by name.</summary>
    public static async Task<List<DatabaseTable>> ListAsync(DbConnection connection, bool postgres, CancellationToken stop)
    {
        var tables = new List<(string Table, string Column, long? Key)>();
        await using var command = Sql.Command(connection, postgres ? OnPostgres : OnSqlite);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            tables.Add((reader.GetString(0), reader.GetString(1), reader.NumberOrNull(2)));
        return
        [
            .. tables
                .GroupBy(row => row.Table, StringComparer.Ordinal)
                .OrderBy(table => table.Key, StringComparer.Ordinal)
                .Select(table => new DatabaseTable(
                    table.Key,
                    [.. table.Select(row => row.Column).Order(StringComparer.Ordinal)],
                    [.. table.Where(row => row.Key > 0).OrderBy(row => row.Key).Select(row => row.Column)]
                )),
        ];
    }

    // Generated columns are not listed by either: nobody can write them.
    private const string OnSqlite = """
        select t.name, c.name, c.pk from sqlite_master t, pragma_table_info(t.name) c
        where t.type = 'table' and t.name not like 'sqlite\_%' escape '\' and t.name not like '\_\_EF%' escape '\'
        order by t.name, c.cid
        """;

    private const string OnPostgres = """
        select t.relname::text, c.attname::text, array_position(k.indkey::smallint[], c.attnum)::bigint + 1
        from pg_class t
        join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
        left join pg_index k on k.indrelid = t.oid and k.indisprimary
        where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname not like '\_\_EF%'
        order by t.relname, c.attnum
        """;
}
