using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>
/// Tells open pages that something in a campaign has changed, never what: each asks again for what its reader may see. A
/// page that misses it is older, not wrong.
/// </summary>
internal sealed class CampaignNews
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Channel<string>>> listeners = [];

    public CampaignNews(ChangeFeed feed) => feed.Listen(Tell);

    /// <summary>The stream of one campaign; it ends with the reader or with the program.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        string campaign,
        PlacesInCampaign places,
        CampaignNews news,
        SiteClock clock,
        IHostApplicationLifetime program
    )
    {
        var stop = context.RequestAborted;
        if (await places.FollowedAsync(Person.Behind(context), campaign, clock.Today, stop) is not { } frame)
            return Results.NotFound();
        return TypedResults.ServerSentEvents(news.OfAsync(frame.ChangeKey, clock.Time, program.ApplicationStopping, stop));
    }

    private async IAsyncEnumerable<SseItem<string>> OfAsync(
        string key,
        TimeProvider time,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, stop);
        // One word that waits says as much as ten.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        Add(key, channel);
        try
        {
            yield return new("", "open") { ReconnectionInterval = TimeSpan.FromSeconds(2) };
            while (await NextAsync(channel.Reader, either.Token))
            {
                yield return new("", "changed");
                // Entries come in bursts: a page looks again at most twice a second.
                if (!await RestAsync(time, either.Token))
                    yield break;
            }
        }
        finally
        {
            Remove(key, channel);
        }
    }

    private static async Task<bool> NextAsync(ChannelReader<string> reader, CancellationToken stop)
    {
        try
        {
            await reader.ReadAsync(stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<bool> RestAsync(TimeProvider time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), time, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Tell(IReadOnlyCollection<string> keys)
    {
        lock (gate)
        {
            if (listeners.Count == 0)
                return;
            foreach (var key in keys)
            {
                foreach (var channel in listeners.GetValueOrDefault(key) ?? [])
                    channel.Writer.TryWrite(key);
            }
        }
    }

    private void Add(string key, Channel<string> channel)
    {
        lock (gate)
        {
            if (!listeners.TryGetValue(key, out var all))
                listeners.Add(key, all = []);
            all.Add(channel);
        }
    }

    private void Remove(string key, Channel<string> channel)
    {
        lock (gate)
        {
            var all = listeners[key];
            all.Remove(channel);
            if (all.Count == 0)
                listeners.Remove(key);
        }
    }
}
