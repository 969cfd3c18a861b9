using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DaiHoi.Web.Data;

/// <summary>Instants are kept in UTC, and come back knowing it.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc)
    );
