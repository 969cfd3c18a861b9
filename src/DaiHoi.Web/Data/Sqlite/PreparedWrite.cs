using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DaiHoi.Web.Data.Sqlite;

/// <summary>
/// A statement that is run for each of many rows. The driver looks every parameter up by its name each time, which for wide
/// rows takes several times as long as writing them; here places are found once. Values are written as the driver writes
/// them.
/// </summary>
internal sealed class PreparedWrite : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int[] places;

    /// <param name="connection">open; the statement belongs to its transaction</param>
    /// <param name="names">of the parameters, without @</param>
    public PreparedWrite(SqliteConnection connection, string sql, string[] names)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
        places = Array.ConvertAll(names, name => raw.sqlite3_bind_parameter_index(statement, "@" + name));
        if (Array.IndexOf(places, 0) is >= 0 and var missing)
            throw new InvalidOperationException($"The statement has no parameter @{names[missing]}");
    }

    /// <param name="values">in the order of the names</param>
    /// <returns>how many rows were changed</returns>
    public int Run(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < places.Length; i++)
            Check(Bind(places[i], values[i]));
        return Step();
    }

    /// <inheritdoc cref="Run(ReadOnlySpan{object})" />
    public int Run((string Name, object? Value)[] values)
    {
        for (var i = 0; i < places.Length; i++)
            Check(Bind(places[i], values[i].Value));
        return Step();
    }

    public void Dispose() => statement.Dispose();

    private int Step()
    {
        var answer = raw.sqlite3_step(statement);
        while (answer == raw.SQLITE_ROW)
            answer = raw.sqlite3_step(statement);
        // The message of a failed step is lost when the statement is made ready again.
        if (answer != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(answer, database);
        Check(raw.sqlite3_reset(statement));
        return raw.sqlite3_changes(database);
    }

    private int Bind(int place, object? value) =>
        value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, place),
            int number => raw.sqlite3_bind_int(statement, place, number),
            long number => raw.sqlite3_bind_int64(statement, place, number),
            bool flag => raw.sqlite3_bind_int(statement, place, flag ? 1 : 0),
            string text => raw.sqlite3_bind_text(statement, place, text),
            DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            DateTime at => raw.sqlite3_bind_text(
                statement,
                place,
                at.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)
            ),
            _ => throw new InvalidOperationException($"{value.GetType()} is not written to SQLite here"),
        };

    private void Check(int answer)
    {
        if (answer != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(answer, database);
    }
}
