using System.Globalization;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>The files of the media library; taking more in is on the page of the pictures, which takes both.</summary>
[ForNewsroom]
internal sealed class ListAttachments(DeskContext desk, AttachmentLibrary library, MediaLibrary pictures) : DeskPage(desk)
{
    private const int PerPage = 50;

    public List<Attachment> Attachments { get; private set; } = [];
    public int Found { get; private set; }
    public int Pictures { get; private set; }
    public int Page_ { get; private set; } = 1;
    public int LastPage { get; private set; } = 1;
    public string? Words { get; private set; }
    public bool MayAdd => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);

    public async Task OnGetAsync(string? q, int? trang, CancellationToken stop)
    {
        Title = T["media-files"];
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Page_ = Math.Clamp(trang ?? 1, 1, 10_000);
        (Found, Attachments) = await library.FindAsync(Words, PerPage, (Page_ - 1) * PerPage, stop);
        (Pictures, _) = await pictures.FindAsync(Words, 0, 0, stop);
        LastPage = Math.Max(1, (Found + PerPage - 1) / PerPage);
    }

    public string LinkTo(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/ban-bien-tap/kho-phuong-tien/tep?trang={page}{(Words is null ? "" : "&q=" + Uri.EscapeDataString(Words))}"
        );
}
