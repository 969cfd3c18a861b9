using DaiHoi.Web.Newsroom.Published;

namespace DaiHoi.Web.Portal.Home;

/// <summary>A block of the home page with what it shows now.</summary>
internal sealed record HomeContent(HomeKind Kind, HomeWidth Width)
{
    /// <summary>The lead first, where the block is the one in front.</summary>
    public IReadOnlyList<ListedArticle> Articles { get; init; } = [];
    public CategoryName? Section { get; init; }
    public IReadOnlyList<LibraryDocument> Documents { get; init; } = [];

    public bool IsEmpty => Articles.Count == 0 && Documents.Count == 0 && Kind is not HomeKind.Links and not HomeKind.Statistics;
}

/// <summary>A block and the page that it stands on.</summary>
internal sealed record HomeBlockOnPage(Layout.PublicPage Page, HomeContent Block);
