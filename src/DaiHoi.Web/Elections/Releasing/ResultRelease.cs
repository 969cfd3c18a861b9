using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Elections.Releasing;

/// <summary>The presidium has released a signed version to the hall: from then on its screen shows it.</summary>
internal sealed class ResultRelease
{
    public long Id { get; private set; }
    public required long ResultId { get; init; }
    public required DateTime ReleasedAt { get; init; }
    public required string ReleasedByName { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ResultRelease>
    {
        public void Configure(EntityTypeBuilder<ResultRelease> builder)
        {
            builder.ToTable("result_release");
            builder.Property(r => r.ReleasedByName).HasMaxLength(200);
            builder.HasIndex(r => r.ResultId).IsUnique().HasDatabaseName("ux_result_release_result");
            builder.HasOne<SignedResult>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
