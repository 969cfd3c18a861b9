using static DaiHoi.Rules.Say;

namespace DaiHoi.Rules.Campaigns;

/// <summary>Days from one to another, both whole and included; open where null.</summary>
public sealed record Period(DateOnly? From, DateOnly? Until)
{
    public bool Contains(DateOnly day) => !(day < From) && !(day > Until);

    /// <summary>Whether every day of the other is a day of this one.</summary>
    public bool Holds(Period other) => (From is null || other.From >= From) && (Until is null || other.Until <= Until);

    /// <summary>Whether some day belongs to both.</summary>
    public bool Meets(Period other) => !(From > other.Until) && !(other.From > Until);

    internal Words InWords =>
        (From, Until) switch
        {
            ({ } from, { } until) => new($"từ {Vi(from)} đến hết {Vi(until)}", $"from {En(from)} until the end of {En(until)}"),
            ({ } from, null) => new($"từ {Vi(from)}", $"from {En(from)}"),
            (null, { } until) => new($"đến hết {Vi(until)}", $"until the end of {En(until)}"),
            (null, null) => new("không giới hạn", "without limit"),
        };
}
