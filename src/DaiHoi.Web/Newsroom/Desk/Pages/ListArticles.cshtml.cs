using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Bodies;
using DaiHoi.Web.Newsroom.Desk.Parts;
using DaiHoi.Web.Newsroom.Links;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using DaiHoi.Web.Visits;
using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>The desk: what waits for me, what I wrote, what is scheduled, and all of it.</summary>
[ForNewsroom]
internal sealed class ListArticles(DeskContext desk, ArticlesOnDesk articles, OutsideLinks links, VisitCounter visits)
    : DeskPage(desk)
{
    private const int PerPage = 30;

    public DeskView View { get; private set; }
    public List<ArticleOnDesk> Articles { get; private set; } = [];
    public long Found { get; private set; }
    public int Page_ { get; private set; } = 1;
    public int LastPage { get; private set; } = 1;
    public Dictionary<DeskView, long> Counts { get; } = [];
    public List<(long Id, Bilingual Name)> Sections { get; private set; } = [];
    public string? Words { get; private set; }
    public ArticleStatus? Status { get; private set; }
    public long? Section { get; private set; }
    public string? Author { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }

    /// <summary>Links to other sites to which nobody comes, for those who can mend them.</summary>
    public int DeadLinks { get; private set; }
    public bool MayWrite => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);

    /// <summary>Every article of the page comes chosen: asked by the address, so that it needs no script.</summary>
    public bool AllChosen { get; private set; }
    public TogetherForm Together => new([.. ArticlesTogether.For(Person)], Sections, LinkTo(View, Page_), T);
    public bool IsFiltered =>
        Words is not null
        || Status is not null
        || Section is not null
        || Author is not null
        || From is not null
        || To is not null;

    public async Task OnGetAsync(DeskFilter filter, int? trang, CancellationToken stop)
    {
        Title = T["desk-newsroom"];
        Take(filter);
        AllChosen = filter.Chon is not null && MayWrite;
        foreach (var view in Enum.GetValues<DeskView>())
            Counts[view] = await articles.CountAsync(Person, new(view), stop);
        View = ViewOf(filter.Xem) ?? FirstView();
        var question = Question();
        Found = IsFiltered ? await articles.CountAsync(Person, question, stop) : Counts[View];
        LastPage = (int)Math.Max(1, (Found + PerPage - 1) / PerPage);
        Page_ = Math.Clamp(trang ?? 1, 1, LastPage);
        Articles = await articles.ListAsync(Person, question, PerPage, (Page_ - 1) * PerPage, stop);
        Sections = await articles.SectionsAsync(stop);
        if (Person.IsAnywhere(Role.Editor, Role.Publisher, Role.Administrator))
            DeadLinks = (await links.DeadAsync(stop)).Count;
    }

    /// <summary>The whole list as a table for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetExportAsync(DeskFilter filter, CancellationToken stop)
    {
        Take(filter);
        View = ViewOf(filter.Xem) ?? DeskView.All;
        var rows = await articles.AllAsync(Person, Question(), stop);
        var table = new MemoryStream();
        await table.SaveAsAsync(rows.Select(Cells), sheetName: T["desk-newsroom"], cancellationToken: stop);
        table.Position = 0;
        return File(
            table,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            string.Create(CultureInfo.InvariantCulture, $"{T["export-name"]}-{Iso(Clock.Today)}.xlsx")
        );
    }

    private Dictionary<string, object?> Cells(ExportedArticle row)
    {
        var lines = BodyLines.Of(new(row.BodyHtml, []));
        return new()
        {
            [T["export-number"]] = row.Id,
            [T["article-title"]] = row.Title,
            [T["desk-section"]] = row.Section.In(English),
            [T["article-authors"]] = row.Authors,
            [T["desk-writer"]] = row.Writer,
            [T["desk-state"]] = ArticleWords.Of(row.Status, T),
            [T["published-at"]] = row.PublishedAt is { } at ? Formats.Moment(Clock.ToSite(at), English) : "",
            [T["export-words"]] = lines.Sum(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length),
            [T["export-photos"]] = PhotoPlaces.In(row.BodyHtml).Count,
            [T["views"]] = visits.ViewsOf(row.Id),
        };
    }

    private void Take(DeskFilter filter)
    {
        Words = string.IsNullOrWhiteSpace(filter.Q) ? null : filter.Q.Trim();
        Status =
            Enum.TryParse<ArticleStatus>(filter.TrangThai, ignoreCase: true, out var status) && Enum.IsDefined(status)
                ? status
                : null;
        Section = filter.Muc;
        Author = string.IsNullOrWhiteSpace(filter.TacGia) ? null : filter.TacGia.Trim();
        (From, To) = (DayOf(filter.Tu), DayOf(filter.Den));
    }

    private DeskQuestion Question() =>
        new(
            View,
            Words,
            Status,
            Section,
            From is { } from ? Clock.StartOf(from) : null,
            To is { } to ? Clock.StartOf(to.AddDays(1)) : null,
            Author is null ? null : Slug.Of(Author)
        );

    /// <summary>This list as a file.</summary>
    public string ExportLink => LinkTo(View) + "&handler=Export";

    /// <summary>This list with another view or page, its filters kept.</summary>
    public string LinkTo(DeskView view, int page = 1, bool chosen = false)
    {
        var query = new List<string> { "xem=" + CodeOf(view) };
        if (Words is not null)
            query.Add("q=" + Uri.EscapeDataString(Words));
        if (Status is { } status)
            query.Add("trangThai=" + status);
        if (Section is { } section)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"muc={section}"));
        if (Author is not null)
            query.Add("tacGia=" + Uri.EscapeDataString(Author));
        if (From is { } from)
            query.Add("tu=" + Iso(from));
        if (To is { } to)
            query.Add("den=" + Iso(to));
        if (page > 1)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"trang={page}"));
        if (chosen)
            query.Add("chon=het");
        return "/ban-bien-tap?" + string.Join('&', query);
    }

    public string WordOf(DeskView view) =>
        view switch
        {
            DeskView.WaitsForMe => T["desk-waits"],
            DeskView.Mine => T["desk-mine"],
            DeskView.Scheduled => T["desk-scheduled"],
            DeskView.All => T["desk-all"],
            _ => throw new InvalidOperationException(view.ToString()),
        };

    public static string CodeOf(DeskView view) =>
        view switch
        {
            DeskView.WaitsForMe => "cho-toi",
            DeskView.Mine => "cua-toi",
            DeskView.Scheduled => "hen-gio",
            DeskView.All => "tat-ca",
            _ => throw new InvalidOperationException(view.ToString()),
        };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Whoever has nothing waiting is shown what he wrote; who only reads, everything.
    private DeskView FirstView() =>
        Counts[DeskView.WaitsForMe] > 0 ? DeskView.WaitsForMe
        : Counts[DeskView.Mine] > 0 ? DeskView.Mine
        : DeskView.All;

    private static DeskView? ViewOf(string? code) =>
        code is null ? null : Enum.GetValues<DeskView>().Cast<DeskView?>().FirstOrDefault(view => CodeOf(view!.Value) == code);

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000
            ? day
            : null;
}

/// <summary>What a list is asked for, as it stands in its address.</summary>
internal sealed class DeskFilter
{
    /// <summary>The code of a <see cref="DeskView"/>.</summary>
    public string? Xem { get; set; }

    /// <summary>Given, every article of the page is chosen.</summary>
    public string? Chon { get; set; }
    public string? Q { get; set; }
    public string? TrangThai { get; set; }
    public long? Muc { get; set; }
    public string? TacGia { get; set; }

    /// <summary>Days as <c>yyyy-MM-dd</c>, both included.</summary>
    public string? Tu { get; set; }
    public string? Den { get; set; }
}
