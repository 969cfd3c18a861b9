using System.Runtime.InteropServices;
using DaiHoi.Web.Visits;

namespace DaiHoi.Benchmarks.References;

/// <summary>
/// The plain solution: when each visitor was last here in a dictionary, visits of each day in another, who is online
/// counted at the end. One look-up for a page view, by the reference to the value: the quickest that it can be.
/// </summary>
internal static class DictionaryVisits
{
    public static (Dictionary<long, long> VisitsOfDay, int Online) Count(ReadOnlySpan<PageView> views, long offset)
    {
        var last = new Dictionary<ulong, long>();
        var days = new Dictionary<long, long>();
        foreach (var (visitor, second) in views)
        {
            ref var before = ref CollectionsMarshal.GetValueRefOrAddDefault(last, visitor, out var known);
            if (!known || second - before >= 30 * 60)
                CollectionsMarshal.GetValueRefOrAddDefault(days, (second + offset) / 86_400, out _)++;
            before = second;
        }
        var now = views.IsEmpty ? 0 : views[^1].Second;
        return (days, last.Values.Count(second => now - second < 5 * 60));
    }
}
