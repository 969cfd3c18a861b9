using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Campaigns.Citing;

/// <summary>
/// A figure as it was printed: what was asked, what it came to, the last event that it saw and everything that lay behind
/// it. Never changed: what is corrected later is shown beside it.
/// </summary>
internal sealed class FigureCitation
{
    public long Id { get; private set; }

    /// <summary>By which its proof is found; nobody guesses it, so a figure is read by those who read what cites it.</summary>
    public required string Key { get; init; }
    public required long CampaignId { get; init; }

    /// <summary>Its name: model-congresses-held.</summary>
    public required string Figure { get; init; }
    public required long OrganisationId { get; init; }

    /// <summary>Code of the one level that counted; null for all.</summary>
    public string? Level { get; init; }
    public required DateOnly AsOf { get; init; }
    public required long Numerator { get; init; }
    public long? Denominator { get; init; }

    /// <summary>Number of the newest event of the campaign when it was cited; 0 where there was none.</summary>
    public required long LastEventId { get; init; }
    public required DateTime CitedAt { get; init; }
    public long? CitedById { get; init; }
    public required string CitedByName { get; init; }

    /// <summary>The organisations behind the numerator with their amounts (<see cref="BehindBytes"/>).</summary>
    public required byte[] Behind { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FigureCitation>
    {
        public void Configure(EntityTypeBuilder<FigureCitation> builder)
        {
            builder.ToTable("figure_citation");
            builder.Property(c => c.Key).HasMaxLength(32);
            builder.Property(c => c.Figure).HasMaxLength(64);
            builder.Property(c => c.Level).HasMaxLength(64);
            builder.Property(c => c.CitedByName).HasMaxLength(200);
            builder.HasIndex(c => c.Key).IsUnique().HasDatabaseName("ux_figure_citation_key");
            builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId).OnDelete(DeleteBehavior.Restrict);
            builder
                .HasOne<Organisations.Organisation>()
                .WithMany()
                .HasForeignKey(c => c.OrganisationId)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>
/// A list of organisations with their amounts in few bytes: by growing id, the difference to the one before and the amount,
/// each as a number of seven bits a byte, the lowest first. 52,000 organisations take some 110 KB.
/// </summary>
internal static class BehindBytes
{
    public static byte[] Of(IEnumerable<(long Organisation, long Amount)> behind)
    {
        using var bytes = new MemoryStream();
        var before = 0L;
        foreach (var (organisation, amount) in behind.OrderBy(one => one.Organisation))
        {
            Write(bytes, organisation - before);
            Write(bytes, amount);
            before = organisation;
        }
        return bytes.ToArray();
    }

    public static List<(long Organisation, long Amount)> Read(ReadOnlySpan<byte> bytes)
    {
        var behind = new List<(long, long)>();
        var organisation = 0L;
        while (bytes.Length > 0)
        {
            organisation += Next(ref bytes);
            behind.Add((organisation, Next(ref bytes)));
        }
        return behind;
    }

    private static void Write(MemoryStream bytes, long number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.WriteByte((byte)(number | 0x80));
        bytes.WriteByte((byte)number);
    }

    private static long Next(ref ReadOnlySpan<byte> bytes)
    {
        var (number, shift) = (0L, 0);
        while (true)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
            shift += 7;
        }
    }
}
