using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>An address under which the article was found on an earlier site; it leads to the article for ever.</summary>
internal sealed class OldAddress
{
    /// <summary>Path and query without host, beginning with "/", as the old site wrote it.</summary>
    public required string Path { get; init; }
    public long ArticleId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<OldAddress>
    {
        public void Configure(EntityTypeBuilder<OldAddress> builder)
        {
            builder.ToTable("old_address");
            builder.HasKey(o => o.Path);
            builder.HasOne<Article>().WithMany().HasForeignKey(o => o.ArticleId);
        }
    }
}
