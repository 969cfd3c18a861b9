using DaiHoi.Web.Campaigns.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A photo or a PDF that was attached when a difficulty was recorded; it lies in <see cref="EvidenceStore"/>.</summary>
internal sealed class DifficultyFile
{
    public long Id { get; private set; }
    public required long DifficultyId { get; init; }
    public required string Sha256 { get; init; }
    public required bool IsPicture { get; init; }
    public required string Name { get; init; }

    /// <summary>In bytes, as it is kept.</summary>
    public required long Length { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<DifficultyFile>
    {
        public void Configure(EntityTypeBuilder<DifficultyFile> builder)
        {
            builder.ToTable("difficulty_file");
            builder.Property(f => f.Sha256).HasMaxLength(64);
            builder.Property(f => f.Name).HasMaxLength(EvidenceFile.LongestName);
            builder.HasIndex(f => f.DifficultyId).HasDatabaseName("ix_difficulty_file_difficulty");
            builder.HasOne<Difficulty>().WithMany().HasForeignKey(f => f.DifficultyId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
