using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Organisations.Reading;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Organisations.Pages;

/// <summary>An organisation: what it is, where it stands, what it was; and, for its administrators, what is to change.</summary>
[For(Role.Administrator, Role.Auditor, Role.Officer, Role.Checker, Role.Head, OwnOnly = true)]
internal sealed class ReadOrganisation(
    DeskContext desk,
    DatabaseFactory databases,
    OrganisationsOn organisations,
    OrganisationDesk organisationDesk,
    OrganisationTree tree
) : DeskPage(desk)
{
    public Organisation Organisation { get; private set; } = null!;
    public TreeRules Rules { get; private set; } = null!;
    public List<OrganisationOnDay> Way { get; private set; } = [];
    public List<TimelineEntry> History { get; private set; } = [];
    public long Below { get; private set; }
    public bool MayChange { get; private set; }

    /// <summary>What was typed, after a form was sent.</summary>
    public TreeForm Form { get; private set; } = new();
    public Dictionary<string, string> Problems { get; } = [];

    /// <summary>What would follow; null before that was asked.</summary>
    public TreeAnswer? Rehearsed { get; private set; }

    public static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{BrowseTree.Path}/{id}");

    public string Seen => TreeStep.MarkOf(Organisation);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken stop) =>
        await LoadAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, TreeForm form, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop))
            return NotFound();
        if (!MayChange)
            return StatusCode(StatusCodes.Status403Forbidden);
        Form = form;
        var problems = new List<TreeProblem>();
        var known = (await tree.FindAsync(id, stop))!;
        var (plan, decision) = await form.ReadAsync(known, known.Level, Person, tree, Clock.Today, problems, stop);
        if (plan is null && problems.Count == 0)
            return NotFound();
        if (plan is not null)
        {
            var answer = form.Sure is null
                ? await organisationDesk.RehearseAsync(Actor, plan, decision!, stop)
                : await organisationDesk.ChangeAsync(Actor, plan, decision!, stop);
            if (answer.IsDone && form.Sure is not null)
            {
                Done = Sentence("organisation-done", answer);
                return LocalRedirect(PathOf(answer.Subject ?? id));
            }
            Rehearsed = answer.IsDone ? answer : null;
            problems.AddRange(answer.Problems);
        }
        foreach (var problem in problems)
            Problems.TryAdd(problem.Field, TreeWords.Of(problem, T));
        if (problems.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>What follows, in figures.</summary>
    public string Sentence(string key, TreeAnswer answer) =>
        T[
            key,
            Formats.Number(answer.Founded.Count, English),
            Formats.Number(answer.Changed.Count, English),
            Formats.Number(answer.Closed.Count, English)
        ];

    /// <summary>What a change is called.</summary>
    public string ChangeName(string? kind) => kind is null ? "" : T[kind + "-change"];

    private async Task<bool> LoadAsync(long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        var found = await database
            .Set<Organisation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(o => o.Id == id && o.ParentId != null, stop);
        if (found is null || !Person.MayRead(found.Path))
            return false;
        (Organisation, Title) = (found, found.Name);
        MayChange = found.ValidTo is null && Person.MayChange(found.Path);
        var root = long.Parse(found.Path.Split('/')[2], CultureInfo.InvariantCulture);
        var ruleSet = await database.Set<Organisation>().Where(o => o.Id == root).Select(o => o.RuleSet).FirstAsync(stop);
        Rules = TreeRules.Of(ruleSet);
        var day = found.ValidTo ?? Clock.Today;
        Way = [.. (await organisations.WayToAsync(id, day, stop)).Where(one => one.Id != id && Person.MayRead(one.Path))];
        Below = (await organisations.FindAsync(id, day, stop))?.Below ?? 0;
        History = await organisations.HistoryAsync(id, stop);
        return true;
    }
}
