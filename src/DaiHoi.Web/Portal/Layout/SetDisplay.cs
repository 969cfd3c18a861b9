using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>Keeps a reader's choice of display in his own browser and brings him back to where he was.</summary>
internal static class SetDisplay
{
    public static IResult Answer(HttpContext context, string? c, string? ve)
    {
        var options = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        };
        if (c is { Length: 3 } && c.All(letter => "slcd-".Contains(letter, StringComparison.Ordinal)) && c != "---")
            context.Response.Cookies.Append(Display.CookieName, c, options);
        else
            context.Response.Cookies.Delete(Display.CookieName);
        context.Response.Headers.CacheControl = "no-store";
        // Only back into the portal, whose addresses are plain ASCII: "//elsewhere" and "/\elsewhere" lead out of it.
        var inside =
            ve is { Length: > 0 }
            && ve[0] == '/'
            && (ve.Length == 1 || ve[1] is not ('/' or '\\'))
            && ve.All(letter => letter is > ' ' and < '\u007F');
        return Results.LocalRedirect(inside ? ve! : "/");
    }
}
