using System.Globalization;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>What stands around the news: names and contact, sections, navigation, links. Shown with the next request.</summary>
[For(Role.Administrator)]
internal sealed class EditFrame(DeskContext desk, FrameDesk frame) : DeskPage(desk)
{
    private const int EmptyRows = 3;
    private const int LongestLabel = 120;
    private const string OwnPath = "/ban-bien-tap/cong";

    public MastheadForm Masthead { get; private set; } = new();
    public List<FrameRow> Sections { get; private set; } = [];
    public List<FrameRow> Menu { get; private set; } = [];
    public List<FrameRow> Links { get; private set; } = [];
    public List<StaticPage> Pages { get; private set; } = [];
    public Dictionary<string, string> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostMastheadAsync(MastheadForm form, CancellationToken stop)
    {
        await ShowAsync(stop);
        Masthead = form;
        Problems = form.Problems(T);
        if (Problems.Count > 0)
            return Refused();
        await frame.NameAsync(Actor, form.WriteInto, stop);
        return Saved();
    }

    public async Task<IActionResult> OnPostSectionsAsync(List<FrameRow> rows, CancellationToken stop)
    {
        await ShowAsync(stop);
        Sections = rows;
        var filled = FrameRow.Filled(rows);
        Check("sections", filled, _ => null);
        if (filled.Count == 0)
            Problems["sections"] = T["frame-section-none"];
        if (Problems.Count > 0)
            return Refused();
        var held = await frame.PutSectionsAsync(
            Actor,
            filled.ConvertAll(row => new SectionRow(row.Id, row.LineVi, row.LineEn)),
            stop
        );
        if (held is null)
            return Saved();
        Problems["sections"] = T["frame-section-held", held];
        return Refused();
    }

    public async Task<IActionResult> OnPostMenuAsync(List<FrameRow> rows, CancellationToken stop)
    {
        await ShowAsync(stop);
        Menu = rows;
        var filled = FrameRow.Filled(rows);
        Check("menu", filled, row => row.HasTarget ? null : T["frame-target-bad", row.LineTarget]);
        if (Problems.Count > 0)
            return Refused();
        await frame.PutMenuAsync(Actor, filled.ConvertAll(row => new MenuRow(row.LineVi, row.LineEn, row.LineTarget)), stop);
        return Saved();
    }

    public async Task<IActionResult> OnPostLinksAsync(List<FrameRow> rows, CancellationToken stop)
    {
        await ShowAsync(stop);
        Links = rows;
        var filled = FrameRow.Filled(rows);
        Check(
            "links",
            filled,
            row =>
                !row.HasAddress ? T["frame-address-bad", row.LineTarget]
                : row.LineGroupVi.Length == 0 ? T["frame-group-missing"]
                : null
        );
        if (Problems.Count > 0)
            return Refused();
        await frame.PutLinksAsync(
            Actor,
            filled.ConvertAll(row => new LinkRow(row.LineGroupVi, row.LineGroupEn, row.LineVi, row.LineTarget, row.InBlock)),
            stop
        );
        return Saved();
    }

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    private void Check(string list, List<FrameRow> rows, Func<FrameRow, string?> wrong)
    {
        foreach (var (i, row) in rows.Index())
        {
            var problem =
                row.LineVi.Length > LongestLabel || row.LineEn.Length > LongestLabel
                    ? T["name-long", row.LineVi, LongestLabel]
                    : wrong(row);
            if (problem is not null)
                Problems.TryAdd(list, T["frame-row", i + 1, row.LineVi, problem]);
        }
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private LocalRedirectResult Saved()
    {
        Done = T["frame-saved"];
        return LocalRedirect(OwnPath);
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        Title = T["frame-title"];
        Masthead = MastheadForm.Of(await frame.MastheadAsync(stop));
        Sections = WithEmpty(
            (await frame.SectionsAsync(stop)).ConvertAll(c => new FrameRow
            {
                Id = c.Id,
                Vi = c.NameVi,
                En = c.NameEn,
            })
        );
        Menu = WithEmpty(
            (await frame.MenuAsync(stop)).ConvertAll(m => new FrameRow
            {
                Vi = m.LabelVi,
                En = m.LabelEn,
                Target = m.Target,
            })
        );
        Links = WithEmpty([
            .. (await frame.LinksAsync(stop)).SelectMany(g =>
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
