using System.Globalization;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Published;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Newsroom.Desk.Pages;

/// <summary>The desk: what waits for me, what I wrote, what is scheduled, and all of it.</summary>
[ForNewsroom]
internal sealed class ListArticles(DeskContext desk, ArticlesOnDesk articles) : DeskPage(desk)
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
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public bool MayWrite => Person.IsAnywhere(Role.Reporter, Role.Editor, Role.Publisher);
    public bool IsFiltered =>
        Words is not null || Status is not null || Section is not null || From is not null || To is not null;

    public async Task OnGetAsync(
        string? xem,
        string? q,
        string? trangThai,
        long? muc,
        string? tu,
        string? den,
        int? trang,
        CancellationToken stop
    )
    {
        Title = T["desk-newsroom"];
        Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        Status =
            Enum.TryParse<ArticleStatus>(trangThai, ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;
        Section = muc;
        (From, To) = (DayOf(tu), DayOf(den));
        foreach (var view in Enum.GetValues<DeskView>())
            Counts[view] = await articles.CountAsync(Person, new(view), stop);
        View = ViewOf(xem) ?? FirstView();
        var question = new DeskQuestion(
            View,
            Words,
            Status,
            Section,
            From is { } from ? Clock.StartOf(from) : null,
            To is { } to ? Clock.StartOf(to.AddDays(1)) : null
        );
        Found = IsFiltered ? await articles.CountAsync(Person, question, stop) : Counts[View];
        LastPage = (int)Math.Max(1, (Found + PerPage - 1) / PerPage);
        Page_ = Math.Clamp(trang ?? 1, 1, LastPage);
        Articles = await articles.ListAsync(Person, question, PerPage, (Page_ - 1) * PerPage, stop);
        Sections = await articles.SectionsAsync(stop);
    }

    /// <summary>This list with another view or page, its filters kept.</summary>
    public string LinkTo(DeskView view, int page = 1)
    {
        var query = new List<string> { "xem=" + CodeOf(view) };
        if (Words is not null)
            query.Add("q=" + Uri.EscapeDataString(Words));
        if (Status is { } status)
            query.Add("trangThai=" + status);
        if (Section is { } section)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"muc={section}"));
        if (From is { } from)
            query.Add("tu=" + Iso(from));
        if (To is { } to)
            query.Add("den=" + Iso(to));
        if (page > 1)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"trang={page}"));
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
