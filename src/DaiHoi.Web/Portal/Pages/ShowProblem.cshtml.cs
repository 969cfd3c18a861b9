using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Layout;
using DaiHoi.Web.Portal.Store;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>What a reader gets instead of a page that is not there, with ways on. Never says how the program failed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ShowProblem(PublicContext portal, PublishedArticles articles) : PublicPage(portal)
{
    public string Words { get; private set; } = "not-found";

    /// <summary>In a sentence, what happened and what to do.</summary>
    public string Intro { get; private set; } = "";
    public List<ArticleLine> Latest { get; private set; } = [];

    // From the address alone: a form that was refused may have a field of that name.
    public Task OnGetAsync([FromRoute] string code, CancellationToken stop) => ShowAsync(code, stop);

    public Task OnPostAsync([FromRoute] string code, CancellationToken stop) => ShowAsync(code, stop);

    private async Task ShowAsync(string code, CancellationToken stop)
    {
        var status = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 404;
        // Only a problem of another address comes here; typed by hand, this address does not exist.
        if (
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null
        )
            status = 404;
        if (
            HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } problem
            && StorageTroubles.Of(problem) is { } trouble
        )
        {
            status = StorageTroubles.StatusOf(trouble);
            if (trouble == StorageTrouble.Busy)
                Response.Headers.RetryAfter = "60";
        }
        Response.StatusCode = status;
        Words = status switch
        {
            StatusCodes.Status400BadRequest => "bad-request",
            StatusCodes.Status405MethodNotAllowed => "not-allowed",
            StatusCodes.Status410Gone => "gone",
            StatusCodes.Status413PayloadTooLarge => "too-large",
            StatusCodes.Status503ServiceUnavailable => "busy",
            StatusCodes.Status507InsufficientStorage => "full",
            >= 500 => "failed",
            _ => "not-found",
        };
        if (status < 500)
            Latest = await articles.NewestLinesAsync(5, stop);
        Title = T[Words];
        Intro = HttpContext.Features.Get<TooLargeRequest>() is { } large
            ? T["too-large-sizes", Megabytes(large.Length, upward: true), Megabytes(large.Most, upward: false)]
            : T[Words + "-intro"];
        Unlisted = true;
        HttpContext.Features.Set(PageTerms.NotKept with { Counted = false });
    }

    // What was sent is never said to be as large as what is taken.
    private string Megabytes(long bytes, bool upward) =>
        Formats.Number((bytes + (upward ? (1024 * 1024) - 1 : 0)) / 1024 / 1024, English);
}
