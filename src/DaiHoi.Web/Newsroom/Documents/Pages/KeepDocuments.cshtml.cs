using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Documents.Pages;

/// <summary>The document library at the desk: finding what is there, and the way to a new one.</summary>
[For(Role.Publisher, Role.Administrator, AuditorReads = true)]
internal sealed class KeepDocuments(DeskContext desk, DocumentLibrary library) : DeskPage(desk)
{
    public const string OwnPath = "/ban-bien-tap/van-ban";
    private const int PerPage = 50;

    public List<LibraryDocument> Documents { get; private set; } = [];
    public long Found { get; private set; }
    public int Page_ { get; private set; } = 1;
    public int LastPage { get; private set; } = 1;
    public string? Words { get; private set; }

    public async Task OnGetAsync(string? q, int? trang, CancellationToken stop)
    {
        Title = T["document-library"];
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Page_ = Math.Clamp(trang ?? 1, 1, 10_000);
        (Found, Documents) = await library.FindAsync(new(Words, null, null, null), PerPage, (Page_ - 1) * PerPage, stop);
        LastPage = (int)Math.Max(1, (Found + PerPage - 1) / PerPage);
    }

    public string LinkTo(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{OwnPath}?trang={page}{(Words is null ? "" : "&q=" + Uri.EscapeDataString(Words))}"
        );
}
