using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns.Arranging.Pages;
using DaiHoi.Web.Campaigns.Recording.Pages;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Campaigns.Opening.Pages;

/// <summary>Opens a campaign: what is expected is counted and shown before the second word freezes it.</summary>
[For(Role.Administrator)]
internal sealed class OpenCampaign(DeskContext desk, CampaignOpening opening, OrganisationTree tree) : DeskPage(desk)
{
    public const string OwnPath = "/dot-dai-hoi/mo-dot";

    public CampaignForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>How many congresses would be expected at each level, from the top down; null before somebody has asked.</summary>
    public IReadOnlyList<(string Level, int Expected)>? Expected { get; private set; }

    /// <summary>Codes of all rule sets that campaigns can be held under.</summary>
    public static IReadOnlyList<string> RuleSets => RuleSet.Known;

    public string NameOf(string rules)
    {
        var name = RuleSet.Named(rules)!.Name;
        return English ? name.English : name.Vietnamese;
    }

    public string LevelName(string level)
    {
        var words = RuleSet.Named(Form.Rules ?? "")?.Level(level).Name;
        return words is null ? level
            : English ? words.English
            : words.Vietnamese;
    }

    public void OnGet()
    {
        Title = T["open-campaign"];
        Form = new() { On = Formats.Day(Clock.Today), Usual = true };
    }

    /// <summary>What would be expected.</summary>
    public Task<IActionResult> OnPostAsync(CampaignForm form, CancellationToken stop) => AnswerAsync(form, sure: false, stop);

    public Task<IActionResult> OnPostOpenAsync(CampaignForm form, CancellationToken stop) => AnswerAsync(form, sure: true, stop);

    private async Task<IActionResult> AnswerAsync(CampaignForm form, bool sure, CancellationToken stop)
    {
        (Title, Form) = (T["open-campaign"], form);
        var plan = form.Read(T, Problems);
        if (plan is not null && !await IsOwnAsync(plan.Root, stop))
            Problems["root"] = T["campaign-no-root", plan.Root];
        if (plan is null || Problems.Count > 0)
            return Refused();
        var opened = sure ? await opening.OpenAsync(plan, Actor, stop) : await opening.TryAsync(plan, stop);
        foreach (var problem in opened.Problems)
            Problems.TryAdd(problem.Field, T[problem.Text, problem.Values]);
        if (Problems.Count > 0)
            return Refused();
        if (sure)
        {
            Done = T["campaign-opened", plan.Name, Formats.Number(opened.Expected, English)];
            return LocalRedirect(ArrangeCampaign.PathOf(plan.Code));
        }
        Expected = opened.ByLevel;
        return Page();
    }

    private async Task<bool> IsOwnAsync(string code, CancellationToken stop) =>
        await tree.FindAsync(code, stop) is { } found && Person.Is(found.Path, Role.Administrator);

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}

/// <summary>A campaign as it was typed.</summary>
internal sealed class CampaignForm
{
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? Term { get; set; }
    public string? Rules { get; set; }
    public string? Root { get; set; }
    public string? On { get; set; }

    /// <summary>Codes, parted by commas; nothing means every level.</summary>
    public string? Levels { get; set; }

    /// <summary>Begins with the usual checklist.</summary>
    public bool Usual { get; set; }

    /// <returns>null where a field cannot be read; problems say why</returns>
    public CampaignPlan? Read(Ui.Texts t, Dictionary<string, string> problems)
    {
        var on = EventForm.Day(On, "on", problems, t);
        if (on is null && !problems.ContainsKey("on"))
            problems["on"] = t["congress-day-wanted"];
        if (string.IsNullOrWhiteSpace(Root))
            problems["root"] = t["campaign-root-wanted"];
        if (Term?.Trim().Length > 40)
            problems["term"] = t["campaign-term-long", 40];
        return problems.Count > 0
            ? null
            : new(
                Code?.Trim() ?? "",
                Name?.Trim() ?? "",
                string.IsNullOrWhiteSpace(Term) ? null : Term.Trim(),
                Rules ?? "",
                Root!.Trim(),
                on!.Value,
                (Levels ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            )
            {
                UsualChecklist = Usual,
            };
    }
}
