using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Search;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>Search in all articles; whatever is asked stands in the address, so that a result can be sent to somebody.</summary>
internal sealed class SearchArticles(PublicContext portal, ArticleIndex index, PublishedArticles articles) : PublicPage(portal)
{
    private const int PageSize = 20;

    // A sentence; who pastes a page gets its beginning.
    private const int LongestQuestion = 500;

    public string Words { get; private set; } = "";
    public string? Category { get; private set; }
    public (string Text, DateOnly? Day, bool Wrong) From { get; private set; }
    public (string Text, DateOnly? Day, bool Wrong) Until { get; private set; }
    public SearchAnswer? Answer { get; private set; }
    public List<(SearchHit Hit, ListedArticle Article)> Hits { get; private set; } = [];
    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Pager.Read(Request) is not { } number)
            return NotFound();
        Words = Asked("q", LongestQuestion);
        Category = Frame.Categories.FirstOrDefault(category => category.Slug == Asked("chuyen-muc", 80))?.Slug;
        From = ReadDay(Asked("tu-ngay", 20));
        Until = ReadDay(Asked("den-ngay", 20));
        Title = Words.Length == 0 ? T["search-title"] : $"{T["search-title"]}: {Words}";
        Unlisted = true;
        StandsUnder = "/tim-kiem";
        if (Words.Length == 0 || From.Wrong || Until.Wrong)
            return Page();
        Answer = index.Find(new SearchQuestion(Words, Category, From.Day, Until.Day, number, PageSize));
        var found = (await articles.TheseAsync([.. Answer.Hits.Select(hit => hit.Article)], stop)).ToDictionary(article =>
            article.Id
        );
        // The index may be a moment behind: what was withdrawn meanwhile is not shown.
        Hits = [.. Answer.Hits.Where(hit => found.ContainsKey(hit.Article)).Select(hit => (hit, found[hit.Article]))];
        Pager = new Pager(number, Answer.Total, PageSize, To("/tim-kiem") + Query(), T);
        return Page();
    }

    private static (string, DateOnly?, bool) ReadDay(string text) =>
        text.Length == 0 ? ("", null, false)
        : TypedDay.Of(text) is { } day ? (Formats.Day(day), day, false)
        : (text, null, true);

    private string Query()
    {
        var query = "?q=" + Uri.EscapeDataString(Words);
        if (Category is not null)
            query += "&chuyen-muc=" + Category;
        if (From.Day is not null)
            query += "&tu-ngay=" + Uri.EscapeDataString(From.Text);
        if (Until.Day is not null)
            query += "&den-ngay=" + Uri.EscapeDataString(Until.Text);
        return query;
    }
}
