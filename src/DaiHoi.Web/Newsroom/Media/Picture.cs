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

    /// <summary>The name of the file that was brought in; empty where the program drew it or an old page named none.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is proposed for every article that shows it; each may write its own.</summary>
    public string Caption { get; set; } = "";
    public string AlternativeText { get; set; } = "";
    public string? Credit { get; set; }

    /// <summary>On what terms it may be shown: "CC BY 4.0", "TTXVN cho phép, 2020".</summary>
    public string? Licence { get; set; }

    /// <summary>The point that must be seen where a list cuts the picture, in percent from the left and from above.</summary>
    public int FocalX { get; set; } = Middle;
    public int FocalY { get; set; } = Middle;

    /// <summary>Name and words without marks and case, for searching; empty until somebody names or describes it.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The account, like the name as a value; null where the program brought it in.</summary>
    public long? AddedById { get; set; }
    public string? AddedByName { get; set; }

    public const int Middle = 50;
    public const int LongestText = 1000;
    public const int LongestName = 200;

    /// <summary>After its name or its words have changed.</summary>
    public void Reindex() => SearchText = Platform.Text.Fold.Letters($"{Name} {Caption} {AlternativeText} {Credit}");

    internal sealed class Table : IEntityTypeConfiguration<Picture>
    {
        public void Configure(EntityTypeBuilder<Picture> builder)
        {
            builder.ToTable(
                "picture",
                table =>
                    table.HasCheckConstraint(
                        "ck_picture_focal_point_inside",
                        "focal_x between 0 and 100 and focal_y between 0 and 100"
                    )
            );
            builder.Property(p => p.Name).HasMaxLength(LongestName);
            builder.Property(p => p.Caption).HasMaxLength(LongestText);
            builder.Property(p => p.AlternativeText).HasMaxLength(LongestText);
            builder.Property(p => p.Credit).HasMaxLength(LongestName);
            builder.Property(p => p.Licence).HasMaxLength(LongestName);
            builder.Property(p => p.AddedByName).HasMaxLength(LongestName);
            builder.Property(p => p.FocalX).HasDefaultValue(Middle);
            builder.Property(p => p.FocalY).HasDefaultValue(Middle);
            builder.Property(p => p.Sha256).HasMaxLength(64);
            builder.HasIndex(p => p.Sha256).IsUnique().HasDatabaseName("ux_picture_sha256");
        }
    }
}
