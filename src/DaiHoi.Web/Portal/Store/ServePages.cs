using System.Globalization;
using System.Runtime.CompilerServices;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// Answers a public page from the store; where it is not there, lets it be rendered, keeps it and answers from that. Every
/// answer has its holes filled and its view counted here, and nowhere else.
/// </summary>
internal sealed class ServePages(RequestDelegate render, PageStore store, VisitCounter counter, SiteClock clock)
{
    private static readonly StringValues Vary = "Accept-Encoding, Cookie";
    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues Gzip = "gzip";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // Only reading finds a kept page; whatever else is answered gets its holes filled all the same.
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return RenderAsync(context, key: null);
        var key = new PageKey(PageAddress.Of(request), Display.Of(request));
        var page = store.Find(key, clock.UtcNow);
        return page is null ? RenderAsync(context, key) : AnswerAsync(context, page, StatusCodes.Status200OK);
    }

    private async Task RenderAsync(HttpContext context, PageKey? key)
    {
        var moment = store.Moment;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var captured = new CapturedBody(original);
        context.Features.Set<IHttpResponseBodyFeature>(captured);
        try
        {
            await render(context);
        }
        finally
        {
            context.Features.Set(original);
        }
        // Files, redirects and what else is no page of text went straight through.
        if (captured.PassedThrough)
            return;
        var terms = context.Features.Get<PageTerms>();
        if (terms is null)
        {
            await captured.PassOnAsync(context.RequestAborted);
            return;
        }
        var page = new StoredPage(captured.Written, context.Response.ContentType ?? "text/html; charset=utf-8", terms);
        store.NoteRendered();
        if (key is { } own && context.Response.StatusCode == StatusCodes.Status200OK)
            store.Keep(own, page, moment);
        await AnswerAsync(context, page, context.Response.StatusCode);
    }

    [SkipLocalsInit]
    private Task AnswerAsync(HttpContext context, StoredPage page, int status)
    {
        var response = context.Response;
        var terms = page.Terms;
        // The article's views are those before this one, as the old portal printed them; the visit that this view may begin
        // shows at once.
        var viewsBefore =
            terms.Counted && status == StatusCodes.Status200OK ? counter.Count(context, terms.Article)
            : terms.Article == 0 ? 0
            : counter.ViewsOf(terms.Article);
        var numbers = counter.Numbers;
        Span<byte> fillings = stackalloc byte[page.Holes.Length * HoleWriter.Longest];
        Span<int> lengths = stackalloc int[page.Holes.Length];
        var filled = 0;
        for (var i = 0; i < page.Holes.Length; i++)
        {
            var hole = page.Holes[i];
            var views =
                hole.Kind != HoleKind.Views ? 0
                : hole.Article == terms.Article ? viewsBefore
                : counter.ViewsOf(hole.Article);
            lengths[i] = HoleWriter.Write(fillings[filled..], hole, numbers, views);
            filled += lengths[i];
        }
        var gzip = AcceptsGzip(context.Request.Headers.AcceptEncoding);
        response.StatusCode = status;
        var headers = response.Headers;
        headers.Vary = Vary;
        headers.CacheControl = NoCache;
        if (status == StatusCodes.Status200OK)
        {
            var tag = Tag(page.Hash, fillings[..filled], gzip);
            headers.ETag = tag;
            if (Matches(context.Request.Headers.IfNoneMatch, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                return Task.CompletedTask;
            }
        }
        response.ContentType = page.ContentType;
        var tick = Environment.TickCount64 >> 10;
        if (page.LastServed != tick)
            page.LastServed = tick;
        if (gzip)
            headers.ContentEncoding = Gzip;
        // What is served once is compressed as it is now: the splice is for many readers.
        var packed = gzip && !page.IsKept ? page.PackOnce(fillings[..filled], lengths) : null;
        var length = packed?.Length ?? (gzip ? page.Gzip.LengthWith(lengths) : page.Length + filled);
        response.ContentLength = length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        // The headers go first: what stands before them the server would copy once more. Nothing is flushed, because the end
        // of the request does that; no token is taken, because each would be made anew, and nothing here waits.
        var started = response.StartAsync(CancellationToken.None);
        if (!started.IsCompletedSuccessfully)
        {
            var body = new byte[length];
            Fill(body, page, gzip, packed, fillings[..filled], lengths);
            return WriteAfterAsync(started, response.Body, body);
        }
        var writer = response.BodyWriter;
        Fill(writer.GetSpan(length), page, gzip, packed, fillings[..filled], lengths);
        writer.Advance(length);
        return Task.CompletedTask;
    }

    private static void Fill(
        Span<byte> body,
        StoredPage page,
        bool gzip,
        byte[]? packed,
        ReadOnlySpan<byte> fillings,
        ReadOnlySpan<int> lengths
    )
    {
        if (packed is not null)
            packed.CopyTo(body);
        else if (gzip)
            page.Gzip.Write(body, fillings, lengths);
        else
            page.WritePlain(body, fillings, lengths);
    }

    private static async Task WriteAfterAsync(Task started, Stream to, byte[] body)
    {
        await started;
        await to.WriteAsync(body);
    }

    private static string Tag(ulong hash, ReadOnlySpan<byte> fillings, bool gzip)
    {
        foreach (var b in fillings)
            hash = (hash ^ b) * 0x100000001B3;
        return string.Create(
            19,
            (hash, gzip),
            static (text, state) =>
            {
                text[0] = '"';
                state.hash.TryFormat(text[1..], out _, "x16", CultureInfo.InvariantCulture);
                text[17] = state.gzip ? 'g' : 'p';
                text[18] = '"';
            }
        );
    }

    private static bool Matches(StringValues ifNoneMatch, string tag)
    {
        if (ifNoneMatch.Count == 0)
            return false;
        foreach (var value in ifNoneMatch)
        {
            // A proxy may have made the tag weak; the comparison here is the weak one (RFC 9110 section 13.1.2).
            if (value is not null && (value == "*" || value.Contains(tag, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }

    private static bool AcceptsGzip(StringValues accept)
    {
        if (accept.Count == 0)
            return false;
        var value = accept.ToString();
        if (!value.Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return false;
        // Only who writes a quality needs to be read closely: "gzip;q=0" refuses.
        return !value.Contains(';', StringComparison.Ordinal)
            || StringWithQualityHeaderValue.TryParseList(accept, out var list)
                && list.Any(item => item.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && item.Quality is not 0);
    }
}
