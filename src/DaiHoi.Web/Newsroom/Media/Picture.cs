using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Media;

/// <summary>A picture in the media store. The same bytes are kept once.</summary>
internal sealed class Picture
{
    public long Id { get; private set; }

    /// <summary>Of the bytes that were brought in; also the name of the files.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the picture turned upright, in pixels.</summary>
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required DateTime AddedAt { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<Picture>
    {
        public void Configure(EntityTypeBuilder<Picture> builder)
        {
            builder.ToTable("picture");
            builder.Property(p => p.Sha256).HasMaxLength(64);
            builder.HasIndex(p => p.Sha256).IsUnique().HasDatabaseName("ux_picture_sha256");
        }
    }
}
