using System.Globalization;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>The last part of an article's address: what reads well, and the number that finds it.</summary>
internal readonly record struct ArticleAddress(string Slug, long Id)
{
    /// <summary>"tap-trung-chuan-bi-12" → (tap-trung-chuan-bi, 12); null where it ends in no number.</summary>
    public static ArticleAddress? Read(string text)
    {
        var dash = text.LastIndexOf('-');
        return
            dash > 0
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && id > 0
            ? new ArticleAddress(text[..dash], id)
            : null;
    }
}
