using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>What the pages of a congress have in common: which one it is, and the way to the others.</summary>
internal abstract class CongressPage(DeskContext desk, CongressBook book, CongressPages pages) : AnsweringPage(desk)
{
    public OpenedCongress Opened { get; private set; } = null!;

    /// <summary>Where the congress itself stands; null for who has a duty there and no role.</summary>
    public string? PathOfCongress =>
        Person.Is(Opened.Place.Path, CongressRights.Readers)
            ? $"/dai-hoi/{Uri.EscapeDataString(Opened.Campaign.Code)}/{Uri.EscapeDataString(Opened.Place.Code)}"
            : null;

    /// <summary>"đại hội đại biểu", "đại hội toàn thể", within a sentence.</summary>
    public string NameOfKind(CongressKind kind) =>
        T[kind == CongressKind.Members ? "congress-kind-of-members" : "congress-kind-of-delegates"];

    /// <summary>The pages of this congress, in their order.</summary>
    public CongressBar Bar => new(pages.Of(Person, Opened), Opened.Campaign.Code, Opened.Place.Code, Request.Path, T);

    public string PathTo(string ending) => PathOf(Opened, ending);

    /// <summary>07:30, and the day before it where that is not today.</summary>
    public string Time(DateTime utc) => ClockTime.Of(Clock.ToSite(utc));

    public static string PathOf(OpenedCongress opened, string ending) =>
        $"/dai-hoi/{Uri.EscapeDataString(opened.Campaign.Code)}/{Uri.EscapeDataString(opened.Place.Code)}/{ending}";

    /// <summary>Whether the person finds another congress too.</summary>
    protected async Task<bool> MayOpenAsync(long congress, CancellationToken stop) =>
        await book.OpenAsync(Person, congress, stop) is not null;

    /// <param name="title">key of the page's title; the name of the organisation stands above it</param>
    protected async Task<bool> FindAsync(string campaign, string organisation, string title, CancellationToken stop)
    {
        if (await book.OpenAsync(Person, campaign, organisation, stop) is not { } opened)
            return false;
        (Opened, Title) = (opened, T[title]);
        return true;
    }
}
