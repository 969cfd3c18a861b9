namespace DaiHoi.Web.Portal.Store;

/// <summary>
/// How a reader wants to see the portal: text size A− A A+, contrast, light or dark. Kept in a cookie that holds nothing
/// else, only when he chooses something; so it works without JavaScript, and a page has at most eighteen looks.
/// </summary>
internal readonly record struct Display(TextSize Size, bool HighContrast, ColourScheme Scheme)
{
    public const string CookieName = "hien-thi";

    /// <summary>Three letters: "l", "c", "d" for large, contrast, dark; "-" where nothing was chosen.</summary>
    public string Cookie =>
        new string([
            Size switch
            {
                TextSize.Small => 's',
                TextSize.Large => 'l',
                _ => '-',
            },
            HighContrast ? 'c' : '-',
            Scheme switch
            {
                ColourScheme.Light => 'l',
                ColourScheme.Dark => 'd',
                _ => '-',
            },
        ]);

    public bool IsUsual => this == default;

    /// <summary>What the cookie says; anything that it cannot say is the usual look.</summary>
    public static Display Of(HttpRequest request)
    {
        // Most readers have no cookie at all, and the parsed collection would be made for nothing.
        if (request.Headers.Cookie.Count == 0 || request.Cookies[CookieName] is not { Length: 3 } cookie)
            return default;
        return new(
            cookie[0] switch
            {
                's' => TextSize.Small,
                'l' => TextSize.Large,
                _ => TextSize.Usual,
            },
            cookie[1] == 'c',
            cookie[2] switch
            {
                'l' => ColourScheme.Light,
                'd' => ColourScheme.Dark,
                _ => ColourScheme.System,
            }
        );
    }
}

internal enum TextSize
{
    Usual,
    Small,
    Large,
}

internal enum ColourScheme
{
    System,
    Light,
    Dark,
}
