using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Newsroom.Links;

/// <summary>One round of asking: some addresses, one after the other, and what is made of the answers.</summary>
/// <param name="reader">made when the first address is due: a portal without links holds nothing for them</param>
internal sealed class LinkRound(OutsideLinks links, Lazy<LinkReader> reader, SiteClock clock) : IDisposable
{
    // At fifteen seconds each a round is over within five minutes, however slow the others are.
    private const int AtOnce = 20;

    private static readonly TimeSpan Good = TimeSpan.FromDays(7);
    private static readonly TimeSpan Bad = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <returns>how many addresses were asked</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var due = await links.DueAsync(clock.UtcNow, AtOnce, stop);
        var answers = new List<LinkAnswer>();
        foreach (var link in due)
            answers.Add(await reader.Value.AskAsync(link.Address, stop));
        if (await IsCutOffAsync(answers, stop))
        {
            await links.PutOffAsync(due.Select(link => link.Id), clock.UtcNow + Soon, stop);
            return due.Count;
        }
        foreach (var (link, answer) in due.Zip(answers))
        {
            var silences = answer.State == LinkState.Silent ? link.Silences + 1 : 0;
            await links.RecordAsync(link.Id, answer, silences, clock.UtcNow, clock.UtcNow + Until(answer, silences), stop);
        }
        return due.Count;
    }

    public void Dispose()
    {
        if (reader.IsValueCreated)
            reader.Value.Dispose();
    }

    // Nobody answers: not the others are away, but the network outside, and nobody is told of links for that.
    private async Task<bool> IsCutOffAsync(List<LinkAnswer> answers, CancellationToken stop)
    {
        var asked = answers.Where(answer => answer.State != LinkState.Inside).ToList();
        if (asked.Count == 0 || asked.Exists(answer => answer.IsReached))
            return false;
        return asked.Count > 1 || !await links.HasEverReachedAsync(stop);
    }

    private static TimeSpan Until(LinkAnswer answer, int silences) =>
        answer.State switch
        {
            LinkState.Answers or LinkState.Inside => Good,
            LinkState.Silent when silences == 1 => Soon,
            LinkState.Gone or LinkState.Silent => Bad,
            _ => throw new InvalidOperationException(answer.State.ToString()),
        };
}
