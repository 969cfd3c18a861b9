using DaiHoi.Web.Portal.Store;

namespace DaiHoi.Web.Portal.Layout;

/// <summary>The reader's choice of display as the style sheet and the links see it.</summary>
internal static class DisplayAttributes
{
    /// <summary>Attributes of the root element; nothing for the usual look.</summary>
    public static string Of(Display display) =>
        display.Size switch
        {
            TextSize.Small => " data-size=\"small\"",
            TextSize.Large => " data-size=\"large\"",
            _ => "",
        }
        + (display.HighContrast ? " data-contrast=\"high\"" : "")
        + display.Scheme switch
        {
            ColourScheme.Light => " data-scheme=\"light\"",
            ColourScheme.Dark => " data-scheme=\"dark\"",
            _ => "",
        };

    /// <summary>An address that sets the look and comes back to the page.</summary>
    public static string Link(PublicPage page, Display display) =>
        $"/hien-thi?c={display.Cookie}&ve={Uri.EscapeDataString(page.To(page.OwnPath))}";
}
