using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Documents;

/// <summary>A document of the library: directive, guide, plan, report.</summary>
internal sealed class OfficialDocument
{
    public long Id { get; private set; }

    /// <summary>Number and symbol as printed: "35-CT/TW". Never a key by itself: it returns in other years.</summary>
    public required string Number { get; set; }

    /// <summary>"Chỉ thị", "Hướng dẫn", "Báo cáo" …</summary>
    public required string Type { get; set; }
    public required DateOnly IssuedOn { get; set; }
    public DateOnly? InForceFrom { get; set; }
    public DateOnly? ExpiredOn { get; set; }
    public required string IssuingBody { get; set; }
    public string? Signatory { get; set; }
    public required string Summary { get; set; }

    /// <summary>Number, type, body, signatory and summary folded, for the library's filter.</summary>
    public string SearchText { get; set; } = "";
    public List<DocumentFile> Files { get; } = [];

    internal sealed class Table : IEntityTypeConfiguration<OfficialDocument>
    {
        public void Configure(EntityTypeBuilder<OfficialDocument> builder)
        {
            builder.ToTable("official_document");
            builder.HasMany(d => d.Files).WithOne().HasForeignKey(f => f.DocumentId);
            builder.HasIndex(d => d.IssuedOn).HasDatabaseName("ix_official_document_issued_on");
        }
    }
}

/// <summary>An attachment of a document, kept in the data folder under the hash of its bytes.</summary>
internal sealed class DocumentFile
{
    public long Id { get; private set; }
    public long DocumentId { get; set; }

    /// <summary>As the reader saves it: "35-CT-TW.pdf".</summary>
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required string Sha256 { get; init; }
    public required long Length { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<DocumentFile>
    {
        public void Configure(EntityTypeBuilder<DocumentFile> builder) => builder.ToTable("document_file");
    }
}
