using DaiHoi.Web.Campaigns.Checklists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Evidence;

/// <summary>
/// A document or a photo that shows what was entered: of an event, of an item of the checklist, or of the congress as a whole.
/// Never deleted: one that was attached by mistake is taken back and no longer handed out.
/// </summary>
internal sealed class EvidenceFile
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public long? EventId { get; init; }
    public long? ItemId { get; init; }

    /// <summary>Of the bytes that were brought; also the name of the file in the store.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whether it is a picture, kept as JPEG; otherwise a PDF.</summary>
    public required bool IsPicture { get; init; }

    /// <summary>As it was called, with the ending under which it is handed out.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes, as it is kept.</summary>
    public required long Length { get; init; }
    public required DateOnly AddedOn { get; init; }
    public required DateTime AddedAt { get; init; }
    public required long AddedById { get; init; }
    public required string AddedByName { get; init; }
    public DateTime? TakenBackAt { get; private set; }
    public string? TakenBackByName { get; private set; }
    public string? TakenBackWhy { get; private set; }

    public const int LongestName = 200;
    public const int LongestReason = 500;

    public void TakeBack(DateTime at, string by, string why) =>
        (TakenBackAt, TakenBackByName, TakenBackWhy) = (at, by, why.Trim());

    internal sealed class Table : IEntityTypeConfiguration<EvidenceFile>
    {
        public void Configure(EntityTypeBuilder<EvidenceFile> builder)
        {
            builder.ToTable("evidence_file");
            builder.Property(f => f.Sha256).HasMaxLength(64);
            builder.Property(f => f.Name).HasMaxLength(LongestName);
            builder.Property(f => f.AddedByName).HasMaxLength(200);
            builder.Property(f => f.TakenBackByName).HasMaxLength(200);
            builder.Property(f => f.TakenBackWhy).HasMaxLength(LongestReason);
            builder.HasIndex(f => f.CongressId).HasDatabaseName("ix_evidence_file_congress");
            builder.HasOne<Congress>().WithMany().HasForeignKey(f => f.CongressId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<CongressEvent>().WithMany().HasForeignKey(f => f.EventId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ChecklistItem>().WithMany().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
