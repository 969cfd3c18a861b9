using System.Data.Common;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Looks once a second whether an article is due.</summary>
internal sealed class PublishOnTimeJob(DueArticles due, SiteClock clock, ILogger<PublishOnTimeJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1), clock.Time);
        do
        {
            try
            {
                var moved = await due.MoveAsync(stoppingToken);
                if (moved > 0)
                    log.LogInformation("{Count} articles were published or withdrawn at their time", moved);
            }
            catch (Exception problem) when (problem is DbException or DbUpdateException)
            {
                log.LogWarning(problem, "What is due could not be published; trying again in a second");
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }
}
