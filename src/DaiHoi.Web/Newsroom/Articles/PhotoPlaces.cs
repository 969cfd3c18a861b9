using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Newsroom.Articles;

/// <summary>
/// A text that is brought in names its photos by their place (<c>data-photo="1"</c>), one that is kept by their ids, which
/// the database gives when the photos are saved.
/// </summary>
internal static partial class PhotoPlaces
{
    /// <summary>The text with the ids of photos in the place of their numbers from 1; a number without a photo goes.</summary>
    public static string Named(string bodyHtml, IReadOnlyList<long> photoIds) =>
        Place()
            .Replace(
                bodyHtml,
                place =>
                {
                    var number = int.Parse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                    return number >= 1 && number <= photoIds.Count
                        ? string.Create(CultureInfo.InvariantCulture, $"data-photo=\"{photoIds[number - 1]}\"")
                        : "";
                }
            );

    /// <summary>A kept text with the places of its photos, from 1, where their ids stood.</summary>
    public static string Numbered(string bodyHtml, out List<long> ids)
    {
        ids = In(bodyHtml);
        var place = 0;
        return Id().Replace(bodyHtml, _ => string.Create(CultureInfo.InvariantCulture, $"data-photo=\"{++place}\""));
    }

    /// <summary>The ids of the photos that a kept text names, in its order.</summary>
    public static List<long> In(string bodyHtml) =>
        [
            .. Id()
                .Matches(bodyHtml)
                .Select(place => long.Parse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)),
        ];

    /// <summary>Names the photos in the text of an article saved just now and in its only revision.</summary>
    public static async Task NameAsync(Database database, Article article, IReadOnlyList<long> photoIds, CancellationToken stop)
    {
        var body = Named(article.BodyHtml, photoIds);
        await database
            .Set<Article>()
            .Where(a => a.Id == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.BodyHtml, body), stop);
        await database
            .Set<ArticleRevision>()
            .Where(r => r.ArticleId == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.BodyHtml, body), stop);
    }

    [GeneratedRegex("data-photo=\"(\\d{1,4})\"", RegexOptions.None, 2000)]
    private static partial Regex Place();

    [GeneratedRegex("data-photo=\"(\\d{1,18})\"", RegexOptions.None, 2000)]
    private static partial Regex Id();
}
