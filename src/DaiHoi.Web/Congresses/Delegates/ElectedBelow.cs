using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Hall;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>Somebody whom a congress has elected as a delegate to the one above.</summary>
/// <param name="Record">number in the register; null where only his name stood on the ballot</param>
public sealed record ElectedDelegate(string Name, long? Record, int Votes);

/// <summary>
/// Puts those whom a congress has elected on the list of the congress above, in the transaction that signs the result. A corrected
/// result puts right what the one before has put there.
/// </summary>
public sealed class ElectedBelow
{
    private readonly AllocationReading allocations;
    private readonly AuditLog audit;
    private readonly SiteSettings settings;
    private readonly SiteClock clock;

    internal ElectedBelow(AllocationReading allocations, AuditLog audit, SiteSettings settings, SiteClock clock) =>
        (this.allocations, this.audit, this.settings, this.clock) = (allocations, audit, settings, clock);

    /// <summary>
    /// How many delegates and alternates an organisation elects for the congress above, and the paper that decided it; null where
    /// nothing is decided.
    /// </summary>
    public async Task<(int Elected, int Alternates, string Paper)?> PlacesAsync(
        KnownCampaign campaign,
        CampaignPlace place,
        CancellationToken stop
    ) =>
        await allocations.AboveAsync(campaign, place, stop) is { } places
            ? (places.Elected, places.Alternates, places.DecidedUnder)
            : null;

    /// <summary>Names that stand on the list of the congress above from these elections, by election.</summary>
    public static async Task<ILookup<long, string>> ListedAsync(
        Database database,
        IReadOnlyCollection<long> elections,
        CancellationToken stop
    )
    {
        var listed = await database
            .Set<ListedDelegate>()
            .AsNoTracking()
            .Where(one => one.ElectionId != null && elections.Contains(one.ElectionId.Value) && one.EndedAt == null)
            .Select(one => new { Election = one.ElectionId!.Value, one.Name })
            .ToListAsync(stop);
        return listed.ToLookup(one => one.Election, one => one.Name);
    }

    /// <param name="database">with the transaction that signs; the caller commits</param>
    /// <param name="place">whose congress has elected</param>
    /// <param name="election">its id: what came from it before is replaced</param>
    /// <param name="isAnnulled">the election counts for nothing: it has elected nobody</param>
    /// <param name="elected">in the order of votes</param>
    /// <returns>the key of what has changed above, to be announced after the commit; null where no congress is above</returns>
    public async Task<string?> TakeAsync(
        Database database,
        Actor actor,
        KnownCampaign campaign,
        CampaignPlace place,
        long election,
        bool asAlternates,
        bool isAnnulled,
        IReadOnlyList<ElectedDelegate> elected,
        CancellationToken stop
    )
    {
        if (await allocations.CongressAboveAsync(campaign, place, stop) is not { Congress: { } congress } above)
            return null;
        await CongressBook.HoldAsync(database, congress, stop);
        // A hall that has begun keeps the list with which it began: its quorum and its base are counted from it.
        if (await HasBegunAsync(database, congress, stop))
        {
            await audit.AppendWithinTransactionAsync(
                database,
                actor,
                new(LateResults.Deed, OpenedCongress.KeyOf(congress), above.Name, After: new { organisation = place.Name }),
                stop
            );
            return null;
        }
        var left = Ui.Texts.Vietnamese["delegate-not-in-corrected-result"];
        // Those who went for reasons of their own stay gone; who was only taken off by an earlier correction may come again.
        var listed = await database
            .Set<ListedDelegate>()
            .Where(one => one.CongressId == congress && one.ElectionId == election && one.EndReason != left)
            .ToListAsync(stop);
        var fresh = new List<ElectedDelegate>();
        foreach (var wanted in elected)
        {
            if (listed.Find(one => IsSame(one, wanted)) is not { } same)
            {
                fresh.Add(wanted);
                continue;
            }
            listed.Remove(same);
            same.Recount(wanted.Votes);
        }
        foreach (var gone in listed.Where(one => one.IsOnList))
            gone.End(clock.UtcNow, actor.Name, null, isAnnulled ? Ui.Texts.Vietnamese["delegate-election-annulled"] : left);
        foreach (var wanted in fresh)
        {
            var added = new ListedDelegate
            {
                CongressId = congress,
                OrganisationId = place.Id,
                Name = wanted.Name,
                Kind = DelegateKind.Elected,
                IsAlternate = asAlternates,
                ElectionId = election,
                Badge = BadgeCode.New(),
                ListedAt = clock.UtcNow,
                ListedByName = actor.Name,
            };
            added.Recount(wanted.Votes);
            if (wanted.Record is { } record && !await IsListedAsync(database, congress, record, stop))
                added.Find(record);
            database.Add(added);
        }
        var records = fresh.Where(one => one.Record is not null).Select(one => one.Record!.Value).ToList();
        await PeopleRegister.KeepUntilAsync(database, records, clock.Today.AddMonths(settings.PeopleKeptMonths), stop);
        await database.SaveChangesAsync(stop);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new(
                "delegates.received",
                OpenedCongress.KeyOf(congress),
                above.Name,
                After: new
                {
                    from = place.Name,
                    alternates = asAlternates,
                    count = elected.Count,
                }
            ),
            stop
        );
        return OpenedCongress.KeyOf(congress);
    }

    private async Task<bool> HasBegunAsync(Database database, long congress, CancellationToken stop)
    {
        var now = clock.UtcNow;
        return await database
            .Set<CongressSession>()
            .Where(one => one.CongressId == congress && !one.IsPreparatory && one.StartsAt <= now)
            .AnyAsync(
                one => database.Set<AttendanceMark>().Any(mark => mark.SessionId == one.Id && mark.Mark == Attendance.Arrived),
                stop
            );
    }

    // One record stands once in the list of those elected; a second time it is listed by its name, for people to look at.
    private static Task<bool> IsListedAsync(Database database, long congress, long record, CancellationToken stop) =>
        DelegateListing
            .Standing(database, congress)
            .AnyAsync(one => one.PersonId == record && one.Kind == DelegateKind.Elected, stop);

    private static bool IsSame(ListedDelegate listed, ElectedDelegate wanted) =>
        listed.PersonId is { } one && wanted.Record is { } other ? one == other : PersonName.IsSame(listed.Name, wanted.Name);
}
