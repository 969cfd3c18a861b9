using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk.Parts;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>What became of the articles that were chosen in a list, one by one; and what is still missing to begin.</summary>
[ForWriters]
internal sealed class ChangeArticles(DeskContext desk, ArticlesTogether together, ArticleDesk articles, ArticlesOnDesk lists)
    : DeskPage(desk)
{
    public const string Path = "/ban-bien-tap/nhieu-bai";

    public List<TogetherOutcome> Outcomes { get; private set; } = [];
    public TogetherForm Form { get; private set; } = null!;

    /// <summary>What is missing; nothing was done then.</summary>
    public string? Problem { get; private set; }

    /// <summary>What was chosen, with its headlines, where something is missing.</summary>
    public List<(ChosenArticle Chosen, string Title)> Asked { get; } = [];

    public IActionResult OnGet() => LocalRedirect("/ban-bien-tap");

    public async Task<IActionResult> OnPostAsync(
        List<string> chosen,
        string? deed,
        string? reason,
        long? section,
        string? tags,
        string? back,
        CancellationToken stop
    )
    {
        Title = T["together-title"];
        var deeds = ArticlesTogether.For(Person).ToList();
        Form = new(deeds, await lists.SectionsAsync(stop), Language.Inside(back) ?? "/ban-bien-tap", T)
        {
            Deed = Enum.TryParse<TogetherDeed>(deed, out var named) && deeds.Contains(named) ? named : null,
            Reason = Fold.Clean(reason ?? "").Trim(),
            Section = section,
            Tags = tags,
        };
        var all = chosen.Select(ChosenArticle.Of).OfType<ChosenArticle>().DistinctBy(one => one.Id).ToList();
        Problem = ProblemOf(all.Count);
        if (Problem is null)
        {
            var wish = new TogetherWish(Form.Deed!.Value, Form.Reason, Form.Section, ArticleForm.NamesIn(tags));
            Outcomes = await together.DoAsync(Person, Actor, all, wish, T, stop);
            return Page();
        }
        foreach (var one in all.Take(ArticlesTogether.Most))
        {
            if (await articles.FindAsync(Person, one.Id, stop) is { } found)
                Asked.Add((one, found.Article.Title));
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private string? ProblemOf(int chosen)
    {
        if (chosen == 0)
            return T["together-none-chosen"];
        if (chosen > ArticlesTogether.Most)
            return T["together-many", chosen, ArticlesTogether.Most];
        if (Form.Deed is not { } deed)
            return T["together-no-deed"];
        if (ArticlesTogether.NeedsReason(deed) && Form.Reason!.Length == 0)
            return T["desk-reason-missing"];
        if (Form.Reason!.Length > ArticleStep.LongestReason)
            return T["desk-reason-long", ArticleStep.LongestReason];
        if (deed == TogetherDeed.MoveToSection && Form.Sections.All(section => section.Id != Form.Section))
            return T["article-section-missing"];
        if (deed is not (TogetherDeed.AddTags or TogetherDeed.RemoveTags))
            return null;
        var names = ArticleForm.NamesIn(Form.Tags);
        if (names.Count is 0 or > ArticleForm.MostTags)
            return T["together-tags-missing", ArticleForm.MostTags];
        return names.Find(name => name.Length > ArticleForm.LongestName) is { } name
            ? T["name-long", name, ArticleForm.LongestName]
            : null;
    }
}
