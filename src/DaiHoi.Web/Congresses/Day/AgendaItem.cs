using DaiHoi.Web.Congresses.Hall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>What kind of thing an item of the agenda is: from it follows what must have come before.</summary>
internal enum AgendaStep
{
    Opening,
    Presidium,
    Secretariat,
    CredentialCommittee,
    Programme,
    CredentialReport,
    Report,
    Discussion,
    ElectionRules,
    CandidateList,
    CountingBoard,
    Ballot,
    Result,
    Resolution,
    Closing,
    Other,
}

/// <summary>An item of the agenda of a congress.</summary>
internal sealed class AgendaItem
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }
    public required long SessionId { get; set; }

    /// <summary>Within its session, from 1.</summary>
    public required int Place { get; set; }
    public required AgendaStep Step { get; set; }
    public required string Title { get; set; }

    /// <summary>As planned.</summary>
    public required int Minutes { get; set; }

    /// <summary>What is read aloud; null where nothing is laid down.</summary>
    public string? Text { get; set; }
    public DateTime? BegunAt { get; private set; }
    public string? BegunByName { get; private set; }

    /// <summary>What was missing when it was begun all the same, in words; null where nothing was.</summary>
    public string? BegunWithout { get; private set; }
    public DateTime? EndedAt { get; private set; }

    public const int LongestTitle = 300;
    public const int LongestText = 20_000;
    public const int MostMinutes = 24 * 60;
    public const int LongestWithout = 4_000;

    public bool IsUnderWay => BegunAt is not null && EndedAt is null;

    /// <summary>It had begun and not ended; what is under way is so even where the clock was set back behind its beginning.</summary>
    public bool IsUnderWayAt(DateTime moment) =>
        BegunAt is not null && (EndedAt is null || (BegunAt <= moment && moment < EndedAt));

    public void Begin(DateTime at, string by, string? without) => (BegunAt, BegunByName, BegunWithout) = (at, by, without);

    public void End(DateTime at) => EndedAt = at;

    internal sealed class Table : IEntityTypeConfiguration<AgendaItem>
    {
        public void Configure(EntityTypeBuilder<AgendaItem> builder)
        {
            builder.ToTable(
                "agenda_item",
                table => table.HasCheckConstraint("ck_agenda_item_ended_after_begun", "ended_at is null or begun_at is not null")
            );
            builder.Ignore(i => i.IsUnderWay);
            builder.Property(i => i.Step).HasMaxLength(24);
            builder.Property(i => i.Title).HasMaxLength(LongestTitle);
            builder.Property(i => i.Text).HasMaxLength(LongestText);
            builder.Property(i => i.BegunByName).HasMaxLength(200);
            builder.Property(i => i.BegunWithout).HasMaxLength(LongestWithout);
            builder.HasIndex(i => i.CongressId).HasDatabaseName("ix_agenda_item_congress");
            builder.HasOne<CongressSession>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
