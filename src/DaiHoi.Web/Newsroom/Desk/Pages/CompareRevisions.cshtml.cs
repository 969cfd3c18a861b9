using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>The revisions of an article: what any two differ in, word by word, and an earlier one brought back.</summary>
[ForNewsroom]
internal sealed class CompareRevisions(DeskContext desk, ArticleDesk articles) : DeskPage(desk)
{
    public DeskArticle Asked { get; private set; } = null!;
    public List<ArticleRevision> Revisions { get; private set; } = [];
    public ArticleRevision Earlier { get; private set; } = null!;
    public ArticleRevision Later { get; private set; } = null!;
    public IReadOnlyList<ComparedPart> Difference { get; private set; } = [];
    public bool MayRestore => Asked.MayRevise == StepAnswer.Allowed;
    public string ArticlePath => PathOf(Asked.Article.Id);

    public async Task<IActionResult> OnGetAsync(long id, int? tu, int? den, CancellationToken stop)
    {
        if (await articles.FindAsync(Person, id, stop) is not { } asked)
            return NotFound();
        Asked = asked;
        Title = T["compare-title", asked.Article.Title];
        Revisions = await articles.RevisionsAsync(Person, id, stop);
        if (Revisions.Count == 0)
            return NotFound();
        Later = Revisions.Find(revision => revision.Number == den) ?? Revisions[0];
        Earlier =
            Revisions.Find(revision => revision.Number == tu)
            ?? Revisions.Find(revision => revision.Number < Later.Number)
            ?? Later;
        if (Earlier.Number > Later.Number)
            (Earlier, Later) = (Later, Earlier);
        Difference = Comparison.Of(TextOf(Earlier), TextOf(Later));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, int number, int version, CancellationToken stop)
    {
        var answer = await articles.RestoreAsync(Person, Actor, id, version, number, T["revision-restored", number], stop);
        if (answer.Outcome == DeskOutcome.NotFound)
            return NotFound();
        Done = answer.Outcome == DeskOutcome.Done ? T["done-restored", number] : Parts.ArticleWords.Of(answer, T);
        return LocalRedirect(answer.Outcome == DeskOutcome.Done ? PathOf(id) : PathOf(id) + "/phien-ban");
    }

    private ComparedText TextOf(ArticleRevision revision) =>
        ComparedText.Of(revision.Text, WrittenBody.AsKept(revision.BodyHtml, Asked.Article.Photos));

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{id}");
}
