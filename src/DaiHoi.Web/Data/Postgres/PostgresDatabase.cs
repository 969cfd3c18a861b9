using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Data.Postgres;

/// <summary>The model on PostgreSQL: for the nation, and for several instances.</summary>
internal sealed class PostgresDatabase(DbContextOptions<PostgresDatabase> options) : Database(options);
