using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Ui.Layout;

/// <summary>
/// What every page behind the sign-in has: who is there, the language, the frame. A page states its rule
/// (<see cref="ForAttribute"/>, <see cref="ForSignedInAttribute"/>) or it is not found.
/// </summary>
public abstract class DeskPage(DeskContext desk) : PageModel
{
    /// <summary>What a person decides about himself.</summary>
    public const string OwnAccount = "/tai-khoan";

    public bool English { get; private set; }
    public Texts T { get; private set; } = Texts.Vietnamese;
    public Assets Assets => desk.Assets;
    public SiteClock Clock => desk.Clock;
    public SiteSettings Settings => desk.Settings;

    /// <summary>The first half of the browser's title.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>Who is there; null on a page that everybody may open.</summary>
    public Person? Who { get; private set; }

    /// <summary>Who is there, on a page that asks for somebody.</summary>
    public Person Person => Who ?? throw new InvalidOperationException("This page is open to everybody");

    /// <summary>The person as the audit log names him.</summary>
    public Actor Actor => new(Person.Id, Person.Name, HttpContext.Connection.RemoteIpAddress?.ToString());

    /// <summary>The places that the person may enter, from left to right; none where nobody is there.</summary>
    public IReadOnlyList<DeskEntry> Entries { get; private set; } = [];

    /// <summary>Where a person is brought who signs in and came from nowhere: to his work, and who has none to his own account.</summary>
    public string Home => Entries.Count > 0 ? Entries[0].Path : OwnAccount;

    /// <summary>For a form that stands in the frame, outside what the page itself writes.</summary>
    public string FormToken => desk.Forms.GetAndStoreTokens(HttpContext).RequestToken!;

    /// <summary>What was done, in one sentence, for the page that comes next.</summary>
    [TempData]
    public string? Done { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        English = Language.IsEnglish(Request);
        T = Texts.In(English);
        Who = await desk.Persons.WhoAsync(HttpContext);
        Entries = Who is { } person ? await desk.EntriesOfAsync(person, HttpContext.RequestAborted) : [];
        Response.Headers.CacheControl = "no-cache, no-store";
        // Without this a form for which the page has no handler would show the page as if nothing had been read for it.
        if (context.HandlerMethod is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsOptions(Request.Method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        var executed = await next();
        if (executed is not { Exception: { } problem, ExceptionHandled: false } || StorageTroubles.Of(problem) is not { } trouble)
            return;
        var why = trouble == StorageTrouble.Full ? T["full-typed"] : T["busy-typed"];
        if (await NotStoredAsync(why, context.HandlerMethod?.Name ?? "", HttpContext.RequestAborted) is not { } answer)
            return;
        desk.Log.LogWarning(problem, "{Path} could not store what was sent", Request.Path.Value);
        Response.StatusCode = StorageTroubles.StatusOf(trouble);
        (executed.ExceptionHandled, executed.Result) = (true, answer);
    }

    /// <summary>
    /// The same page once more, with what was typed, where the disk is full or the database busy; null leaves the answer to
    /// the page that says so of every address.
    /// </summary>
    /// <param name="why">in one sentence</param>
    /// <param name="handler">which of the page's handlers was asked; "" is the nameless one</param>
    protected virtual Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop) =>
        Task.FromResult<IActionResult?>(null);

    /// <summary>Whether the bar marks this entry as where one is.</summary>
    public bool IsAt(DeskEntry entry) =>
        Covers(entry) && !Entries.Any(other => other.Path.Length > entry.Path.Length && Covers(other));

    private bool Covers(DeskEntry entry) =>
        Request.Path.Value is { } path && (path == entry.Path || path.StartsWith(entry.Path + "/", StringComparison.Ordinal));

    /// <summary>An address that changes the language and comes back.</summary>
    public string LanguageLink =>
        $"/ngon-ngu?l={(English ? "vi" : "en")}&ve={Uri.EscapeDataString(Request.Path + Request.QueryString)}";
}

/// <summary>What a desk page needs from the program.</summary>
public sealed record DeskContext(
    Assets Assets,
    SiteClock Clock,
    SiteSettings Settings,
    IKnowsPersons Persons,
    IAntiforgery Forms,
    IEnumerable<DeskEntry> Entries,
    IEnumerable<IOpensDeskEntry> Openers,
    ILogger<DeskPage> Log
)
{
    /// <summary>The entries that somebody may use, from left to right.</summary>
    public async Task<IReadOnlyList<DeskEntry>> EntriesOfAsync(Person person, CancellationToken stop)
    {
        var own = new List<DeskEntry>();
        foreach (var entry in Entries.OrderBy(entry => entry.Order))
        {
            if (entry.IsFor(person) || await OpensAsync(entry, person, stop))
                own.Add(entry);
        }
        return own;
    }

    private async Task<bool> OpensAsync(DeskEntry entry, Person person, CancellationToken stop)
    {
        foreach (var opener in Openers)
        {
            if (opener.TextKeys.Contains(entry.TextKey) && await opener.IsForAsync(person, stop))
                return true;
        }
        return false;
    }
}
