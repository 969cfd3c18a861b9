using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>By what a page is known again, and by what its text is.</summary>
internal static class PageIdentity
{
    public const int Longest = 2100;

    /// <summary>
    /// The canonical address where the page has one, without scheme, since old sites changed to https; else title and
    /// date, the title folded, since "ủy" and "uỷ" are the same page saved twice.
    /// </summary>
    public static string Of(RecognisedPage page)
    {
        if (page.CanonicalAddress is { } address)
        {
            var whole = new Uri(address);
            return $"address:{whole.Authority.ToLowerInvariant()}{whole.PathAndQuery}";
        }
        var date = page.Date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
        return $"title:{Fold.Letters(page.Title)}|{date}";
    }

    /// <summary>A checksum of everything that an article is made of; views and statistics are not part of it.</summary>
    public static string ContentOf(RecognisedPage page) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        page.Title,
                        page.Date,
                        page.Dateline,
                        page.Lead,
                        page.BodyHtml,
                        page.Photos,
                        page.Authors,
                        page.Source,
                    }
                )
            )
        );

    /// <summary>A reading is known again by its numbers: the block stands on every page of a site.</summary>
    public static string ReadingOf(RecognisedStatistics read) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"reading:{read.Total}/{read.Online}/{read.Today}/{read.Week}/{read.Month}/{read.Year}"
        );
}
