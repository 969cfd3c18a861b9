using DaiHoi.Rules;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Two on one list who may be one person.</summary>
internal sealed record ListedTwice(ListedDelegate One, ListedDelegate Other)
{
    /// <summary>One of them was elected, the other is a delegate by his office.</summary>
    public bool IsElectedAndExOfficio => AreElectedAndExOfficio(One.Kind, Other.Kind);

    /// <summary>They have one record, and the list calls them differently.</summary>
    public bool HasTwoNames => One.PersonId is { } record && Other.PersonId == record && !PersonName.IsSame(One.Name, Other.Name);

    public static bool AreElectedAndExOfficio(DelegateKind one, DelegateKind other) =>
        one != other && (one == DelegateKind.ExOfficio || other == DelegateKind.ExOfficio);
}

/// <summary>
/// A delegation and how its places are filled. Places of those elected and of those who come by their office are reckoned apart: one
/// more of the second fills no place of the first.
/// </summary>
/// <param name="Name">of the organisation</param>
/// <param name="Held">null where nothing was divided</param>
/// <param name="Elected">summoned in a place for which somebody is elected, alternates who took one too</param>
/// <param name="ExOfficio">summoned by their office</param>
/// <param name="Others">summoned, and in no place that was given to the delegation</param>
/// <param name="Alternates">who wait</param>
/// <param name="ElectedAlternates">who were elected as alternates, in a place or waiting</param>
internal sealed record DelegationStanding(
    long Organisation,
    string Code,
    string Name,
    Delegation? Held,
    int Elected,
    int ExOfficio,
    int Others,
    int Alternates,
    int ElectedAlternates
)
{
    /// <summary>Places that nobody fills; 0 where all are, or where nothing was divided.</summary>
    public int EmptyElected => Held is null ? 0 : Math.Max(0, Held.Elected - Elected);

    /// <inheritdoc cref="EmptyElected"/>
    public int EmptyExOfficio => Held is null ? 0 : Math.Max(0, Held.ExOfficio - ExOfficio);

    public int Empty => EmptyElected + EmptyExOfficio;

    /// <summary>More than were given.</summary>
    public int TooManyElected => Held is null ? 0 : Math.Max(0, Elected - Held.Elected);

    /// <inheritdoc cref="TooManyElected"/>
    public int TooManyExOfficio => Held is null ? 0 : Math.Max(0, ExOfficio - Held.ExOfficio);

    /// <inheritdoc cref="TooManyElected"/>
    public int TooManyAlternates => Held is null ? 0 : Math.Max(0, ElectedAlternates - Held.Alternates);

    public static DelegationStanding Of(long organisation, string code, string name, Delegation? held, List<ListedDelegate> those)
    {
        var summoned = those.FindAll(one => one.IsSummoned);
        var elected = summoned.Count(one => one.Kind == DelegateKind.Elected);
        var exOfficio = summoned.Count(one => one.Kind == DelegateKind.ExOfficio);
        var waiting = those.Count(one => one is { IsOnList: true, IsAlternate: true, TookPlaceAt: null });
        var others = summoned.Count - elected - exOfficio;
        var alternates = those.Count(one => one is { IsOnList: true, IsAlternate: true });
        return new(organisation, code, name, held, elected, exOfficio, others, waiting, alternates);
    }
}

/// <summary>Places of a congress that nobody fills.</summary>
/// <param name="Of">name of the delegation; null for who was appointed above</param>
/// <param name="LeftBy">who had the place; null where nobody had</param>
/// <param name="Reason">null where nobody has said</param>
internal sealed record EmptyPlaces(string? Of, int Count, string? LeftBy, string? Reason);

/// <summary>The list of delegates of a congress as it stands.</summary>
/// <param name="All">in the order of lists, those who have left it too</param>
/// <param name="Appointed">places that were set aside for who is appointed above; null where nothing was divided</param>
internal sealed record CredentialList(
    OpenedCongress Opened,
    IReadOnlyList<ListedDelegate> All,
    IReadOnlyList<DelegationStanding> Delegations,
    DelegationStanding? Appointed
)
{
    /// <summary>Whoever has places: the delegations, and who is appointed.</summary>
    public IEnumerable<DelegationStanding> WithPlaces => Appointed is null ? Delegations : Delegations.Append(Appointed);

    public IEnumerable<ListedDelegate> Standing => All.Where(one => one.IsOnList);

    public IEnumerable<ListedDelegate> Summoned => All.Where(one => one.IsSummoned);

    /// <summary>Alternates who wait, those with the most votes first.</summary>
    public IEnumerable<ListedDelegate> Waiting =>
        Standing.Where(one => one.IsAlternate && one.TookPlaceAt is null).OrderByDescending(one => one.Votes ?? 0);

    /// <summary>Pairs who may be one person: the same record, or the same name where one of them has none.</summary>
    public IEnumerable<ListedTwice> Twice() =>
        [
            .. Standing
                .Where(one => one.PersonId is not null)
                .GroupBy(one => one.PersonId)
                .SelectMany(same => PairsOf([.. same])),
            .. Standing
                .GroupBy(one => Fold.Letters(one.Name), StringComparer.Ordinal)
                .SelectMany(same => AlikeOf([.. same]))
                // Two records are two people, or stand above already.
                .Where(pair => pair.One.PersonId is null || pair.Other.PersonId is null),
        ];

    private static IEnumerable<ListedTwice> PairsOf(List<ListedDelegate> same) =>
        same.Skip(1).Select(other => new ListedTwice(same[0], other));

    /// <summary>Each once, with the first before him whose name may be his.</summary>
    private static IEnumerable<ListedTwice> AlikeOf(List<ListedDelegate> same) =>
        same.Select(
                (other, at) => (One: same.Take(at).FirstOrDefault(one => AlikeNames.MayBeOne(one.Name, other.Name)), Other: other)
            )
            .Where(pair => pair.One is not null)
            .Select(pair => new ListedTwice(pair.One!, pair.Other));

    /// <summary>Why somebody was taken off, and who came in his place.</summary>
    public ListedDelegate? SuccessorOf(ListedDelegate left) =>
        All.FirstOrDefault(one => one.InPlaceOfId == left.Id && one.EndCode != ListedDelegate.Mistake);

    /// <summary>Each empty place once: by whom it was left where that is known, else how many of a delegation nobody ever filled.</summary>
    public IEnumerable<EmptyPlaces> EmptyPlaces() =>
        [
            .. WithPlaces.SelectMany(EmptyPlacesOf),
            .. Left.Where(one => !(Appointed is not null && one.Kind == DelegateKind.Appointed))
                .Where(one => Delegations.All(delegation => delegation.Organisation != one.OrganisationId))
                .Select(one => new EmptyPlaces(null, 1, one.Name, one.EndReason)),
        ];

    /// <inheritdoc cref="EmptyPlaces"/>
    /// <param name="delegation">of those with places</param>
    public IEnumerable<EmptyPlaces> EmptyPlacesOf(DelegationStanding delegation)
    {
        var isAppointed = ReferenceEquals(delegation, Appointed);
        var of = isAppointed ? null : delegation.Name;
        var left = Left.Where(one =>
                isAppointed ? one.Kind == DelegateKind.Appointed : one.OrganisationId == delegation.Organisation
            )
            .ToList();
        // Where places were divided no more are empty than are not filled, whoever left one.
        if (delegation.Held is not null)
            left =
            [
                .. left.Where(one => one.Kind != DelegateKind.ExOfficio).TakeLast(delegation.EmptyElected),
                .. left.Where(one => one.Kind == DelegateKind.ExOfficio).TakeLast(delegation.EmptyExOfficio),
            ];
        foreach (var one in left)
            yield return new(of, 1, one.Name, one.EndReason);
        if (delegation.Empty > left.Count)
            yield return new(of, delegation.Empty - left.Count, null, delegation.Held?.EmptyReason);
    }

    /// <summary>Who had a place and left it to nobody, the last behind.</summary>
    private IEnumerable<ListedDelegate> Left =>
        All.Where(one => one.HasLeftPlace && SuccessorOf(one) is null).OrderBy(one => one.EndedAt);

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
        var gone = await PeopleRegister.GoneAsync(database, [.. all.Select(one => one.PersonId).OfType<long>()], stop);
        foreach (var one in all.Where(one => one.PersonId is { } record && gone.Contains(record)))
            one.Lose();
        var table = await allocations.TableAsync(opened, stop);
        return new(
            opened,
            [.. all.OrderBy(one => one.Order, StringComparer.Ordinal).ThenBy(one => one.Id)],
            [
                .. table.Rows.Select(row =>
                {
                    var those = all.FindAll(one => one.OrganisationId == row.Place.Id);
                    return DelegationStanding.Of(
                        row.Place.Id,
                        row.Place.Code,
                        row.Place.Name,
                        table.IsDecided ? row.Held : null,
                        those
                    );
                }),
            ],
            await AppointedAsync(database, opened, table, all, stop)
        );
    }

    // Their places have no organisation of their own: what is said of them lies with the organisation that summons.
    private static async Task<DelegationStanding?> AppointedAsync(
        Database database,
        OpenedCongress opened,
        AllocationTable table,
        List<ListedDelegate> all,
        CancellationToken stop
    )
    {
        if (!table.IsDecided || table.Allocation is not { Appointed: > 0 } allocation)
            return null;
        var said = await database
            .Set<Delegation>()
            .Where(one => one.CongressId == opened.Congress && one.OrganisationId == opened.Place.Id)
            .Select(one => one.EmptyReason)
            .FirstOrDefaultAsync(stop);
        var places = new Delegation { CongressId = opened.Congress, OrganisationId = opened.Place.Id };
        places.Adjust(allocation.Appointed, 0, null);
        places.ExplainEmpty(said);
        return new(
            opened.Place.Id,
            opened.Place.Code,
            Texts.Vietnamese["delegate-appointed"],
            places,
            all.Count(one => one.Kind == DelegateKind.Appointed && one.IsSummoned),
            ExOfficio: 0,
            Others: 0,
            Alternates: 0,
            ElectedAlternates: 0
        );
    }
}
