using System.Data.Common;
using System.Runtime.CompilerServices;
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
            catch (Exception problem) when (IsOfDatabase(problem))
            {
                log.LogWarning(problem, "What is due could not be published; trying again in a second");
            }
        } while (await tick.WaitForNextTickAsync(stoppingToken));
    }

    // Apart, so that a program that publishes nothing never loads Entity Framework.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOfDatabase(Exception problem) => problem is DbException or DbUpdateException;
}
