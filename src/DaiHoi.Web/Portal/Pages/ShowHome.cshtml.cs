using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>The first page of the portal.</summary>
internal sealed class ShowHome(PublicContext portal, PublishedArticles articles, DocumentLibrary library, VisitHistory visits)
    : PublicPage(portal)
{
    private const int Seconds = 4;
    private const int InBlock = 4;

    /// <summary>Two rows of three; further sections are found by the site map.</summary>
    private const int MostBlocks = 6;

    /// <summary>Days over which reading is counted for "Tin đọc nhiều".</summary>
    public const int MostReadDays = 30;

    public ListedArticle? Lead { get; private set; }
    public List<ListedArticle> Second { get; private set; } = [];
    public List<(CategoryName Category, List<ArticleLine> Articles)> Blocks { get; } = [];
    public List<ListedArticle> MostRead { get; private set; } = [];
    public List<LibraryDocument> Documents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        // What the editors have put in front, then the newest.
        var featured = await articles.FeaturedAsync(1 + Seconds, stop);
        var newest = await articles.NewestAsync(ArticleFilter.All, 1 + Seconds + featured.Count, 0, stop);
        var top = featured.Concat(newest).DistinctBy(article => article.Id).Take(1 + Seconds).ToList();
        Lead = top.FirstOrDefault();
        Second = [.. top.Skip(1)];
        foreach (var category in Frame.Categories)
        {
            if (Blocks.Count == MostBlocks)
                break;
            var found = await articles.NewestAsync(ArticleFilter.Category(category.Slug), InBlock + top.Count, 0, stop);
            var fresh = found
                .Where(article => top.TrueForAll(shown => shown.Id != article.Id))
                .Take(InBlock)
                .Select(article => article.Line)
                .ToList();
            if (fresh.Count > 0)
                Blocks.Add((category, fresh));
        }
        var read = await visits.MostReadAsync(Clock.Today.AddDays(1 - MostReadDays), 5, stop);
        MostRead = await articles.TheseAsync([.. read.Select(pair => pair.Article)], stop);
        (_, Documents) = await library.FindAsync(new(null, null, null, null), 5, 0, stop);
        Description = Frame.Masthead.Whole(English);
        KeepUntilChanged("articles", DocumentLibrary.Key);
    }
}
