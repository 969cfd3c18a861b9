using DaiHoi.Web.Newsroom.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>A page of the old site, and the article that it became.</summary>
internal sealed class ImportedPage
{
    public long Id { get; private set; }

    /// <summary>As <see cref="PageIdentity"/> makes it; unique.</summary>
    public required string Identity { get; init; }
    public long ArticleId { get; set; }
    public Article? Article { get; init; }

    /// <summary>Of what was recognised when the text was last taken over; another one means another text.</summary>
    public required string ContentSha256 { get; set; }
    public List<ImportedFile> Files { get; } = [];

    internal sealed class Table : IEntityTypeConfiguration<ImportedPage>
    {
        public void Configure(EntityTypeBuilder<ImportedPage> builder)
        {
            builder.ToTable("imported_page");
            builder.Property(p => p.Identity).HasMaxLength(PageIdentity.Longest);
            builder.Property(p => p.ContentSha256).HasMaxLength(64);
            builder.HasIndex(p => p.Identity).IsUnique().HasDatabaseName("ux_imported_page_identity");
            builder.HasOne(p => p.Article).WithMany().HasForeignKey(p => p.ArticleId);
            builder.HasMany(p => p.Files).WithOne().HasForeignKey(f => f.PageId);
        }
    }
}
