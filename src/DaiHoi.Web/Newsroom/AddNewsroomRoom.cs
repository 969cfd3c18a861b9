using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Backup;

namespace DaiHoi.Web.Newsroom;

internal static class AddNewsroomRoom
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services
            .AddSingleton<PublishedArticles>()
            .AddSingleton<PortalFrames>()
            .AddSingleton<PublishedPages>()
            .AddSingleton<DocumentLibrary>()
            .AddSingleton(new KeptFolder("media"))
            .AddSingleton(new KeptFolder("documents"))
            .AddSingleton<MediaStore>()
            .AddSingleton<DocumentFiles>()
            .AddSingleton<FirstEdition>()
            .AddSingleton<SiteBeginnings>()
            .AddSingleton<ExportArticles>()
            .AddSingleton<CarriedPictures>()
            .AddSingleton<ImportArticles>()
            .AddSingleton<PicturesBeside>()
            .AddSingleton<SavedPage>()
            .AddSingleton<ImportPages>()
            .AddSingleton(provider => new ImportedArticles(provider.GetRequiredService<ImportPages>()));
}
