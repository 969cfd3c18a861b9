using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Portal.Home;

/// <summary>Reads what the blocks of the home page show now.</summary>
internal sealed class HomeContents(PublishedArticles articles, DocumentLibrary library, VisitHistory visits, SiteClock clock)
{
    /// <summary>Two rows of three; further sections are found by the site map.</summary>
    private const int MostSections = 6;

    /// <summary>Days over which reading is counted for "Tin đọc nhiều".</summary>
    public const int MostReadDays = 30;

    /// <summary>The blocks in their order, without those that have nothing to show.</summary>
    public async Task<List<HomeContent>> OfAsync(PortalFrame frame, CancellationToken stop)
    {
        // First what stands in front, wherever it stands: no other block of news shows it again.
        var front = frame.Home.FirstOrDefault(part => part.Kind == HomeKind.Featured);
        var top = front is null ? [] : await FeaturedAsync(1 + front.Lines, stop);
        var named = frame.Home.Select(part => part.Section).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var contents = new List<HomeContent>();
        foreach (var part in frame.Home)
        {
            switch (part.Kind)
            {
                case HomeKind.Featured:
                    contents.Add(new(part.Kind, HomeWidth.Whole) { Articles = top });
                    break;
                case HomeKind.Newest:
                    contents.Add(new(part.Kind, part.Width) { Articles = await FreshAsync(ArticleFilter.All, part, top, stop) });
                    break;
                case HomeKind.Section:
                    if (frame.Categories.FirstOrDefault(category => category.Slug == part.Section) is { } section)
                        contents.Add(await SectionAsync(section, part, part.Width, top, stop));
                    break;
                case HomeKind.Sections:
                    contents.AddRange(await SectionsAsync(frame.Categories.Where(c => !named.Contains(c.Slug)), part, top, stop));
                    break;
                case HomeKind.Documents:
                    var (_, documents) = await library.FindAsync(new(null, null, null, null), part.Lines, 0, stop);
                    contents.Add(new(part.Kind, part.Width) { Documents = documents });
                    break;
                case HomeKind.MostRead:
                    contents.Add(new(part.Kind, part.Width) { Articles = await MostReadAsync(part.Lines, stop) });
                    break;
                case HomeKind.Links:
                case HomeKind.Statistics:
                    contents.Add(new(part.Kind, part.Width));
                    break;
                default:
                    throw new InvalidOperationException(part.Kind.ToString());
            }
        }
        return [.. contents.Where(content => !content.IsEmpty)];
    }

    // What the editors have put in front, then the newest.
    private async Task<List<ListedArticle>> FeaturedAsync(int count, CancellationToken stop)
    {
        var featured = await articles.FeaturedAsync(count, stop);
        var newest = await articles.NewestAsync(ArticleFilter.All, count + featured.Count, 0, stop);
        return [.. featured.Concat(newest).DistinctBy(article => article.Id).Take(count)];
    }

    private async Task<List<HomeContent>> SectionsAsync(
        IEnumerable<CategoryName> sections,
        HomePart part,
        List<ListedArticle> top,
        CancellationToken stop
    )
    {
        var blocks = new List<HomeContent>();
        foreach (var section in sections)
        {
            if (blocks.Count == MostSections)
                break;
            var block = await SectionAsync(section, part, HomeWidth.Third, top, stop);
            if (!block.IsEmpty)
                blocks.Add(block);
        }
        return blocks;
    }

    private async Task<HomeContent> SectionAsync(
        CategoryName section,
        HomePart part,
        HomeWidth width,
        List<ListedArticle> top,
        CancellationToken stop
    ) =>
        new(HomeKind.Section, width)
        {
            Section = section,
            Articles = await FreshAsync(ArticleFilter.Category(section.Slug), part, top, stop),
        };

    private async Task<List<ListedArticle>> FreshAsync(
        ArticleFilter filter,
        HomePart part,
        List<ListedArticle> top,
        CancellationToken stop
    )
    {
        var found = await articles.NewestAsync(filter, part.Lines + top.Count, 0, stop);
        return [.. found.Where(article => top.TrueForAll(shown => shown.Id != article.Id)).Take(part.Lines)];
    }

    private async Task<List<ListedArticle>> MostReadAsync(int count, CancellationToken stop)
    {
        var read = await visits.MostReadAsync(clock.Today.AddDays(1 - MostReadDays), count, stop);
        return await articles.TheseAsync([.. read.Select(pair => pair.Article)], stop);
    }
}
