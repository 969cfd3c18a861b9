using Ganss.Xss;

namespace DaiHoi.Web.Newsroom.Import;

/// <summary>
/// The elements and attributes that the body of an article may have. What the import writes keeps to them already; this
/// is the second lock, and it holds for anything that ever reaches the first.
/// </summary>
internal static class CleanBody
{
    private static readonly HtmlSanitizer Sanitizer = new(
        new HtmlSanitizerOptions
        {
            AllowedTags = Set(
                "h2 h3 p ul ol li blockquote table caption thead tbody tr th td a strong em sub sup br figure figcaption"
            ),
            // colspan and rowspan: tables of results mean nothing without them.
            AllowedAttributes = Set("href data-photo data-file data-document colspan rowspan"),
            UriAttributes = Set("href"),
            AllowedSchemes = Set("http https mailto"),
        }
    );

    /// <summary>The same HTML with nothing in it but the allowed elements and attributes.</summary>
    public static string Of(string html) => Sanitizer.Sanitize(html).Trim();

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
