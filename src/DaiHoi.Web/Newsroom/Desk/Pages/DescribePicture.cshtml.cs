using System.Globalization;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>One picture of the library: what is written about it, its focal point, and where it is shown.</summary>
[ForNewsroom]
internal sealed class DescribePicture(DeskContext desk, MediaLibrary library) : DeskPage(desk)
{
    public Picture Picture { get; private set; } = null!;
    public List<(long Article, string Title)> Uses { get; private set; } = [];
    public PictureForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; } = [];
    public bool MayDescribe => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (!await ShowAsync(id, stop))
            return NotFound();
        Form = PictureForm.Of(Picture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, PictureForm form, CancellationToken stop)
    {
        if (!MayDescribe)
            return Forbid();
        if (!await ShowAsync(id, stop))
            return NotFound();
        Form = form;
        var words = form.Words();
        Long("caption", words.Caption, Picture.LongestText);
        Long("alt", words.AlternativeText, Picture.LongestText);
        Long("credit", words.Credit, Picture.LongestName);
        Long("licence", words.Licence, Picture.LongestName);
        if (words.FocalX is < 0 or > 100 || words.FocalY is < 0 or > 100)
            Problems["focal"] = T["media-focal-bad"];
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await library.DescribeAsync(Actor, id, words, stop);
        Done = T["media-described"];
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/kho-phuong-tien/{id}"));
    }

    private void Long(string field, string? value, int most)
    {
        if (value?.Length > most)
            Problems[field] = T["field-long", value.Length, most];
    }

    private async Task<bool> ShowAsync(long id, CancellationToken stop)
    {
        if (await library.OneAsync(id, stop) is not { } picture)
            return false;
        Picture = picture;
        Title = PictureTitle.Of(picture, T);
        Uses = await library.UsesAsync(id, stop);
        return true;
    }
}

/// <summary>The fields about a picture, as typed.</summary>
internal sealed class PictureForm
{
    public string? Caption { get; set; }
    public string? Alt { get; set; }
    public string? Credit { get; set; }
    public string? Licence { get; set; }
    public int FocalX { get; set; } = Picture.Middle;
    public int FocalY { get; set; } = Picture.Middle;

    public static PictureForm Of(Picture picture) =>
        new()
        {
            Caption = picture.Caption,
            Alt = picture.AlternativeText,
            Credit = picture.Credit,
            Licence = picture.Licence,
            FocalX = picture.FocalX,
            FocalY = picture.FocalY,
        };

    public PictureWords Words() =>
        new(ArticleForm.LineOf(Caption), ArticleForm.LineOf(Alt), OrNull(Credit), OrNull(Licence), FocalX, FocalY);

    private static string? OrNull(string? typed) => ArticleForm.LineOf(typed) is { Length: > 0 } line ? line : null;
}
