using System.Globalization;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>What stands around the news: names and contact, sections, navigation, links. Shown with the next request.</summary>
[For(Role.Administrator, AuditorReads = true)]
internal sealed class EditFrame(DeskContext desk, FrameDesk frame, OutsideLinks outside) : DeskPage(desk)
{
    private const int EmptyRows = 3;
    private const int LongestLabel = 120;
    private const string OwnPath = "/ban-bien-tap/cong";

    private DeadMarks marks = DeadMarks.None;

    public MastheadForm Masthead { get; private set; } = new();
    public List<FrameRow> Sections { get; private set; } = [];
    public List<FrameRow> Menu { get; private set; } = [];
    public List<FrameRow> Links { get; private set; } = [];
    public List<StaticPage> Pages { get; private set; } = [];
    public Dictionary<string, string> Problems { get; private set; } = [];

    /// <summary>The mark of each part as it is now, by the name of its form.</summary>
    public Dictionary<string, string> Marks { get; } = new(StringComparer.Ordinal);

    /// <summary>What is there now, where somebody else has changed a part since it was opened.</summary>
    public (string Part, List<string> Lines)? Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostMastheadAsync(MastheadForm form, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Masthead = form;
        Problems = form.Problems(T);
        if (Problems.Count > 0)
            return Refused();
        return await frame.NameAsync(Actor, seen, form.WriteInto, stop) ? Saved() : await ChangedAsync("masthead", stop);
    }

    public async Task<IActionResult> OnPostSectionsAsync(List<FrameRow> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Sections = rows;
        var filled = FrameRow.Filled(rows);
        Check("sections", rows, _ => null);
        if (filled.Count == 0)
            Problems["sections"] = T["frame-section-none"];
        if (Problems.Count > 0)
            return Refused();
        var (done, held) = await frame.PutSectionsAsync(
            Actor,
            seen,
            filled.ConvertAll(row => new SectionRow(row.Id, row.LineVi, row.LineEn)),
            stop
        );
        if (held is null)
            return done ? Saved() : await ChangedAsync("sections", stop);
        Problems["sections"] = T["frame-section-held", held];
        return Refused();
    }

    public async Task<IActionResult> OnPostMenuAsync(List<FrameRow> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Menu = rows;
        var filled = FrameRow.Filled(rows);
        Check("menu", rows, row => row.HasTarget ? null : (nameof(FrameRow.Target), T["frame-target-bad", row.LineTarget]));
        if (Problems.Count > 0)
            return Refused();
        var menu = filled.ConvertAll(row => new MenuRow(row.LineVi, row.LineEn, row.LineTarget));
        return await frame.PutMenuAsync(Actor, seen, menu, stop) ? Saved() : await ChangedAsync("menu", stop);
    }

    public async Task<IActionResult> OnPostLinksAsync(List<FrameRow> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Links = rows;
        var filled = FrameRow.Filled(rows);
        Check(
            "links",
            rows,
            row =>
                !row.HasAddress ? (nameof(FrameRow.Target), T["frame-address-bad", row.LineTarget])
                : row.LineGroupVi.Length == 0 ? (nameof(FrameRow.GroupVi), T["frame-group-missing"])
                : null
        );
        if (Problems.Count > 0)
            return Refused();
        var links = filled.ConvertAll(row => new LinkRow(
            row.LineGroupVi,
            row.LineGroupEn,
            row.LineVi,
            row.LineTarget,
            row.InBlock
        ));
        return await frame.PutLinksAsync(Actor, seen, links, stop) ? Saved() : await ChangedAsync("links", stop);
    }

    /// <summary>What is said beside an address to which nobody comes any more.</summary>
    public string? Mark(string? address) => marks.Of(address, T, Clock);

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    // Said beside the field, and above the list the first of all.
    private void Check(string list, List<FrameRow> rows, Func<FrameRow, (string Field, string Problem)?> wrong)
    {
        foreach (var (i, row) in rows.Index().Where(row => row.Item.IsFilled))
        {
            var found =
                row.HasOnlyEnglish ? (nameof(FrameRow.Vi), T["row-only-english"])
                : row.LineVi.Length > LongestLabel ? (nameof(FrameRow.Vi), T["name-long", row.LineVi, LongestLabel])
                : row.LineEn.Length > LongestLabel ? (nameof(FrameRow.En), T["name-long", row.LineEn, LongestLabel])
                : wrong(row);
            if (found is not var (field, problem))
                continue;
            Problems[EditHome.Field(list, i, field)] = problem;
            Problems.TryAdd(list, T["frame-row", i + 1, row.HasOnlyEnglish ? row.LineEn : row.LineVi, problem]);
        }
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // He sees what is there beside what he has typed; saving once more is his choice.
    private async Task<IActionResult> ChangedAsync(string part, CancellationToken stop)
    {
        var (typed, sections, menu, links) = (Masthead, Sections, Menu, Links);
        await ShowAsync(stop);
        Now = (part, lines[part]);
        (Masthead, Sections, Menu, Links) = (typed, sections, menu, links);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private readonly Dictionary<string, List<string>> lines = new(StringComparer.Ordinal);

    private void Keep(string part, object shown, List<string> said)
    {
        Marks[part] = SeenMark.Of(shown);
        lines[part] = said;
    }

    private LocalRedirectResult Saved()
    {
        Done = T["frame-saved"];
        return LocalRedirect(OwnPath);
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        marks = await outside.MarksAsync(stop);
        Title = T["frame-title"];
        var (masthead, sections) = (await frame.MastheadAsync(stop), await frame.SectionsAsync(stop));
        var (menu, links) = (await frame.MenuAsync(stop), await frame.LinksAsync(stop));
        Masthead = MastheadForm.Of(masthead);
        Keep("masthead", FrameDesk.Shown(masthead), Masthead.Lines(T));
        Keep("sections", FrameDesk.Shown(sections), FrameDesk.Shown(sections));
        Keep("menu", FrameDesk.Shown(menu), FrameDesk.Shown(menu));
        Keep("links", FrameDesk.Shown(links), FrameDesk.Shown(links));
        Sections = WithEmpty(
            sections.ConvertAll(c => new FrameRow
            {
                Id = c.Id,
                Vi = c.NameVi,
                En = c.NameEn,
            })
        );
        Menu = WithEmpty(
            menu.ConvertAll(m => new FrameRow
            {
                Vi = m.LabelVi,
                En = m.LabelEn,
                Target = m.Target,
            })
        );
        Links = WithEmpty([
            .. links.SelectMany(g =>
                g.Links.Select(l => new FrameRow
                {
                    Vi = l.Name,
                    Target = l.Address,
                    GroupVi = g.NameVi,
                    GroupEn = g.NameEn,
                    InBlock = l.InBlock,
                })
            ),
        ]);
        Pages = await frame.PagesAsync(stop);
    }

    private static List<FrameRow> WithEmpty(List<FrameRow> rows)
    {
        rows.AddRange(Enumerable.Range(0, EmptyRows).Select(_ => new FrameRow()));
        foreach (var (i, row) in rows.Index())
            row.Place = i + 1;
        return rows;
    }

    /// <summary>The name of a field in a row, as the form sends it.</summary>
    public static string Field(int row, string name) => string.Create(CultureInfo.InvariantCulture, $"rows[{row}].{name}");
}
