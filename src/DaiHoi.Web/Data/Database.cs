using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Data;

/// <summary>
/// The one model behind SQLite and PostgreSQL. It has no sets of its own: each entity carries its mapping in a nested
/// class <c>Table</c>, found here, so that Data imports no room. Used for writing and migrations; what readers wait for
/// is read by <see cref="Sql"/>.
/// </summary>
public abstract class Database(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
