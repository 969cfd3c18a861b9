using DaiHoi.Web.Platform.Access;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// Answers what is larger than its page takes with 413 and the two sizes. Stands behind the access rules.
/// </summary>
/// <remarks>
/// A browser reads no answer before it has sent all, and shows a broken connection where it is cut off. So what it sends is
/// read to its end and thrown away, up to <see cref="MostDiscarded"/>, from who has signed in: nobody else is listened to.
/// Kestrel ends who sends too slowly.
/// </remarks>
public static class TooLargeRequests
{
    /// <summary>A film of some minutes that was taken for a photograph; above it the connection breaks.</summary>
    public const long MostDiscarded = 1024L * 1024 * 1024;

    private const int Piece = 64 * 1024;

    public static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.Request.ContentLength is not { } length
            || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most } limit
            || length <= most
            // The page that says so is made on the way of the request itself.
            || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IExceptionHandlerFeature>() is not null
        )
        {
            await next(context);
            return;
        }
        if (Person.IsBehind(context) && length <= MostDiscarded && !limit.IsReadOnly && !WaitsForWord(context.Request))
        {
            limit.MaxRequestBodySize = null;
            await DiscardAsync(context.Request.Body, context.RequestAborted);
        }
        // Nothing is left that the page could take for its form.
        (context.Request.Body, context.Request.ContentType) = (Stream.Null, null);
        context.Features.Set(new TooLargeRequest(length, most));
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    // It has sent nothing yet, and will not where it is answered now.
    private static bool WaitsForWord(HttpRequest request) =>
        request.Headers.Expect.ToString().Equals("100-continue", StringComparison.OrdinalIgnoreCase);

    private static async Task DiscardAsync(Stream body, CancellationToken stop)
    {
        var piece = new byte[Piece];
        while (await body.ReadAsync(piece, stop) > 0) { }
    }
}

/// <summary>What was sent and what is taken, in bytes.</summary>
public sealed record TooLargeRequest(long Length, long Most);
