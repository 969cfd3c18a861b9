using System.Globalization;
using System.Security.Cryptography;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.DataProtection;

namespace DaiHoi.Web.Newsroom.Published;

/// <summary>
/// Shows an article that is not published to whoever has its link, for a day. The link is signed and says which article
/// and until when; it finds nothing else, and nothing once the article was withdrawn.
/// </summary>
public sealed class ArticlePreviews(PublishedArticles articles, IDataProtectionProvider protection, SiteClock clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(1);

    private readonly IDataProtector signer = protection.CreateProtector("DaiHoi.ArticlePreview");

    /// <summary>The path of a preview that begins now.</summary>
    public string LinkTo(long article) =>
        "/xem-truoc/" + signer.Protect(string.Create(CultureInfo.InvariantCulture, $"{article}.{(clock.UtcNow + Lasts).Ticks}"));

    /// <summary>The article behind a link, as it stands now, and until when the link holds; null where it holds no more.</summary>
    public async Task<(PublishedArticle Article, DateTime Until)?> FindAsync(string token, CancellationToken stop)
    {
        if (Read(token) is not var (id, until) || until <= clock.UtcNow)
            return null;
        if (await articles.WholeAsync(id, stop) is not { } article)
            return null;
        // What was never published has no time of its own yet: it is shown as if it were published now.
        return (article.PublishedAt == default ? article with { PublishedAt = clock.UtcNow } : article, until);
    }

    private (long Id, DateTime Until)? Read(string token)
    {
        try
        {
            var parts = signer.Unprotect(token).Split('.');
            return (
                long.Parse(parts[0], CultureInfo.InvariantCulture),
                new(long.Parse(parts[1], CultureInfo.InvariantCulture), DateTimeKind.Utc)
            );
        }
        catch (CryptographicException)
        {
            // Not a link of ours, or one that somebody has changed.
            return null;
        }
    }
}
