using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Json;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>The part "campaign" of a rule set.</summary>
internal static class ReadCampaign
{
    public static CampaignRules Of(Members members) =>
        new(
            members.List("windows", WindowOf),
            members.List("modelWindows", WindowOf),
            members.Cited("narrowedBy", read => read.Choice<NarrowedBy>("value")),
            members.List("days", read => new DaysRule(read.Text("level"), read.Small("most", 1, 60), read.Article())),
            members.ObjectOr(
                "preparatorySession",
                read => new PreparatoryRule(read.Small("mostHalfDays", 1, 20), read.Texts("levels"), read.Article())
            ),
            members.List("contents", ContentsOf),
            members.List("transitions", TransitionOf),
            members.List("deadlines", DeadlineOf),
            members.Object("calendar", CalendarOf)
        );

    private static WindowRule WindowOf(Members members)
    {
        var window = new WindowRule(
            members.Text("level"),
            members.TextOr("for"),
            members.Period(),
            members.Optional("local")?.Flag() ?? false,
            members.Article()
        );
        if (window.Period is { From: null, Until: null })
            members.Refuse("until", new("thiếu, cần ít nhất một ngày", "is missing: at least one day is needed"));
        return window;
    }

    private static ContentsRule ContentsOf(Members members) =>
        new(
            members.Text("code"),
            members.Words("name"),
            members.List("items", read => new Words(read.Text("vi"), read.Text("en")), 20),
            members.Article()
        );

    private static TransitionRule TransitionOf(Members members) =>
        new(
            members.Choice<CongressStatus>("from"),
            members.Choice<CongressStatus>("to"),
            members.Choices<Demand>("demands"),
            members.Choices<Demand>("expects"),
            members.ObjectOr("inForce", read => read.Period()) ?? new(null, null),
            members.Article()
        );

    private static DeadlineRule DeadlineOf(Members members) =>
        new(
            members.Text("code"),
            members.Words("name"),
            members.Small("workingDays", 1, 400),
            members.Choice<Side>("side"),
            members.Choice<DeadlineEvent>("of"),
            members.Period(),
            members.Article()
        );

    private static HolidayCalendar CalendarOf(Members members) =>
        new(
            members.Object("covers", read => read.Period()),
            members.Days("holidays").ToHashSet(),
            members.Days("worked").ToHashSet(),
            members.Article()
        );
}
