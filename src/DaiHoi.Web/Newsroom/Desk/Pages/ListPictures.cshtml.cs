using System.Globalization;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>The media library: what is there, and taking more in without JavaScript.</summary>
[ForNewsroom]
[RequestSizeLimit(2 * UploadMedia.LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = 2 * UploadMedia.LargestFile)]
internal sealed class ListPictures(DeskContext desk, MediaLibrary library, AttachmentLibrary files, UploadMedia upload)
    : DeskPage(desk)
{
    private const int PerPage = 48;

    public List<Picture> Pictures { get; private set; } = [];
    public int Found { get; private set; }
    public int Files { get; private set; }
    public int Page_ { get; private set; } = 1;
    public int LastPage { get; private set; } = 1;
    public string? Words { get; private set; }
    public List<string> Problems { get; } = [];
    public bool MayAdd => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);

    public async Task OnGetAsync(string? q, int? trang, CancellationToken stop) => await ShowAsync(q, trang, stop);

    public async Task<IActionResult> OnPostAsync(List<IFormFile> file, CancellationToken stop)
    {
        if (!MayAdd)
            return Forbid();
        Taken? last = null;
        foreach (var one in file)
        {
            var (taken, problem, status) = await upload.TakeAsync(Actor, one, T, stop);
            last = taken ?? last;
            if (problem is not null)
            {
                Response.StatusCode = status;
                Problems.Add($"{one.FileName}: {problem}");
            }
        }
        if (file.Count == 0)
            Problems.Add(T["photo-empty"]);
        if (Problems.Count == 0)
        {
            Done = T["photos-added", file.Count];
            return LocalRedirect(file.Count == 1 ? last!.Page : "/ban-bien-tap/kho-phuong-tien");
        }
        if (Response.StatusCode == StatusCodes.Status200OK)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(null, null, stop);
        return Page();
    }

    public string LinkTo(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/ban-bien-tap/kho-phuong-tien?trang={page}{(Words is null ? "" : "&q=" + Uri.EscapeDataString(Words))}"
        );

    private async Task ShowAsync(string? words, int? page, CancellationToken stop)
    {
        Title = T["media-library"];
        Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        Page_ = Math.Clamp(page ?? 1, 1, 10_000);
        (Found, Pictures) = await library.FindAsync(Words, PerPage, (Page_ - 1) * PerPage, stop);
        (Files, _) = await files.FindAsync(Words, 0, 0, stop);
        LastPage = Math.Max(1, (Found + PerPage - 1) / PerPage);
    }
}
