using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>One piece of news: its text as it stands now. Every text that it had before is an <see cref="ArticleRevision"/>.</summary>
internal sealed partial class Article
{
    public long Id { get; private set; }
    public ArticleStatus Status { get; private set; } = ArticleStatus.Draft;
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";

    /// <summary>The headline without marks and case, for searching at the desk.</summary>
    public string TitleFolded { get; private set; } = "";

    /// <summary>Where the news was written, as it stands before the lead: "BPO".</summary>
    public string? Dateline { get; private set; }

    /// <summary>Plain text.</summary>
    public string Lead { get; private set; } = "";

    /// <summary>Clean HTML of the allowed elements; a photo stands as <c>&lt;figure data-photo="id"&gt;&lt;/figure&gt;</c>.</summary>
    public string BodyHtml { get; private set; } = "";

    /// <summary>Where the news was taken from, where it is not the portal's own.</summary>
    public string? Source { get; set; }
    public long CategoryId { get; set; }

    /// <summary>The photo that stands for the article in lists.</summary>
    public long? LeadPhotoId { get; set; }

    /// <summary>Place among the featured articles of the home page, from 1; null is not featured.</summary>
    public int? Featured { get; set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawnReason { get; private set; }

    public List<ArticleRevision> Revisions { get; } = [];
    public List<ArticleAuthor> Authors { get; } = [];
    public List<ArticleTag> Tags { get; } = [];
    public List<Photo> Photos { get; } = [];

    /// <summary>The pictures of its photos by their numbers, where they were loaded.</summary>
    public Dictionary<long, Picture> Pictures =>
        Photos
            .Select(photo => photo.Picture)
            .OfType<Picture>()
            .DistinctBy(picture => picture.Id)
            .ToDictionary(picture => picture.Id);

    /// <summary>Gives the article a new text and keeps it as a revision.</summary>
    /// <param name="reason">why, in the words of who did it; shown in the history</param>
    /// <param name="by">who; null where the program brought the text in</param>
    public ArticleRevision Revise(ArticleText text, DateTime at, string reason, Actor? by = null)
    {
        if (CreatedAt == default)
            CreatedAt = StateSince = at;
        Title = text.Title;
        TitleFolded = Platform.Text.Fold.Letters(text.Title);
        Slug = Platform.Text.Slug.Of(text.Title);
        Dateline = text.Dateline;
        Lead = text.Lead;
        BodyHtml = text.BodyHtml;
        UpdatedAt = at;
        Version++;
        var revision = new ArticleRevision(text, ++LastRevision, at, reason, by);
        Revisions.Add(revision);
        return revision;
    }

    /// <summary>From <paramref name="at"/> on, readers see the article.</summary>
    public void Publish(DateTime at)
    {
        MoveTo(ArticleStatus.Published, at);
        PublishedAt = at;
        PublishAt = null;
        WithdrawnAt = null;
        WithdrawnReason = null;
    }

    /// <summary>Takes the article away from readers; its address answers that it is gone.</summary>
    public void Withdraw(DateTime at, string reason)
    {
        MoveTo(ArticleStatus.Withdrawn, at);
        WithdrawnAt = at;
        WithdrawnReason = reason;
    }

    internal sealed class Table : IEntityTypeConfiguration<Article>
    {
        public void Configure(EntityTypeBuilder<Article> builder)
        {
            builder.ToTable(
                "article",
                table =>
                {
                    table.HasCheckConstraint("ck_article_title_not_empty", "length(title) > 0");
                    table.HasCheckConstraint(
                        "ck_article_published_has_its_time",
                        "status <> 'Published' or published_at is not null"
                    );
                }
            );
            builder.Ignore(a => a.Pictures);
            builder.Property(a => a.Status).HasMaxLength(16);
            // Who saves on top of what somebody else has saved meanwhile is told, on both databases.
            builder.Property(a => a.Version).IsConcurrencyToken();
            builder.Property(a => a.WriterName).HasMaxLength(200);
            builder.Property(a => a.ReturnReason).HasMaxLength(ArticleStep.LongestReason);
            builder.Property(a => a.TitleFolded).HasMaxLength(500);
            builder.Property(a => a.Title).HasMaxLength(500);
            builder.Property(a => a.Slug).HasMaxLength(Platform.Text.Slug.MaximumLength);
            builder.HasOne<Category>().WithMany().HasForeignKey(a => a.CategoryId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(a => a.Revisions).WithOne().HasForeignKey(r => r.ArticleId);
            builder.HasMany(a => a.Authors).WithOne().HasForeignKey(a => a.ArticleId);
            builder.HasMany(a => a.Tags).WithOne().HasForeignKey(t => t.ArticleId);
            builder.HasMany(a => a.Photos).WithOne().HasForeignKey(p => p.ArticleId);
            builder.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.ArticleId);
            builder.HasMany(a => a.Corrections).WithOne().HasForeignKey(c => c.ArticleId);
            builder.HasMany(a => a.Related).WithOne().HasForeignKey(r => r.ArticleId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
            // Lists of readers: newest first, of one category or of all.
            builder.HasIndex(a => new { a.Status, a.PublishedAt }).HasDatabaseName("ix_article_published");
            builder
                .HasIndex(a => new
                {
                    a.CategoryId,
                    a.Status,
                    a.PublishedAt,
                })
                .HasDatabaseName("ix_article_of_category");
            // What the desk asks: what waits and since when, what somebody wrote, what is due now.
            builder.HasIndex(a => new { a.Status, a.StateSince }).HasDatabaseName("ix_article_state");
            builder.HasIndex(a => new { a.WriterId, a.UpdatedAt }).HasDatabaseName("ix_article_writer");
            builder.HasIndex(a => a.PublishAt).HasFilter("publish_at is not null").HasDatabaseName("ix_article_publish_at");
            builder.HasIndex(a => a.ExpiresAt).HasFilter("expires_at is not null").HasDatabaseName("ix_article_expires_at");
        }
    }
}

/// <summary>The text of an article as one revision holds it.</summary>
internal sealed record ArticleText(string Title, string? Dateline, string Lead, string BodyHtml);

/// <summary>Where an article is on its way to the readers.</summary>
internal enum ArticleStatus
{
    Draft,
    Submitted,
    Approved,
    Published,
    Withdrawn,
}
