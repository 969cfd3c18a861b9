using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// What every answer tells the browser not to do. Public pages have no inline script, so the policy needs no nonce and
/// pages can be kept. Written here, not by a library: seven constant values on the hottest path.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly StringValues Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Opener = "same-origin";
    private static readonly StringValues Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    public static void Write(IHeaderDictionary headers)
    {
        headers[HeaderNames.ContentSecurityPolicy] = Policy;
        headers[HeaderNames.XContentTypeOptions] = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Cross-Origin-Opener-Policy"] = Opener;
        headers["Permissions-Policy"] = Permissions;
    }
}
