using DaiHoi.Rules.Campaigns;

namespace DaiHoi.Rules.Tests.Campaigns;

public sealed class TransitionTests
{
    private static readonly Period Spring = new(A.Day("2020-04-01"), A.Day("2020-06-30"));

    [Fact]
    public void A_congress_goes_its_usual_way()
    {
        Assert.True(Allowed(CongressStatus.Preparing, CongressStatus.PlanSubmitted, Demand.Contents));
        Assert.True(Allowed(CongressStatus.PlanSubmitted, CongressStatus.PlanApproved, Demand.DecisionAbove));
        Assert.True(Allowed(CongressStatus.PlanApproved, CongressStatus.Held, Demand.QuorumMet, Demand.Evidence));
        Assert.True(Allowed(CongressStatus.Held, CongressStatus.ResultReported, Demand.Report, Demand.SignedMinutes));
        Assert.True(
            Allowed(CongressStatus.ResultReported, CongressStatus.Ratified, Demand.DecisionAbove, Demand.NoOpenComplaint)
        );
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var result = Of(CongressStatus.PlanApproved, CongressStatus.Held, Facts("2020-05-05", Demand.Evidence));
        Assert.False(result.Decision.Value);
        Assert.Equal([Demand.QuorumMet], result.Missing);
        Assert.Equal([Demand.NoticeGiven], result.Expected);
        Assert.Contains("the quorum", result.Decision.Explanation.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-03-31", 2, true, false)]
    [InlineData("2020-04-01", 2, false, false)]
    [InlineData("2020-06-30", 3, false, true)]
    [InlineData("2020-07-01", 3, true, true)]
    public void Held_too_late_or_too_long_is_recorded_and_reported(string on, int days, bool outside, bool tooLong)
    {
        var facts = Facts(on, Demand.Evidence, Demand.QuorumMet, Demand.NoticeGiven) with { Days = days };
        var result = Of(CongressStatus.PlanApproved, CongressStatus.Held, facts);
        Assert.True(result.Decision.Value);
        Assert.Equal(outside, result.Expected.Contains(Demand.InWindow));
        Assert.Equal(tooLong, result.Expected.Contains(Demand.WithinDays));
    }

    [Fact]
    public void Without_a_window_or_a_length_there_is_nothing_to_keep()
    {
        var facts = Facts("2021-01-01", Demand.Evidence, Demand.QuorumMet, Demand.NoticeGiven) with
        {
            Window = null,
            Days = null,
        };
        Assert.Empty(Of(CongressStatus.PlanApproved, CongressStatus.Held, facts).Expected);
        // The association limits no days.
        Assert.Empty(
            Transition
                .Of(A.Association, "province", CongressStatus.PlanApproved, CongressStatus.Held, facts with { Days = 99 })
                .Expected
        );
    }

    [Theory]
    [InlineData("2020-04-30", false)]
    [InlineData("2020-05-01", true)]
    public void Nothing_happens_before_what_came_before(string on, bool allowed)
    {
        var facts = Facts(on, Demand.Contents) with { Previous = A.Day("2020-05-01") };
        Assert.Equal(allowed, Of(CongressStatus.Preparing, CongressStatus.PlanSubmitted, facts).Decision.Value);
    }

    [Theory]
    [InlineData(CongressStatus.Preparing, CongressStatus.Held)]
    [InlineData(CongressStatus.Preparing, CongressStatus.Ratified)]
    [InlineData(CongressStatus.Ratified, CongressStatus.Held)]
    [InlineData(CongressStatus.Held, CongressStatus.Postponed)]
    [InlineData(CongressStatus.Held, CongressStatus.Held)]
    public void A_change_that_is_not_listed_is_refused(CongressStatus from, CongressStatus to)
    {
        var result = Of(from, to, Facts("2020-05-05", [.. Enum.GetValues<Demand>()]));
        Assert.False(result.Decision.Value);
        Assert.Empty(result.Missing);
        Assert.Contains("not allowed", result.Decision.Explanation.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Annulled_and_exempt_need_a_decision_of_the_level_above()
    {
        Assert.False(Allowed(CongressStatus.Held, CongressStatus.Annulled, Demand.Reason));
        Assert.True(Allowed(CongressStatus.Held, CongressStatus.Annulled, Demand.Reason, Demand.DecisionAbove));
        Assert.False(Allowed(CongressStatus.Preparing, CongressStatus.Exempt, Demand.DecisionAbove));
        Assert.True(Allowed(CongressStatus.Annulled, CongressStatus.Preparing, Demand.DecisionAbove));
    }

    [Fact]
    public void The_ways_out_of_a_status_can_be_listed() =>
        Assert.Equal(
            [CongressStatus.Ratified, CongressStatus.Annulled],
            Transition.From(A.Vn2020, CongressStatus.ResultReported, A.Day("2020-05-05")).Select(rule => rule.To)
        );

    // QĐ 29-QĐ/TW 16.1.
    [Fact]
    public void Ratifying_cites_its_article() =>
        Assert.Equal(
            "16.1",
            Of(CongressStatus.ResultReported, CongressStatus.Ratified, Facts("2020-05-05")).Decision.Article.Point
        );

    // QĐ 24-QĐ/TW until 25/5/2025, QĐ 294-QĐ/TW from the day after it.
    [Theory]
    [InlineData("2025-05-25", "24-QĐ/TW", "16.1")]
    [InlineData("2025-05-26", "294-QĐ/TW", null)]
    public void Each_day_cites_the_law_in_force_on_it(string on, string number, string? point)
    {
        foreach (var status in new[] { CongressStatus.Held, CongressStatus.ResultReported, CongressStatus.Ratified })
        {
            var to = Transition.From(A.Vn2025, status, A.Day(on)).Select(rule => rule.To).ToList();
            Assert.Equal(to.Distinct(), to);
            Assert.All(
                to,
                next =>
                {
                    var article = Transition.Of(A.Vn2025, "district", status, next, Facts(on)).Decision.Article;
                    Assert.Equal((number, point), (article.Document!.Number, article.Point));
                }
            );
        }
    }

    private static bool Allowed(CongressStatus from, CongressStatus to, params Demand[] given) =>
        Of(from, to, Facts("2020-05-05", given)).Decision.Value;

    private static TransitionResult Of(CongressStatus from, CongressStatus to, TransitionFacts facts) =>
        Transition.Of(A.Vn2020, "grassroots", from, to, facts);

    private static TransitionFacts Facts(string on, params Demand[] given) =>
        new(A.Day(on), A.Day("2020-03-01"), Spring, 1, given.ToHashSet());
}
