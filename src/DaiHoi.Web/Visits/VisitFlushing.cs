using System.Data.Common;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Visits;

/// <summary>Loads the counter before the first request, has it write once a second, and once more at the end.</summary>
internal sealed class VisitFlushing(
    VisitCounter counter,
    VisitMeasures measures,
    Robots robots,
    SiteClock clock,
    ILogger<VisitFlushing> log
) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await counter.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Requests have ended when this is called: the server was started last and is stopped first.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await counter.SaveAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The list of robots takes some milliseconds, and the first page should not wait for it.
        await Task.Run(robots.Prepare, stoppingToken);
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock.Time);
        var failing = false;
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            var began = clock.Time.GetTimestamp();
            try
            {
                await counter.FlushAsync(stoppingToken);
                measures.Flushed(clock.Time.GetElapsedTime(began));
                if (failing)
                    log.LogInformation("Visits are written again; none was lost");
                failing = false;
            }
            catch (DbException problem)
            {
                measures.Failed();
                if (!failing)
                    log.LogWarning(problem, "Visits could not be written; they are kept, and tried again every second");
                failing = true;
            }
        }
    }
}
