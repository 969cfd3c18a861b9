using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DaiHoi.Web.Platform.Backup;

/// <summary>Takes files into a folder of its own, below which every path of a backup stays.</summary>
internal abstract class RestoreTarget(string folder, IReadOnlyDictionary<string, DatabaseTable> tables) : BackupTarget
{
    public override Task BeginTableAsync(BackedUpTable table, CancellationToken stop)
    {
        // The same step of the database has the same tables and columns, whichever database it is.
        if (!tables.TryGetValue(table.Name, out var known) || !known.Columns.Order().SequenceEqual(table.Columns.Order()))
            throw new BackupException(BackupProblem.Hostile, table.Name);
        return Task.CompletedTask;
    }

    public override async Task AddFileAsync(string path, Stream content, CancellationToken stop)
    {
        var place = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        await using var file = new FileStream(place, FileMode.CreateNew, FileAccess.Write);
        await content.CopyToAsync(file, stop);
    }

    protected static string Columns(BackedUpTable table) => string.Join(", ", table.Columns.Select(column => $"\"{column}\""));
}

/// <summary>Rows by one prepared insert for each table.</summary>
internal sealed class SqliteRestoreTarget(
    SqliteConnection connection,
    SqliteTransaction transaction,
    string folder,
    IReadOnlyDictionary<string, DatabaseTable> tables
) : RestoreTarget(folder, tables)
{
    private SqliteCommand? insert;

    public override async Task BeginTableAsync(BackedUpTable table, CancellationToken stop)
    {
        await base.BeginTableAsync(table, stop);
        insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var places = table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@v{i}")).ToList();
#pragma warning disable CA2100 // names that were found among those of the database
        insert.CommandText = $"insert into \"{table.Name}\" ({Columns(table)}) values ({string.Join(", ", places)})";
#pragma warning restore CA2100
        foreach (var place in places)
            insert.Parameters.Add(new SqliteParameter { ParameterName = place });
    }

    public override Task AddRowAsync(object?[] values, CancellationToken stop)
    {
        for (var i = 0; i < values.Length; i++)
            insert!.Parameters[i].Value = values[i] ?? DBNull.Value;
        return insert!.ExecuteNonQueryAsync(stop);
    }

    public override async Task EndTableAsync(CancellationToken stop)
    {
        if (insert is not null)
            await insert.DisposeAsync();
        insert = null;
    }
}

/// <summary>Rows by COPY as text: the server reads each value as its column asks for.</summary>
internal sealed class PostgresRestoreTarget(
    NpgsqlConnection connection,
    string folder,
    IReadOnlyDictionary<string, DatabaseTable> tables
) : RestoreTarget(folder, tables)
{
    private readonly StringBuilder line = new();
    private TextWriter? copy;

    public override async Task BeginTableAsync(BackedUpTable table, CancellationToken stop)
    {
        await base.BeginTableAsync(table, stop);
        copy = await connection.BeginTextImportAsync($"copy \"{table.Name}\" ({Columns(table)}) from stdin", stop);
    }

    public override Task AddRowAsync(object?[] values, CancellationToken stop)
    {
        line.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            // By its place: a first value may be empty.
            if (i > 0)
                line.Append('\t');
            Append(values[i]);
        }
        line.Append('\n');
        return copy!.WriteAsync(line, stop);
    }

    public override async Task EndTableAsync(CancellationToken stop)
    {
        if (copy is not null)
            await copy.DisposeAsync();
        copy = null;
    }

    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                line.Append("\\N");
                break;
            case byte[] bytes:
                line.Append("\\\\x").Append(Convert.ToHexStringLower(bytes));
                break;
            case string text:
                foreach (var sign in text)
                    AppendEscaped(sign);
                break;
            default:
                line.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    private void AppendEscaped(char sign)
    {
        switch (sign)
        {
            case '\\':
                line.Append("\\\\");
                break;
            case '\n':
                line.Append("\\n");
                break;
            case '\r':
                line.Append("\\r");
                break;
            case '\t':
                line.Append("\\t");
                break;
            // PostgreSQL keeps none.
            case '\0':
                break;
            default:
                line.Append(sign);
                break;
        }
    }
}
