namespace DaiHoi.Web.Newsroom.Import;

/// <summary>Where an old page lay, and what its links mean from there.</summary>
/// <param name="canonical">the page's own address, where it names one</param>
/// <param name="fileName">its path among the saved files, otherwise</param>
internal sealed class OldSite(string? canonical, string fileName)
{
    private const int LongestAddress = 2_000;

    private readonly Uri page = canonical is not null
        ? new Uri(canonical)
        : new Uri("http://old.invalid/" + Uri.EscapeDataString(fileName).Replace("%2F", "/").TrimStart('/'));

    /// <summary>
    /// The address to keep for a link: links to other sites as they are, links inside the old site as a path, which leads
    /// on to the imported article. Null for what is no address a reader could follow.
    /// </summary>
    public string? Link(string address)
    {
        if (AsRead(address) is not { Length: > 0 } read || read[0] == '#' || !Uri.TryCreate(page, read, out var whole))
            return null;
        if (whole.Scheme == "mailto")
            return whole.AbsoluteUri;
        if (whole.Scheme is not ("http" or "https"))
            return null;
        return string.Equals(whole.Host, page.Host, StringComparison.OrdinalIgnoreCase) ? whole.PathAndQuery : whole.AbsoluteUri;
    }

    /// <summary>As browsers read an address: without line ends. Null for one that is text which lost its quotation mark.</summary>
    public static string? AsRead(string address)
    {
        var read = string.Concat(address.Split('\t', '\r', '\n')).Trim();
        return read.Length <= LongestAddress ? read : null;
    }

    /// <summary>A whole http or https address.</summary>
    public static bool IsWhole(string? address) =>
        address is { Length: <= LongestAddress }
        && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var whole)
        && whole.Scheme is ("http" or "https")
        && whole.Host.Length > 0;
}
