using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>A PDF in the media store that articles offer to their readers. The same bytes are kept once.</summary>
internal sealed class Attachment
{
    public long Id { get; private set; }

    /// <summary>Of the bytes; also the name of the file in the store and of its address.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>As the reader saves it: "ke-hoach-12.pdf".</summary>
    public required string Name { get; set; }

    /// <summary>What stands in an article that says nothing of its own.</summary>
    public required string Title { get; set; }

    /// <summary>Name and title without marks and case, for searching.</summary>
    public string SearchText { get; private set; } = "";
    public required DateTime AddedAt { get; init; }

    /// <summary>The account, like the name as a value.</summary>
    public long? AddedById { get; init; }
    public string? AddedByName { get; init; }

    public const int LongestText = 300;
    public const int LongestName = 200;
    public const string Ending = ".pdf";

    /// <summary>After its name or its title has changed.</summary>
    public void Reindex() => SearchText = Platform.Text.Fold.Letters($"{Title} {Name}");

    internal sealed class Table : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> builder)
        {
            builder.ToTable("attachment", table => table.HasCheckConstraint("ck_attachment_not_empty", "length > 0"));
            builder.Property(a => a.Sha256).HasMaxLength(64);
            builder.Property(a => a.Name).HasMaxLength(LongestName);
            builder.Property(a => a.Title).HasMaxLength(LongestText);
            builder.Property(a => a.AddedByName).HasMaxLength(200);
            builder.HasIndex(a => a.Sha256).IsUnique().HasDatabaseName("ux_attachment_sha256");
        }
    }
}
