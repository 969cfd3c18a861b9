using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Portal.Search;

internal static class AddSearchOfArticles
{
    /// <summary>The index in the folder <c>search</c> of the data folder, and what keeps it up to date.</summary>
    public static IServiceCollection AddArticleSearch(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new ArticleIndex(
                Path.Combine(provider.GetRequiredService<DatabaseAddress>().Folder, "search"),
                provider.GetRequiredService<SiteClock>(),
                provider.GetRequiredService<ILogger<ArticleIndex>>()
            ))
            .AddHostedService<SearchCatchUp>();
}
