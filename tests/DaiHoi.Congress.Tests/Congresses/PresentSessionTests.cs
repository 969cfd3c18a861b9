using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Which session is meant where nobody names one, by the clock and by what the presidium has begun.</summary>
public sealed class PresentSessionTests
{
    private static readonly DateTime Day = new(2020, 3, 3, 0, 0, 0, DateTimeKind.Utc);

    // The preparatory session, the morning of the next day, its afternoon.
    private static readonly List<CongressSession> Sessions = [Of("A", 14, 17), Of("B", 31, 35), Of("C", 37, 40)];

    [Theory]
    [InlineData(8, "A")]
    [InlineData(14, "A")]
    [InlineData(16.9, "A")]
    [InlineData(17, "A")]
    [InlineData(29, "A")]
    [InlineData(29.5, "B")]
    [InlineData(31, "B")]
    [InlineData(35, "B")]
    [InlineData(35.5, "C")]
    [InlineData(38, "C")]
    [InlineData(60, "C")]
    public void It_is_the_one_under_way_else_the_next_that_is_near_else_the_last(double hour, string name) =>
        Assert.Equal(name, PresentSession.Of(Sessions, null, Day.AddHours(hour))!.Name);

    [Theory]
    // Begun in the first session and still under way in the second.
    [InlineData(32, 31.5, false, "A")]
    [InlineData(32, 31.5, true, "B")]
    // Nobody ended the last item of the evening before.
    [InlineData(32, 16.5, false, "B")]
    public void An_item_that_was_begun_and_not_ended_holds_its_session(double hour, double begun, bool ended, string name)
    {
        var item = new AgendaItem
        {
            CongressId = 1,
            SessionId = Sessions[0].Id,
            Place = 1,
            Step = AgendaStep.Other,
            Title = "Thảo luận",
            Minutes = 10,
        };
        item.Begin(Day.AddHours(begun), "Chủ tọa", null);
        if (ended)
            item.End(Day.AddHours(begun + 0.1));
        Assert.Equal(name, PresentSession.Of(Sessions, item, Day.AddHours(hour))!.Name);
    }

    [Fact]
    public void Without_a_session_none_is_meant() => Assert.Null(PresentSession.Of([], null, Day));

    private static CongressSession Of(string name, double starts, double ends) =>
        new()
        {
            CongressId = 1,
            Name = name,
            StartsAt = Day.AddHours(starts),
            EndsAt = Day.AddHours(ends),
            IsPreparatory = false,
        };
}
