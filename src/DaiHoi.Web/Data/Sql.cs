using System.Data;
using System.Data.Common;
using DaiHoi.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DaiHoi.Web.Data;

/// <summary>
/// Plain SQL on either database, for reading that people wait for and for writing in bulk. The text of a query must mean
/// the same on both; parameters are written <c>@name</c>. Instants go in and come out as UTC.
/// </summary>
public sealed class Sql(DatabaseAddress address) : IAsyncDisposable
{
    private readonly NpgsqlDataSource? postgres = address.IsPostgres ? NpgsqlDataSource.Create(address.ConnectionString) : null;

    private readonly PreparedReads? sqlite = address.IsPostgres ? null : new(address.ConnectionString);

    public bool IsPostgres => postgres is not null;

    /// <summary>An open connection from the pool; the caller gives it back by disposing of it.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken stop = default)
    {
        if (postgres is not null)
            return await postgres.OpenConnectionAsync(stop);
        var connection = new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    /// <summary>Every row of a query, in its order.</summary>
    public async Task<List<T>> ListAsync<T>(
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken stop,
        params (string Name, object? Value)[] parameters
    )
    {
        stop.ThrowIfCancellationRequested();
        if (sqlite is not null)
            return sqlite.List(sql, row, parameters);
        await using var connection = await OpenAsync(stop);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first row of a query, or the default where there is none.</summary>
    public async Task<T?> FirstAsync<T>(
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken stop,
        params (string Name, object? Value)[] parameters
    )
    {
        stop.ThrowIfCancellationRequested();
        if (sqlite is not null)
            return sqlite.First(sql, row, parameters);
        await using var connection = await OpenAsync(stop);
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, stop);
        return await reader.ReadAsync(stop) ? row(reader) : default;
    }

    /// <summary>Runs a statement by itself and answers how many rows it changed.</summary>
    public async Task<int> RunAsync(string sql, CancellationToken stop, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>A command with its parameters, on a connection that the caller holds.</summary>
    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public ValueTask DisposeAsync()
    {
        sqlite?.Dispose();
        return postgres?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

/// <summary>Reading columns that the two databases hand over differently.</summary>
public static class Columns
{
    public static DateTime Utc(this DbDataReader reader, int column) =>
        DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc);

    public static DateTime? UtcOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Utc(column);

    public static DateOnly Day(this DbDataReader reader, int column) => reader.GetFieldValue<DateOnly>(column);

    public static DateOnly? DayOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.Day(column);

    public static string? TextOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? NumberOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
