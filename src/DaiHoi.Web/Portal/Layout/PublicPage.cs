using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Store;
using DaiHoi.Web.Ui;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>What every page of the portal has: its language, its frame, its words for search engines, its terms of keeping.</summary>
[Open]
internal abstract class PublicPage(PublicContext portal) : PageModel
{
    public const string EnglishPrefix = "/en";

    private string? title;

    public bool English { get; private set; }
    public Texts T { get; private set; } = Texts.Vietnamese;
    public PortalFrame Frame { get; private set; } = null!;
    public Assets Assets => portal.Assets;
    public SiteClock Clock => portal.Clock;
    public SiteSettings Settings => portal.Settings;
    public Display Display { get; private set; }

    /// <summary>Of this page, without language: what the other language and the canonical address are made from.</summary>
    public string OwnPath { get; private set; } = "/";

    /// <summary>The first half of the browser's title; the portal's name follows.</summary>
    public string Title
    {
        get => title ?? Frame.Masthead.Portal.In(English);
        protected set => title = value;
    }

    public string? Description { get; protected set; }

    /// <summary>Not for search engines: results, problems, copies for paper.</summary>
    public bool Unlisted { get; protected set; }

    /// <summary>The menu entry under which this page stands, where it is not the page itself.</summary>
    public string? StandsUnder { get; protected set; }

    /// <summary>A path of the portal in the language of this page.</summary>
    public string To(string path) =>
        !English ? path
        : path == "/" ? EnglishPrefix
        : EnglishPrefix + path;

    /// <summary>Where an entry leads that the office wrote: its own pages in the language of this page.</summary>
    public string To(MenuEntry entry) => entry.IsPage ? To(entry.Target) : entry.Target;

    /// <summary>A path as a whole address, as it stands in metadata, feeds and mails.</summary>
    public string Whole(string path) => Settings.PublicAddress + path;

    /// <summary>A number that lives; filled in when the page is served.</summary>
    public Microsoft.AspNetCore.Html.HtmlString Live(HoleKind kind, long article = 0) =>
        new(new Hole(kind, English, article).Mark);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A problem page stands at the address that had the problem, in its language; at the desk in that of who works there.
        var path =
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? Request.Path.Value
            ?? "/";
        var inEnglish = path == EnglishPrefix || path.StartsWith(EnglishPrefix + "/", StringComparison.Ordinal);
        English = inEnglish || (Person.IsBehind(HttpContext) && Language.IsEnglish(Request));
        OwnPath =
            !inEnglish ? path
            : path.Length == EnglishPrefix.Length ? "/"
            : path[EnglishPrefix.Length..];
        T = Texts.In(English);
        Display = Display.Of(Request);
        Frame = await portal.Frames.NowAsync();
        HttpContext.Features.Set(PageTerms.NotKept);
        await next();
    }

    /// <summary>What a reader asks by a parameter of the address; what is longer is cut.</summary>
    protected string Asked(string name, int longest)
    {
        var text = Fold.Clean(Request.Query[name].ToString()).Trim();
        if (text.Length <= longest)
            return text;
        // Not between the halves of one character.
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>This page may be kept until one of the keys changes, or until the site's day ends, which it names.</summary>
    protected void KeepUntilChanged(long article, params string[] keys) =>
        HttpContext.Features.Set(new PageTerms([PortalFrames.Key, .. keys], Clock.StartOf(Clock.Today.AddDays(1)), article));

    /// <summary>Something on this page comes or goes at an instant (UTC) before the day ends.</summary>
    protected void KeepNotAfter(DateTime instant)
    {
        if (HttpContext.Features.Get<PageTerms>() is { } terms && instant < terms.Until)
            HttpContext.Features.Set(terms with { Until = instant });
    }

    protected void KeepUntilChanged(params string[] keys) => KeepUntilChanged(article: 0, keys);
}

/// <summary>What a public page needs from the program.</summary>
internal sealed record PublicContext(PortalFrames Frames, SiteClock Clock, SiteSettings Settings, Assets Assets);
