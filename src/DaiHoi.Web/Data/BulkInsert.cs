using System.Data.Common;
using DaiHoi.Web.Data.Sqlite;
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
    Moment,
    Flag,
}

/// <summary>
/// Many rows into one table, in the transaction of the caller: COPY on PostgreSQL, one prepared statement on SQLite. Values
/// come in the order of the columns. <see cref="CompleteAsync"/> ends it; without it, nothing has been written.
/// </summary>
public abstract class BulkInsert : IAsyncDisposable
{
    public static async Task<BulkInsert> BeginAsync(
        DbConnection connection,
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
            : new ByStatement((SqliteConnection)connection, table, columns);
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
                BulkType.Moment => NpgsqlDbType.TimestampTz,
                BulkType.Flag => NpgsqlDbType.Boolean,
                _ => throw new InvalidOperationException(type.ToString()),
            };
    }

    private sealed class ByStatement(SqliteConnection connection, string table, IReadOnlyList<BulkColumn> columns) : BulkInsert
    {
        private readonly PreparedWrite write = new(
            connection,
            $"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) "
                + $"values ({string.Join(", ", columns.Select(column => "@" + column.Name))})",
            [.. columns.Select(column => column.Name)]
        );

        public override Task WriteAsync(ReadOnlyMemory<object?> values, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            write.Run(values.Span);
            return Task.CompletedTask;
        }

        public override Task CompleteAsync(CancellationToken stop) => Task.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            write.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
