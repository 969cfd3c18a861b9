namespace DaiHoi.Web.Ui.Layout;

/// <summary>The language in which somebody who has signed in wants to work, kept in a cookie of its own.</summary>
public static class Language
{
    public const string CookieName = "ngon-ngu";

    public static bool IsEnglish(HttpRequest request) => request.Cookies[CookieName] == "en";

    /// <summary>Keeps the choice and goes back to the page where it was made.</summary>
    public static IResult Choose(HttpContext context, string? l, string? ve)
    {
        context.Response.Cookies.Append(
            CookieName,
            l == "en" ? "en" : "vi",
            new()
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            }
        );
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(Inside(ve) ?? "/");
    }

    /// <summary>An address inside this site, or null: <c>//elsewhere</c> and <c>/\elsewhere</c> lead out of it.</summary>
    public static string? Inside(string? address) =>
        address is { Length: > 0 and <= 2000 }
        && address[0] == '/'
        && (address.Length == 1 || address[1] is not ('/' or '\\'))
        && address.All(letter => letter is > ' ' and < '\u007F')
            ? address
            : null;
}
