using Microsoft.Extensions.Primitives;

namespace DaiHoi.Web.Visits;

/// <summary>
/// Whether a request is a person who looks at a page. What was found of a browser's name is remembered by its hash, in a
/// table of fixed size: a new name costs one look at the list, however many come, and no memory.
/// </summary>
internal sealed class PersonTest(Robots robots)
{
    private const int RememberedBits = 13;

    // The hash with its last bit as the answer: 1 is a robot. Zero is nothing remembered. One word, so no lock.
    private readonly ulong[] remembered = new ulong[1 << RememberedBits];

    /// <summary>Marks the visitor of a request, if it is a person's and for the person to see now.</summary>
    public bool TryMark(HttpContext context, Salt salt, out VisitorMark visitor)
    {
        visitor = default;
        var request = context.Request;
        var headers = request.Headers;
        var userAgent = headers.UserAgent;
        if (HttpMethods.IsHead(request.Method) || userAgent.Count == 0 || userAgent[0] is not { Length: > 0 } name)
            return false;
        var browser = VisitorMark.Shorten(salt, name);
        if (IsRobot(name, browser) || IsAhead(headers))
            return false;
        var languages = headers.AcceptLanguage.Count == 0 ? null : headers.AcceptLanguage[0];
        visitor = new(context.Connection.RemoteIpAddress, browser, languages is null ? 0 : VisitorMark.Shorten(salt, languages));
        return true;
    }

    private bool IsRobot(string name, ulong browser)
    {
        ref var place = ref remembered[browser >> (64 - RememberedBits)];
        var known = Volatile.Read(ref place);
        if (known != 0 && (known | 1) == (browser | 1))
            return (known & 1) != 0;
        var robot = robots.Matches(VisitorMark.Cut(name));
        Volatile.Write(ref place, robot ? browser | 1 : browser & ~1UL);
        return robot;
    }

    /// <summary>Fetched ahead by a browser or a proxy, in case somebody should want to see it.</summary>
    private static bool IsAhead(IHeaderDictionary headers) =>
        SaysAhead(headers["Sec-Purpose"])
        || SaysAhead(headers["Purpose"])
        || SaysAhead(headers["X-Purpose"])
        || SaysAhead(headers["X-Moz"]);

    private static bool SaysAhead(StringValues values)
    {
        foreach (var value in values)
        {
            if (
                value is not null
                && (
                    value.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("preview", StringComparison.OrdinalIgnoreCase)
                    || value.Contains("prerender", StringComparison.OrdinalIgnoreCase)
                )
            )
                return true;
        }
        return false;
    }
}
