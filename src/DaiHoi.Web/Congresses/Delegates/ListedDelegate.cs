using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>How somebody comes to be summoned.</summary>
internal enum DelegateKind
{
    /// <summary>đương nhiên: a member of the summoning committee</summary>
    ExOfficio,

    /// <summary>elected by the congress below</summary>
    Elected,

    /// <summary>chỉ định</summary>
    Appointed,

    /// <summary>of a congress at which all members meet</summary>
    Member,
}

/// <summary>
/// Somebody on the list of a congress. The name stands here as the list prints it; what else is known of him stands in the
/// register of people.
/// </summary>
internal sealed class ListedDelegate
{
    public long Id { get; private set; }
    public required long CongressId { get; init; }

    /// <summary>Of the delegation to which he belongs; null for who was appointed above.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Of the register of people; null while nobody has found his record.</summary>
    public long? PersonId { get; private set; }
    public required string Name { get; init; }
    public required DelegateKind Kind { get; init; }

    /// <summary>Elected as an alternate (dự khuyết): summoned only in another's place.</summary>
    public bool IsAlternate { get; init; }

    /// <summary>With which he was elected; alternates follow each other by it. Null where nobody has said.</summary>
    public int? Votes { get; private set; }

    /// <summary>The election below from whose signed result he comes; null where he was entered.</summary>
    public long? ElectionId { get; init; }

    /// <summary>What his badge carries, so that the door finds him: no name, nothing to guess.</summary>
    public required string Badge { get; init; }
    public required DateTime ListedAt { get; init; }
    public required string ListedByName { get; init; }

    /// <summary>The delegate whose place he took as an alternate; null while he took none.</summary>
    public long? InPlaceOfId { get; private set; }
    public DateTime? TookPlaceAt { get; private set; }

    /// <summary>He is no longer on the list from here on.</summary>
    public DateTime? EndedAt { get; private set; }
    public string? EndedByName { get; private set; }

    /// <summary>Code of the rule set, where it knows the reason.</summary>
    public string? EndCode { get; private set; }
    public string? EndReason { get; private set; }

    /// <summary>The credential committee has looked.</summary>
    public DateTime? CheckedAt { get; private set; }
    public string? CheckedByName { get; private set; }

    /// <summary>Why he is no delegate, or what is complained of; null where nothing stands against him.</summary>
    public string? Objection { get; private set; }

    /// <summary>Code of the rule set for why he is absent from the whole congress and leaves the base; null where he does not.</summary>
    public string? DeductedFor { get; private set; }

    /// <summary>Code of an end that is none of the rule set's: he was entered by mistake, so that no place became empty.</summary>
    public const string Mistake = "entered-by-mistake";

    /// <summary>Code of an end that is none of the rule set's: the credential committee refused him after a complaint.</summary>
    public const string Refused = "refused-after-complaint";
    public const int LongestName = 200;
    public const int LongestReason = 500;
    public const int BadgeLength = 20;

    /// <summary>The result of which he came was corrected or annulled: nobody puts him back by hand.</summary>
    public bool IsGoneWithResult =>
        ElectionId is not null
        && (
            EndReason == Ui.Texts.Vietnamese["delegate-not-in-corrected-result"]
            || EndReason == Ui.Texts.Vietnamese["delegate-election-annulled"]
        );

    public bool IsOnList => EndedAt is null;

    /// <summary>He is to come: an official delegate, or an alternate in the place of one.</summary>
    public bool IsSummoned => IsOnList && (!IsAlternate || TookPlaceAt is not null);

    /// <summary>He had a place at the congress and has left it.</summary>
    public bool HasLeftPlace => !IsOnList && EndCode != Mistake && (!IsAlternate || TookPlaceAt is not null);

    /// <summary>Orders lists as offices do.</summary>
    public string Order => PersonName.Of(Name).Order;

    public void Find(long person) => PersonId = person;

    /// <summary>Nobody stands behind his number in the register any more: he is a name again, and may be found anew.</summary>
    public void Lose() => PersonId = null;

    /// <summary>So many votes, as they were counted, or counted again.</summary>
    public void Recount(int? votes) => Votes = votes;

    public void TakePlaceOf(long other, DateTime at) => (InPlaceOfId, TookPlaceAt) = (other, at);

    public void End(DateTime at, string by, string? code, string reason) =>
        (EndedAt, EndedByName, EndCode, EndReason) = (at, by, code, reason);

    /// <summary>He is on the list again; what was said against him with his leaving is taken back, and he is looked at anew.</summary>
    public void Restore()
    {
        if (Objection is not null && Objection == EndReason)
            (CheckedAt, CheckedByName, Objection) = (null, null, null);
        (EndedAt, EndedByName, EndCode, EndReason) = (null, null, null, null);
    }

    /// <summary>He waits again: the one in whose place he stood has come back.</summary>
    public void GiveBackPlace() => (InPlaceOfId, TookPlaceAt) = (null, null);

    public void Check(DateTime at, string by, string? objection) => (CheckedAt, CheckedByName, Objection) = (at, by, objection);

    /// <summary>He is to be looked at once more; what stands against him stays.</summary>
    public void LookAgain()
    {
        if (Objection is null)
            (CheckedAt, CheckedByName) = (null, null);
    }

    public void DeductFor(string? code) => DeductedFor = code;

    public static string KeyOf(long id) => FormattableString.Invariant($"delegate:{id}");

    internal sealed class Table : IEntityTypeConfiguration<ListedDelegate>
    {
        public void Configure(EntityTypeBuilder<ListedDelegate> builder)
        {
            builder.ToTable(
                "listed_delegate",
                table =>
                    table.HasCheckConstraint("ck_listed_delegate_end_has_reason", "(ended_at is null) = (end_reason is null)")
            );
            builder
                .Ignore(d => d.IsOnList)
                .Ignore(d => d.IsSummoned)
                .Ignore(d => d.HasLeftPlace)
                .Ignore(d => d.IsGoneWithResult)
                .Ignore(d => d.Order);
            builder.Property(d => d.Name).HasMaxLength(LongestName);
            builder.Property(d => d.Kind).HasMaxLength(12);
            builder.Property(d => d.Badge).HasMaxLength(BadgeLength);
            builder.Property(d => d.ListedByName).HasMaxLength(200);
            builder.Property(d => d.EndedByName).HasMaxLength(200);
            builder.Property(d => d.EndCode).HasMaxLength(80);
            builder.Property(d => d.EndReason).HasMaxLength(LongestReason);
            builder.Property(d => d.CheckedByName).HasMaxLength(200);
            builder.Property(d => d.Objection).HasMaxLength(LongestReason);
            builder.Property(d => d.DeductedFor).HasMaxLength(80);
            builder.HasIndex(d => d.CongressId).HasDatabaseName("ix_listed_delegate_congress");
            builder.HasIndex(d => d.Badge).IsUnique().HasDatabaseName("ux_listed_delegate_badge");
            // Nobody stands twice in one delegation's list; twice on the list of the congress is for people to decide.
            builder
                .HasIndex(d => new
                {
                    d.CongressId,
                    d.PersonId,
                    d.Kind,
                })
                .IsUnique()
                .HasFilter("person_id is not null and ended_at is null")
                .HasDatabaseName("ux_listed_delegate_person");
            builder
                .HasIndex(d => d.InPlaceOfId)
                .IsUnique()
                .HasFilter("in_place_of_id is not null and ended_at is null")
                .HasDatabaseName("ux_listed_delegate_in_place_of");
            builder
                .HasOne("DaiHoi.Web.Campaigns.Congress", null)
                .WithMany()
                .HasForeignKey("CongressId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne("DaiHoi.Web.People.RegisteredPerson", null)
                .WithMany()
                .HasForeignKey("PersonId")
                .OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<ListedDelegate>().WithMany().HasForeignKey(d => d.InPlaceOfId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
