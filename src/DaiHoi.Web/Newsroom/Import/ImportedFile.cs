using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>The bytes from which a text was taken over, as they came. Never changed, and kept for every text of a page.</summary>
internal sealed class ImportedFile
{
    public long Id { get; private set; }
    public long PageId { get; private set; }
    public required string FileName { get; init; }

    /// <summary>As it was read: "utf-8", "tcvn3" …</summary>
    public required string Encoding { get; init; }

    /// <summary>Of the original bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The original bytes, gzip.</summary>
    public required byte[] Original { get; init; }
    public required DateTime ImportedAt { get; init; }

    public static byte[] Pack(ReadOnlySpan<byte> original)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(original);
        return packed.ToArray();
    }

    /// <summary>The bytes as they came.</summary>
    public byte[] Unpack()
    {
        using var gzip = new GZipStream(new MemoryStream(Original), CompressionMode.Decompress);
        using var original = new MemoryStream();
        gzip.CopyTo(original);
        return original.ToArray();
    }

    internal sealed class Table : IEntityTypeConfiguration<ImportedFile>
    {
        public void Configure(EntityTypeBuilder<ImportedFile> builder)
        {
            builder.ToTable("imported_file");
            builder.Property(f => f.FileName).HasMaxLength(1000);
            builder.Property(f => f.Encoding).HasMaxLength(40);
            builder.Property(f => f.Sha256).HasMaxLength(64);
            builder.HasIndex(f => new { f.PageId, f.Sha256 }).IsUnique().HasDatabaseName("ux_imported_file_bytes");
        }
    }
}
