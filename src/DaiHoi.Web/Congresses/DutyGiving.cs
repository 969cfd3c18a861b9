using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Congresses;

/// <summary>A duty as the page of duties lists it.</summary>
internal sealed record GivenDuty(long Id, string Name, Duty Duty, DateTime GivenAt, string GivenBy);

/// <summary>What became of a duty that was to be given or ended.</summary>
/// <param name="Problem">key of its words in <c>Ui/Texts</c>; null where it was done, or was so already</param>
/// <param name="Clash">the duty that shuts the wanted one out</param>
internal sealed record DutyResult(bool IsFound, string? Problem = null, Duty? Clash = null);

/// <summary>Gives duties at a congress and ends them. Officers, checkers and heads of its organisation do that.</summary>
internal sealed class DutyGiving(
    DatabaseFactory databases,
    IKnowsAccounts accounts,
    IStandsInElections elections,
    RecordedChanges changes,
    SiteClock clock
)
{
    public static bool MayGive(Person person, CampaignPlace place) =>
        place.Congress is not null && person.Is(place.Path, Role.Officer, Role.Checker, Role.Head);

    public async Task<List<GivenDuty>> ListAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var standing = await Standing(database, congress).AsNoTracking().ToListAsync(stop);
        return
        [
            .. standing
                .OrderBy(duty => duty.Duty)
                .ThenBy(duty => duty.Id)
                .Select(duty => new GivenDuty(duty.Id, duty.AccountName, duty.Duty, duty.GivenAt, duty.GivenByName)),
        ];
    }

    /// <summary>Gives a duty to whoever signs in with a name. One that he has already stays as it is.</summary>
    public async Task<DutyResult> GiveAsync(
        Person person,
        Actor actor,
        CampaignPlace place,
        string? name,
        Duty duty,
        CancellationToken stop
    )
    {
        if (!MayGive(person, place) || place.Congress is not { } congress)
            return new(IsFound: false);
        if (TypedLine.Of(name) is not { } typed || await accounts.FindAsync(typed, stop) is not { } account)
            return new(IsFound: true, "duty-no-account");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from congress where id = {congress} for update", stop);
        var held = await Standing(database, congress)
            .Where(one => one.AccountId == account.Id)
            .Select(one => one.Duty)
            .ToListAsync(stop);
        if (held.Contains(duty))
            return new(IsFound: true);
        if (DutyClash.Of(duty, held) is { } clash)
            return new(IsFound: true, "duty-clash", clash);
        // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8: the board is of people who are not on the ballot.
        if (DutyClash.IsOfBoard(duty) && await elections.WhereAsync(congress, account.DisplayName, stop) is not null)
            return new(IsFound: true, "duty-candidate");
        if (
            duty == Duty.BoardHead
            && await Standing(database, congress).FirstOrDefaultAsync(one => one.Duty == Duty.BoardHead, stop) is not null
        )
            return new(IsFound: true, "duty-one-head");
        // A duty that has ended has shown its ballots: who has sat with one group never sits with another.
        var past = await database
            .Set<CongressDuty>()
            .Where(one => one.CongressId == congress && one.AccountId == account.Id && one.EndedAt != null)
            .Select(one => one.Duty)
            .ToListAsync(stop);
        if (DutyClash.Of(duty, past) is { } had)
            return new(IsFound: true, "duty-clash-before", had);
        database.Add(
            new CongressDuty
            {
                CongressId = congress,
                AccountId = account.Id,
                AccountName = account.DisplayName,
                Duty = duty,
                GivenAt = clock.UtcNow,
                GivenByName = person.Name,
            }
        );
        var key = CongressDuty.KeyOf(congress);
        await changes.CommitAsync(
            database,
            actor,
            new("duty.given", key, account.DisplayName, After: new { duty, organisation = place.Name }),
            [key],
            stop
        );
        return new(IsFound: true);
    }

    /// <summary>Ends a duty; what was done with it stays.</summary>
    public async Task<DutyResult> EndAsync(Person person, Actor actor, CampaignPlace place, long id, CancellationToken stop)
    {
        if (!MayGive(person, place) || place.Congress is not { } congress)
            return new(IsFound: false);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from congress where id = {congress} for update", stop);
        var duty = await database
            .Set<CongressDuty>()
            .FirstOrDefaultAsync(one => one.Id == id && one.CongressId == congress, stop);
        if (duty is null)
            return new(IsFound: false);
        if (duty.EndedAt is not null)
            return new(IsFound: true);
        duty.End(clock.UtcNow);
        var key = CongressDuty.KeyOf(congress);
        await changes.CommitAsync(
            database,
            actor,
            new("duty.ended", key, duty.AccountName, Before: new { duty = duty.Duty, organisation = place.Name }),
            [key],
            stop
        );
        return new(IsFound: true);
    }

    private static IQueryable<CongressDuty> Standing(Database database, long congress) =>
        database.Set<CongressDuty>().Where(duty => duty.CongressId == congress && duty.EndedAt == null);
}
