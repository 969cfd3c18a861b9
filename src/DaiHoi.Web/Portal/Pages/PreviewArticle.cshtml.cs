using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>An article as readers will see it, for whoever has its link; the link ends after a day.</summary>
internal sealed class PreviewArticle(PublicContext portal, PublishedArticles articles, ArticlePreviews previews)
    : ReadArticle(portal, articles)
{
    public DateTime Until { get; private set; }
    public string Token { get; private set; } = "";

    /// <param name="address">the signed part of the link</param>
    public override async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        Preview.Guard(Response);
        if (await previews.FindAsync(address, stop) is not var (article, until))
            return NotFound();
        (Article, Until, Token, IsPreview) = (article, until, address, true);
        await ShowAsync(stop);
        Unlisted = true;
        return Page();
    }
}

/// <summary>What every preview tells the browser.</summary>
internal static class Preview
{
    /// <summary>The link is a secret: it goes to nobody else, and nothing keeps the page. Only this portal may frame it.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        var policy = response.Headers[HeaderNames.ContentSecurityPolicy].ToString();
        response.Headers[HeaderNames.ContentSecurityPolicy] =
            policy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal) + "; frame-src 'self'";
    }
}
