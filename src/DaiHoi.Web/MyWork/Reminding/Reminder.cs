using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.MyWork.Reminding;

/// <summary>Whether somebody is reminded by letter, and of what he was reminded last. Who has no row is.</summary>
internal sealed class Reminder
{
    /// <summary>Of the account.</summary>
    public required long PersonId { get; init; }
    public bool IsOff { get; init; }
    public DateOnly? SentOn { get; init; }

    /// <summary>SHA-256 of what was waiting then.</summary>
    public string? Told { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> builder)
        {
            builder.ToTable("reminder");
            builder.HasKey(r => r.PersonId);
            builder.Property(r => r.PersonId).ValueGeneratedNever();
            builder.Property(r => r.Told).HasMaxLength(64);
        }
    }
}
