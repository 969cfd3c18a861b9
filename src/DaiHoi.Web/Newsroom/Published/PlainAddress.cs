namespace DaiHoi.Web.Newsroom.Published;

/// <summary>An address that somebody typed for readers to follow: a path of the portal, or http, https, mailto. Anything else leads nowhere.</summary>
internal static class PlainAddress
{
    private const string Nowhere = "#";

    public static string Of(string typed)
    {
        var address = typed.Trim();
        if (address.StartsWith('/'))
            return address.Length == 1 || address[1] is not ('/' or '\\') ? address : Nowhere;
        return Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" or "mailto"
            ? address
            : Nowhere;
    }
}
