using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>The foot of every page: its links and its note. Shown with the next request.</summary>
[For(Role.Administrator, AuditorReads = true)]
internal sealed class EditFoot(DeskContext desk, FootDesk foot, OutsideLinks outside) : DeskPage(desk)
{
    private const string OwnPath = "/ban-bien-tap/cong/chan-trang";
    private const int EmptyRows = 3;
    private const int LongestLabel = 120;
    private const int LongestNote = 300;

    private DeadMarks marks = DeadMarks.None;

    public List<FrameRow> Rows { get; private set; } = [];
    public string? NoteVi { get; private set; }
    public string? NoteEn { get; private set; }
    public string Seen { get; private set; } = "";
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>What is there now, where somebody else has changed it since it was opened.</summary>
    public List<string>? Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostAsync(
        List<FrameRow> rows,
        string? noteVi,
        string? noteEn,
        string? seen,
        CancellationToken stop
    )
    {
        await ShowAsync(stop);
        (Rows, NoteVi, NoteEn) = (rows, noteVi, noteEn);
        var (vi, en) = (ArticleForm.LineOf(noteVi), ArticleForm.LineOf(noteEn));
        Check(vi, en);
        if (Problems.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        var links = FrameRow.Filled(rows).ConvertAll(row => new MenuRow(row.LineVi, row.LineEn, row.LineTarget));
        if (await foot.PutFootAsync(Actor, seen, new(links, vi, en.Length > 0 ? en : vi), stop))
        {
            Done = T["frame-saved"];
            return LocalRedirect(OwnPath);
        }
        // He sees what is there beside what he has typed; saving once more is his choice.
        Now = (await ShowAsync(stop)).Lines();
        (Rows, NoteVi, NoteEn) = (rows, noteVi, noteEn);
        return Refused(StatusCodes.Status409Conflict);
    }

    /// <summary>What is said beside an address to which nobody comes any more.</summary>
    public string? Mark(string? address) => marks.Of(address, T, Clock);

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    private void Check(string vi, string en)
    {
        foreach (var (i, row) in Rows.Index().Where(row => row.Item.IsFilled))
        {
            if (row.HasOnlyEnglish)
                Problems[EditHome.Field("foot", i, nameof(FrameRow.Vi))] = T["row-only-english"];
            if (Math.Max(row.LineVi.Length, row.LineEn.Length) is var length && length > LongestLabel)
                Problems[EditHome.Field("foot", i, nameof(FrameRow.Vi))] = T["field-long", length, LongestLabel];
            if (!row.HasTarget)
                Problems[EditHome.Field("foot", i, nameof(FrameRow.Target))] = T["home-target-bad", row.LineTarget];
        }
        if (vi.Length > LongestNote)
            Problems["noteVi"] = T["field-long", vi.Length, LongestNote];
        if (en.Length > LongestNote)
            Problems["noteEn"] = T["field-long", en.Length, LongestNote];
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<Foot> ShowAsync(CancellationToken stop)
    {
        marks = await outside.MarksAsync(stop);
        Title = T["foot-title"];
        var now = await foot.FootAsync(stop);
        Seen = SeenMark.Of(now);
        (NoteVi, NoteEn) = (now.NoteVi, now.NoteEn);
        Rows =
        [
            .. now.Links.Select(link => new FrameRow
            {
                Vi = link.LabelVi,
                En = link.LabelEn,
                Target = link.Target,
            }),
            .. Enumerable.Range(0, EmptyRows).Select(_ => new FrameRow()),
        ];
        foreach (var (i, row) in Rows.Index())
            row.Place = i + 1;
        return now;
    }
}
