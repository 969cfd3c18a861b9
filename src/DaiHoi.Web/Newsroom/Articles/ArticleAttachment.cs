using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>An article that offers a file, or did in an earlier revision.</summary>
internal sealed class ArticleAttachment
{
    public long ArticleId { get; init; }
    public long AttachmentId { get; init; }

    /// <summary>Remembers the files that a text names. One that it names no more stays: earlier revisions can come back.</summary>
    public static async Task RememberAsync(Database database, long article, string bodyHtml, CancellationToken stop)
    {
        var named = BodyReference.In(bodyHtml, BodyReference.FileMark);
        if (named.Count == 0)
            return;
        var remembered = await database
            .Set<ArticleAttachment>()
            .Where(use => use.ArticleId == article)
            .Select(use => use.AttachmentId)
            .ToListAsync(stop);
        database.AddRange(
            named.Except(remembered).Select(id => new ArticleAttachment { ArticleId = article, AttachmentId = id })
        );
    }

    internal sealed class Table : IEntityTypeConfiguration<ArticleAttachment>
    {
        public void Configure(EntityTypeBuilder<ArticleAttachment> builder)
        {
            builder.ToTable("article_attachment");
            builder.HasKey(use => new { use.ArticleId, use.AttachmentId });
            builder.HasOne<Article>().WithMany().HasForeignKey(use => use.ArticleId);
            builder.HasOne<Attachment>().WithMany().HasForeignKey(use => use.AttachmentId).OnDelete(DeleteBehavior.Restrict);
            builder.HasIndex(use => use.AttachmentId).HasDatabaseName("ix_article_attachment_attachment");
        }
    }
}
