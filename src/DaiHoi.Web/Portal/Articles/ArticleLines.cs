using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Articles;

/// <summary>Articles as rows: title and day.</summary>
/// <param name="DateFirst">the day stands before the title, as in the narrow side</param>
internal sealed record ArticleLines(IReadOnlyList<ArticleLine> Articles, PublicPage Page, bool DateFirst = false);

/// <summary>Articles with their leads and pictures, newest first.</summary>
internal sealed record ArticleList(IReadOnlyList<ListedArticle> Articles, PublicPage Page);
