using DaiHoi.Web.Data;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People;

/// <summary>Somebody of the register, as rooms see him that work with people.</summary>
/// <param name="Organisation">id of where he belongs</param>
/// <param name="OrganisationName">as it is called now</param>
/// <param name="Path">of that organisation</param>
public sealed record KnownPerson(long Id, long Organisation, string OrganisationName, string Path, PersonData Data);

/// <summary>
/// The register as other rooms use it. They keep a number and, on a paper, a name; what else is known of somebody is asked here,
/// and each time it is written down who has looked at how many, and for what.
/// </summary>
public sealed class PeopleRegister
{
    private readonly DatabaseFactory databases;
    private readonly PersonReading reading;
    private readonly RecordedChanges changes;

    internal PeopleRegister(DatabaseFactory databases, PersonReading reading, RecordedChanges changes) =>
        (this.databases, this.reading, this.changes) = (databases, reading, changes);

    /// <summary>People by their numbers, and the row in the log that says who has read them.</summary>
    /// <param name="ids">as other rooms keep them; a number that was merged into another finds that one</param>
    /// <param name="subject">for what they are read, as the log names it: "congress:12"</param>
    /// <param name="subjectName">the same in words</param>
    /// <returns>by the numbers that were asked for; who has been taken away is not among them</returns>
    public async Task<IReadOnlyDictionary<long, KnownPerson>> ReadAsync(
        Actor actor,
        IReadOnlyCollection<long> ids,
        string subject,
        string subjectName,
        CancellationToken stop
    )
    {
        if (ids.Count == 0)
            return new Dictionary<long, KnownPerson>();
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var found = await FindAsync(database, ids, stop);
        if (found.Count > 0)
            await changes.CommitAsync(
                database,
                actor,
                new("people.listed", subject, subjectName, After: new { Count = found.Count }),
                [],
                stop
            );
        return found;
    }

    /// <summary>The same within a transaction whose own row in the log says what they were read for.</summary>
    public static async Task<Dictionary<long, KnownPerson>> FindAsync(
        Database database,
        IReadOnlyCollection<long> ids,
        CancellationToken stop
    )
    {
        var asked = ids.Distinct().ToList();
        var into = await database
            .Set<RegisteredPerson>()
            .Where(one => asked.Contains(one.Id))
            .Select(one => new { one.Id, Holds = one.MergedIntoId ?? one.Id })
            .ToListAsync(stop);
        var holding = into.Select(one => one.Holds).Distinct().ToList();
        var people = await database
            .Set<RegisteredPerson>()
            .AsNoTracking()
            .Where(one => holding.Contains(one.Id) && one.RemovedAt == null)
            .Join(
                database.Set<Organisations.Organisation>(),
                one => one.OrganisationId,
                o => o.Id,
                (one, o) =>
                    new
                    {
                        Person = one,
                        o.Name,
                        o.Path,
                    }
            )
            .ToDictionaryAsync(
                one => one.Person.Id,
                one => new KnownPerson(one.Person.Id, one.Person.OrganisationId, one.Name, one.Path, one.Person.Data),
                stop
            );
        return into.Where(one => people.ContainsKey(one.Holds)).ToDictionary(one => one.Id, one => people[one.Holds]);
    }

    /// <summary>Numbers behind which nobody stands any more, because what was kept of him is gone.</summary>
    public static async Task<HashSet<long>> GoneAsync(Database database, IReadOnlyCollection<long> ids, CancellationToken stop)
    {
        var asked = ids.Distinct().ToList();
        var kept = await database
            .Set<RegisteredPerson>()
            .Where(one => asked.Contains(one.Id))
            .Where(one =>
                database.Set<RegisteredPerson>().Any(holds => holds.Id == (one.MergedIntoId ?? one.Id) && holds.RemovedAt == null)
            )
            .Select(one => one.Id)
            .ToListAsync(stop);
        return [.. asked.Except(kept)];
    }

    /// <summary>Those whom a keeper may choose from, by the beginning of their name or given name; the search is in the log.</summary>
    /// <param name="words">two letters or more; fewer find nobody</param>
    public async Task<IReadOnlyList<KnownPerson>> SearchAsync(Person person, Actor actor, string words, CancellationToken stop)
    {
        var found = await reading.SearchAsync(person, actor, words, stop);
        return [.. found.Select(one => new KnownPerson(one.Id, one.OrganisationId, one.Organisation, one.Path, one.Data))];
    }

    /// <summary>Everybody who belongs to an organisation or to one below it, within a transaction that says what for.</summary>
    public static async Task<List<KnownPerson>> BelongingAsync(Database database, string path, CancellationToken stop)
    {
        var rows = await database
            .Set<RegisteredPerson>()
            .AsNoTracking()
            .Where(one => one.RemovedAt == null)
            .Join(
                database.Set<Organisations.Organisation>().Where(o => o.Path.StartsWith(path)),
                one => one.OrganisationId,
                o => o.Id,
                (one, o) =>
                    new
                    {
                        Person = one,
                        o.Name,
                        o.Path,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. rows.Select(one => new KnownPerson(one.Person.Id, one.Person.OrganisationId, one.Name, one.Path, one.Person.Data))
                .OrderBy(one => one.Data.SortKey, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Those who belong to organisations, as one part of a list names them: by name and date of birth. A name that was written without
    /// any marks means all names of its letters; one with marks means itself.
    /// </summary>
    /// <param name="born">null where the list names none: then the name alone decides</param>
    /// <returns>numbers; more than one where several may be meant</returns>
    public static async Task<List<long>> NamedAsync(
        Database database,
        long organisation,
        string name,
        BirthDate? born,
        CancellationToken stop
    )
    {
        var folded = Fold.Letters(name);
        var path = FormattableString.Invariant($"/{organisation}/");
        var rows = await database
            .Set<RegisteredPerson>()
            .Where(one => one.Folded == folded && one.RemovedAt == null)
            .Join(
                database.Set<Organisations.Organisation>().Where(o => o.Path.Contains(path)),
                one => one.OrganisationId,
                o => o.Id,
                (one, o) =>
                    new
                    {
                        one.Id,
                        one.FullName,
                        one.BornOn,
                        one.BornKnown,
                    }
            )
            .ToListAsync(stop);
        var isUnmarked = PersonName.IsSame(name, folded);
        return
        [
            .. rows.Where(one => isUnmarked || PersonName.IsSame(name, one.FullName))
                .Where(one => born is not { } day || new BirthDate(one.BornOn!.Value, one.BornKnown).MayBe(day))
                .Select(one => one.Id)
                .Order(),
        ];
    }

    /// <summary>Keeps people until a day at least, because a congress needs them.</summary>
    /// <param name="database">with the transaction in which they come to be needed</param>
    public static Task KeepUntilAsync(Database database, IReadOnlyCollection<long> ids, DateOnly until, CancellationToken stop) =>
        database
            .Set<RegisteredPerson>()
            .Where(one => ids.Contains(one.Id) && one.KeptUntil < until)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.KeptUntil, until), stop);
}
