using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>A page that is no news, in both languages, written in Markdown.</summary>
[For(Role.Administrator, AuditorReads = true)]
internal sealed class EditPage(DeskContext desk, FrameDesk frame) : DeskPage(desk)
{
    /// <summary>The address under which a page is made.</summary>
    public const string New = "moi";

    private const int LongestTitle = 200;

    public string Slug { get; private set; } = "";
    public PageForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; } = [];
    public bool IsNew => Slug == New;

    /// <summary>What is there now, where somebody else has saved it since it was opened.</summary>
    public StaticPage? Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        Slug = slug;
        Title = T["frame-page-new"];
        if (IsNew)
            return Page();
        if ((await frame.PagesAsync(stop)).Find(page => page.Slug == slug) is not { } page)
            return NotFound();
        Title = page.TitleVi;
        Form = new()
        {
            TitleVi = page.TitleVi,
            TitleEn = page.TitleEn,
            BodyVi = BodyMarkdown.Write(new(page.BodyVi, [])),
            BodyEn = BodyMarkdown.Write(new(page.BodyEn, [])),
            Seen = SeenMark.Of(FrameDesk.Shown(page)),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, PageForm form, CancellationToken stop)
    {
        (Slug, Form, Title) = (slug, form, T["frame-page-new"]);
        var pages = await frame.PagesAsync(stop);
        if (!IsNew && !pages.Exists(page => page.Slug == slug))
            return NotFound();
        var (titleVi, titleEn) = (ArticleForm.LineOf(form.TitleVi), ArticleForm.LineOf(form.TitleEn));
        if (titleVi.Length == 0)
            Problems["titleVi"] = T["frame-title-missing"];
        if (titleVi.Length > LongestTitle || titleEn.Length > LongestTitle)
            Problems["titleVi"] = T["field-long", Math.Max(titleVi.Length, titleEn.Length), LongestTitle];
        var address = IsNew ? Platform.Text.Slug.Of(titleVi) : slug;
        if (IsNew && (address == New || pages.Exists(page => page.Slug == address)))
            Problems["titleVi"] = T["frame-page-there", titleVi];
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var bodyVi = BodyMarkdown.Read(Fold.Clean(form.BodyVi ?? "")).Html;
        var bodyEn = BodyMarkdown.Read(Fold.Clean(form.BodyEn ?? "")).Html;
        var saved = await frame.PutPageAsync(
            Actor,
            form.Seen,
            new()
            {
                Slug = address,
                TitleVi = titleVi,
                TitleEn = titleEn.Length > 0 ? titleEn : titleVi,
                BodyVi = bodyVi,
                BodyEn = bodyEn.Length > 0 ? bodyEn : bodyVi,
                UpdatedAt = Clock.UtcNow,
            },
            stop
        );
        if (!saved)
        {
            // He sees what is there beside what he has typed; saving once more is his choice.
            Now = (await frame.PagesAsync(stop)).Find(page => page.Slug == address);
            Form.Seen = Now is null ? null : SeenMark.Of(FrameDesk.Shown(Now));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        Done = T["frame-page-saved", "/trang/" + address];
        return LocalRedirect("/ban-bien-tap/cong/trang/" + address);
    }
}

/// <summary>A static page as typed.</summary>
internal sealed class PageForm
{
    public string? TitleVi { get; set; }
    public string? TitleEn { get; set; }
    public string? BodyVi { get; set; }
    public string? BodyEn { get; set; }

    /// <summary>The mark of the page as it was opened; empty for a new one.</summary>
    public string? Seen { get; set; }
}
