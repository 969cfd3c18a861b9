using DaiHoi.Web.Newsroom.Published;

namespace DaiHoi.Web.Portal;

/// <summary>Leads from the addresses of the old site to those of this one, before anything is called not found.</summary>
internal sealed class OldAddresses(RequestDelegate next, PublishedArticles articles)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var request = context.Request;
        if (
            context.Response.StatusCode != StatusCodes.Status404NotFound
            || context.Response.HasStarted
            || !HttpMethods.IsGet(request.Method)
        )
            return;
        var path = request.Path.Value ?? "";
        var found = await articles.PathOfOldAddressAsync(path + request.QueryString.Value, context.RequestAborted);
        if (found is null && request.QueryString.HasValue)
            found = await articles.PathOfOldAddressAsync(path, context.RequestAborted);
        if (found is not null)
            context.Response.Redirect(found, permanent: true);
    }
}
