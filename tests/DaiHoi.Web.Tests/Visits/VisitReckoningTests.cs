using CsCheck;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Web.Tests.Visits;

public sealed class VisitReckoningTests
{
    private static readonly SiteClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));

    // Midnights of the site at which a day, a week, a month and a year end: Sunday 1 March 2020, Tuesday 31 March, 31 December.
    private static readonly long[] Midnights =
    [
        .. new[] { (2020, 3, 4), (2020, 3, 2), (2020, 4, 1), (2021, 1, 1) }.Select(Midnight),
    ];

    /// <summary>Steps of time as they hurt: inside a visit, at the edges of 5 and 30 minutes, back, and far on.</summary>
    internal static readonly Gen<long> Steps = Gen.OneOf(
        Gen.Long[0, 20],
        Gen.OneOf(299L, 300, 301, 1799, 1800, 1801, 2246, 2247, 2248, 4093, 4094, 4095, 4096),
        Gen.Long[-4000, 0],
        Gen.Long[0, 5000],
        Gen.OneOf(86_400L, 200_000)
    );

    private static readonly Gen<(long Start, (int Person, long Step)[] Views)> Walks = Gen.Select(
        Gen.OneOf(Midnights),
        Gen.Long[-4000, 4000],
        Gen.Select(Gen.Int[0, 12], Steps).Array[0, 120],
        (midnight, before, views) => (midnight + before, views)
    );

    [Fact]
    public void One_by_one_the_reckoning_agrees_with_the_list_of_all_views() =>
        Walks.Sample(walk =>
        {
            using var reckoning = new VisitReckoning(Clock);
            var model = new SlowModel(Clock);
            foreach (var (person, second) in Timed(walk))
            {
                reckoning.View(Key(person), second);
                model.View(person, 0, second);
                Assert.Equal(model.Online(), reckoning.Online);
            }
            Assert.Equal(model.Days(), reckoning.TakeCounted());
        });

    [Fact]
    public void All_at_once_the_reckoning_agrees_with_one_by_one() =>
        Gen.Select(Walks, Gen.Int[1, 70])
            .Sample(
                (walk, cut) =>
                {
                    using var oneByOne = new VisitReckoning(Clock);
                    using var atOnce = new VisitReckoning(Clock);
                    var views = Timed(walk).Select(view => new PageView(Key(view.Person), view.Second)).ToArray();
                    foreach (var view in views)
                        oneByOne.View(view.Visitor, view.Second);
                    foreach (var part in views.Chunk(cut))
                        atOnce.Views(part);
                    Assert.Equal(oneByOne.Online, atOnce.Online);
                    Assert.Equal(oneByOne.TakeCounted(), atOnce.TakeCounted());
                }
            );

    [Fact]
    public void Keys_that_change_at_midnight_change_no_number() =>
        Walks.Sample(walk =>
        {
            using var reckoning = new VisitReckoning(Clock);
            var model = new SlowModel(Clock);
            var generation = 0;
            foreach (var (person, second) in Timed(walk))
            {
                var day = reckoning.Today;
                reckoning.Advance(second);
                if (day != reckoning.Today)
                {
                    reckoning.ChangeKeys();
                    generation++;
                }
                if (reckoning.Now >= reckoning.Today.Starts + VisitorTable.Gap)
                    reckoning.ForgetOldKeys();
                reckoning.View(Key(person + 100 * generation), Key(person + 100 * (generation - 1)), second);
                model.View(person, 0, second);
                Assert.Equal(model.Online(), reckoning.Online);
            }
            Assert.Equal(model.Days(), reckoning.TakeCounted());
        });

    [Theory]
    [InlineData(1799, 1)]
    [InlineData(1800, 2)]
    public void A_gap_of_thirty_minutes_begins_a_new_visit(long gap, long visits)
    {
        using var reckoning = new VisitReckoning(Clock);
        reckoning.View(7, Midnights[0] + 40_000);
        reckoning.View(7, Midnights[0] + 40_000 + gap);
        Assert.Equal([new DayOfVisits(new(2020, 3, 4), visits, 2)], reckoning.TakeCounted());
    }

    [Theory]
    [InlineData(299, 1)]
    [InlineData(300, 0)]
    public void Online_is_who_was_here_less_than_five_minutes_ago(long later, int online)
    {
        using var reckoning = new VisitReckoning(Clock);
        reckoning.View(7, Midnights[0]);
        reckoning.Advance(Midnights[0] + later);
        Assert.Equal(online, reckoning.Online);
    }

    [Fact]
    public void A_visit_over_midnight_belongs_to_the_day_on_which_it_began()
    {
        using var reckoning = new VisitReckoning(Clock);
        reckoning.View(7, Midnights[0] - 600);
        reckoning.View(7, Midnights[0] + 600);
        Assert.Equal([new(new(2020, 3, 3), 1, 1), new(new(2020, 3, 4), 0, 1)], reckoning.TakeCounted());
    }

    internal static long Midnight((int Year, int Month, int Day) date) =>
        new DateTimeOffset(date.Year, date.Month, date.Day, 0, 0, 0, TimeSpan.FromHours(7)).ToUnixTimeSeconds();

    /// <summary>Keys as they come, spread by the finaliser of SplitMix64; person 0 has the key 0.</summary>
    internal static ulong Key(int person)
    {
        var key = unchecked((ulong)person * 0x9E3779B97F4A7C15);
        key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9;
        key = (key ^ (key >> 27)) * 0x94D049BB133111EB;
        return key ^ (key >> 31);
    }

    private static IEnumerable<(int Person, long Second)> Timed((long Start, (int Person, long Step)[] Views) walk)
    {
        var second = walk.Start;
        foreach (var (person, step) in walk.Views)
            yield return (person, second += step);
    }
}
