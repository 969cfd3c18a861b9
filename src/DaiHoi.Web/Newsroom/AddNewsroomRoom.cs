using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom;

internal static class AddNewsroomRoom
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services
            .AddSingleton<PublishedArticles>()
            .AddSingleton<PortalFrames>()
            .AddSingleton<PublishedPages>()
            .AddSingleton<DocumentLibrary>()
            .AddSingleton<MediaStore>()
            .AddSingleton<DocumentFiles>()
            .AddSingleton<FirstEdition>()
            .AddSingleton<SiteBeginnings>()
            .AddSingleton<PicturesBeside>()
            .AddSingleton<SavedPage>()
            .AddSingleton<ImportPages>()
            .AddSingleton<ArticleDesk>()
            .AddSingleton<ArticlesOnDesk>()
            .AddSingleton<LinksInside>()
            .AddSingleton<ArticleChecks>()
            .AddSingleton<ArticlePreviews>()
            .AddSingleton<DueArticles>()
            .AddSingleton(new DeskEntry("desk-newsroom", "/ban-bien-tap", 10, ForNewsroomAttribute.Roles))
            .AddHostedService<PublishOnTimeJob>()
            .AddSingleton(provider => new ImportedArticles(provider.GetRequiredService<ImportPages>()));
}
