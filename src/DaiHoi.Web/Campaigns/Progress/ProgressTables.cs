using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Progress;

/// <summary>
/// What all congresses strictly below an organisation change in its sums, from an effective day on and known from a recorded
/// day on: the sum of the rows up to day D entered up to day K is what was known on K of D. Days are day numbers
/// (<see cref="DateOnly.DayNumber"/>), because the sums are added up over ranges of them.
/// </summary>
internal sealed class ProgressDelta
{
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }
    public required int Level { get; init; }
    public required int EffectiveOn { get; init; }
    public required int RecordedOn { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ProgressDelta>
    {
        public void Configure(EntityTypeBuilder<ProgressDelta> builder)
        {
            builder.ToTable("progress_delta");
            builder.HasKey(d => new
            {
                d.CampaignId,
                d.OrganisationId,
                d.Level,
                d.EffectiveOn,
                d.RecordedOn,
            });
            foreach (var column in Measures.Columns)
                builder.Property<int>(column).HasColumnName(column);
        }
    }
}

/// <summary>
/// By all that is known today, the sums of an organisation as they stand from an effective day on until the next row: the
/// value on any day is one seek, however many congresses lie below.
/// </summary>
internal sealed class ProgressTotal
{
    public required long CampaignId { get; init; }
    public required long OrganisationId { get; init; }
    public required int Level { get; init; }
    public required int EffectiveOn { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<ProgressTotal>
    {
        public void Configure(EntityTypeBuilder<ProgressTotal> builder)
        {
            builder.ToTable("progress_total");
            builder.HasKey(t => new
            {
                t.CampaignId,
                t.OrganisationId,
                t.Level,
                t.EffectiveOn,
            });
            foreach (var column in Measures.Columns)
                builder.Property<int>(column).HasColumnName(column);
        }
    }
}
