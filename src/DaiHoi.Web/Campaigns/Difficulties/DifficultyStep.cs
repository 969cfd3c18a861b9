using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Difficulties;

internal enum DifficultyStepKind
{
    Recorded,

    /// <summary>To the organisation that is named.</summary>
    PassedUp,
    Answered,

    /// <summary>Into another that says the same.</summary>
    Merged,

    /// <summary>It says something else after all.</summary>
    Parted,

    /// <summary>By whoever recorded it, before anybody had dealt with it.</summary>
    Corrected,
    Withdrawn,
}

/// <summary>One step on the way of a difficulty.</summary>
internal sealed class DifficultyStep
{
    public long Id { get; private set; }
    public required long DifficultyId { get; init; }
    public required DifficultyStepKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>Where it lies after the step.</summary>
    public required long HolderId { get; init; }

    /// <summary>What was answered, or why it goes up or is withdrawn.</summary>
    public string? Note { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<DifficultyStep>
    {
        public void Configure(EntityTypeBuilder<DifficultyStep> builder)
        {
            builder.ToTable("difficulty_step");
            builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(16);
            builder.Property(s => s.ByName).HasMaxLength(200);
            builder.Property(s => s.Note).HasMaxLength(Difficulty.LongestText);
            builder.HasIndex(s => s.DifficultyId).HasDatabaseName("ix_difficulty_step_difficulty");
            builder.HasOne<Difficulty>().WithMany().HasForeignKey(s => s.DifficultyId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.HolderId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
