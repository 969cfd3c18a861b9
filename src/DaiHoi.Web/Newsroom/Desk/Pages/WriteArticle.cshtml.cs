using System.Globalization;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>Beginning an article: its headline and its section; the rest is written on the next page.</summary>
[ForWriters]
internal sealed class WriteArticle(DeskContext desk, ArticleDesk articles, ArticlesOnDesk lists) : DeskPage(desk)
{
    public string Headline { get; private set; } = "";
    public long? Section { get; private set; }
    public List<(long Id, Bilingual Name)> Sections { get; private set; } = [];
    public string? HeadlineProblem { get; private set; }
    public string? SectionProblem { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(string? headline, long? section, CancellationToken stop)
    {
        await ShowAsync(stop);
        Headline = headline ?? "";
        Section = section;
        var title = ArticleForm.LineOf(headline);
        if (title.Length == 0)
            HeadlineProblem = T["article-title-missing"];
        else if (title.Length > ArticleForm.LongestTitle)
            HeadlineProblem = T["article-title-long", Formats.Number(title.Length, English), ArticleForm.LongestTitle];
        if (!Sections.Exists(known => known.Id == section))
            SectionProblem = T["article-section-missing"];
        if (HeadlineProblem is not null || SectionProblem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var id = await articles.BeginAsync(Person, Actor, title, section!.Value, T["revision-first"], stop);
        return LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/ban-bien-tap/bai/{id}/sua"));
    }

    protected override Task<IActionResult?> NotStoredAsync(string why, string handler, CancellationToken stop)
    {
        HeadlineProblem = why;
        return Task.FromResult<IActionResult?>(Page());
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["desk-write"];
        Sections = await lists.SectionsAsync(stop);
    }
}
