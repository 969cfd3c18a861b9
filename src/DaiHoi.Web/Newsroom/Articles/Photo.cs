using DaiHoi.Web.Newsroom.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>A photograph in an article: the picture, where there is one, with what is written about it.</summary>
internal sealed class Photo
{
    public long Id { get; private set; }
    public long ArticleId { get; set; }

    /// <summary>Null where the caption came without its picture: an empty frame is shown.</summary>
    public long? PictureId { get; set; }
    public required string Caption { get; set; }

    /// <summary>What the picture shows, for those who cannot see it. Empty where the caption says it all.</summary>
    public string AlternativeText { get; set; } = "";
    public string? Credit { get; set; }
    public Picture? Picture { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<Photo>
    {
        public void Configure(EntityTypeBuilder<Photo> builder)
        {
            builder.ToTable("photo");
            builder.HasOne(p => p.Picture).WithMany().HasForeignKey(p => p.PictureId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
