using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>Looks once a minute whether links lead to other sites that nobody has asked lately; where the setting says no, never.</summary>
internal sealed class CheckLinksJob(
    OutsideLinks links,
    LinkRound round,
    ChangeFeed feed,
    SiteSettings settings,
    SiteClock clock,
    ILogger<CheckLinksJob> log
) : BackgroundService
{
    private const string Article = "article:";

    // Saved since they were last looked at. Losing one costs freshness: the next start looks at all that are on their way.
    private readonly ConcurrentDictionary<long, bool> changed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.CheckLinks)
            return;
        feed.Listen(Hear);
        using var tick = new PeriodicTimer(TimeSpan.FromMinutes(1), clock.Time);
        var begun = false;
        // The first minute belongs to readers.
        while (await tick.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!begun)
                    (await links.UndecidedAsync(stoppingToken)).ForEach(id => changed[id] = true);
                begun = true;
                foreach (var id in changed.Keys)
                {
                    changed.TryRemove(id, out _);
                    await links.NoteArticleAsync(id, clock.UtcNow, stoppingToken);
                }
                await links.NoteBlocksAsync(clock.UtcNow, stoppingToken);
                await round.RunAsync(stoppingToken);
            }
            catch (DbException problem)
            {
                begun = false;
                log.LogWarning(problem, "Links to other sites could not be looked at; trying again in a minute");
            }
        }
    }

    private void Hear(IReadOnlyCollection<string> keys)
    {
        foreach (var key in keys)
        {
            if (
                key.StartsWith(Article, StringComparison.Ordinal)
                && long.TryParse(key.AsSpan(Article.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
                changed[id] = true;
        }
    }
}
