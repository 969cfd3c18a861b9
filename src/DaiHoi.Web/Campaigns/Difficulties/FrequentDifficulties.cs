using System.Collections.Concurrent;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Campaigns.Difficulties;

/// <summary>A difficulty that is met often.</summary>
/// <param name="Congresses">at how many it was met, among those that were asked about</param>
public sealed record FrequentDifficulty(long Id, string Text, string? Answer, string? Article, long Congresses);

/// <summary>What is met most often. Counted once for all who look, until a difficulty or the tree changes.</summary>
public sealed class FrequentDifficulties
{
    /// <summary>So many stand on a dashboard and in a report.</summary>
    public const int Shown = 10;

    // Of so many places and days together.
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<
        (long Campaign, string? Below, DateOnly Until),
        IReadOnlyList<FrequentDifficulty>
    > kept = [];
    private readonly Sql sql;
    private int changes;

    internal FrequentDifficulties(Sql sql, ChangeFeed feed)
    {
        this.sql = sql;
        feed.Listen(keys =>
        {
            if (!keys.Contains(Difficulty.ChangeKey) && !keys.Contains(OrganisationTree.ChangeKey))
                return;
            Interlocked.Increment(ref changes);
            kept.Clear();
        });
    }

    /// <summary>Those that were met at most congresses at and below an organisation until the end of a day, the most frequent first.</summary>
    public Task<IReadOnlyList<FrequentDifficulty>> OfAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        DateOnly until,
        CancellationToken stop
    ) => OfAsync(campaign.Id, campaign.Root, place.Id, place.Path, until, stop);

    /// <inheritdoc cref="OfAsync(KnownCampaign, CampaignPlace, DateOnly, CancellationToken)"/>
    /// <param name="root">of the campaign: there nothing is left out</param>
    /// <param name="path">of the organisation</param>
    internal async Task<IReadOnlyList<FrequentDifficulty>> OfAsync(
        long campaign,
        long root,
        long organisation,
        string path,
        DateOnly until,
        CancellationToken stop
    )
    {
        var asked = (campaign, organisation == root ? null : path, until);
        if (kept.TryGetValue(asked, out var known))
            return known;
        var before = Volatile.Read(ref changes);
        var found = await CountAsync(campaign, asked.Item2, until, stop);
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[asked] = found;
        // What changed while it was counted is counted again.
        if (before != Volatile.Read(ref changes))
            kept.TryRemove(asked, out _);
        return found;
    }

    private Task<List<FrequentDifficulty>> CountAsync(long campaign, string? below, DateOnly until, CancellationToken stop) =>
        sql.ListAsync(
            $"""
            select r.id, r.text, r.answer, r.article, n.met from (
                select coalesce(d.merged_into_id, d.id) as id, count(distinct d.organisation_id) as met
                from difficulty d{(below is null ? "" : " join organisation o on o.id = d.organisation_id and o.path like @path")}
                where d.campaign_id = @c and d.is_lesson = @no and d.recorded_on <= @until and d.withdrawn_at is null
                group by coalesce(d.merged_into_id, d.id)
            ) n join difficulty r on r.id = n.id
            order by n.met desc, r.id desc limit @n
            """,
            row => new FrequentDifficulty(
                row.GetInt64(0),
                row.GetString(1),
                row.TextOrNull(2),
                row.TextOrNull(3),
                row.GetInt64(4)
            ),
            stop,
            below is null
                ? [("c", campaign), ("no", false), ("until", until), ("n", Shown)]
                : [("c", campaign), ("no", false), ("until", until), ("n", Shown), ("path", below + "%")]
        );
}
