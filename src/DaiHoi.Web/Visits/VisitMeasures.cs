using System.Diagnostics.Metrics;
using DaiHoi.Web.Platform.Server;

namespace DaiHoi.Web.Visits;

/// <summary>What can be measured of counting: read from the counter when it is asked for, and noted by the flushing.</summary>
internal sealed class VisitMeasures(VisitCounter counter) : IMeasured
{
    private long flushes;
    private long failures;
    private long ticks;

    public void Flushed(TimeSpan took)
    {
        Interlocked.Increment(ref flushes);
        Interlocked.Add(ref ticks, took.Ticks);
    }

    public void Failed() => Interlocked.Increment(ref failures);

    public void Measure(Meter meter)
    {
        meter.CreateObservableCounter(
            "daihoi.page_views",
            () => counter.PageViews,
            "{view}",
            "Page views of people since the start"
        );
        meter.CreateObservableCounter(
            "daihoi.visits",
            () => counter.Numbers.Odometer,
            "{visit}",
            "Visits in all, as the odometer shows"
        );
        meter.CreateObservableGauge(
            "daihoi.visitors.online",
            () => counter.Numbers.Online,
            "{visitor}",
            "Visitors of the last five minutes"
        );
        meter.CreateObservableCounter(
            "daihoi.visits.flushes",
            () => Interlocked.Read(ref flushes),
            "{flush}",
            "Times the counts were written"
        );
        meter.CreateObservableCounter(
            "daihoi.visits.flush.failures",
            () => Interlocked.Read(ref failures),
            "{flush}",
            "Times they could not be written"
        );
        meter.CreateObservableCounter(
            "daihoi.visits.flush.time",
            () => TimeSpan.FromTicks(Interlocked.Read(ref ticks)).TotalSeconds,
            "s",
            "Time that writing the counts has taken"
        );
    }
}
