using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Visits;

/// <summary>The visits that began on a day of the site, and the page views in it. Written by increments only.</summary>
internal sealed class VisitDay
{
    public DateOnly Day { get; init; }
    public long Visits { get; init; }
    public long PageViews { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<VisitDay>
    {
        public void Configure(EntityTypeBuilder<VisitDay> builder)
        {
            builder.ToTable(
                "visit_day",
                table => table.HasCheckConstraint("ck_visit_day_not_negative", "visits >= 0 and page_views >= 0")
            );
            builder.HasKey(day => day.Day);
        }
    }
}
