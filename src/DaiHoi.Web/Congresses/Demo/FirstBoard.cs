using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Demo;

/// <summary>Made-up people of a counting board, who have no role and count at one congress of the demo.</summary>
public sealed class FirstBoard
{
    private const string Author = "Dữ liệu minh họa";

    private static readonly (Duty Duty, string Name, string Display)[] Members =
    [
        (Duty.BoardHead, "truongban", "Hoàng Thị Lan"),
        (Duty.BoardGroupA, "tomot", "Đặng Văn Mạnh"),
        (Duty.BoardGroupB, "tohai", "Vũ Thị Nga"),
        (Duty.BoardThird, "nguoithuba", "Bùi Văn Phúc"),
    ];

    private const int There = 6;

    private readonly DutyGiving giving;
    private readonly HandVoting voting;
    private readonly CongressBook book;
    private readonly CampaignPlaces places;
    private readonly SiteClock clock;

    internal FirstBoard(DutyGiving giving, HandVoting voting, CongressBook book, CampaignPlaces places, SiteClock clock) =>
        (this.giving, this.voting, this.book, this.places, this.clock) = (giving, voting, book, places, clock);

    /// <summary>The accounts with which they sign in: name, as others see it, and what he does.</summary>
    public static IReadOnlyList<(string Name, string Display, string Does)> Accounts =>
        [.. Members.Select(one => (one.Name, one.Display, DutyWords.Of(one.Duty, Texts.Vietnamese)))];

    /// <summary>Gives them their duties, as far as they have accounts, and has the congress vote them.</summary>
    public async Task SeatAsync(string campaign, string organisation, CancellationToken stop)
    {
        if (await places.FindAsync(campaign, organisation, clock.Today, stop) is not var (_, place))
            return;
        var officer = new Person(0, Author, [new(Role.Officer, "/")]);
        foreach (var (duty, name, _) in Members)
            await giving.GiveAsync(officer, new Actor(null, Author, null), place, name, duty, stop);
        if (await book.OpenAsync(officer, campaign, organisation, stop) is { } opened)
            await voting.VoteAsync(
                new Actor(null, Author, null),
                opened,
                new(
                    AgendaStep.CountingBoard,
                    "Bầu Ban Kiểm phiếu",
                    string.Join('\n', Members.Select(one => one.Display)),
                    There,
                    There,
                    0,
                    0,
                    AreNamesSeen: true
                ),
                stop
            );
    }
}
