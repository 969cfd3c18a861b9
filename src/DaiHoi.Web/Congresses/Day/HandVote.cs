using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>
/// A vote by show of hands (biểu quyết) with its counts, which never change and are never deleted: what the congress decided anew is
/// counted again, and the last one holds; what was typed wrongly is set aside with the reason, and holds no more.
/// </summary>
internal sealed class HandVote
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }

    /// <summary>On what kind of thing; from it the guide knows what has been decided.</summary>
    public required AgendaStep On { get; init; }

    /// <summary>"Đoàn Chủ tịch gồm 5 đồng chí".</summary>
    public required string Title { get; init; }

    /// <summary>Who is elected by it, one name in each line; null for a vote on a text.</summary>
    public string? Names { get; init; }
    public required long Present { get; init; }
    public required long For { get; init; }
    public required long Against { get; init; }
    public required long Abstained { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>It was entered wrongly and counts nowhere from here on; null while it stands.</summary>
    public DateTime? SetAsideAt { get; private set; }
    public string? SetAsideByName { get; private set; }
    public string? SetAsideBecause { get; private set; }

    public const int LongestTitle = 300;
    public const int LongestReason = 300;
    public const int LongestNames = 4_000;

    /// <summary>More than half of those who are in the hall.</summary>
    public bool IsCarried => 2 * For > Present;

    public bool Stands => SetAsideAt is null;

    public void SetAside(DateTime at, string by, string because) =>
        (SetAsideAt, SetAsideByName, SetAsideBecause) = (at, by, because);

    internal sealed class Table : IEntityTypeConfiguration<HandVote>
    {
        public void Configure(EntityTypeBuilder<HandVote> builder)
        {
            builder.ToTable(
                "hand_vote",
                table =>
                {
                    table.HasCheckConstraint(
                        "ck_hand_vote_sums",
                        "votes_for >= 0 and votes_against >= 0 and abstained >= 0 and votes_for + votes_against + abstained <= present"
                    );
                    table.HasCheckConstraint(
                        "ck_hand_vote_set_aside_has_reason",
                        "(set_aside_at is null) = (set_aside_because is null) and (set_aside_at is null) = (set_aside_by_name is null)"
                    );
                }
            );
            builder.Ignore(v => v.IsCarried).Ignore(v => v.Stands);
            builder.Property(v => v.On).HasMaxLength(24).HasColumnName("subject");
            builder.Property(v => v.For).HasColumnName("votes_for");
            builder.Property(v => v.Against).HasColumnName("votes_against");
            builder.Property(v => v.Title).HasMaxLength(LongestTitle);
            builder.Property(v => v.Names).HasMaxLength(LongestNames);
            builder.Property(v => v.ByName).HasMaxLength(200);
            builder.Property(v => v.SetAsideByName).HasMaxLength(200);
            builder.Property(v => v.SetAsideBecause).HasMaxLength(LongestReason);
            builder.HasIndex(v => v.CongressId).HasDatabaseName("ix_hand_vote_congress");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
