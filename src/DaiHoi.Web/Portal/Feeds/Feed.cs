using System.Globalization;
using System.Text;
using System.Xml;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Articles;
using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Portal.Feeds;

/// <summary>The newest articles as RSS 2.0, and the addresses of all for search engines. Kept like pages, not counted as views.</summary>
internal sealed class Feed(
    PublishedArticles articles,
    PortalFrames frames,
    PublishedPages pages,
    SiteSettings settings,
    SiteClock clock
)
{
    private const int Newest = 50;

    /// <summary>Articles by their numbers in one file; sitemaps.org allows 50,000 addresses.</summary>
    private const int MapSize = 45_000;

    private const string MapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <param name="category">its slug; null for all articles</param>
    public async Task RssAsync(HttpContext context, string? category)
    {
        var stop = context.RequestAborted;
        var frame = await frames.NowAsync();
        var name = frame.Categories.FirstOrDefault(found => found.Slug == category);
        if (category is not null && name is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var filter = category is null ? ArticleFilter.All : ArticleFilter.Category(category);
        var newest = await articles.NewestAsync(filter, Newest, 0, stop);
        await WriteAsync(
            context,
            "application/rss+xml; charset=utf-8",
            xml =>
            {
                xml.WriteStartElement("rss");
                xml.WriteAttributeString("version", "2.0");
                xml.WriteAttributeString("xmlns", "atom", null, "http://www.w3.org/2005/Atom");
                xml.WriteStartElement("channel");
                var portal = frame.Masthead.Whole(english: false);
                xml.WriteElementString("title", name is null ? portal : $"{name.NameVi} – {portal}");
                xml.WriteElementString("link", settings.PublicAddress + (category is null ? "/" : $"/chuyen-muc/{category}"));
                xml.WriteElementString("description", AsHtml(name?.NameVi ?? portal));
                xml.WriteElementString("language", "vi");
                xml.WriteStartElement("atom", "link", "http://www.w3.org/2005/Atom");
                xml.WriteAttributeString("href", settings.PublicAddress + context.Request.Path);
                xml.WriteAttributeString("rel", "self");
                xml.WriteAttributeString("type", "application/rss+xml");
                xml.WriteEndElement();
                foreach (var article in newest)
                {
                    xml.WriteStartElement("item");
                    xml.WriteElementString("title", article.Title);
                    xml.WriteElementString("link", settings.PublicAddress + article.Path);
                    xml.WriteElementString("guid", settings.PublicAddress + article.Path);
                    xml.WriteElementString("description", AsHtml(article.Lead));
                    xml.WriteElementString("category", article.Category.NameVi);
                    xml.WriteElementString("pubDate", article.PublishedAt.ToString("R", CultureInfo.InvariantCulture));
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
        );
    }

    /// <summary>All addresses in one file, or an index of files where there are too many.</summary>
    public async Task SiteMapAsync(HttpContext context)
    {
        var files = await FilesAsync(context.RequestAborted);
        if (files == 1)
        {
            await SiteMapFileAsync(context, 1);
            return;
        }
        await WriteAsync(
            context,
            "application/xml; charset=utf-8",
            xml =>
            {
                xml.WriteStartElement("sitemapindex", MapNamespace);
                for (var number = 1; number <= files; number++)
                {
                    xml.WriteStartElement("sitemap");
                    xml.WriteElementString("loc", FormattableString.Invariant($"{settings.PublicAddress}/sitemap-{number}.xml"));
                    xml.WriteEndElement();
                }
                xml.WriteEndElement();
            }
        );
    }

    /// <param name="number">from 1; the first holds the pages that are no articles too</param>
    public async Task SiteMapFileAsync(HttpContext context, int number)
    {
        if (number < 1 || number > await FilesAsync(context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var frame = await frames.NowAsync();
        var all = await articles.AddressesAsync((number - 1L) * MapSize + 1, (long)number * MapSize, context.RequestAborted);
        var fixedPages = await pages.AllAsync(context.RequestAborted);
        await WriteAsync(
            context,
            "application/xml; charset=utf-8",
            xml =>
            {
                xml.WriteStartElement("urlset", MapNamespace);
                if (number == 1)
                    WritePages(xml, frame, fixedPages);
                foreach (var (path, updatedAt) in all)
                    Address(xml, path, updatedAt);
                xml.WriteEndElement();
            }
        );
    }

    public Task RobotsAsync(HttpContext context) =>
        AnswerAsync(
            context,
            "text/plain; charset=utf-8",
            $"User-agent: *\nDisallow: /tim-kiem\nDisallow: /en/tim-kiem\nDisallow: /hien-thi\nSitemap: {settings.PublicAddress}/sitemap.xml\n"
        );

    private async Task<int> FilesAsync(CancellationToken stop) =>
        (int)Math.Max(1, (await articles.LastNumberAsync(stop) + MapSize - 1) / MapSize);

    private void WritePages(XmlWriter xml, PortalFrame frame, List<(string Slug, Bilingual Title)> fixedPages)
    {
        foreach (var path in (string[])["/", "/van-ban", "/lien-ket", "/thong-ke", "/doc-nhieu", "/so-do"])
            Address(xml, path, null);
        foreach (var category in frame.Categories)
            Address(xml, $"/chuyen-muc/{category.Slug}", null);
        foreach (var (slug, _) in fixedPages)
            Address(xml, $"/trang/{slug}", null);
    }

    private void Address(XmlWriter xml, string path, DateTime? updatedAt)
    {
        xml.WriteStartElement("url");
        xml.WriteElementString("loc", settings.PublicAddress + path);
        if (updatedAt is { } at)
            xml.WriteElementString("lastmod", StructuredData.Iso(at, clock));
        xml.WriteEndElement();
    }

    private async Task WriteAsync(HttpContext context, string contentType, Action<XmlWriter> write)
    {
        using var memory = new MemoryStream();
        using (
            var xml = XmlWriter.Create(
                memory,
                new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false }
            )
        )
            write(xml);
        await AnswerAsync(context, contentType, Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
    }

    private Task AnswerAsync(HttpContext context, string contentType, string text)
    {
        context.Features.Set(
            new PageTerms(["articles", PortalFrames.Key], clock.StartOf(clock.Today.AddDays(1)), Counted: false)
        );
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    // Readers take a description for HTML: a sign of the text must stay a sign there too.
    private static string AsHtml(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
