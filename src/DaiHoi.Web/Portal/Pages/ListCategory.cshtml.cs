using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The articles of one section.</summary>
internal sealed class ListCategory(PublicContext portal, PublishedArticles articles) : ListArticles(portal, articles)
{
    public Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (Frame.Categories.FirstOrDefault(category => category.Slug == slug) is not { } found)
            return Task.FromResult<IActionResult>(NotFound());
        Title = found.In(English);
        return ShowAsync(ArticleFilter.Category(slug), stop);
    }
}
