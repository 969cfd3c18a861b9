using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Data.Sqlite;

/// <summary>The model on SQLite: right for a province or a laptop, and the default.</summary>
internal sealed class SqliteDatabase(DbContextOptions<SqliteDatabase> options) : Database(options);
