using DaiHoi.Web.Newsroom.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>What an old page was when it came in: its original bytes, and the article that it became.</summary>
internal sealed class ImportedPage
{
    public long Id { get; private set; }

    /// <summary>The canonical address where the page has one, else its title and date; unique.</summary>
    public required string Identity { get; init; }
    public required long ArticleId { get; init; }
    public required string FileName { get; set; }

    /// <summary>As it was read: "utf-8", "tcvn3" …</summary>
    public required string Encoding { get; set; }

    /// <summary>Of the original bytes.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The original bytes, gzip.</summary>
    public required byte[] Original { get; set; }
    public required DateTime ImportedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<ImportedPage>
    {
        public void Configure(EntityTypeBuilder<ImportedPage> builder)
        {
            builder.ToTable("imported_page");
            builder.HasIndex(p => p.Identity).IsUnique().HasDatabaseName("ux_imported_page_identity");
            builder.HasOne<Article>().WithMany().HasForeignKey(p => p.ArticleId);
        }
    }
}
