using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>
/// One thing that somebody did. Names are kept as values: what an account or an article is called later changes nothing
/// here. Never changed, never deleted; each row holds the hash of the one before it.
/// </summary>
internal sealed class AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public required long Seq { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null where the program or a command line did it.</summary>
    public long? ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>The network address from which it was done.</summary>
    public string? FromAddress { get; init; }

    /// <summary>What was done, "account.opened".</summary>
    public required string Action { get; init; }

    /// <summary>To what, "article:12".</summary>
    public required string Subject { get; init; }
    public required string SubjectName { get; init; }

    /// <summary>JSON of what it was before and after; null where there is no such side.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>Of the row before; empty for the first.</summary>
    public required string Previous { get; init; }
    public string Hash { get; private set; } = "";

    /// <summary>Closes the row: nothing of it changes from here on.</summary>
    public AuditEntry Chained()
    {
        Hash = HashOf(this);
        return this;
    }

    /// <summary>SHA-256 over every value of the row and the hash of the row before.</summary>
    public static string HashOf(AuditEntry entry) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new object?[]
                    {
                        entry.Previous,
                        entry.Seq,
                        entry.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture),
                        entry.ActorId,
                        entry.ActorName,
                        entry.FromAddress,
                        entry.Action,
                        entry.Subject,
                        entry.SubjectName,
                        entry.Before,
                        entry.After,
                    }
                )
            )
        );

    internal sealed class Table : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("audit_entry");
            builder.HasKey(e => e.Seq);
            builder.Property(e => e.Seq).ValueGeneratedNever();
            builder.Property(e => e.ActorName).HasMaxLength(200);
            builder.Property(e => e.FromAddress).HasMaxLength(64);
            builder.Property(e => e.Action).HasMaxLength(64);
            builder.Property(e => e.Subject).HasMaxLength(100);
            builder.Property(e => e.SubjectName).HasMaxLength(500);
            builder.Property(e => e.Previous).HasMaxLength(64);
            builder.Property(e => e.Hash).HasMaxLength(64);
            builder.HasIndex(e => e.At).HasDatabaseName("ix_audit_entry_at");
            builder.HasIndex(e => new { e.ActorId, e.Seq }).HasDatabaseName("ix_audit_entry_actor");
            builder.HasIndex(e => new { e.Subject, e.Seq }).HasDatabaseName("ix_audit_entry_subject");
        }
    }
}
