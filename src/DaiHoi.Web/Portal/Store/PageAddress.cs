namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// The address under which a page is kept. Of the query only what pages understand is part of it: what mailings and
/// social networks hang on (<c>utm_…</c>, <c>fbclid</c>) neither makes copies nor misses the store.
/// </summary>
internal static class PageAddress
{
    /// <summary>Every parameter that changes what a public page shows, in the order in which they stand in an address.</summary>
    public static readonly string[] Parameters = ["q", "chuyen-muc", "tu-ngay", "den-ngay", "loai", "co-quan", "nam", "trang"];

    public static string Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (!request.QueryString.HasValue)
            return path;
        var query = request.Query;
        string? address = null;
        foreach (var name in Parameters)
        {
            if (query.TryGetValue(name, out var value) && value.Count > 0)
                address = $"{address ?? path}{(address is null ? '?' : '&')}{name}={Uri.EscapeDataString(value.ToString())}";
        }
        return address ?? path;
    }
}
