using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DaiHoi.Web.Data.Sqlite;

/// <summary>
/// Reads SQLite by statements that stay prepared: for the short queries of a page, preparing takes several times as long as
/// reading. Each connection keeps its own statements and is used by one caller at a time. Nothing here waits, because
/// SQLite answers at once: so there are about as many in use as there are threads at work.
/// </summary>
internal sealed class PreparedReads(string connectionString) : IDisposable
{
    /// <summary>More are closed when they are given back.</summary>
    private const int MostIdle = 16;

    private readonly ConcurrentStack<Connection> idle = new();
    private volatile bool disposed;

    static PreparedReads()
    {
        Batteries_V2.Init();
        // The engine's memory is not counted: every allocation on every thread would wait for one lock, and nobody asks for
        // the sum. Before SQLite is first used; where it has been, this is refused, and all is as usual.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public List<T> List<T>(string sql, Func<DbDataReader, T> row, (string Name, object? Value)[] parameters)
    {
        var connection = Take();
        try
        {
            using var reader = connection.Prepared(sql, parameters).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        }
        finally
        {
            GiveBack(connection);
        }
    }

    public T? First<T>(string sql, Func<DbDataReader, T> row, (string Name, object? Value)[] parameters)
    {
        var connection = Take();
        try
        {
            using var reader = connection.Prepared(sql, parameters).ExecuteReader(CommandBehavior.SingleRow);
            return reader.Read() ? row(reader) : default;
        }
        finally
        {
            GiveBack(connection);
        }
    }

    public void Dispose()
    {
        disposed = true;
        CloseIdle();
    }

    private Connection Take() => idle.TryPop(out var connection) ? connection : new Connection(connectionString);

    private void GiveBack(Connection connection)
    {
        if (idle.Count >= MostIdle)
        {
            connection.Dispose();
            return;
        }
        idle.Push(connection);
        // Whoever closed all meanwhile has not seen this one.
        if (disposed)
            CloseIdle();
    }

    private void CloseIdle()
    {
        while (idle.TryPop(out var connection))
            connection.Dispose();
    }

    private sealed class Connection(string connectionString) : IDisposable
    {
        /// <summary>Texts with a list of names in them differ by its length, so they may be many; then all begin anew.</summary>
        private const int MostStatements = 100;

        private readonly SqliteConnection connection = new(connectionString);
        private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

        public SqliteCommand Prepared(string sql, (string Name, object? Value)[] parameters)
        {
            if (connection.State != ConnectionState.Open)
                Open();
            if (!commands.TryGetValue(sql, out var command))
            {
                if (commands.Count == MostStatements)
                    Forget();
                command = connection.CreateCommand();
                command.CommandText = sql;
                // Said by name: a reader that is closed before its last row would leave it unprepared.
                command.Prepare();
                commands.Add(sql, command);
            }
            // The names of a text are always the same, in the same order: only the values change.
            for (var i = command.Parameters.Count; i < parameters.Length; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = parameters[i].Name });
            for (var i = 0; i < parameters.Length; i++)
                command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
            return command;
        }

        private void Open()
        {
            connection.Open();
            // Else a statement with a parameter that its plan might depend on, as each limit is, is prepared anew for every value.
            raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        }

        public void Dispose()
        {
            Forget();
            connection.Dispose();
        }

        private void Forget()
        {
            foreach (var command in commands.Values)
                command.Dispose();
            commands.Clear();
        }
    }
}
