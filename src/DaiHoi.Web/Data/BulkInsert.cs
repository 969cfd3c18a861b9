using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace DaiHoi.Web.Data;

/// <summary>The columns of a bulk insert: what they are called and what they hold.</summary>
public readonly record struct BulkColumn(string Name, BulkType Type);

public enum BulkType
{
    Number,
    SmallNumber,
    Text,
    Day,
}

/// <summary>
/// Many rows into one table, in the transaction of the caller: COPY on PostgreSQL, one prepared statement on SQLite. Values
/// come in the order of the columns. <see cref="CompleteAsync"/> ends it; without it, nothing has been written.
/// </summary>
public abstract class BulkInsert : IAsyncDisposable
{
    public static async Task<BulkInsert> BeginAsync(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<BulkColumn> columns,
        CancellationToken stop
    )
    {
        var names = string.Join(", ", columns.Select(column => column.Name));
        return connection is NpgsqlConnection postgres
            ? new ByCopy(
                await postgres.BeginBinaryImportAsync($"copy {table} ({names}) from stdin (format binary)", stop),
                columns
            )
            : new ByStatement((SqliteConnection)connection, (SqliteTransaction)transaction, table, names, columns);
    }

    public abstract Task WriteAsync(ReadOnlyMemory<object?> values, CancellationToken stop);

    public abstract Task CompleteAsync(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    private sealed class ByCopy(NpgsqlBinaryImporter importer, IReadOnlyList<BulkColumn> columns) : BulkInsert
    {
        private readonly NpgsqlDbType[] types = [.. columns.Select(column => TypeOf(column.Type))];

        public override async Task WriteAsync(ReadOnlyMemory<object?> values, CancellationToken stop)
        {
            await importer.StartRowAsync(stop);
            for (var i = 0; i < types.Length; i++)
            {
                if (values.Span[i] is { } value)
                    await importer.WriteAsync(value, types[i], stop);
                else
                    await importer.WriteNullAsync(stop);
            }
        }

        public override async Task CompleteAsync(CancellationToken stop) => await importer.CompleteAsync(stop);

        public override ValueTask DisposeAsync() => importer.DisposeAsync();

        private static NpgsqlDbType TypeOf(BulkType type) =>
            type switch
            {
                BulkType.Number => NpgsqlDbType.Bigint,
                BulkType.SmallNumber => NpgsqlDbType.Integer,
                BulkType.Text => NpgsqlDbType.Text,
                BulkType.Day => NpgsqlDbType.Date,
                _ => throw new InvalidOperationException(type.ToString()),
            };
    }

    private sealed class ByStatement : BulkInsert
    {
        private readonly SqliteCommand command;

        public ByStatement(
            SqliteConnection connection,
            SqliteTransaction transaction,
            string table,
            string names,
            IReadOnlyList<BulkColumn> columns
        )
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            foreach (var column in columns)
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column.Name });
            command.CommandText =
                $"insert into {table} ({names}) values ({string.Join(", ", columns.Select(column => "$" + column.Name))})";
            command.Prepare();
        }

        public override Task WriteAsync(ReadOnlyMemory<object?> values, CancellationToken stop)
        {
            var parameters = command.Parameters;
            for (var i = 0; i < parameters.Count; i++)
                parameters[i].Value = values.Span[i] ?? DBNull.Value;
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public override Task CompleteAsync(CancellationToken stop) => Task.CompletedTask;

        public override ValueTask DisposeAsync() => command.DisposeAsync();
    }
}
