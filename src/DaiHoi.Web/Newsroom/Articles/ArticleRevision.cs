using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>A text that an article had from <see cref="SavedAt"/> until the next revision. Never changed.</summary>
internal sealed class ArticleRevision
{
    private ArticleRevision() { }

    public ArticleRevision(ArticleText text, int number, DateTime savedAt, string reason, Actor? by)
    {
        Number = number;
        Title = text.Title;
        Dateline = text.Dateline;
        Lead = text.Lead;
        BodyHtml = text.BodyHtml;
        SavedAt = savedAt;
        Reason = reason;
        SavedById = by?.Id;
        SavedByName = by?.Name;
    }

    public long Id { get; private set; }
    public long ArticleId { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string? Dateline { get; private set; }
    public string Lead { get; private set; } = "";
    public string BodyHtml { get; private set; } = "";
    public DateTime SavedAt { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>The account, like the name as a value; null where the program brought the text in.</summary>
    public long? SavedById { get; private set; }
    public string? SavedByName { get; private set; }

    public ArticleText Text => new(Title, Dateline, Lead, BodyHtml);

    internal sealed class Table : IEntityTypeConfiguration<ArticleRevision>
    {
        public void Configure(EntityTypeBuilder<ArticleRevision> builder)
        {
            builder.ToTable("article_revision");
            builder.Ignore(r => r.Text);
            builder.Property(r => r.SavedByName).HasMaxLength(200);
            builder.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique().HasDatabaseName("ux_article_revision_number");
        }
    }
}
