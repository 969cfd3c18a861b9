using System.Data.Common;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.MyWork.Reminding;

/// <summary>Reminds on the morning of each working day; where the mail server does not answer, again after a while.</summary>
internal sealed class RemindJob(ReminderRound round, SiteClock clock, ILogger<RemindJob> log) : BackgroundService
{
    private static readonly TimeOnly From = new(7, 0);
    private static readonly TimeOnly Until = new(18, 0);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = new PeriodicTimer(Again, clock.Time);
        DateOnly? done = null;
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            if (done == clock.Today || !IsTime(clock.ToSite(clock.UtcNow)))
                continue;
            try
            {
                if (await round.RunAsync(stoppingToken))
                    done = clock.Today;
            }
            catch (DbException problem)
            {
                log.LogWarning(problem, "Nobody could be reminded; trying again in ten minutes");
            }
        }
    }

    /// <summary>Offices are open from Monday to Friday.</summary>
    public static bool IsTime(DateTime site) =>
        site.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && TimeOnly.FromDateTime(site) >= From
        && TimeOnly.FromDateTime(site) < Until;
}
