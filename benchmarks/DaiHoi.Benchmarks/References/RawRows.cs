using System.Diagnostics;
using DaiHoi.Web.Data;
using Microsoft.Data.Sqlite;

namespace DaiHoi.Benchmarks.References;

/// <summary>What an import has written, column for column, to be written again with nothing asked.</summary>
internal sealed class RawRows
{
    private static readonly string[] Tables = ["organisation", "organisation_change", "organisation_version"];

    private readonly Dictionary<string, (string[] Columns, List<object?[]> Rows)> tables = [];

    public static async Task<RawRows> ReadAsync(Sql sql, CancellationToken stop)
    {
        var read = new RawRows();
        foreach (var table in Tables)
        {
            string[]? columns = null;
            // Upper ones have smaller numbers.
            var rows = await sql.ListAsync(
                $"select * from {table} order by id",
                row =>
                {
                    columns ??= [.. Enumerable.Range(0, row.FieldCount).Select(row.GetName)];
                    var values = new object?[row.FieldCount];
                    row.GetValues(values!);
                    return values;
                },
                stop
            );
            read.tables[table] = (columns!, rows);
        }
        return read;
    }

    /// <returns>milliseconds for all rows and the commit</returns>
    public async Task<double> InsertAsync(Sql sql, CancellationToken stop)
    {
        await using var connection = (SqliteConnection)await sql.OpenAsync(stop);
        var from = Stopwatch.GetTimestamp();
        await using var transaction = connection.BeginTransaction();
        foreach (var table in Tables)
        {
            var (columns, rows) = tables[table];
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText =
                $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => "$" + column))})";
            foreach (var column in columns)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
            command.Prepare();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                    command.Parameters[i].Value = row[i] ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
        }
        transaction.Commit();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
