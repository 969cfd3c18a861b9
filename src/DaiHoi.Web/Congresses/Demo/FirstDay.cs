using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Congresses.Demo;

/// <summary>A made-up day: a district that has divided its delegates, and a congress below it whose door is open.</summary>
public sealed class FirstDay
{
    private const string Author = "Dữ liệu minh họa";
    private const int There = 6;

    private readonly CongressBook book;
    private readonly CampaignPlaces places;
    private readonly AllocationDeciding allocations;
    private readonly DelegateListing listing;
    private readonly AgendaSetting agenda;
    private readonly CheckingIn doors;
    private readonly DatabaseFactory databases;
    private readonly SiteClock clock;

    internal FirstDay(
        CongressBook book,
        CampaignPlaces places,
        AllocationDeciding allocations,
        DelegateListing listing,
        AgendaSetting agenda,
        CheckingIn doors,
        DatabaseFactory databases,
        SiteClock clock
    ) =>
        (this.book, this.places, this.allocations, this.listing, this.agenda, this.doors, this.databases, this.clock) = (
            book,
            places,
            allocations,
            listing,
            agenda,
            doors,
            databases,
            clock
        );

    /// <param name="district">code of the organisation that divides</param>
    /// <param name="congress">code of the one below it that meets</param>
    public async Task FillAsync(string campaign, string district, string congress, CancellationToken stop)
    {
        var person = new Person(0, Author, [new(Role.Officer, "/")]);
        var actor = new Actor(null, Author, null);
        if (
            await book.OpenAsync(person, campaign, district, stop) is not { } above
            || await book.OpenAsync(person, campaign, congress, stop) is not { } opened
        )
            return;
        await DivideAsync(actor, above, congress, stop);
        await using (var database = databases.Create())
        {
            foreach (var one in await PeopleRegister.BelongingAsync(database, opened.Place.Path, stop))
                await listing.AddAsync(
                    person,
                    actor,
                    opened,
                    new(DelegateKind.Member, null, one.Id, null, IsAnother: true),
                    stop
                );
        }
        var day = clock.Today.ToDateTime(TimeOnly.MinValue);
        var session = await agenda.SetSessionAsync(
            actor,
            opened,
            null,
            new("Phiên chính thức", clock.ToUtc(day.AddHours(7.5)), clock.ToUtc(day.AddHours(16.5)), IsPreparatory: false),
            stop
        );
        await agenda.TakeUsualAsync(actor, opened, stop);
        await using var read = databases.Create();
        var delegates = DelegateListing.Standing(read, opened.Congress).OrderBy(one => one.Id).Select(one => one.Id).ToList();
        foreach (var (i, who) in delegates.Take(There).Index())
            await doors.MarkAsync(
                actor,
                opened,
                session.Id,
                new(who, Attendance.Arrived, FormattableString.Invariant($"demo-{i}"), TimeSpan.Zero, null, null),
                stop
            );
    }

    private async Task DivideAsync(Actor actor, OpenedCongress above, string congress, CancellationToken stop)
    {
        var below = await places.BelowAsync(above.Campaign, above.Place.Id, clock.Today, stop);
        await allocations.ProposeAsync(
            actor,
            above,
            new AllocationPlan(3, ByMembers.LargestRemainder, Seats: 60, Appointed: 2),
            null,
            [.. below.Select((place, i) => new CountedOrganisation(place.Code, 120 + (37 * i), i % 2, null))],
            anew: false,
            stop
        );
        await allocations.AdjustAsync(actor, above, congress, 10, 2, "Đơn vị đông công nhân nữ", stop);
        await allocations.DecideAsync(actor, above, "Công văn minh họa số 45-CV/LĐLĐ", stop);
    }
}
