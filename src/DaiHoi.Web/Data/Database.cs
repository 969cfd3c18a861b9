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
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // All are known before any is mapped, so that a mapping may name another room's entity, whatever their order.
        foreach (var entity in Mapped())
            modelBuilder.Entity(entity);
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
    }

    private static IEnumerable<Type> Mapped() =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(type => type.GetInterfaces())
            .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>))
            .Select(one => one.GetGenericArguments()[0])
            .Where(type => !type.IsGenericParameter)
            .Distinct();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
