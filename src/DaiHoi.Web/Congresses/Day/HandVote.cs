using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>
/// A vote by show of hands (biểu quyết) with its counts. Never changed and never deleted: a count that was wrong is counted again,
/// and the last one holds.
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

    public const int LongestTitle = 300;
    public const int LongestNames = 4_000;

    /// <summary>More than half of those who are in the hall.</summary>
    public bool IsCarried => 2 * For > Present;

    internal sealed class Table : IEntityTypeConfiguration<HandVote>
    {
        public void Configure(EntityTypeBuilder<HandVote> builder)
        {
            builder.ToTable(
                "hand_vote",
                table =>
                    table.HasCheckConstraint(
                        "ck_hand_vote_sums",
                        "votes_for >= 0 and votes_against >= 0 and abstained >= 0 and votes_for + votes_against + abstained <= present"
                    )
            );
            builder.Ignore(v => v.IsCarried);
            builder.Property(v => v.On).HasMaxLength(24).HasColumnName("subject");
            builder.Property(v => v.For).HasColumnName("votes_for");
            builder.Property(v => v.Against).HasColumnName("votes_against");
            builder.Property(v => v.Title).HasMaxLength(LongestTitle);
            builder.Property(v => v.Names).HasMaxLength(LongestNames);
            builder.Property(v => v.ByName).HasMaxLength(200);
            builder.HasIndex(v => v.CongressId).HasDatabaseName("ix_hand_vote_congress");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
