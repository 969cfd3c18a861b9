using System.Globalization;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;

namespace DaiHoi.Web.Campaigns.Difficulties.Pages;

/// <summary>Difficulties and lessons at, below and above one organisation: searched, by topic, the most frequent first.</summary>
[For(Role.Officer, Role.Checker, Role.Head, Role.Auditor, Role.Administrator, OwnOnly = true)]
internal sealed class FindDifficulties(DeskContext desk, CampaignPlaces places, DifficultyReading reading) : DifficultyPage(desk)
{
    private const int LongestQuestion = 200;

    public KnownCampaign Campaign { get; private set; } = null!;
    public CampaignPlace Place { get; private set; } = null!;
    public string Words { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string State { get; private set; } = "";
    public DifficultyTopic? Topic { get; private set; }
    public bool MostFrequent { get; private set; }
    public int At { get; private set; }
    public List<ListedDifficulty> Rows { get; private set; } = [];
    public long Count { get; private set; }
    public bool MayRecord => DifficultyRights.MayRecord(Person, Place.Path) && Campaign.ClosedOn is null;
    public bool AsksForAll => Words.Length == 0 && Kind.Length == 0 && State.Length == 0 && Topic is null;

    public async Task<IActionResult> OnGetAsync(
        string campaign,
        string organisation,
        string? q,
        string? loai,
        [FromQuery(Name = "linh-vuc")] string? linhVuc,
        [FromQuery(Name = "tra-loi")] string? traLoi,
        string? xep,
        int trang,
        CancellationToken stop
    )
    {
        if (
            await places.FindAsync(campaign, organisation, Clock.Today, stop) is not var (known, place)
            || !DifficultyRights.MaySee(Person, place.Path)
        )
            return NotFound();
        (Campaign, Place, Title) = (known, place, T["difficulties-of", place.Name]);
        var typed = Fold.Clean(q ?? "").Trim();
        Words = typed.Length <= LongestQuestion ? typed : typed[..LongestQuestion];
        Kind = loai is "kho-khan" or "kinh-nghiem" ? loai : "";
        State = traLoi is "co" or "chua" ? traLoi : "";
        Topic = Enum.TryParse<DifficultyTopic>(linhVuc, out var topic) && Enum.IsDefined(topic) ? topic : null;
        MostFrequent = xep == "nhieu";
        At = Math.Clamp(trang, 1, 10_000);
        (Rows, Count) = await reading.ListAsync(
            known,
            place,
            new(
                Words,
                Kind.Length == 0 ? null : Kind == "kinh-nghiem",
                Topic,
                State.Length == 0 ? null : State == "co",
                MostFrequent
            ),
            At - 1,
            stop
        );
        return Page();
    }

    /// <summary>The same question, another page.</summary>
    public string PathOfPage(int page) =>
        DifficultyAddress.OfPlace(Campaign.Code, Place.Code)
        + DashboardAddress.Query(
            ("q", Words.Length > 0 ? Words : null),
            ("loai", Kind.Length > 0 ? Kind : null),
            ("linh-vuc", Topic?.ToString()),
            ("tra-loi", State.Length > 0 ? State : null),
            ("xep", MostFrequent ? "nhieu" : null),
            ("trang", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)
        );
}
