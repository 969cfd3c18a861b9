using System.Globalization;
using System.Text.Json;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>An article as search engines read it: schema.org's NewsArticle in JSON-LD.</summary>
internal static class StructuredData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = Markup.InScript };

    /// <param name="address">canonical, whole</param>
    /// <param name="publicAddress">of the portal, for pictures</param>
    public static string NewsArticle(
        PublishedArticle article,
        string address,
        string publicAddress,
        string publisher,
        SiteClock clock
    )
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteString("@type", "NewsArticle");
            json.WriteString("headline", article.Title);
            json.WriteString("description", article.Lead);
            json.WriteString("datePublished", Iso(article.PublishedAt, clock));
            json.WriteString("dateModified", Iso(article.UpdatedAt, clock));
            json.WriteString("inLanguage", "vi");
            json.WriteString("mainEntityOfPage", address);
            json.WriteString("articleSection", article.Category.NameVi);
            json.WriteStartArray("author");
            foreach (var author in article.Authors)
            {
                json.WriteStartObject();
                json.WriteString("@type", "Person");
                json.WriteString("name", author.Name);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("image");
            foreach (var photo in article.Photos.Where(photo => photo.Picture is not null))
                json.WriteStringValue(publicAddress + PictureElement.LargestJpeg(photo.Picture!));
            json.WriteEndArray();
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", publisher);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    /// <summary>An instant with the site's offset: 2020-03-04T14:42:00+07:00.</summary>
    public static string Iso(DateTime utc, SiteClock clock)
    {
        var site = clock.ToSite(utc);
        return new DateTimeOffset(site, clock.Zone.GetUtcOffset(site)).ToString(
            "yyyy-MM-ddTHH:mm:sszzz",
            CultureInfo.InvariantCulture
        );
    }
}
