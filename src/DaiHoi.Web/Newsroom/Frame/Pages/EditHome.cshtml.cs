using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DaiHoi.Web.Newsroom.Frame.Pages;

/// <summary>The home page: its quick announcements, and its blocks in their order. Shown with the next request.</summary>
[For(Role.Publisher, Role.Administrator)]
internal sealed class EditHome(DeskContext desk, HomeDesk home, FrameDesk frame, OutsideLinks outside) : DeskPage(desk)
{
    public const string OwnPath = "/ban-bien-tap/cong/trang-chu";

    private const int EmptyBlocks = 3;
    private const int EmptyNotices = 2;

    private DeadMarks marks = DeadMarks.None;

    public List<BlockForm> Blocks { get; private set; } = [];
    public List<NoticeForm> Notices { get; private set; } = [];
    public List<Category> Sections { get; private set; } = [];

    /// <summary>Whether the rest of the frame is open to him too.</summary>
    public bool MayChangeFrame => Person.IsAnywhere(Role.Administrator);

    /// <summary>Whether the office has arranged the blocks itself.</summary>
    public bool IsArranged { get; private set; }

    /// <summary>By the field that is wrong, or by the name of its form.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);
    public string BlocksSeen { get; private set; } = "";
    public string NoticesSeen { get; private set; } = "";

    /// <summary>What is there now, where somebody else has changed a part since it was opened.</summary>
    public (string Part, List<string> Lines)? Now { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => await ShowAsync(stop);

    public async Task<IActionResult> OnPostNoticesAsync(List<NoticeForm> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Notices = rows;
        var read = new List<(int Place, HomeNotice Notice)>();
        foreach (var (i, row) in rows.Index().Where(row => row.Item.IsFilled))
        {
            var (notice, field, problem) = row.Read(T, Clock);
            if (notice is null)
                Problems[Field("notices", i, field)] = problem;
            else
                read.Add((row.Place, notice));
        }
        if (Problems.Count > 0)
            return Refused(StatusCodes.Status422UnprocessableEntity);
        List<HomeNotice> notices = [.. read.OrderBy(one => one.Place).Select(one => one.Notice)];
        if (await home.PutNoticesAsync(Actor, seen, notices, stop))
            return Saved();
        await ShowAsync(stop);
        Now = ("notices", Notices.Where(row => row.IsFilled).Select(Words).ToList());
        Notices = rows;
        return Refused(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostBlocksAsync(List<BlockForm> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Blocks = rows;
        var read = new List<(int Place, BlockRow Row)>();
        foreach (var (i, form) in rows.Index().Where(row => row.Item.IsFilled))
        {
            var (row, field, problem) = form.Read(T, Sections);
            if (row is null)
                Problems[Field("blocks", i, field)] = problem;
            else if (read.Exists(other => (other.Row.Kind, other.Row.CategoryId) == (row.Kind, row.CategoryId)))
                Problems[Field("blocks", i, nameof(BlockForm.Block))] = T["home-block-twice"];
            else
                read.Add((form.Place, row));
        }
        if (read.Count == 0 && Problems.Count == 0)
            Problems["blocks"] = T["home-block-none"];
        return Problems.Count > 0
            ? Refused(StatusCodes.Status422UnprocessableEntity)
            : await PutAsync([.. read.OrderBy(one => one.Place).Select(one => one.Row)], seen, stop);
    }

    public async Task<IActionResult> OnPostUsualAsync(List<BlockForm> rows, string? seen, CancellationToken stop)
    {
        await ShowAsync(stop);
        Blocks = rows;
        return await PutAsync([], seen, stop);
    }

    /// <summary>What is said beside an address to which nobody comes any more.</summary>
    public string? Mark(string? address) => marks.Of(address, T, Clock);

    public string? Problem(string field) => Problems.GetValueOrDefault(field);

    public string NameOf(HomeKind kind) =>
        kind switch
        {
            HomeKind.Featured => T["home-kind-featured"],
            HomeKind.Newest => T["home-kind-newest"],
            HomeKind.Section => T["home-kind-section"],
            HomeKind.Sections => T["home-kind-sections"],
            HomeKind.Documents => T["home-kind-documents"],
            HomeKind.MostRead => T["home-kind-most-read"],
            HomeKind.Links => T["home-kind-links"],
            HomeKind.Statistics => T["home-kind-statistics"],
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    public string NameOf(HomeWidth width) =>
        width switch
        {
            HomeWidth.Whole => T["home-width-whole"],
            HomeWidth.Wide => T["home-width-wide"],
            HomeWidth.Narrow => T["home-width-narrow"],
            HomeWidth.Third => T["home-width-third"],
            _ => throw new InvalidOperationException(width.ToString()),
        };

    /// <summary>Whether an announcement is shown now, comes later or is over.</summary>
    public string StateOf(NoticeForm row) =>
        !row.IsFilled ? T["home-notice-new"]
        : MomentField.Of(row.Until, Clock) <= Clock.UtcNow ? T["home-notice-over"]
        : MomentField.Of(row.From, Clock) > Clock.UtcNow ? T["home-notice-later"]
        : T["home-notice-shown"];

    /// <summary>The name of a field in a row, as its label and its problem know it.</summary>
    public static string Field(string list, int row, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}-{row}-{name}");

    private async Task<IActionResult> PutAsync(List<BlockRow> blocks, string? seen, CancellationToken stop)
    {
        if (await home.PutBlocksAsync(Actor, seen, blocks, stop))
            return Saved();
        // He sees what is there beside what he has typed; saving once more is his choice.
        var typed = Blocks;
        await ShowAsync(stop);
        Now = ("blocks", Blocks.Where(row => row.IsFilled).Select(Words).ToList());
        Blocks = typed;
        return Refused(StatusCodes.Status409Conflict);
    }

    private string Words(BlockForm form)
    {
        var (row, _, _) = form.Read(T, Sections);
        var name =
            row is null ? form.Block
            : row.CategoryId is { } id ? Sections.Find(c => c.Id == id)?.NameVi
            : NameOf(row.Kind);
        return $"{name} · {NameOf(form.Width)}{(form.Lines is { } lines ? " · " + T["home-lines-of", lines] : "")}";
    }

    private static string Words(NoticeForm row) => $"{row.Vi} · {row.En} → {row.Target} ({row.From} – {row.Until})";

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private LocalRedirectResult Saved()
    {
        Done = T["frame-saved"];
        return LocalRedirect(OwnPath);
    }

    private async Task ShowAsync(CancellationToken stop)
    {
        marks = await outside.MarksAsync(stop);
        Title = T["home-title"];
        Sections = await frame.SectionsAsync(stop);
        var (blocks, notices) = (await home.BlocksAsync(stop), await home.NoticesAsync(stop));
        (BlocksSeen, NoticesSeen) = (SeenMark.Of(HomeDesk.Shown(blocks)), SeenMark.Of(HomeDesk.Shown(notices)));
        IsArranged = blocks.Count > 0;
        // Who arranges for the first time begins with what readers see.
        var shown = IsArranged ? blocks : HomeLayout.Usual.Select(part => new BlockRow(part.Kind, part.Width, part.Lines, null));
        Blocks = [.. shown.Select(BlockForm.Of), .. Enumerable.Range(0, EmptyBlocks).Select(_ => new BlockForm())];
        foreach (var (i, row) in Blocks.Index())
            row.Place = i + 1;
        Notices =
        [
            .. notices.Select(notice => NoticeForm.Of(notice, Clock)),
            .. Enumerable.Range(0, EmptyNotices).Select(_ => new NoticeForm()),
        ];
        foreach (var (i, row) in Notices.Index())
            row.Place = i + 1;
    }
}
