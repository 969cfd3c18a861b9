using DaiHoi.Web.Newsroom.Beginnings;
using DaiHoi.Web.Newsroom.Carrying;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Frame;
using DaiHoi.Web.Newsroom.Frame.Pages;
using DaiHoi.Web.Newsroom.Import;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Backup;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom;

internal static class AddNewsroomRoom
{
    public static void MapNewsroom(this WebApplication app)
    {
        app.MapGet("/ban-bien-tap/anh", MediaForEditor.PicturesAsync).WithMetadata(new ForWritersAttribute());
        app.MapGet("/ban-bien-tap/tep", MediaForEditor.FilesAsync).WithMetadata(new ForWritersAttribute());
        app.MapGet("/ban-bien-tap/chon-van-ban", MediaForEditor.DocumentsAsync).WithMetadata(new ForWritersAttribute());
        app.MapPost(
                "/ban-bien-tap/anh",
                (HttpContext context, UploadMedia upload, IAntiforgery forms, IKnowsPersons persons) =>
                    UploadMedia.AnswerAsync(context, upload, forms, persons)
            )
            .WithMetadata(new ForWritersAttribute(), new RequestSizeLimitAttribute(UploadMedia.LargestRequest))
            .WithFormOptions(multipartBodyLengthLimit: UploadMedia.LargestRequest);
    }

    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services
            .AddSingleton<PublishedArticles>()
            .AddSingleton<PortalFrames>()
            .AddSingleton<PublishedPages>()
            .AddSingleton<DocumentLibrary>()
            .AddSingleton(new KeptFolder("media"))
            .AddSingleton(new KeptFolder("documents"))
            .AddSingleton<MediaStore>()
            .AddSingleton<KnownPictures>()
            .AddSingleton<MediaLibrary>()
            .AddSingleton<AttachmentLibrary>()
            .AddSingleton<UploadMedia>()
            .AddSingleton<NamedDocuments>()
            .AddSingleton<References>()
            .AddSingleton<FrameChanges>()
            .AddSingleton<FrameDesk>()
            .AddSingleton<HomeDesk>()
            .AddSingleton<FootDesk>()
            .AddSingleton<DocumentFiles>()
            .AddSingleton<DocumentDesk>()
            .AddSingleton<FirstEdition>()
            .AddSingleton<SiteBeginnings>()
            .AddSingleton<ExportArticles>()
            .AddSingleton<CarriedPictures>()
            .AddSingleton<CarriedReferences>()
            .AddSingleton<ImportArticles>()
            .AddSingleton<PicturesBeside>()
            .AddSingleton<SavedPage>()
            .AddSingleton<ImportPages>()
            .AddSingleton<ArticleDesk>()
            .AddSingleton<ArticlesTogether>()
            .AddSingleton<ArticlesOnDesk>()
            .AddSingleton<IWaitingWork, WaitingArticles>()
            .AddSingleton<LinksInside>()
            .AddSingleton<OutsideLinks>()
            .AddSingleton(new Lazy<LinkReader>(LinkReader.OfTheInternet))
            .AddSingleton<LinkRound>()
            .AddHostedService<CheckLinksJob>()
            .AddSingleton<ArticleChecks>()
            .AddSingleton<ArticlePreviews>()
            .AddSingleton<DueArticles>()
            .AddSingleton(new DeskEntry("desk-newsroom", "/ban-bien-tap", 10, ForNewsroomAttribute.Roles))
            .AddSingleton(new DeskEntry("media-library", "/ban-bien-tap/kho-phuong-tien", 20, ForNewsroomAttribute.Roles))
            .AddSingleton(
                new DeskEntry("document-library", "/ban-bien-tap/van-ban", 30, Role.Publisher, Role.Administrator, Role.Auditor)
            )
            // An administrator comes there by the frame.
            .AddSingleton(new DeskEntry("home-title", EditHome.OwnPath, 50, Role.Publisher))
            .AddSingleton(new DeskEntry("frame-title", "/ban-bien-tap/cong", 60, Role.Administrator, Role.Auditor))
            .AddHostedService<PublishOnTimeJob>()
            .AddSingleton(provider => new ImportedArticles(provider.GetRequiredService<ImportPages>()));
}
