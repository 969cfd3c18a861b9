using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>A row of the table of delegations.</summary>
/// <param name="Held">null before anything was proposed</param>
/// <param name="Members">as counted; before that as the organisation says</param>
internal sealed record DelegationRow(CampaignPlace Place, Delegation? Held, int? Members);

/// <summary>The division of the delegates of one congress, as it stands.</summary>
/// <param name="Allocation">null before anything was proposed</param>
/// <param name="Limit">what the rules say of the number in all; null where they say nothing</param>
/// <param name="Appointed">what they say of the appointed</param>
internal sealed record AllocationTable(
    DelegateAllocation? Allocation,
    IReadOnlyList<DelegationRow> Rows,
    Decision<bool>? Limit,
    Decision<bool>? Appointed
)
{
    public bool IsDecided => Allocation?.DecidedAt is not null;

    public long InAll => Rows.Sum(row => row.Held?.InAll ?? 0) + (Allocation?.Appointed ?? 0);
}

/// <summary>What an organisation has at the congress above.</summary>
/// <param name="Above">whose congress it is</param>
internal sealed record PlacesAbove(
    long Congress,
    CampaignPlace Above,
    int Elected,
    int Alternates,
    int ExOfficio,
    string DecidedUnder
);

/// <summary>Reads how delegates are divided.</summary>
internal sealed class AllocationReading(DatabaseFactory databases, CampaignPlaces places, Sql sql, SiteClock clock)
{
    public async Task<AllocationTable> TableAsync(OpenedCongress opened, CancellationToken stop)
    {
        await using var database = databases.Create();
        var allocation = await database
            .Set<DelegateAllocation>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.CongressId == opened.Congress, stop);
        var held = await database
            .Set<Delegation>()
            .AsNoTracking()
            .Where(one => one.CongressId == opened.Congress)
            .ToDictionaryAsync(one => one.OrganisationId, stop);
        var below = await places.BelowAsync(opened.Campaign, opened.Place.Id, clock.Today, stop);
        var members = (
            await sql.ListAsync(
                "select id, members from organisation where parent_id = @o and members is not null",
                row => (Id: row.GetInt64(0), Members: row.GetInt32(1)),
                stop,
                ("o", opened.Place.Id)
            )
        ).ToDictionary(one => one.Id, one => one.Members);
        var rows = below
            .Select(place =>
            {
                var delegation = held.GetValueOrDefault(place.Id);
                return new DelegationRow(
                    place,
                    delegation,
                    delegation?.Members ?? (members.TryGetValue(place.Id, out var said) ? said : null)
                );
            })
            .ToList();
        var sum = rows.Sum(row => row.Held?.InAll ?? 0) + (allocation?.Appointed ?? 0);
        return new(
            allocation,
            rows,
            allocation?.LimitFor is { } limit ? DelegateLimit.Of(opened.Rules, limit, sum) : null,
            allocation is { Appointed: > 0 } ? DelegateLimit.Appointed(opened.Rules, allocation.Appointed, sum) : null
        );
    }

    /// <summary>What an organisation has at the congress of the one directly above; null where nothing has been decided there.</summary>
    public async Task<PlacesAbove?> AboveAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop)
    {
        if (await CongressAboveAsync(campaign, place, stop) is not { Congress: { } congress } above)
            return null;
        await using var database = databases.Create();
        var decided = await database
            .Set<DelegateAllocation>()
            .Where(one => one.CongressId == congress && one.DecidedAt != null)
            .Select(one => one.DecidedUnder)
            .FirstOrDefaultAsync(stop);
        return
            decided is not null
            && await database
                .Set<Delegation>()
                .AsNoTracking()
                .FirstOrDefaultAsync(one => one.CongressId == congress && one.OrganisationId == place.Id, stop)
                is { } held
            ? new(congress, above, held.Elected, held.Alternates, held.ExOfficio, decided)
            : null;
    }

    /// <summary>The organisation directly above, with its congress; null at the top, and where it holds none.</summary>
    public async Task<CampaignPlace?> CongressAboveAsync(KnownCampaign campaign, CampaignPlace place, CancellationToken stop) =>
        place.Id != campaign.Root
        && await places.FindAsync(campaign, TreePath.Id(place.PathAbove), clock.Today, stop) is { Congress: not null } above
            ? above
            : null;
}
