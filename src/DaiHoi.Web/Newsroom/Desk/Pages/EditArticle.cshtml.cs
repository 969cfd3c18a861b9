using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Documents;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>
/// Writing an article. What is typed is kept by the way for who types it; saving on top of what somebody else has saved
/// meanwhile shows both and lets him choose.
/// </summary>
[ForWriters]
internal sealed class EditArticle(
    DeskContext desk,
    ArticleDesk articles,
    ArticlesOnDesk lists,
    AttachmentLibrary attachments,
    NamedDocuments documents
) : DeskPage(desk)
{
    public DeskArticle Asked { get; private set; } = null!;
    public Article Article => Asked.Article;
    public ArticleForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; private set; } = [];
    public List<(long Id, Bilingual Name)> Sections { get; private set; } = [];

    /// <summary>When what stands in the fields was kept, where it has not been saved.</summary>
    public DateTime? KeptAt { get; private set; }

    /// <summary>Both versions, where somebody else has saved meanwhile.</summary>
    public Conflict? Conflict { get; private set; }
    public string OwnPath => PathOf(Article.Id);

    /// <summary>Where the script sends what is being typed.</summary>
    public string KeepPath => OwnPath + "/sua?handler=Keep";

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop)
    {
        if (await ShowAsync(id, stop) is { } refused)
            return refused;
        Form = ArticleForm.Of(Article);
        if (await articles.WorkingCopyAsync(Person, id, stop) is { } kept && ArticleForm.FromJson(kept.Fields) is { } typed)
        {
            (Form, KeptAt) = (typed, kept.KeptAt);
            Form.Version = kept.BaseVersion;
            // The editor wants HTML, the plain field Markdown, whichever of them was typed in.
            var body = Form.Body(Article);
            Form.Html ??= BodyForEditor.Of(body, await articles.PicturesAsync(body, stop));
            Form.Markdown = BodyMarkdown.Write(body);
        }
        return Page();
    }

    /// <summary>Saves, and sends it on where that is asked.</summary>
    /// <param name="then">"submit" sends it for review</param>
    public async Task<IActionResult> OnPostAsync(long id, ArticleForm form, string? then, CancellationToken stop)
    {
        if (await ShowAsync(id, stop) is { } refused)
            return refused;
        Form = form;
        Problems = form.Problems(Sections.Select(section => section.Id), T);
        var body = Problems.Count == 0 ? form.Body(Article) : WrittenBody.Empty;
        if (Problems.Count == 0)
            body = await CheckAgainstAsync(body, stop);
        if (Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var edit = form.Edit(body);
        if (!Asked.Standing.Edits && !Asked.Standing.Publishes)
            edit = edit with { Featured = Article.Featured };
        var answer = await articles.SaveAsync(Person, Actor, id, form.Version, edit, ReasonOf(Article), stop);
        switch (answer.Outcome)
        {
            case DeskOutcome.Done:
                break;
            case DeskOutcome.NotFound:
                return NotFound();
            case DeskOutcome.ChangedMeanwhile:
                return await ConflictAsync(id, edit, stop);
            default:
                Problems["form"] = Parts.ArticleWords.Of(answer, T);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
        return then == "submit" ? await SubmitAsync(id, stop) : Saved();
    }

    /// <summary>Keeps what is being typed; asked by the script every few seconds.</summary>
    public async Task<IActionResult> OnPostKeepAsync(long id, ArticleForm form, CancellationToken stop)
    {
        var answer = await articles.KeepAsync(Person, id, form.Version, form.ToJson(), stop);
        if (answer.Outcome == DeskOutcome.NotFound)
            return NotFound();
        return new JsonResult(
            new
            {
                kept = answer.Outcome is DeskOutcome.Done or DeskOutcome.ChangedMeanwhile,
                changed = answer.Outcome == DeskOutcome.ChangedMeanwhile,
                said = answer.Outcome switch
                {
                    DeskOutcome.Done => T["kept-at", Formats.Moment(Clock.ToSite(Clock.UtcNow), English)],
                    _ => Parts.ArticleWords.Of(answer, T),
                },
            }
        );
    }

    /// <summary>Throws away what was typed and not saved.</summary>
    public async Task<IActionResult> OnPostThrowAwayAsync(long id, CancellationToken stop)
    {
        if (await articles.FindAsync(Person, id, stop) is null)
            return NotFound();
        await articles.ThrowAwayAsync(Person, id, stop);
        Done = T["done-thrown-away"];
        return LocalRedirect(PathOf(id) + "/sua");
    }

    protected override Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        IActionResult? answer = null;
        if (handler == "Keep")
            answer = new JsonResult(
                new
                {
                    kept = false,
                    changed = false,
                    said = why,
                }
            );
        else if (Asked is not null && handler.Length == 0)
        {
            Problems["form"] = why;
            answer = Page();
        }
        return Task.FromResult(answer);
    }

    private async Task<IActionResult?> ShowAsync(long id, CancellationToken stop)
    {
        if (await articles.FindAsync(Person, id, stop) is not { } asked)
            return NotFound();
        Asked = asked;
        Title = T["edit-title", Article.Title];
        Sections = await lists.SectionsAsync(stop);
        if (asked.MayRevise == StepAnswer.Allowed)
            return null;
        Done = Parts.ArticleWords.Of(DeskAnswer.Refused(asked.MayRevise), T);
        return LocalRedirect(OwnPath);
    }

    // The body, with the library's number in the place of the one that is printed on a document.
    private async Task<WrittenBody> CheckAgainstAsync(WrittenBody body, CancellationToken stop)
    {
        if (await articles.UnknownPictureAsync(body, stop) is { } picture)
            Problems["body"] = T["article-picture-unknown", picture];
        if (await attachments.UnknownAsync(BodyReference.In(body.Html, BodyReference.FileMark), stop) is { } file)
            Problems["body"] = T["article-file-unknown", file];
        var (told, untold) = await documents.FindAsync(body, stop);
        if (untold is not null)
            Problems["body"] = WordOf(untold);
        if (await articles.UnknownArticleAsync(Form.RelatedNumbers, stop) is { } other)
            Problems["related"] = T["article-related-unknown", other];
        return told;
    }

    private string WordOf(Untold document) =>
        document.Found.Count == 0
            ? T["article-document-unknown", document.Name]
            : T[
                "article-document-several",
                document.Found.Count,
                document.Name,
                string.Join("; ", document.Found.Select(found => $"van-ban:{found.Id} ({Formats.Day(found.IssuedOn)})"))
            ];

    private async Task<IActionResult> ConflictAsync(long id, ArticleEdit mine, CancellationToken stop)
    {
        // What he typed is kept even if he closes the page here.
        await articles.KeepAsync(Person, id, Form.Version, Form.ToJson(), stop);
        Asked = (await articles.FindAsync(Person, id, stop))!;
        Conflict = Desk.Conflict.Of(
            Article,
            await articles.LastHandAsync(id, stop),
            mine,
            section => Sections.Find(one => one.Id == section).Name?.In(English) ?? "",
            T
        );
        Form.Version = Article.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> SubmitAsync(long id, CancellationToken stop)
    {
        var saved = (await articles.FindAsync(Person, id, stop))!.Article;
        // Should only this not be stored, the text is: pressing the button once more is no conflict with oneself.
        Form.Version = saved.Version;
        var answer = await articles.TakeAsync(Person, Actor, id, new(ArticleStepKind.Submitted, saved.Version), stop);
        Done = answer.Outcome == DeskOutcome.Done ? T["done-submitted"] : T["done-saved-only", Parts.ArticleWords.Of(answer, T)];
        return LocalRedirect(OwnPath);
    }

    private RedirectResult Saved()
    {
        Done = T["done-saved"];
        return Redirect(OwnPath);
    }

    private string ReasonOf(Article article) =>
        article.Status switch
        {
            ArticleStatus.Draft => T["revision-draft"],
            ArticleStatus.Submitted or ArticleStatus.Approved => T["revision-review"],
            _ => T["revision-published"],
        };

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{id}");
}
