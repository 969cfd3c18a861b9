using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Articles;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>One article, as it is read.</summary>
internal class ReadArticle(PublicContext portal, PublishedArticles articles) : PublicPage(portal)
{
    private const int Neighbours = 3;

    public PublishedArticle Article { get; protected set; } = null!;
    public string BodyHtml { get; private set; } = "";
    public List<ArticleLine> Related { get; private set; } = [];
    public List<ArticleLine> Latest { get; private set; } = [];
    public List<ArticleLine> Newer { get; private set; } = [];
    public List<ArticleLine> Older { get; private set; } = [];

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
        if (asked.Slug != Article.Slug || OwnPath != Article.Path)
            return LocalRedirectPermanent(To(Article.Path));
        await ShowAsync(stop);
        string[] keys = [$"article:{Article.Id}", "articles"];
        KeepUntilChanged(
            Article.Id,
            Article.BodyHtml.Contains("data-document=", StringComparison.Ordinal) ? [.. keys, DocumentLibrary.Key] : keys
        );
        return Page();
    }

    /// <summary>Not published, or not yet: nothing that leads to its address, and no counting.</summary>
    public bool IsPreview { get; protected set; }

    /// <summary>What stands around the article.</summary>
    protected async Task ShowAsync(CancellationToken stop)
    {
        BodyHtml = ArticleBody.Render(Article, T, To);
        Related = await articles.RelatedAsync(Article.Id, Neighbours, stop);
        (Newer, Older) = await articles.NeighboursAsync(Article, Neighbours, stop);
        Latest =
        [
            .. (await articles.NewestLinesAsync(6, stop))
                .Where(other => other.Id != Article.Id && Related.TrueForAll(related => related.Id != other.Id))
                .Take(4),
        ];
        Title = Article.Title;
        Description = Article.Lead;
        StandsUnder = "/chuyen-muc/" + Article.Category.Slug;
    }
}
