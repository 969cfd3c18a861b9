using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Portal.Articles;
using DaiHoi.Web.Portal.Documents;
using DaiHoi.Web.Portal.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Portal.Pages;

/// <summary>One document of the library with its attachments.</summary>
internal sealed class ReadDocument(PublicContext portal, DocumentLibrary library) : PublicPage(portal)
{
    public LibraryDocument Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (ArticleAddress.Read(address) is not { } asked || await library.OneAsync(asked.Id, stop) is not { } found)
            return NotFound();
        Document = found;
        if (OwnPath != DocumentTable.PathOf(found))
            return LocalRedirectPermanent(To(DocumentTable.PathOf(found)));
        Title = $"{found.Type} {found.Number}";
        Description = found.Summary;
        StandsUnder = "/van-ban";
        KeepUntilChanged(DocumentLibrary.Key);
        return Page();
    }

    /// <summary>A length that people read: at least one kilobyte.</summary>
    public string Length(LibraryFile file) => FileSize.Of(file.Length, English);
}
