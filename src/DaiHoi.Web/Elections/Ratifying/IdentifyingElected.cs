using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Data;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Ratifying;

/// <summary>
/// Says whose record somebody is who was elected by his name alone. The signed result names no record and stays as it is; what is
/// said here stands beside it, and can be taken back. Nobody is found by himself: people choose among records of the same name.
/// </summary>
internal sealed class IdentifyingElected(
    DatabaseFactory databases,
    PeopleRegister register,
    RecordedChanges changes,
    SiteSettings settings,
    SiteClock clock
)
{
    /// <summary>The officer of the organisation, who keeps its people and reports its outcome.</summary>
    public static bool MayIdentify(Person person, CampaignPlace place) => person.Is(place.Path, Role.Officer);

    /// <summary>Records of his name in the organisation and below it; looking at them is in the log.</summary>
    public async Task<IReadOnlyList<KnownPerson>> FittingAsync(
        Person person,
        Actor actor,
        CampaignPlace place,
        ElectedPerson one,
        CancellationToken stop
    )
    {
        if (!MayIdentify(person, place))
            return [];
        List<long> named;
        await using (var database = databases.Create())
        {
            named = await NamedAsync(database, place, one.Name, stop);
        }
        var found = await register.ReadAsync(actor, named, HeldElection.KeyOf(one.Election), one.Title, stop);
        return [.. named.Where(found.ContainsKey).Select(id => found[id]).DistinctBy(known => known.Id)];
    }

    public async Task<Answer> IdentifyAsync(
        Person person,
        Actor actor,
        CampaignPlace place,
        ElectedPerson one,
        long record,
        CancellationToken stop
    )
    {
        if (!MayIdentify(person, place))
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldAsync(database, one.Election, stop);
        var candidate = await CandidateAsync(database, one, stop);
        if (candidate.PersonId is { } had && !(await PeopleRegister.GoneAsync(database, [had], stop)).Contains(had))
            return had == record ? Answer.Already() : Answer.Taken("identify-has-record", one.Name);
        if (!(await NamedAsync(database, place, one.Name, stop)).Contains(record))
            return Answer.Refused("record", "identify-no-such-record", one.Name);
        var other = await database
            .Set<ElectionCandidate>()
            .FirstOrDefaultAsync(
                stands => stands.ElectionId == one.Election && stands.PersonId == record && stands.WithdrawnAt == null,
                stop
            );
        if (other is not null)
            return Answer.Refused("record", "identify-is-another", other.Name);
        var above = one.IsRatified ? null : await RecordsOfElected.FindAsync(database, one.Election, one.Name, record, stop);
        candidate.Identify(record, clock.UtcNow, person.Name, above?.Listed);
        await PeopleRegister.KeepUntilAsync(database, [record], clock.Today.AddMonths(settings.PeopleKeptMonths), stop);
        var key = HeldElection.KeyOf(one.Election);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "elected.identified",
                key,
                one.Title,
                After: new
                {
                    ballotNumber = one.Number,
                    record,
                    listedAbove = above is not null,
                }
            ),
            above is var (_, changed) ? [key, changed] : [key],
            stop
        );
        return Answer.Done();
    }

    /// <summary>Takes back what was said here. What was known before the signature stays.</summary>
    public async Task<Answer> TakeBackAsync(
        Person person,
        Actor actor,
        CampaignPlace place,
        ElectedPerson one,
        CancellationToken stop
    )
    {
        if (!MayIdentify(person, place))
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await ElectionBook.HoldAsync(database, one.Election, stop);
        var candidate = await CandidateAsync(database, one, stop);
        if (candidate.PersonId is not { } record)
            return Answer.Already();
        if (candidate.IdentifiedAt is null)
            return Answer.Refused("", "identify-known-before", one.Name);
        var above = candidate.IdentifiedAboveId is { } listed
            ? await RecordsOfElected.LoseAsync(database, listed, record, stop)
            : null;
        candidate.LoseIdentity();
        var key = HeldElection.KeyOf(one.Election);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "elected.unidentified",
                key,
                one.Title,
                Before: new
                {
                    ballotNumber = one.Number,
                    record,
                    listedAbove = above is not null,
                }
            ),
            above is null ? [key] : [key, above],
            stop
        );
        return Answer.Done();
    }

    private static Task<List<long>> NamedAsync(
        Data.Database database,
        CampaignPlace place,
        string name,
        CancellationToken stop
    ) => PeopleRegister.NamedAsync(database, place.Id, ElectionCandidate.WithoutRemark(name), born: null, stop);

    private static Task<ElectionCandidate> CandidateAsync(Data.Database database, ElectedPerson one, CancellationToken stop) =>
        database
            .Set<ElectionCandidate>()
            .FirstAsync(stands => stands.ElectionId == one.Election && stands.Number == one.Number, stop);
}
