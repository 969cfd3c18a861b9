using DaiHoi.Web.Congresses.Day;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>
/// Which session is meant where nobody names one: at the door and behind a badge, on the screen of the hall, at the table of the
/// presidium, and for the base of an election. One rule for all, so that nobody is marked in one session and counted in another.
/// </summary>
internal static class PresentSession
{
    /// <summary>So long before its beginning a session is meant already: doors open before it.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(90);

    /// <summary>An item that nobody ended does not hold the next day back.</summary>
    private static readonly TimeSpan LongestItem = TimeSpan.FromHours(12);

    /// <summary>
    /// The session of the item that the presidium has begun and not ended; else the one under way by the clock; else the next, where
    /// it begins soon; else the last that was; else the first.
    /// </summary>
    /// <param name="sessions">in their order</param>
    /// <param name="begun">the item that is under way then; null where there is none</param>
    /// <param name="now">in UTC; a moment that has passed where it is asked what was meant then</param>
    /// <returns>null where there is no session</returns>
    public static CongressSession? Of(IReadOnlyList<CongressSession> sessions, AgendaItem? begun, DateTime now) =>
        OfItem(sessions, begun, now)
        ?? sessions.LastOrDefault(one => one.StartsAt <= now && now < one.EndsAt)
        ?? sessions.FirstOrDefault(one => one.StartsAt > now && IsNear(one, now))
        ?? sessions.LastOrDefault(one => one.StartsAt <= now)
        ?? (sessions is [var first, ..] ? first : null);

    /// <summary>It has begun, or begins soon.</summary>
    public static bool IsNear(CongressSession session, DateTime now) => session.StartsAt <= now + Before;

    private static CongressSession? OfItem(IReadOnlyList<CongressSession> sessions, AgendaItem? begun, DateTime now) =>
        begun is not null && begun.IsUnderWayAt(now) && now - begun.BegunAt < LongestItem
            ? sessions.FirstOrDefault(one => one.Id == begun.SessionId)
            : null;
}
