using System.Diagnostics.Metrics;

namespace DaiHoi.Web.Platform.Server;

/// <summary>
/// What a room lets be measured. It is asked once, at the start, and only where somebody reads the measures: without a
/// reader no instrument exists. Instruments are the observed kind, so that the way of a request stays as it is.
/// </summary>
public interface IMeasured
{
    /// <summary>Adds the room's instruments, named <c>daihoi.…</c> with their units.</summary>
    void Measure(Meter meter);
}
