using System.Net.Mime;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Articles;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>An article as one file that a reader keeps and opens without a network.</summary>
internal sealed class SaveArticle(PublicContext portal, PublishedArticles articles, MediaStore media)
    : PrintArticle(portal, articles)
{
    public override async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        var result = await base.OnGetAsync(address, stop);
        if (result is RedirectResult or LocalRedirectResult)
            return LocalRedirectPermanent(To(Article.Path + "/luu"));
        if (result is Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
        {
            Body = Body with { Html = await PicturesInside.PutAsync(Body.Html, media, stop) };
            Sign = await PicturesInside.PutAsync(Sign, media, stop);
            Response.Headers[HeaderNames.ContentDisposition] = new ContentDisposition
            {
                DispositionType = DispositionTypeNames.Attachment,
                FileName = Article.Slug + ".html",
            }.ToString();
        }
        return result;
    }
}
