using System.Data.Common;
using DaiHoi.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace DaiHoi.Web.Data;

/// <summary>Statements of one transaction that are run many times: each is prepared once, and on SQLite bound by place.</summary>
public sealed class Statements(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PreparedWrite> writes = new(StringComparer.Ordinal);

    /// <param name="sql">its parameters are written <c>@name</c></param>
    /// <param name="parameters">always the same names in the same order for the same text</param>
    /// <returns>how many rows were changed</returns>
    public async ValueTask<int> RunAsync(string sql, CancellationToken stop, params (string Name, object? Value)[] parameters)
    {
        if (connection is SqliteConnection sqlite)
        {
            stop.ThrowIfCancellationRequested();
            if (!writes.TryGetValue(sql, out var write))
                writes.Add(sql, write = new PreparedWrite(sqlite, sql, Array.ConvertAll(parameters, one => one.Name)));
            return write.Run(parameters);
        }
        if (!commands.TryGetValue(sql, out var command))
        {
            command = Sql.Command(connection, sql, parameters);
            command.Transaction = transaction;
            commands.Add(sql, command);
        }
        else
        {
            for (var i = 0; i < parameters.Length; i++)
                command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        }
        return await command.ExecuteNonQueryAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var write in writes.Values)
            write.Dispose();
        writes.Clear();
        foreach (var command in commands.Values)
            await command.DisposeAsync();
        commands.Clear();
    }
}
