using System.Globalization;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Congresses.Pages;

/// <summary>
/// The screen of the hall, to be read from the back: who is there, what is under way, the last vote, and a result once the
/// presidium has released it.
/// </summary>
[ForSignedIn]
internal sealed class ShowHall(DeskContext desk, CongressBook book, IEnumerable<CongressLink> links, DayReading reading)
    : CongressPage(desk, book, links)
{
    public const string Ending = "man-hinh";

    /// <summary>More do not fit on one screen.</summary>
    private const int MostLines = 20;

    public CongressDay Day { get; private set; } = null!;
    public HallCount? Count { get; private set; }

    /// <summary>The election whose result was released last; null before any was.</summary>
    public ElectionOfTheDay? Released { get; private set; }

    public IReadOnlyList<ReleasedLine> Elected => [.. Released!.Released!.Lines.Where(line => line.IsElected).Take(MostLines)];

    /// <summary>A vote by show of hands that was counted later than the result was released.</summary>
    public HandVote? Vote => Day.Votes is [.., var vote] && !(Released?.Released?.At > vote.At) ? vote : null;

    public SeatDots Dots => SeatDots.Of(Count!);

    public string LongMoment => $"{Formats.Day(Clock.Today)}, {ClockTime.Of(Clock.ToSite(Clock.UtcNow))}";

    /// <summary>Who meets, in the words of the association: "Đại biểu chính thức".</summary>
    public string People => Capital.Of(Opened.Rules.Terms.Summoned(Opened.Kind).In(Said));

    public string Session => Day.SessionAt(Clock.UtcNow)?.Name ?? "";

    public string Percent(long votes, long of) =>
        of == 0 ? "0" : (100m * Math.Min(votes, of) / of).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A space as long as a name, so that a long list stays on the screen.</summary>
    public string SizeOf(int lines) =>
        lines <= 10 ? "large"
        : lines <= 15 ? "middle"
        : "small";

    public async Task<IActionResult> OnGetAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (!await FindAsync(campaign, organisation, "hall-screen", stop))
            return NotFound();
        Day = await reading.DayAsync(Opened.Congress, stop);
        Count = await reading.CountAsync(Opened, Day, stop);
        Released = (await reading.ElectionsAsync(Opened.Congress, stop))
            .Where(one => one.Released is not null)
            .MaxBy(one => one.Released!.At);
        return Page();
    }
}
