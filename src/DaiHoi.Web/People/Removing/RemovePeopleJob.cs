using System.Data.Common;
using DaiHoi.Web.Platform.Server;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.People.Removing;

/// <summary>Once a day takes away the people whose time is over.</summary>
internal sealed class RemovePeopleJob(PeopleRemoval removal, SiteClock clock, ILogger<RemovePeopleJob> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Again, clock.Time);
        DateOnly? done = null;
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (done == clock.Today)
                continue;
            try
            {
                await removal.RunAsync(stoppingToken);
                done = clock.Today;
            }
            catch (Exception problem) when (problem is DbException || StorageTroubles.Of(problem) is not null)
            {
                log.LogWarning(problem, "People whose time is over could not be taken away; trying again in ten minutes");
            }
        }
    }
}
