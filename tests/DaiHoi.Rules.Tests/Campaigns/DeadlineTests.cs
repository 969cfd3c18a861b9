using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Campaigns;

public sealed class DeadlineTests
{
    // Counted by hand on the calendar of 2020: Tết 23–29 January, 2 April, 30 April, 1 May are holidays.
    [Theory]
    [InlineData("notice", "2020-03-16", "2020-02-03")]
    [InlineData("notice", "2020-03-04", "2020-01-15")]
    [InlineData("report", "2020-03-04", "2020-03-13")]
    [InlineData("report", "2020-03-27", "2020-04-08")]
    [InlineData("report", "2020-03-28", "2020-04-08")]
    [InlineData("report", "2020-04-29", "2020-05-12")]
    [InlineData("ratification", "2020-03-04", "2020-03-25")]
    [InlineData("complaint", "2020-08-28", "2020-09-21")]
    public void Working_days_leave_out_weekends_and_holidays(string code, string day, string last) =>
        Assert.Equal(A.Day(last), Deadline.Of(A.Vn2020, code, A.Day(day))!.Value);

    [Theory]
    [InlineData("vn-2015", "notice", "2015-06-01", null, null)]
    [InlineData("vn-2020", "notice", "2020-06-01", "29-QĐ/TW", "11.1")]
    [InlineData("vn-2020", "report", "2020-06-01", "29-QĐ/TW", "16.1")]
    [InlineData("vn-2025", "notice", "2025-05-25", "24-QĐ/TW", "11.1")]
    [InlineData("vn-2025", "notice", "2025-05-26", "294-QĐ/TW", null)]
    [InlineData("vn-2025", "ratification", "2025-05-25", "24-QĐ/TW", "16.1")]
    [InlineData("vn-2025", "ratification", "2025-05-26", "294-QĐ/TW", null)]
    [InlineData("vn-2025", "complaint", "2025-06-01", "190-QĐ/TW", null)]
    public void Each_time_cites_its_own_law(string rules, string code, string day, string? number, string? point)
    {
        var article = Deadline.Of(RuleSet.Named(rules)!, code, A.Day(day))!.Article;
        Assert.Equal((number, point), (article.Document?.Number, article.Point));
    }

    [Theory]
    [InlineData("vn-2025", "approval", 45)]
    [InlineData("vn-2020", "notice", 30)]
    [InlineData("vn-2020", "report", 7)]
    [InlineData("vn-2020", "ratification", 15)]
    [InlineData("vn-2020", "complaint", 15)]
    public void So_many_working_days(string rules, string code, int days) =>
        Assert.Equal(days, RuleSet.Named(rules)!.Campaign.Deadlines.First(deadline => deadline.Code == code).WorkingDays);

    [Fact]
    public void A_deadline_that_the_rule_set_does_not_know_is_none()
    {
        Assert.Null(Deadline.Of(A.Vn2020, "approval", A.Day("2020-06-01")));
        Assert.Null(Deadline.Of(A.Association, "report", A.Day("2020-06-01")));
    }

    [Theory]
    [InlineData("2020-06-01", false)]
    [InlineData("2022-06-01", true)]
    [InlineData("2021-12-31", true)]
    [InlineData("2018-12-28", true)]
    public void Beyond_the_calendar_the_explanation_says_so(string day, bool said) =>
        Assert.Equal(
            said,
            Deadline
                .Of(A.Vn2020, "report", A.Day(day))!
                .Explanation.English.Contains("does not reach there", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("2019-05-04", true)]
    [InlineData("2019-04-29", false)]
    [InlineData("2019-05-02", true)]
    [InlineData("2019-05-05", false)]
    [InlineData("2019-05-11", false)]
    public void A_saturday_may_be_worked_in_exchange(string day, bool working) =>
        Assert.Equal(working, A.Vn2020.Campaign.Calendar.IsWorking(A.Day(day)));

    [Fact]
    public void No_days_are_no_way()
    {
        var calendar = A.Vn2020.Campaign.Calendar;
        Assert.Equal(A.Day("2020-03-04"), calendar.After(A.Day("2020-03-04"), 0));
        Assert.Equal(A.Day("2020-03-05"), calendar.After(A.Day("2020-03-04"), 1));
        Assert.Equal(A.Day("2020-03-03"), calendar.Before(A.Day("2020-03-04"), 1));
        Assert.Equal(A.Day("2020-02-28"), calendar.Before(A.Day("2020-03-02"), 1));
    }
}
