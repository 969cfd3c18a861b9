using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Citing.Pages;

/// <summary>Finds a figure and cites it: whoever writes takes the number with its proof from here.</summary>
[For(Role.Reporter, Role.Editor, Role.Publisher)]
internal sealed class CiteFigure(
    DeskContext desk,
    Sql sql,
    Figures figures,
    FigureCitations citations,
    OrganisationTree tree,
    OrganisationSearch search
) : DeskPage(desk)
{
    private const int MostChoices = 12;

    public const string OwnPath = "/so-lieu/trich-dan";

    public IReadOnlyList<CampaignFrame> Campaigns { get; private set; } = [];
    public string? Campaign { get; private set; }
    public string Name { get; private set; } = "congresses-held";
    public string Organisation { get; private set; } = "";
    public string? Level { get; private set; }
    public string Day { get; private set; } = "";
    public Figure? Found { get; private set; }
    public CitedFigure? Cited { get; private set; }
    public string? Problem { get; private set; }

    /// <summary>Organisations that the words may mean, where they are no code.</summary>
    public List<FoundOrganisation> Choices { get; private set; } = [];

    /// <summary>Shown inside a dialogue of a page on which somebody writes: only the form and what was found.</summary>
    public bool InDialogue { get; private set; }

    /// <summary>The same question of another organisation.</summary>
    public string LinkTo(string organisation) =>
        OwnPath
        + DashboardAddress.Query(
            ("dot", Campaign),
            ("so", Name),
            ("toChuc", organisation),
            ("cap", Level),
            ("ngay", Day.Length == 0 ? null : Day),
            ("hop", InDialogue ? "true" : null)
        );

    public async Task<IActionResult> OnGetAsync(
        string? dot,
        string? so,
        string? toChuc,
        string? cap,
        string? ngay,
        bool hop,
        CancellationToken stop
    )
    {
        InDialogue = hop;
        if (await ShowAsync(dot, so, toChuc, cap, ngay, stop) is { } question)
            await AskAsync(question, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        string? dot,
        string? so,
        string? toChuc,
        string? cap,
        string? ngay,
        bool hop,
        CancellationToken stop
    )
    {
        InDialogue = hop;
        if (await ShowAsync(dot, so, toChuc, cap, ngay, stop) is not { } question)
            return Page();
        await AskAsync(question, stop);
        if (Found is not null)
            Cited = (await citations.CiteAsync(question, Actor, stop)).Cited;
        else
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task AskAsync(FigureQuestion question, CancellationToken stop)
    {
        var answer = await figures.AskAsync(question, stop);
        Found = answer.Figure;
        if (Found is null)
            Problem = FigureWords.Of(answer, question, T);
    }

    /// <returns>null where nothing has been asked yet, or it cannot be read</returns>
    private async Task<FigureQuestion?> ShowAsync(
        string? campaign,
        string? name,
        string? organisation,
        string? level,
        string? day,
        CancellationToken stop
    )
    {
        Title = T["cite-title"];
        await using (var connection = await sql.OpenAsync(stop))
            Campaigns = await CampaignFrame.ReadAllAsync(connection, null, stop);
        Campaign = campaign ?? (Campaigns.Count > 0 ? Campaigns[0].Code : null);
        Name = name ?? Name;
        Organisation = organisation?.Trim() ?? "";
        Level = string.IsNullOrEmpty(level) ? null : level;
        Day = day ?? "";
        if (Organisation.Length == 0)
            return null;
        var known = await tree.FindAsync(Organisation, stop);
        if (known is null && Campaigns.FirstOrDefault(one => one.Code == Campaign) is { } frame)
        {
            var root = await tree.FindAsync(frame.Root, stop);
            Choices = await search.SearchAsync(Organisation, [root!.Path], MostChoices, stop);
            if (Choices is [var only])
                Organisation = only.Code;
            else if (Choices.Count > 1)
                return null;
        }
        var asked = DashboardAddress.DayOf(day);
        if (asked is not null || string.IsNullOrEmpty(day))
            return new(Campaign, Name, Organisation, Level, asked, null);
        Problem = T["congress-day-form", day];
        return null;
    }
}
