using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Visits;

namespace DaiHoi.Benchmarks;

/// <summary>Ten million page views from memory into visits of the day, periods and visitors online, against plain dictionaries.</summary>
internal sealed class VisitStatistics : IRow
{
    private const int Count = 10_000_000;
    private const int Rounds = 7;
    private const int Chunk = 100_000;
    private const double MB = 1_000_000;

    private static readonly SiteClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"));
    private static readonly DateOnly Day = new(2020, 3, 4);
    private static readonly long Offset = (long)Clock.Zone.BaseUtcOffset.TotalSeconds;

    public string Name => "visit-statistics";

    public Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var from = (Clock.StartOf(Day) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        var views = DayOfViews.Make(Count, from, out var visitors);
        workshop.Say($"{Count:#,0} page views of {visitors:#,0} visitors");
        List<double> table = [];
        List<double> dictionaries = [];
        // The first round of each is compiled on the way.
        for (var round = 0; round <= Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var (ours, took) = Time(() => Reckon(views));
            var (theirs, reference) = Time(() => DictionaryVisits.Count(views, Offset));
            Compare(ours, theirs);
            if (round == 0)
                continue;
            table.Add(Count / MB / took.TotalSeconds);
            dictionaries.Add(Count / MB / reference.TotalSeconds);
        }
        return Task.FromResult<IReadOnlyList<Result>>([
            new($"{Name}/dictionaries", "million views/s", Target.RatioAtLeast(3))
            {
                Value = new(table),
                Reference = new(dictionaries),
                Ratio = Samples.Ratio(table, dictionaries),
            },
            new($"{Name}/memory", "MB", Target.AtMost(visitors * 16 / MB + 4, "MB")) { Value = MostBytes(views) / MB },
        ]);
    }

    private static (PeriodSums Sums, int Online) Reckon(PageView[] views)
    {
        using var reckoning = new VisitReckoning(Clock);
        reckoning.Views(views);
        var sums = new PeriodSums(Day, 0, 0, 0, 0, 0);
        foreach (var day in reckoning.TakeCounted())
            sums = sums.Plus(day.Day, day.Visits);
        return (sums, reckoning.Online);
    }

    private static (T Answer, TimeSpan Took) Time<T>(Func<T> work)
    {
        // What the last one left behind is not this one's.
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var answer = work();
        return (answer, clock.Elapsed);
    }

    private static void Compare((PeriodSums Sums, int Online) ours, (Dictionary<long, long> VisitsOfDay, int Online) theirs)
    {
        var visits = theirs.VisitsOfDay.Values.Sum();
        if (ours.Sums.Today != visits || ours.Sums.Year != visits || ours.Online != theirs.Online)
            throw new InvalidOperationException($"counted {ours}, the dictionaries {visits} visits and {theirs.Online} online");
    }

    // All visitors of the day within half an hour, the most that can be asked of the table: nobody may be forgotten.
    private static double MostBytes(PageView[] views)
    {
        using var reckoning = new VisitReckoning(Clock);
        var from = views[0].Second;
        var most = 0L;
        foreach (var chunk in views.Chunk(Chunk))
        {
            reckoning.Views(Array.ConvertAll(chunk, view => view with { Second = from + (view.Second - from) / 50 }));
            most = Math.Max(most, reckoning.Bytes);
        }
        return most;
    }
}
