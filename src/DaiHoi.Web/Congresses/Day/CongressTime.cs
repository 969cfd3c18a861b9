using DaiHoi.Rules;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Congresses.Day;

/// <summary>The time that the sessions of a congress take, against what the rules give it. It warns: nothing is refused by it.</summary>
internal static class CongressTime
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeOnly Evening = new(18, 0);

    /// <summary>What the rules say where the sessions take more than they give; nothing where all is within them.</summary>
    /// <param name="sessions">all of the congress</param>
    public static IReadOnlyList<Decision<bool>> Beyond(
        OpenedCongress opened,
        IReadOnlyCollection<CongressSession> sessions,
        SiteClock clock
    )
    {
        var days = sessions.SelectMany(one => HalfDays(one, clock)).Select(half => half.Day).Distinct().Count();
        var preparatory = sessions.Where(one => one.IsPreparatory).SelectMany(one => HalfDays(one, clock)).Distinct().Count();
        if (days == 0)
            return [];
        Decision<bool>?[] said =
        [
            Duration.Of(opened.Rules, opened.Level, days),
            preparatory == 0 ? null : Duration.OfPreparatorySession(opened.Rules, opened.Level, preparatory),
        ];
        return [.. said.OfType<Decision<bool>>().Where(decision => !decision.Value)];
    }

    /// <summary>The mornings, afternoons and evenings that a session has begun, by the clock of the hall.</summary>
    private static IEnumerable<(DateOnly Day, int Part)> HalfDays(CongressSession session, SiteClock clock)
    {
        var (at, end) = (clock.ToSite(session.StartsAt), clock.ToSite(session.EndsAt));
        while (at < end)
        {
            var (day, time) = (DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
            var part =
                time < Noon ? 0
                : time < Evening ? 1
                : 2;
            yield return (day, part);
            at = part switch
            {
                0 => day.ToDateTime(Noon),
                1 => day.ToDateTime(Evening),
                _ => day.AddDays(1).ToDateTime(TimeOnly.MinValue),
            };
        }
    }
}
