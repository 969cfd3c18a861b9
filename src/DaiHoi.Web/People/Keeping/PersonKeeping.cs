using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Keeping;

/// <summary>
/// Writes people, tells them apart and takes them away. The log tells which fields were changed and by whom, never what stood in
/// them: nothing is ever taken out of the log, and what is personal must go in time.
/// </summary>
internal sealed class PersonKeeping(
    DatabaseFactory databases,
    OrganisationTree tree,
    IEnumerable<IKeepsPeople> keepers,
    RecordedChanges changes,
    SiteSettings settings,
    SiteClock clock
)
{
    /// <summary>How long somebody is kept who is written today and in no campaign.</summary>
    public DateOnly KeptUntil => clock.Today.AddMonths(settings.PeopleKeptMonths);

    /// <summary>Adds somebody.</summary>
    /// <param name="alikeSeen">numbers of those alike whom the writer has seen: he says that it is none of them</param>
    public async Task<PersonResult> AddAsync(
        Person person,
        Actor actor,
        KnownOrganisation organisation,
        PersonData data,
        IReadOnlyCollection<long> alikeSeen,
        CancellationToken stop
    )
    {
        if (!PersonRights.MayKeep(person, organisation.Path))
            return PersonResult.Of(PersonOutcome.NotFound);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        var alike = await AlikeToAsync(database, person, data, 0, stop);
        // The same form sent twice, too: the first has written one who is alike and whom nobody has seen.
        if (alike.Exists(one => !alikeSeen.Contains(one.Id)))
            return PersonResult.Of(PersonOutcome.Alike);
        var added = new RegisteredPerson
        {
            OrganisationId = organisation.Id,
            KeptUntil = KeptUntil,
            AddedAt = clock.UtcNow,
            AddedByName = person.Name,
        };
        added.Write(data, clock.UtcNow, person.Name);
        database.Add(added);
        await database.SaveChangesAsync(stop);
        foreach (var one in alike)
            TellApart(database, one.Id, added.Id, "", person);
        var deed = new Deed(
            "person.added",
            SubjectOf(added.Id),
            organisation.Name,
            After: new { ToldApart = alike.Count == 0 ? null : alike.ConvertAll(one => one.Id) }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return PersonResult.Of(PersonOutcome.Done, added.Id);
    }

    /// <summary>Writes other data in the place of those that were seen.</summary>
    /// <param name="organisation">where he belongs from now on</param>
    /// <param name="seen">the mark of what the writer had before him (<see cref="SeenMark"/>)</param>
    public async Task<PersonResult> ChangeAsync(
        Person person,
        Actor actor,
        long id,
        KnownOrganisation organisation,
        PersonData data,
        string? seen,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        if (await OwnAsync(database, person, id, stop) is not var (known, from))
            return PersonResult.Of(PersonOutcome.NotFound);
        if (!PersonRights.MayKeep(person, organisation.Path))
            return PersonResult.Of(PersonOutcome.NotFound);
        if (seen != SeenMark.Of(known.Data))
            return PersonResult.Of(PersonOutcome.Changed);
        var fields = data.DifferencesFrom(known.Data).ToList();
        if (fields.Count == 0 && organisation.Id == from.Id)
            return PersonResult.Of(PersonOutcome.Already, id);
        known.Write(data, clock.UtcNow, person.Name);
        known.OrganisationId = organisation.Id;
        known.KeptUntil = Later(known.KeptUntil, KeptUntil);
        var moved = organisation.Id != from.Id;
        var deed = new Deed(
            "person.changed",
            SubjectOf(id),
            organisation.Name,
            moved ? new { Organisation = from.Name } : null,
            new { Organisation = moved ? organisation.Name : null, Fields = fields }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return PersonResult.Of(PersonOutcome.Done, id);
    }

    /// <summary>Says that two who are alike are two people.</summary>
    public async Task<PersonResult> TellApartAsync(
        Person person,
        Actor actor,
        long one,
        long other,
        string? reason,
        CancellationToken stop
    )
    {
        if (TypedLine.Of(reason) is not { } why)
            return PersonResult.Refused("reason", "person-reason-missing");
        if (why.Length > RegisteredPerson.LongestReason)
            return PersonResult.Refused("reason", "person-text-long", RegisteredPerson.LongestReason);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        if (
            one == other
            || await OwnAsync(database, person, one, stop) is not var (_, organisation)
            || await OwnAsync(database, person, other, stop) is null
        )
            return PersonResult.Of(PersonOutcome.NotFound);
        var (lower, higher) = (Math.Min(one, other), Math.Max(one, other));
        if (await database.Set<ToldApart>().AnyAsync(pair => pair.PersonId == lower && pair.OtherId == higher, stop))
            return PersonResult.Of(PersonOutcome.Already, one);
        TellApart(database, lower, higher, why, person);
        var deed = new Deed(
            "person.distinguished",
            SubjectOf(one),
            organisation.Name,
            After: new { OtherRecord = other, Reason = why }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return PersonResult.Of(PersonOutcome.Done, one);
    }

    /// <summary>Makes two records one: the first stays, with the data that were chosen; the second points to it.</summary>
    /// <param name="seen">marks of what the writer had before him of both</param>
    public async Task<PersonResult> MergeAsync(
        Person person,
        Actor actor,
        (long Kept, long Other) ids,
        PersonData data,
        (string? Kept, string? Other) seen,
        CancellationToken stop
    )
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        if (
            ids.Kept == ids.Other
            || await OwnAsync(database, person, ids.Kept, stop) is not var (kept, organisation)
            || await OwnAsync(database, person, ids.Other, stop) is not var (other, _)
        )
            return PersonResult.Of(PersonOutcome.NotFound);
        if (seen.Kept != SeenMark.Of(kept.Data) || seen.Other != SeenMark.Of(other.Data))
            return PersonResult.Of(PersonOutcome.Changed);
        var fields = data.DifferencesFrom(kept.Data).ToList();
        kept.Write(data, clock.UtcNow, person.Name);
        kept.KeptUntil = Later(Later(kept.KeptUntil, other.KeptUntil), KeptUntil);
        other.MergeInto(kept.Id, clock.UtcNow);
        // Whoever was merged into the second before is found at the first.
        await database
            .Set<RegisteredPerson>()
            .Where(one => one.MergedIntoId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.MergedIntoId, kept.Id), stop);
        var deed = new Deed(
            "person.merged",
            SubjectOf(kept.Id),
            organisation.Name,
            After: new { OtherRecord = other.Id, Fields = fields }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return PersonResult.Of(PersonOutcome.Done, kept.Id);
    }

    /// <summary>Takes somebody away who should not have been written.</summary>
    public async Task<PersonResult> RemoveAsync(Person person, Actor actor, long id, string? reason, CancellationToken stop)
    {
        if (TypedLine.Of(reason) is not { } why)
            return PersonResult.Refused("reason", "person-reason-missing");
        if (why.Length > RegisteredPerson.LongestReason)
            return PersonResult.Refused("reason", "person-text-long", RegisteredPerson.LongestReason);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await PeopleLock.HoldAsync(database, stop);
        if (await OwnAsync(database, person, id, stop) is not var (known, organisation))
            return PersonResult.Of(PersonOutcome.NotFound);
        if (await NeededByAsync(database, id, stop) is { } needs)
            return PersonResult.Refused("reason", needs.Text, [.. needs.Values]);
        known.Remove(clock.UtcNow);
        var deed = new Deed("person.removed", SubjectOf(id), organisation.Name, After: new { Reason = why });
        await changes.CommitAsync(database, actor, deed, [], stop);
        return PersonResult.Of(PersonOutcome.Done, id);
    }

    private async Task<PersonNeeded?> NeededByAsync(Database database, long id, CancellationToken stop)
    {
        var records = await database
            .Set<RegisteredPerson>()
            .Where(one => one.Id == id || one.MergedIntoId == id)
            .Select(one => one.Id)
            .ToListAsync(stop);
        foreach (var keeper in keepers)
        {
            if (await keeper.NeededByAsync(records, stop) is { } needs)
                return needs;
        }
        return null;
    }

    /// <summary>Those like somebody whom the reader keeps too; of others he learns nothing.</summary>
    public static async Task<List<AlikePerson>> AlikeToAsync(
        Database database,
        Person person,
        PersonData data,
        long id,
        CancellationToken stop
    ) => (await Alike.ToAsync(database, data, id, stop)).FindAll(one => PersonRights.MayKeep(person, one.Path));

    public static string SubjectOf(long id) => FormattableString.Invariant($"person:{id}");

    /// <summary>Somebody whom the reader keeps, and where he belongs; null for everybody else and for who was taken away.</summary>
    private async Task<(RegisteredPerson Known, KnownOrganisation Organisation)?> OwnAsync(
        Database database,
        Person person,
        long id,
        CancellationToken stop
    ) =>
        await database.Set<RegisteredPerson>().FirstOrDefaultAsync(one => one.Id == id, stop) is { IsKept: true } known
        && await tree.FindAsync(known.OrganisationId, stop) is { } organisation
        && PersonRights.MayKeep(person, organisation.Path)
            ? (known, organisation)
            : null;

    private void TellApart(Database database, long one, long other, string reason, Person person) =>
        database.Add(
            new ToldApart
            {
                PersonId = Math.Min(one, other),
                OtherId = Math.Max(one, other),
                Reason = reason,
                At = clock.UtcNow,
                ByName = person.Name,
            }
        );

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
