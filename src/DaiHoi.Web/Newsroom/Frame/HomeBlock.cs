using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>One block of the home page, as the office arranged it. Where there is none, the home page has its usual blocks.</summary>
internal sealed class HomeBlock
{
    public const int MostLines = 20;

    public long Id { get; private set; }
    public int Position { get; set; }
    public required HomeKind Kind { get; init; }
    public required HomeWidth Width { get; init; }
    public required int Lines { get; init; }

    /// <summary>The section that it shows; goes with it.</summary>
    public long? CategoryId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<HomeBlock>
    {
        public void Configure(EntityTypeBuilder<HomeBlock> builder)
        {
            builder.ToTable(
                "home_block",
                table =>
                {
                    table.HasCheckConstraint(
                        "ck_home_block_section_named",
                        $"(kind = '{nameof(HomeKind.Section)}') = (category_id is not null)"
                    );
                    table.HasCheckConstraint(
                        "ck_home_block_lines_within",
                        FormattableString.Invariant($"lines between 0 and {MostLines}")
                    );
                }
            );
            builder.Property(b => b.Kind).HasMaxLength(16);
            builder.Property(b => b.Width).HasMaxLength(16);
            builder.HasOne<Category>().WithMany().HasForeignKey(b => b.CategoryId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
