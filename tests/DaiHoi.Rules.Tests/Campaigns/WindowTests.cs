using DaiHoi.Rules.Campaigns;

namespace DaiHoi.Rules.Tests.Campaigns;

public sealed class WindowTests
{
    [Theory]
    [InlineData("vn-2015", "grassroots", null, "2015-04-01", "2015-06-30")]
    [InlineData("vn-2015", "district", null, null, "2015-08-31")]
    [InlineData("vn-2015", "province", null, "2015-09-01", "2015-10-31")]
    [InlineData("vn-2020", "branch", null, "2019-10-01", "2020-03-31")]
    [InlineData("vn-2020", "grassroots", null, "2020-04-01", "2020-06-30")]
    [InlineData("vn-2020", "district", null, null, "2020-08-31")]
    [InlineData("vn-2020", "province", null, null, "2020-10-31")]
    [InlineData("vn-2025", "branch", null, null, "2025-02-27")]
    [InlineData("vn-2025", "grassroots", null, null, "2025-06-30")]
    [InlineData("vn-2025", "district", null, "2025-06-01", "2025-08-31")]
    [InlineData("vn-2025", "district", "commune-ward-special-zone", "2025-07-01", "2025-08-31")]
    [InlineData("vn-2025", "district", "something-else", "2025-06-01", "2025-08-31")]
    [InlineData("vn-2025", "province", null, null, "2025-10-31")]
    public void Each_level_has_its_window(string rules, string level, string? kind, string? from, string? until)
    {
        var window = Window.Of(Rules.RuleSets.RuleSet.Named(rules)!, level, kind)!;
        Assert.Equal(Period(from, until), window.Period);
    }

    [Theory]
    [InlineData("vn-2015", "province", "2015-07-01", "2015-09-30")]
    [InlineData("vn-2020", "grassroots", "2020-01-01", "2020-03-31")]
    [InlineData("vn-2025", "grassroots", "2025-03-01", "2025-03-31")]
    [InlineData("vn-2025", "district", null, "2025-04-30")]
    public void Model_congresses_come_before(string rules, string level, string? from, string? until) =>
        Assert.Equal(Period(from, until), Window.OfModels(Rules.RuleSets.RuleSet.Named(rules)!, level)!.Period);

    [Fact]
    public void A_level_may_have_no_window()
    {
        Assert.Null(Window.Of(A.Vn2015, "branch"));
        Assert.Null(Window.Of(A.Association, "province"));
        Assert.Null(Window.OfModels(A.Vn2020, "province"));
    }

    [Theory]
    [InlineData("2020-03-31", false)]
    [InlineData("2020-04-01", true)]
    [InlineData("2020-06-30", true)]
    [InlineData("2020-07-01", false)]
    public void The_last_day_belongs_to_the_window_as_a_whole(string day, bool inside) =>
        Assert.Equal(inside, Window.Allows(Window.Of(A.Vn2020, "grassroots")!, null, A.Day(day)).Value);

    [Fact]
    public void A_window_that_was_narrowed_above_counts()
    {
        var window = Window.Of(A.Vn2020, "grassroots")!;
        var narrowed = Period("2020-04-15", "2020-05-31");
        Assert.False(Window.Allows(window, narrowed, A.Day("2020-04-01")).Value);
        Assert.True(Window.Allows(window, narrowed, A.Day("2020-05-31")).Value);
    }

    [Theory]
    [InlineData("2020-04-01", "2020-06-30", true)]
    [InlineData("2020-04-02", "2020-06-29", true)]
    [InlineData("2020-03-31", "2020-06-30", false)]
    [InlineData("2020-04-01", "2020-07-01", false)]
    [InlineData(null, "2020-06-30", false)]
    [InlineData("2020-04-01", null, false)]
    public void A_lower_level_may_only_narrow(string? from, string? until, bool allowed) =>
        Assert.Equal(allowed, Window.MayNarrow(A.Vn2020, Period("2020-04-01", "2020-06-30"), Period(from, until)).Value);

    [Fact]
    public void An_open_end_may_be_closed_below()
    {
        Assert.True(Window.MayNarrow(A.Vn2020, Period(null, "2020-08-31"), Period("2020-07-01", "2020-08-31")).Value);
        Assert.True(Window.MayNarrow(A.Vn2020, Period("2020-07-01", null), Period("2020-07-01", null)).Value);
        Assert.True(Window.MayNarrow(A.Vn2020, Period(null, null), Period(null, null)).Value);
    }

    [Fact]
    public void Where_nobody_may_narrow_nothing_is_narrowed()
    {
        var rules = A.Vn2020 with
        {
            Campaign = A.Vn2020.Campaign with { NarrowedBy = new(NarrowedBy.Nobody, A.Vn2020.Unwritten) },
        };
        var period = Period("2020-04-01", "2020-06-30");
        Assert.False(Window.MayNarrow(rules, period, period).Value);
    }

    [Theory]
    [InlineData("2020-01-01", "2020-01-31", "2020-01-31", "2020-02-28", true)]
    [InlineData("2020-01-01", "2020-01-30", "2020-01-31", "2020-02-28", false)]
    [InlineData(null, "2020-01-30", "2020-01-31", null, false)]
    [InlineData(null, null, "2020-01-31", null, true)]
    [InlineData("2020-01-31", null, null, "2020-01-31", true)]
    public void Periods_meet_on_a_common_day(string? from, string? until, string? otherFrom, string? otherUntil, bool meet)
    {
        Assert.Equal(meet, Period(from, until).Meets(Period(otherFrom, otherUntil)));
        Assert.Equal(meet, Period(otherFrom, otherUntil).Meets(Period(from, until)));
    }

    [Theory]
    [InlineData("branch", 1)]
    [InlineData("grassroots", 2)]
    [InlineData("district", 3)]
    [InlineData("province", 4)]
    public void A_congress_lasts_no_longer_than_its_level_allows(string level, int most)
    {
        Assert.True(Duration.Of(A.Vn2020, level, most)!.Value);
        Assert.False(Duration.Of(A.Vn2020, level, most + 1)!.Value);
        Assert.Null(Duration.Of(A.Vn2020, "central", 9));
    }

    [Theory]
    [InlineData("district", 0, true)]
    [InlineData("district", 1, true)]
    [InlineData("district", 2, false)]
    [InlineData("grassroots", 0, true)]
    [InlineData("grassroots", 1, false)]
    public void The_preparatory_session_takes_half_a_day_from_district_level_up(string level, int halfDays, bool within)
    {
        Assert.Equal(within, Duration.OfPreparatorySession(A.Vn2020, level, halfDays)!.Value);
        Assert.Null(Duration.OfPreparatorySession(A.Association, "province", halfDays));
    }

    [Theory]
    [InlineData("2020-06-30", null, false)]
    [InlineData("2020-07-01", null, true)]
    [InlineData("2020-07-01", "2020-06-30", false)]
    [InlineData("2020-07-05", "2020-07-05", false)]
    [InlineData("2020-07-04", "2020-07-05", true)]
    [InlineData("2020-06-01", "2020-07-05", false)]
    public void A_congress_is_overdue_from_the_day_after_the_last(string asOf, string? held, bool overdue) =>
        Assert.Equal(
            overdue,
            Overdue.Of(Window.Of(A.Vn2020, "grassroots")!, null, A.Day(asOf), held is null ? null : A.Day(held)).Value
        );

    [Fact]
    public void A_narrowed_window_makes_overdue_earlier()
    {
        var window = Window.Of(A.Vn2020, "grassroots")!;
        Assert.True(Overdue.Of(window, Period(null, "2020-05-31"), A.Day("2020-06-01"), null).Value);
        Assert.False(Overdue.Of(window, Period("2020-05-01", null), A.Day("2020-08-01"), null).Value);
    }

    private static Period Period(string? from, string? until) =>
        new(from is null ? null : A.Day(from), until is null ? null : A.Day(until));
}
