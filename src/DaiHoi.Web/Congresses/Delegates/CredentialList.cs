using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Two on one list who may be one person.</summary>
internal sealed record ListedTwice(ListedDelegate One, ListedDelegate Other)
{
    /// <summary>One of them was elected, the other is a delegate by his office.</summary>
    public bool IsElectedAndExOfficio =>
        One.Kind != Other.Kind && (One.Kind == DelegateKind.ExOfficio || Other.Kind == DelegateKind.ExOfficio);
}

/// <summary>A delegation and how its places are filled.</summary>
/// <param name="Name">of the organisation</param>
/// <param name="Held">null where nothing was divided</param>
internal sealed record DelegationStanding(
    long Organisation,
    string Code,
    string Name,
    Delegation? Held,
    int Summoned,
    int Alternates
)
{
    /// <summary>Places that nobody fills; 0 where all are, or where nothing was divided.</summary>
    public int Empty => Held is null ? 0 : Math.Max(0, Held.InAll - Summoned);

    /// <summary>More than were given.</summary>
    public int TooMany => Held is null ? 0 : Math.Max(0, Summoned - Held.InAll);

    public bool IsUnexplained => Empty > 0 && Held?.EmptyReason is null;
}

/// <summary>The list of delegates of a congress as it stands.</summary>
/// <param name="All">in the order of lists, those who have left it too</param>
internal sealed record CredentialList(
    OpenedCongress Opened,
    IReadOnlyList<ListedDelegate> All,
    IReadOnlyList<DelegationStanding> Delegations
)
{
    public IEnumerable<ListedDelegate> Standing => All.Where(one => one.IsOnList);

    public IEnumerable<ListedDelegate> Summoned => All.Where(one => one.IsSummoned);

    /// <summary>Alternates who wait, those with the most votes first.</summary>
    public IEnumerable<ListedDelegate> Waiting =>
        Standing.Where(one => one.IsAlternate && one.TookPlaceAt is null).OrderByDescending(one => one.Votes ?? 0);

    /// <summary>Pairs who may be one person: the same record, or the same name where one of them has none.</summary>
    public IEnumerable<ListedTwice> Twice()
    {
        foreach (
            var same in Standing.GroupBy(one => Fold.Letters(one.Name), StringComparer.Ordinal).Where(group => group.Count() > 1)
        )
        {
            var those = same.ToList();
            for (var i = 1; i < those.Count; i++)
            {
                if (those[0].PersonId is { } one && those[i].PersonId is { } other && one != other)
                    continue;
                yield return new(those[0], those[i]);
            }
        }
    }

    /// <summary>Why somebody was taken off, and who came in his place.</summary>
    public ListedDelegate? SuccessorOf(ListedDelegate left) => All.FirstOrDefault(one => one.InPlaceOfId == left.Id);

    /// <summary>Places left empty by somebody who went and whom nobody replaced, each with its reason.</summary>
    public IEnumerable<ListedDelegate> LeftEmpty =>
        All.Where(one => one is { IsOnList: false, IsAlternate: false } && SuccessorOf(one) is null);

    /// <summary>What the rules say of the number of those summoned against the members; null where they say nothing.</summary>
    public Decision<bool>? Limit(string? limit) =>
        limit is null ? null : DelegateLimit.Of(Opened.Rules, limit, Summoned.LongCount());
}

/// <summary>Reads lists of delegates.</summary>
internal sealed class CredentialReading(DatabaseFactory databases, AllocationReading allocations)
{
    public async Task<CredentialList> ListAsync(OpenedCongress opened, CancellationToken stop)
    {
        await using var database = databases.Create();
        var all = await database
            .Set<ListedDelegate>()
            .AsNoTracking()
            .Where(one => one.CongressId == opened.Congress)
            .ToListAsync(stop);
        var table = await allocations.TableAsync(opened, stop);
        return new(
            opened,
            [.. all.OrderBy(one => one.Order, StringComparer.Ordinal).ThenBy(one => one.Id)],
            [
                .. table.Rows.Select(row =>
                {
                    var those = all.Where(one => one.OrganisationId == row.Place.Id && one.IsOnList).ToList();
                    return new DelegationStanding(
                        row.Place.Id,
                        row.Place.Code,
                        row.Place.Name,
                        table.IsDecided ? row.Held : null,
                        those.Count(one => one.IsSummoned),
                        those.Count(one => one is { IsAlternate: true, TookPlaceAt: null })
                    );
                }),
            ]
        );
    }
}
