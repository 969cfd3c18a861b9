using DaiHoi.Web.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Reports.Papers;

/// <summary>
/// What an organisation has put in the place of the usual words of its papers in a campaign. Who signs and where is its own;
/// the body in whose name papers are signed, recipients, first and last paragraphs hold for those below too, until one of
/// them says otherwise.
/// </summary>
internal sealed class PaperWords
{
    public long Id { get; private set; }
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>Where its papers are dated: "Đồng Xoài"; null takes it from the organisation's name.</summary>
    public string? Place { get; set; }

    /// <summary>Its short sign in numbers: "TU" of "Số 12-BC/TU"; null leaves it out.</summary>
    public string? Sign { get; set; }

    /// <summary>"PHÓ BÍ THƯ"; null leaves it to the hand.</summary>
    public string? Post { get; set; }
    public string? Signer { get; set; }

    /// <summary>The body, without "thay mặt": "BAN THƯỜNG VỤ".</summary>
    public string? OnBehalf { get; set; }

    /// <summary>One for each line.</summary>
    public string? Recipients { get; set; }

    /// <summary>Paragraphs before the first section.</summary>
    public string? Opening { get; set; }

    /// <summary>Paragraphs behind the last section.</summary>
    public string? Closing { get; set; }

    public const int LongestName = 200;
    public const int LongestSign = 40;
    public const int LongestText = 4000;

    /// <summary>Under which its changes are announced and recorded.</summary>
    public static string KeyOf(long campaign, long organisation) =>
        FormattableString.Invariant($"paper-words:{campaign}/{organisation}");

    internal sealed class Table : IEntityTypeConfiguration<PaperWords>
    {
        public void Configure(EntityTypeBuilder<PaperWords> builder)
        {
            builder.ToTable("paper_words");
            builder.Property(w => w.Place).HasMaxLength(LongestName);
            builder.Property(w => w.Sign).HasMaxLength(LongestSign);
            builder.Property(w => w.Post).HasMaxLength(LongestName);
            builder.Property(w => w.Signer).HasMaxLength(LongestName);
            builder.Property(w => w.OnBehalf).HasMaxLength(LongestName);
            builder.Property(w => w.Recipients).HasMaxLength(LongestText);
            builder.Property(w => w.Opening).HasMaxLength(LongestText);
            builder.Property(w => w.Closing).HasMaxLength(LongestText);
            builder
                .HasIndex(w => new { w.CampaignId, w.OrganisationId })
                .IsUnique()
                .HasDatabaseName("ux_paper_words_campaign_organisation");
            builder.HasOne<Organisation>().WithMany().HasForeignKey(w => w.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
