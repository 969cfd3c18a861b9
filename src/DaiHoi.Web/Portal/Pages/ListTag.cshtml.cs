using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The articles under one keyword.</summary>
internal sealed class ListTag(PublicContext portal, PublishedArticles articles) : ListArticles(portal, articles)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (await Published.TagAsync(slug, stop) is not { } tag)
            return NotFound();
        Title = T["articles-tagged", tag.Name];
        return await ShowAsync(ArticleFilter.Tag(slug), stop);
    }
}
