using Microsoft.Data.Sqlite;
using Npgsql;

namespace DaiHoi.Web.Data;

/// <summary>Where the data lies: the folder <c>data/</c> with SQLite in it, or a PostgreSQL server.</summary>
/// <param name="Folder">the data folder; media, search index and the like lie in it on both databases</param>
/// <param name="ConnectionString">complete, as the driver takes it</param>
public sealed record DatabaseAddress(string Folder, string ConnectionString, bool IsPostgres)
{
    /// <summary>The address for a folder and, where given, a PostgreSQL connection string.</summary>
    /// <exception cref="ArgumentException">the connection string cannot be read</exception>
    public static DatabaseAddress Of(string folder, string? postgres)
    {
        folder = Path.GetFullPath(folder);
        if (!string.IsNullOrWhiteSpace(postgres))
            return new(folder, Complete(new NpgsqlConnectionStringBuilder(postgres)), IsPostgres: true);
        var sqlite = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "daihoi.db"),
            ForeignKeys = true,
            DefaultTimeout = 30,
        };
        return new(folder, sqlite.ConnectionString, IsPostgres: false);
    }

    private static string Complete(NpgsqlConnectionStringBuilder server) =>
        string.IsNullOrWhiteSpace(server.Host) ? throw new ArgumentException("Host=…", nameof(server)) : server.ConnectionString;
}
