using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Portal.Layout;

namespace DaiHoi.Web.Portal.Documents;

/// <summary>Documents as a table.</summary>
/// <param name="Short">number, summary and day only, as on the home page</param>
internal sealed record DocumentTable(IReadOnlyList<LibraryDocument> Documents, PublicPage Page, bool Short = false)
{
    /// <summary>The page of one document; its number makes the address readable.</summary>
    public static string PathOf(LibraryDocument document) => PathOf(document.Number, document.Id);

    public static string PathOf(string number, long id) =>
        FormattableString.Invariant($"/van-ban/{Platform.Text.Slug.Of(number)}-{id}");

    public static string FilePath(LibraryFile file) => FormattableString.Invariant($"/tep/{file.Id}");
}
