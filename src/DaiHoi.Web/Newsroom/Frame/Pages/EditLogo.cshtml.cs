using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>The logo at the head of every page: a picture of the media library, or one brought in here.</summary>
[For(Role.Administrator, AuditorReads = true)]
[RequestSizeLimit(UploadMedia.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadMedia.LargestRequest)]
internal sealed class EditLogo(DeskContext desk, FootDesk foot, MediaLibrary library, UploadMedia upload) : DeskPage(desk)
{
    private const string OwnPath = "/ban-bien-tap/cong/bieu-trung";
    private const int MostPictures = 12;
    private const int LongestAlt = 200;

    public LogoForm Form { get; private set; } = new();

    /// <summary>The chosen picture first, then the newest, or those that were searched for.</summary>
    public List<Picture> Pictures { get; private set; } = [];
    public string? Words { get; private set; }
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>What is there now, where somebody else has changed it since it was opened.</summary>
    public List<string>? Now { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken stop)
    {
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Form = LogoForm.Of(await foot.LogoAsync(stop));
        await ShowAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(LogoForm form, IFormFile? file, CancellationToken stop)
    {
        Form = form;
        var status = StatusCodes.Status422UnprocessableEntity;
        var (altVi, altEn) = (ArticleForm.LineOf(form.AltVi), ArticleForm.LineOf(form.AltEn));
        foreach (var (field, value) in new[] { ("altVi", altVi), ("altEn", altEn) })
        {
            if (value.Length > LongestAlt)
                Problems[field] = T["field-long", value.Length, LongestAlt];
        }
        // As it was sent: what is no number is no picture either.
        var chosen = Request.Form["pictureId"].ToString();
        if (chosen.Length > 0 && (form.PictureId is not { } number || await library.OneAsync(number, stop) is null))
            Problems["pictureId"] = T["logo-unknown", chosen];
        // Asked before it is taken in: a PDF would be kept in the library of files, and be no logo.
        if (file is { Length: > 0 } && await UploadMedia.IsPdfAsync(file, stop))
            Problems["file"] = T["logo-no-picture"];
        if (file is { Length: > 0 } && Problems.Count == 0)
        {
            var (taken, problem, answer) = await upload.TakeAsync(Actor, file, T, stop);
            if (taken is { Picture: { } picture })
                form.PictureId = picture.Id;
            else
                (Problems["file"], status) = (problem ?? T["photo-no-picture"], problem is null ? status : answer);
        }
        if (Problems.Count > 0)
            return await RefusedAsync(status, stop);
        LogoWords logo = new(form.PictureId, altVi, altEn.Length > 0 ? altEn : altVi);
        if (await foot.PutLogoAsync(Actor, form.Seen, logo, stop))
        {
            Done = T["frame-saved"];
            return LocalRedirect(OwnPath);
        }
        // He sees what is there beside what he has typed; saving once more is his choice.
        var there = await foot.LogoAsync(stop);
        Form.Seen = SeenMark.Of(there);
        Now = [.. new[] { await NameAsync(there.PictureId, stop), there.AltVi, there.AltEn }.Where(line => line.Length > 0)];
        return await RefusedAsync(StatusCodes.Status409Conflict, stop);
    }

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    public string NameOf(Picture picture) => PictureTitle.Of(picture, T);

    private async Task<string> NameAsync(long? id, CancellationToken stop) =>
        id is { } picture && await library.OneAsync(picture, stop) is { } there ? NameOf(there) : T["logo-none"];

    private async Task<PageResult> RefusedAsync(int status, CancellationToken stop)
    {
        Response.StatusCode = status;
        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["logo-title"];
        var (_, found) = await library.FindAsync(Words, MostPictures, 0, stop);
        Pictures = found;
        if (Form.PictureId is not { } chosen || await library.OneAsync(chosen, stop) is not { } picture)
            return;
        Pictures.RemoveAll(other => other.Id == chosen);
        Pictures.Insert(0, picture);
    }
}

/// <summary>The logo as chosen, its words as typed.</summary>
internal sealed class LogoForm
{
    public long? PictureId { get; set; }
    public string? AltVi { get; set; }
    public string? AltEn { get; set; }
    public string? Seen { get; set; }

    public static LogoForm Of(LogoWords logo) =>
        new()
        {
            PictureId = logo.PictureId,
            AltVi = logo.AltVi,
            AltEn = logo.AltEn,
            Seen = SeenMark.Of(logo),
        };
}
