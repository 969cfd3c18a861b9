namespace DaiHoi.Web.Tests;

/// <summary>A clock that stands still until the test sets it. Timers run by the real clock.</summary>
public sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    /// <summary>Wednesday, 4 March 2020, 14:42 in Việt Nam: the minute of the first imported page.</summary>
    public static DateTimeOffset Usual { get; } = new(2020, 3, 4, 7, 42, 0, TimeSpan.Zero);

    private long ticks = now.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => Now;
}
