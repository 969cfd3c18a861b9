using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections;

/// <summary>How the ballots of an election reach the program.</summary>
internal enum CountMethod
{
    /// <summary>ballot by ballot</summary>
    Ballots,

    /// <summary>one tally sheet for each batch</summary>
    Sheets,
}

/// <summary>Where an election stands; it follows from its dated steps.</summary>
internal enum ElectionState
{
    /// <summary>names still come and go</summary>
    Listing,

    /// <summary>the congress has closed the list by vote</summary>
    ListClosed,

    /// <summary>the box is open, ballots are counted</summary>
    Counting,

    /// <summary>signed, and so frozen</summary>
    Signed,

    /// <summary>taken away with its reason: it counts for nothing</summary>
    Annulled,
}

/// <summary>
/// One ballot at a congress: what is elected, from which list, and what is known of the hall and the box. A further ballot is
/// an election of its own that continues another.
/// </summary>
internal sealed class HeldElection
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }

    /// <summary>"Bầu Ban Chấp hành Đảng bộ huyện khóa XII".</summary>
    public required string Title { get; init; }
    public required Post Post { get; init; }
    public required int Seats { get; init; }
    public required CongressKind Kind { get; init; }
    public int Round { get; init; } = 1;
    public Among Among { get; init; } = Among.Everyone;

    /// <summary>The election of which this is a further ballot; null for a first one.</summary>
    public long? ContinuesId { get; init; }
    public required DateTime ArrangedAt { get; init; }
    public required string ArrangedByName { get; init; }

    /// <summary>As the rule set asks it of a list with or without a surplus; decided when the list is closed.</summary>
    public BallotForm Form { get; private set; } = BallotForm.StrikeOut;

    /// <summary>Names that the summoning committee prepared; null in a further ballot.</summary>
    public int? ListedByCommittee { get; private set; }
    public DateTime? ListClosedAt { get; private set; }
    public string? ListClosedByName { get; private set; }
    public long? ListAttending { get; private set; }
    public long? ListFor { get; private set; }

    public DateTime? BoxOpenedAt { get; private set; }
    public string? BoxOpenedByName { get; private set; }
    public CountMethod Method { get; private set; }
    public long? Summoned { get; private set; }

    /// <summary>Of the summoned, at the vote.</summary>
    public long? Present { get; private set; }

    /// <summary>Who does not count, as "reason=3;reason=1".</summary>
    public string Deducted { get; private set; } = "";
    public long? Issued { get; private set; }
    public long? Collected { get; private set; }

    /// <summary>The newest signed version; 0 before the first.</summary>
    public int SignedVersion { get; private set; }

    /// <summary>Why what was signed is corrected; null while it is not.</summary>
    public string? CorrectionReason { get; private set; }
    public DateTime? CorrectionBegunAt { get; private set; }
    public string? CorrectionByName { get; private set; }

    public DateTime? AnnulledAt { get; private set; }
    public string? AnnulledByName { get; private set; }
    public string? AnnulledReason { get; private set; }

    public const int LongestTitle = 300;
    public const int LongestReason = 500;
    public const int MostSeats = 1000;

    public ElectionState State =>
        AnnulledAt is not null ? ElectionState.Annulled
        : SignedVersion > 0 && CorrectionReason is null ? ElectionState.Signed
        : BoxOpenedAt is not null ? ElectionState.Counting
        : ListClosedAt is not null ? ElectionState.ListClosed
        : ElectionState.Listing;

    public bool IsBeingCorrected => CorrectionReason is not null;

    public void CloseList(DateTime at, string by, BallotForm form, int? listedByCommittee, long? attending, long? votesFor)
    {
        (ListClosedAt, ListClosedByName, Form, ListedByCommittee) = (at, by, form, listedByCommittee);
        (ListAttending, ListFor) = (attending, votesFor);
    }

    public void OpenBox(DateTime at, string by, CountMethod method) => (BoxOpenedAt, BoxOpenedByName, Method) = (at, by, method);

    public void SetFigures(HallFigures figures)
    {
        (Summoned, Present, Deducted) = (figures.Summoned, figures.Present, DeductedText.Of(figures.Deducted));
        (Issued, Collected) = (figures.Issued, figures.Collected);
    }

    /// <summary>Signs the next version; a correction ends with it.</summary>
    public int Sign()
    {
        EndCorrection();
        return ++SignedVersion;
    }

    public void BeginCorrection(DateTime at, string by, string reason) =>
        (CorrectionReason, CorrectionBegunAt, CorrectionByName) = (reason, at, by);

    /// <summary>Ends a correction in which nothing was found wrong; the signed version stands on.</summary>
    public void EndCorrection() => (CorrectionReason, CorrectionBegunAt, CorrectionByName) = (null, null, null);

    public void Annul(DateTime at, string by, string reason) => (AnnulledAt, AnnulledByName, AnnulledReason) = (at, by, reason);

    /// <summary>Under which its changes are announced and recorded.</summary>
    public static string KeyOf(long election) => FormattableString.Invariant($"election:{election}");

    internal sealed class Table : IEntityTypeConfiguration<HeldElection>
    {
        public void Configure(EntityTypeBuilder<HeldElection> builder)
        {
            builder.ToTable(
                "held_election",
                table =>
                {
                    table.HasCheckConstraint("ck_held_election_seats", "seats > 0");
                    table.HasCheckConstraint("ck_held_election_collected", "collected is null or collected <= issued");
                }
            );
            builder.Ignore(e => e.State).Ignore(e => e.IsBeingCorrected);
            builder.Property(e => e.Title).HasMaxLength(LongestTitle);
            builder.Property(e => e.Post).HasMaxLength(24);
            builder.Property(e => e.Kind).HasMaxLength(12);
            builder.Property(e => e.Among).HasMaxLength(12);
            builder.Property(e => e.Form).HasMaxLength(16);
            builder.Property(e => e.Method).HasMaxLength(12);
            builder.Property(e => e.ArrangedByName).HasMaxLength(200);
            builder.Property(e => e.ListClosedByName).HasMaxLength(200);
            builder.Property(e => e.BoxOpenedByName).HasMaxLength(200);
            builder.Property(e => e.CorrectionByName).HasMaxLength(200);
            builder.Property(e => e.CorrectionReason).HasMaxLength(LongestReason);
            builder.Property(e => e.AnnulledByName).HasMaxLength(200);
            builder.Property(e => e.AnnulledReason).HasMaxLength(LongestReason);
            builder.Property(e => e.Deducted).HasMaxLength(1000);
            builder.HasIndex(e => e.CongressId).HasDatabaseName("ix_held_election_congress");
            // By its name: the congress itself is the business of Campaigns.
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(e => e.ContinuesId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
