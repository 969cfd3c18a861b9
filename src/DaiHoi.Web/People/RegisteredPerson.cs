using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.People;

/// <summary>
/// A delegate, candidate or member of a committee. All that is personal stands here and nowhere else, so that it can be taken
/// away in one place: what points to it keeps pointing, to a number.
/// </summary>
internal sealed class RegisteredPerson
{
    public const int LongestReason = 500;

    private string fullName = "";

    public long Id { get; private set; }

    /// <summary>Where he belongs.</summary>
    public required long OrganisationId { get; set; }

    /// <summary>Empty once it was taken away.</summary>
    public string FullName
    {
        get => fullName;
        private set => (fullName, Folded) = (value, Fold.Letters(value));
    }

    public string FamilyName { get; private set; } = "";
    public string GivenName { get; private set; } = "";

    /// <summary>Name and given name without marks and case, for the search.</summary>
    public string Folded { get; private set; } = "";
    public string FoldedGiven { get; private set; } = "";

    /// <summary><see cref="PersonData.SortKey"/>.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The first day that may be his birthday; null once it was taken away.</summary>
    public DateOnly? BornOn { get; private set; }
    public BirthKnown BornKnown { get; private set; }
    public Sex? Sex { get; private set; }
    public string? Ethnicity { get; private set; }
    public DateOnly? JoinedOn { get; private set; }
    public DateOnly? OfficialOn { get; private set; }
    public Schooling? Schooling { get; private set; }
    public Degree? Degree { get; private set; }
    public string? DegreeField { get; private set; }
    public Theory? Theory { get; private set; }
    public string? Posts { get; private set; }

    /// <summary>The last day on which it is kept, unless something needs it longer.</summary>
    public required DateOnly KeptUntil { get; set; }

    public required DateTime AddedAt { get; init; }
    public required string AddedByName { get; init; }
    public DateTime ChangedAt { get; private set; }
    public string ChangedByName { get; private set; } = "";

    /// <summary>What was personal is gone.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>The record that holds him since two were found to be one person.</summary>
    public long? MergedIntoId { get; private set; }

    public bool IsKept => RemovedAt is null;

    /// <summary>What is kept of him.</summary>
    /// <exception cref="InvalidOperationException">it was taken away</exception>
    public PersonData Data =>
        IsKept
            ? new(
                new(FullName, FamilyName, GivenName),
                new(BornOn!.Value, BornKnown),
                Sex!.Value,
                Ethnicity,
                JoinedOn,
                OfficialOn,
                Schooling,
                Degree,
                DegreeField,
                Theory,
                Posts
            )
            : throw new InvalidOperationException($"What was kept of person {Id} is gone");

    public void Write(PersonData data, DateTime at, string byName)
    {
        (FullName, FamilyName, GivenName) = (data.Name.Full, data.Name.Family, data.Name.Given);
        (FoldedGiven, SortKey) = (Fold.Letters(GivenName), data.SortKey);
        (BornOn, BornKnown, Sex, Ethnicity) = (data.Born.First, data.Born.Known, data.Sex, data.Ethnicity);
        (JoinedOn, OfficialOn) = (data.JoinedOn, data.OfficialOn);
        (Schooling, Degree, DegreeField, Theory) = (data.Schooling, data.Degree, data.DegreeField, data.Theory);
        Posts = data.Posts;
        (ChangedAt, ChangedByName) = (at, byName);
    }

    /// <summary>Takes away all that is personal; the number stays for what points to it.</summary>
    public void Remove(DateTime at)
    {
        (FullName, FamilyName, GivenName, FoldedGiven, SortKey) = ("", "", "", "", "");
        (BornOn, Sex, Ethnicity, JoinedOn, OfficialOn) = (null, null, null, null, null);
        (Schooling, Degree, DegreeField, Theory, Posts) = (null, null, null, null, null);
        RemovedAt = at;
    }

    /// <summary>Another record holds him from now on.</summary>
    public void MergeInto(long other, DateTime at)
    {
        Remove(at);
        MergedIntoId = other;
    }

    internal sealed class Table : IEntityTypeConfiguration<RegisteredPerson>
    {
        public void Configure(EntityTypeBuilder<RegisteredPerson> builder)
        {
            builder.ToTable(
                "registered_person",
                table =>
                    table.HasCheckConstraint(
                        "ck_registered_person_removed_whole",
                        "(removed_at is null) = (born_on is not null) and (removed_at is null) = (length(full_name) > 0)"
                    )
            );
            builder
                .Property(p => p.FullName)
                .HasMaxLength(PersonFields.LongestName)
                .UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.Property(p => p.FamilyName).HasMaxLength(PersonFields.LongestName);
            builder.Property(p => p.GivenName).HasMaxLength(PersonFields.LongestName);
            // Taking marks away makes no text longer, but of some letters it makes two.
            builder.Property(p => p.Folded).HasMaxLength(2 * PersonFields.LongestName);
            builder.Property(p => p.FoldedGiven).HasMaxLength(2 * PersonFields.LongestName);
            builder.Property(p => p.SortKey).HasMaxLength(1000);
            builder.Property(p => p.BornKnown).HasConversion<string>().HasMaxLength(8);
            builder.Property(p => p.Sex).HasConversion<string>().HasMaxLength(8);
            builder.Property(p => p.Ethnicity).HasMaxLength(40);
            builder.Property(p => p.Schooling).HasConversion<string>().HasMaxLength(16);
            builder.Property(p => p.Degree).HasConversion<string>().HasMaxLength(16);
            builder.Property(p => p.DegreeField).HasMaxLength(PersonFields.LongestName);
            builder.Property(p => p.Theory).HasConversion<string>().HasMaxLength(16);
            builder.Property(p => p.Posts).HasMaxLength(PersonFields.LongestPosts);
            builder.Property(p => p.AddedByName).HasMaxLength(200);
            builder.Property(p => p.ChangedByName).HasMaxLength(200);
            builder.HasIndex(p => p.OrganisationId).HasDatabaseName("ix_registered_person_organisation");
            // Names are asked for by their beginning, whatever the order of letters on the server.
            builder.HasIndex(p => p.Folded).HasOperators("text_pattern_ops").HasDatabaseName("ix_registered_person_folded");
            builder
                .HasIndex(p => p.FoldedGiven)
                .HasOperators("text_pattern_ops")
                .HasDatabaseName("ix_registered_person_folded_given");
            builder.HasIndex(p => p.KeptUntil).HasDatabaseName("ix_registered_person_kept_until");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<RegisteredPerson>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
