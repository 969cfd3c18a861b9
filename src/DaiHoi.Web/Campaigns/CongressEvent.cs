using DaiHoi.Rules.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns;

/// <summary>
/// Something that happened to a congress. Never changed and never deleted: a mistake is withdrawn, which is written beside
/// it, and what the level above says of it likewise.
/// </summary>
internal sealed class CongressEvent
{
    /// <summary>Grows with every entry.</summary>
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required CongressStatus Status { get; init; }

    /// <summary>The day on which it happened.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The day on which it was entered.</summary>
    public required DateOnly RecordedOn { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Null where a command line entered it.</summary>
    public long? RecordedById { get; init; }
    public required string RecordedByName { get; init; }
    public string? Note { get; init; }

    /// <summary>Happened before DaiHoi came, and was brought in without the checks of its time.</summary>
    public bool BroughtIn { get; init; }

    /// <summary>From a form that may arrive twice.</summary>
    public string? RequestKey { get; init; }

    public bool? Model { get; init; }
    public string? Kind { get; init; }
    public bool? WithElection { get; init; }
    public DateOnly? PlannedOn { get; init; }
    public int? Days { get; init; }
    public int? Summoned { get; init; }
    public int? Attended { get; init; }
    public int? Elected { get; init; }
    public int? Women { get; init; }
    public int? Under40 { get; init; }
    public int? Minority { get; init; }
    public int? FirstTime { get; init; }

    /// <summary>The day on which its withdrawal was entered: from then on it is ignored. Null while it stands.</summary>
    public DateOnly? WithdrawnOn { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public long? WithdrawnById { get; private set; }
    public string? WithdrawnByName { get; private set; }

    /// <summary>Why it was withdrawn or returned.</summary>
    public string? WithdrawnNote { get; private set; }

    /// <summary>Whether the level above returned it, which withdraws it.</summary>
    public bool Returned { get; private set; }

    public DateOnly? AcceptedOn { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public long? AcceptedById { get; private set; }
    public string? AcceptedByName { get; private set; }

    internal sealed class Table : IEntityTypeConfiguration<CongressEvent>
    {
        public void Configure(EntityTypeBuilder<CongressEvent> builder)
        {
            builder.ToTable(
                "congress_event",
                table =>
                {
                    foreach (var number in Numbers)
                        table.HasCheckConstraint(
                            $"ck_congress_event_{number}_not_negative",
                            $"{number} is null or {number} >= 0"
                        );
                }
            );
            builder.Property(e => e.Status).HasMaxLength(20);
            builder.Property(e => e.RecordedByName).HasMaxLength(200);
            builder.Property(e => e.WithdrawnByName).HasMaxLength(200);
            builder.Property(e => e.AcceptedByName).HasMaxLength(200);
            builder.Property(e => e.Note).HasMaxLength(2000);
            builder.Property(e => e.WithdrawnNote).HasMaxLength(2000);
            builder.Property(e => e.Kind).HasMaxLength(16);
            builder.Property(e => e.Under40).HasColumnName("under_40");
            builder.Property(e => e.RequestKey).HasMaxLength(64);
            builder.HasIndex(e => e.CongressId).HasDatabaseName("ix_congress_event_congress");
            builder.HasIndex(e => e.RequestKey).IsUnique().HasDatabaseName("ux_congress_event_request_key");
            builder.HasOne<Congress>().WithMany().HasForeignKey(e => e.CongressId).OnDelete(DeleteBehavior.Restrict);
        }

        private static readonly string[] Numbers =
        [
            "days",
            "summoned",
            "attended",
            "elected",
            "women",
            "under_40",
            "minority",
            "first_time",
        ];
    }
}
