using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.Extensions.DependencyInjection;

namespace DaiHoi.Browser.Tests;

/// <summary>An election of the demo's province whose box is open, and its counting board: a head and two groups.</summary>
internal sealed class Poll
{
    private const string Campaign = "2020";
    private const string Province = "BPC";

    private static readonly Actor Actor = new(null, "Cán bộ", null);

    private readonly Portal portal;
    private readonly string name;

    private Poll(Portal portal, string name, long election) => (this.portal, this.name, Election) = (portal, name, election);

    public long Election { get; }

    public string Path => FormattableString.Invariant($"/bau-cu/{Election}");

    /// <param name="name">before the names of those who sign in</param>
    public static async Task<Poll> ArrangeAsync(Portal portal, string name, int seats, int names, int ballots, int perBatch)
    {
        var stop = TestContext.Current.CancellationToken;
        var services = portal.Services;
        var today = services.GetRequiredService<SiteClock>().Today;
        var (campaign, place) = (
            await services.GetRequiredService<CampaignPlaces>().FindAsync(Campaign, Province, today, stop)
        )!.Value;
        var officer = new Person(0, "Cán bộ", [new(Role.Officer, place.Path)]);
        var rights = ElectionRights.Of(officer, place, []);
        var arranging = services.GetRequiredService<ElectionArranging>();
        var election = Done(
            await arranging.ArrangeAsync(
                Actor,
                campaign,
                place,
                rights,
                "Bầu Ban Chấp hành Đảng bộ tỉnh",
                Post.Committee,
                seats,
                CongressKind.Delegates,
                again: true,
                stop
            )
        );
        var book = services.GetRequiredService<ElectionBook>();
        var listing = services.GetRequiredService<CandidateListing>();
        var opened = (await book.OpenAsync(officer, election, stop))!;
        for (var i = 1; i <= names; i++)
            Done(
                await listing.AddAsync(
                    Actor,
                    opened,
                    new($"Nguyễn Văn {(char)('A' + ((i - 1) / 8))}{i}", null, CandidateSource.Prepared, null, null, null, false),
                    stop
                )
            );
        Done(await arranging.CloseAsync(Actor, opened, new(ballots, ballots), false, stop));
        var giving = services.GetRequiredService<DutyGiving>();
        // A board has one head: the one of the poll before goes.
        foreach (var before in await giving.ListAsync(place.Congress!.Value, stop))
        {
            if (before.Duty == Duty.BoardHead)
                await giving.EndAsync(officer, Actor, place, before.Id, stop);
        }
        foreach (
            var (who, duty) in new[] { ("truong-ban", Duty.BoardHead), ("to-1", Duty.BoardGroupA), ("to-2", Duty.BoardGroupB) }
        )
        {
            await Newsroom.OpenAccountAsync(portal, $"{name}-{who}");
            Assert.Null((await giving.GiveAsync(officer, Actor, place, $"{name}-{who}", duty, stop)).Problem);
        }
        var head = await services.GetRequiredService<IKnowsAccounts>().FindAsync($"{name}-truong-ban", stop);
        var table = (await book.OpenAsync(new Person(head!.Id, head.DisplayName, []), election, stop))!;
        var figures = new HallFigures(ballots, ballots, [], ballots, ballots);
        Done(
            await services
                .GetRequiredService<BoxOpening>()
                .OpenAsync(Actor, table, figures, CountMethod.Ballots, perBatch, differs: true, boardless: true, stop)
        );
        return new(portal, name, election);
    }

    /// <summary>One of the board in a browser of his own, before a page.</summary>
    public Task<View> SignedInAsync(string who, string path) => Newsroom.SignInAsync(portal, $"{name}-{who}", path);

    private static long Done(Answer answer)
    {
        Assert.True(answer.Stands, $"{answer.Outcome} {string.Join(", ", answer.Problems.Select(problem => problem.Text))}");
        return answer.Id;
    }
}
