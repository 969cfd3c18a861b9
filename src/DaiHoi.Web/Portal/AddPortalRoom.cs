using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Portal.Demo;
using DaiHoi.Web.Portal.Feeds;
using DaiHoi.Web.Portal.Files;
using DaiHoi.Web.Portal.Home;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Search;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Ui;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace DaiHoi.Web.Portal;

internal static class AddPortalRoom
{
    /// <summary>Nothing that readers send is larger; the desk will set its own bound.</summary>
    public const long LargestBody = 64 * 1024;

    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services
            .AddSingleton(StoreAfterFrames)
            .AddSingleton<IMeasured, PageMeasures>()
            .AddSingleton<PublicContext>()
            .AddSingleton<HomeContents>()
            .AddSingleton<Feed>()
            .AddArticleSearch()
            .AddSingleton<DrawnPictures>()
            .AddSingleton<DemoSite>()
            .AddSingleton<FirstFill>();
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/";
                options.Conventions.Add(new AlsoInEnglish());
            })
            // There are no controllers, and to look for them would load every type of the program.
            .ConfigureApplicationPartManager(parts =>
                parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single())
            );
        return services;
    }

    // Who hears of a change first was there first: a page rendered in between must not be made of the frame before it.
    private static PageStore StoreAfterFrames(IServiceProvider services)
    {
        _ = services.GetRequiredService<PortalFrames>();
        return new(services.GetRequiredService<ChangeFeed>(), services.GetRequiredService<SiteSettings>());
    }

    public static void UsePortal(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<Assets>();
        app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments("/lib", StringComparison.Ordinal)
                    ? assets.ServeAsync(context)
                    : next(context)
        );
        app.UseMiddleware<ServePages>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/loi/500",
                StatusCodeSelector = static problem =>
                    StorageTroubles.Of(problem) is { } trouble
                        ? StorageTroubles.StatusOf(trouble)
                        : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseMiddleware<OldAddresses>();
        // Named here, or the framework would put them before the store, on the way of every kept page.
        app.UseRouting();
        app.Use(RefuseWhatNobodyAsksFor);
        app.UseAuthentication();
        app.UseAccess();
        app.Use(TooLargeRequests.RefuseAsync);
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapRead("/hien-thi", SetDisplay.Answer).Open();
        app.MapRead("/anh/{name}", ServeFiles.Picture).Open();
        app.MapRead("/tep/{id:long}", ServeFiles.Attachment).Open();
        app.MapRead("/tep/{sha256:length(64)}.pdf", ServeFiles.Pdf).Open();
        app.MapRead("/rss.xml", (HttpContext context, Feed feed) => feed.RssAsync(context, category: null)).Open();
        app.MapRead("/chuyen-muc/{slug}/rss.xml", (HttpContext context, Feed feed, string slug) => feed.RssAsync(context, slug))
            .Open();
        app.MapRead("/sitemap.xml", (HttpContext context, Feed feed) => feed.SiteMapAsync(context)).Open();
        app.MapRead(
                "/sitemap-{number:int}.xml",
                (HttpContext context, Feed feed, int number) => feed.SiteMapFileAsync(context, number)
            )
            .Open();
        app.MapRead("/robots.txt", (HttpContext context, Feed feed) => feed.RobotsAsync(context)).Open();
    }

    // Whoever may read may ask for the head alone, whether or not the answer is kept.
    private static RouteHandlerBuilder MapRead(this WebApplication app, string pattern, Delegate answer) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], answer);

    // Public pages are only read; who has signed in may send. What is too large is refused before a byte of it is taken in.
    private static Task RefuseWhatNobodyAsksFor(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            return next(context);
        // The page that says what was wrong with such a request is made on the way of the request itself.
        if (
            context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
            return next(context);
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<AccessRuleAttribute>() is { } rule
            && (!rule.IsOpen || rule is TakesFormsAttribute)
        )
            return next(context);
        if (context.Request.ContentLength > LargestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }
}
