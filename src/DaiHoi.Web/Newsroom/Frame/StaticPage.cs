using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Frame;

/// <summary>A page that is no news: Giới thiệu, Liên hệ, the statements.</summary>
internal sealed class StaticPage
{
    public required string Slug { get; init; }
    public required string TitleVi { get; set; }
    public required string BodyVi { get; set; }
    public required string TitleEn { get; set; }

    /// <summary>Clean HTML, like the Vietnamese body.</summary>
    public required string BodyEn { get; set; }
    public required DateTime UpdatedAt { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StaticPage>
    {
        public void Configure(EntityTypeBuilder<StaticPage> builder)
        {
            builder.ToTable("static_page");
            builder.HasKey(p => p.Slug);
        }
    }
}
