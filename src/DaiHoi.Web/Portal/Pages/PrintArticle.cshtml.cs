using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Articles;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>An article as it goes on paper, and as the file that a reader saves.</summary>
internal class PrintArticle(PublicContext portal, PublishedArticles articles) : PublicPage(portal)
{
    public PublishedArticle Article { get; protected set; } = null!;
    public NotedBody Body { get; protected set; } = null!;

    /// <summary>The logo or the mark, at the head of the paper.</summary>
    public string Sign { get; protected set; } = "";
    public DateTime PrintedAt { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (ArticleAddress.Read(address) is not { } asked)
            return NotFound();
        var found = await articles.FindAsync(asked.Id, stop);
        if (found.WasWithdrawn)
            return StatusCode(StatusCodes.Status410Gone);
        if (found.Article is null)
            return NotFound();
        Article = found.Article;
        if (asked.Slug != Article.Slug)
            return LocalRedirectPermanent(To(Article.Path + "/in"));
        Show();
        return Page();
    }

    // Not kept: the paper carries the minute at which it was made.
    protected void Show()
    {
        Body = NotedBody.Of(ArticleBody.Render(Article, T, To), Settings.PublicAddress);
        Sign = MarkOfPortal.AtHead(Frame.Masthead, English);
        PrintedAt = Clock.ToSite(Clock.UtcNow);
        Title = Article.Title;
        Description = Article.Lead;
        Unlisted = true;
    }
}
