using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// A note that something named by a key is not what it was, written in the transaction that changed it. Other processes
/// read these notes; they carry no truth, only the advice to look again.
/// </summary>
internal sealed class Change
{
    /// <summary>Grows with every note, so that a reader knows how far it has read.</summary>
    public long Seq { get; private set; }
    public required string Key { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Change>
    {
        public void Configure(EntityTypeBuilder<Change> builder)
        {
            builder.ToTable("change_log");
            builder.HasKey(c => c.Seq);
            builder.Property(c => c.Seq).ValueGeneratedOnAdd();
            builder.HasIndex(c => c.At).HasDatabaseName("ix_change_log_at");
        }
    }
}
