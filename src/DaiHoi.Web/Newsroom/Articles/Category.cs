using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>A section of the portal.</summary>
internal sealed class Category
{
    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required string NameVi { get; set; }
    public required string NameEn { get; set; }

    /// <summary>Order on the home page and in lists, from 1.</summary>
    public int Position { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Category>
    {
        public void Configure(EntityTypeBuilder<Category> builder)
        {
            builder.ToTable("category");
            builder.HasIndex(c => c.Slug).IsUnique().HasDatabaseName("ux_category_slug");
        }
    }
}
