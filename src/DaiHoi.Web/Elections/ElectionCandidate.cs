using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections;

/// <summary>How somebody came onto a list.</summary>
internal enum CandidateSource
{
    /// <summary>on the list that the summoning committee prepared</summary>
    Prepared,

    /// <summary>đề cử from the floor</summary>
    Nominated,

    /// <summary>ứng cử by himself</summary>
    SelfNominated,

    /// <summary>not elected, or tied, in the ballot that this one continues</summary>
    Remaining,
}

/// <summary>Somebody who stands, or stood until he withdrew, in an election.</summary>
internal sealed class ElectionCandidate
{
    private long? personId;

    public long Id { get; private set; }
    public required long ElectionId { get; init; }
    public required string Name { get; init; }
    public required CandidateSource Source { get; init; }

    /// <summary>His record in the register of people; null for somebody who was typed by name.</summary>
    public long? PersonId
    {
        get => personId;
        init => personId = value;
    }

    /// <summary>Needed only where the rule set gives a tie to the older.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>Of a nominee from the floor: how many of <see cref="Attending"/> support him.</summary>
    public long? Supporters { get; init; }
    public long? Attending { get; init; }

    /// <summary>Somebody has looked: he is not the member of the counting board who has the same name.</summary>
    public bool IsNamesake { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }

    /// <summary>Of <see cref="WithdrawnAttending"/>, who let him withdraw; null where the name was entered by mistake.</summary>
    public long? WithdrawnFor { get; private set; }
    public long? WithdrawnAttending { get; private set; }

    /// <summary>Since the newest opinion ballot he is not among those whom it chose; null where he stands.</summary>
    public DateTime? LeftOutAt { get; private set; }

    /// <summary>On the ballot, from 1; null until the list is closed.</summary>
    public int? Number { get; private set; }

    /// <summary>When somebody said, after the signature, whose record this name is; null where it was known before, or is not known.</summary>
    public DateTime? IdentifiedAt { get; private set; }
    public string? IdentifiedByName { get; private set; }

    /// <summary>The row of the list above that took the record over with him; null where there was none.</summary>
    public long? IdentifiedAboveId { get; private set; }

    public const int LongestName = 200;

    public bool IsFromFloor => Source is CandidateSource.Nominated or CandidateSource.SelfNominated;

    /// <summary>Whether his name is to be on the ballot as things are.</summary>
    public bool Stands => WithdrawnAt is null && LeftOutAt is null;

    /// <summary>Whether he is on the list under exactly this name: of two the same nobody at the box could tell them apart.</summary>
    public bool IsStillNamed(string name) => WithdrawnAt is null && SortKey.Of(Name) == SortKey.Of(name);

    /// <summary>"Nguyễn Văn An" of "Nguyễn Văn An (1972)", as a list tells people of one name apart.</summary>
    public static string WithoutRemark(string name) =>
        name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var at ? name[..at].TrimEnd() : name;

    // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 15: printed in the order of the given name, A B C.
    public static IEnumerable<ElectionCandidate> InOrder(IEnumerable<ElectionCandidate> candidates) =>
        candidates
            .OrderBy(candidate => PersonName.Of(WithoutRemark(candidate.Name)).Order, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Id);

    /// <summary>The congress lets him withdraw.</summary>
    public void Withdraw(DateTime at, string reason, long votesFor, long attending)
    {
        (WithdrawnAt, WithdrawnReason) = (at, reason);
        (WithdrawnFor, WithdrawnAttending) = (votesFor, attending);
    }

    /// <summary>Takes away a name that nobody has proposed.</summary>
    public void TakeAwayMistake(DateTime at, string reason) => (WithdrawnAt, WithdrawnReason) = (at, reason);

    public void LeaveOut(DateTime at) => LeftOutAt = at;

    public void Enter() => LeftOutAt = null;

    public void Stand(int number) => Number = number;

    /// <summary>Says whose record this name is. What was signed names no record, so nothing of it changes.</summary>
    public void Identify(long person, DateTime at, string by, long? above)
    {
        (personId, IdentifiedAt) = (person, at);
        (IdentifiedByName, IdentifiedAboveId) = (by, above);
    }

    /// <summary>It was another's record: he is a name again.</summary>
    public void LoseIdentity()
    {
        (personId, IdentifiedAt) = (null, null);
        (IdentifiedByName, IdentifiedAboveId) = (null, null);
    }

    internal sealed class Table : IEntityTypeConfiguration<ElectionCandidate>
    {
        public void Configure(EntityTypeBuilder<ElectionCandidate> builder)
        {
            builder.ToTable(
                "election_candidate",
                table =>
                {
                    table.HasCheckConstraint("ck_election_candidate_support", "supporters is null or supporters <= attending");
                    table.HasCheckConstraint(
                        "ck_election_candidate_withdrawn",
                        "withdrawn_for is null or withdrawn_for <= withdrawn_attending"
                    );
                }
            );
            builder.Ignore(c => c.IsFromFloor).Ignore(c => c.Stands);
            builder.Property(c => c.Name).HasMaxLength(LongestName);
            builder.Property(c => c.Source).HasMaxLength(16);
            builder.Property(c => c.AddedByName).HasMaxLength(200);
            builder.Property(c => c.IdentifiedByName).HasMaxLength(200);
            builder.Property(c => c.WithdrawnReason).HasMaxLength(HeldElection.LongestReason);
            builder
                .HasIndex(c => new { c.ElectionId, c.Number })
                .IsUnique()
                .HasFilter("number is not null")
                .HasDatabaseName("ux_election_candidate_number");
            builder.HasIndex(c => c.ElectionId).HasDatabaseName("ix_election_candidate_election");
            // Of each person one standing name; somebody without a record cannot be told from another of his name.
            builder
                .HasIndex(c => new { c.ElectionId, c.PersonId })
                .IsUnique()
                .HasFilter("person_id is not null and withdrawn_at is null")
                .HasDatabaseName("ux_election_candidate_person");
            // By its name: what is personal is the business of People. The number stays when it is taken away.
            builder
                .HasOne("DaiHoi.Web.People.RegisteredPerson", null)
                .WithMany()
                .HasForeignKey("PersonId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<HeldElection>().WithMany().HasForeignKey(c => c.ElectionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
