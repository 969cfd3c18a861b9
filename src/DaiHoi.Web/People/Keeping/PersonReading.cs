using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Keeping;

/// <summary>Somebody as he is shown to who keeps him.</summary>
internal sealed record ShownPerson(
    long Id,
    KnownOrganisation Organisation,
    PersonData Data,
    DateOnly KeptUntil,
    DateTime ChangedAt,
    string ChangedByName,
    IReadOnlyList<AlikePerson> Alike
)
{
    /// <summary>The mark of what is shown.</summary>
    public string Seen => SeenMark.Of(Data);
}

/// <summary>A row of a list.</summary>
internal sealed record ListedPerson(long Id, long OrganisationId, string Organisation, string Path, PersonData Data);

/// <summary>A page of a list.</summary>
/// <param name="Total">of all pages</param>
internal sealed record ListedPeople(IReadOnlyList<ListedPerson> Rows, int Total);

/// <summary>
/// Shows people to those who keep them, and writes down each time who has looked at whom: what cannot be written down is not
/// shown.
/// </summary>
internal sealed class PersonReading(DatabaseFactory databases, OrganisationTree tree, RecordedChanges changes)
{
    public const int OnePage = 50;
    private const int MostFound = 50;

    /// <summary>One person; null where there is none whom the reader keeps.</summary>
    public async Task<ShownPerson?> ReadAsync(Person person, Actor actor, long id, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (
            await FindAsync(database, id, stop) is not { } known
            || await tree.FindAsync(known.OrganisationId, stop) is not { } organisation
            || !PersonRights.MayKeep(person, organisation.Path)
        )
            return null;
        var alike = await PersonKeeping.AlikeToAsync(database, person, known.Data, id, stop);
        var deed = new Deed("person.opened", PersonKeeping.SubjectOf(known.Id), organisation.Name);
        await changes.CommitAsync(database, actor, deed, [], stop);
        return new(known.Id, organisation, known.Data, known.KeptUntil, known.ChangedAt, known.ChangedByName, alike);
    }

    /// <summary>The people of one organisation, in the order of lists.</summary>
    /// <param name="skip">how many stand on pages before</param>
    /// <returns>null where the reader keeps nobody there</returns>
    public async Task<ListedPeople?> ListAsync(
        Person person,
        Actor actor,
        KnownOrganisation organisation,
        int skip,
        CancellationToken stop
    )
    {
        if (!PersonRights.MayKeep(person, organisation.Path))
            return null;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var there = database
            .Set<RegisteredPerson>()
            .AsNoTracking()
            .Where(one => one.OrganisationId == organisation.Id && one.RemovedAt == null);
        var total = await there.CountAsync(stop);
        var rows = await InOrder(database, there).Skip(skip).Take(OnePage).ToListAsync(stop);
        if (rows.Count > 0)
            await changes.CommitAsync(
                database,
                actor,
                new(
                    "people.listed",
                    FormattableString.Invariant($"organisation:{organisation.Id}"),
                    organisation.Name,
                    After: new { Count = rows.Count }
                ),
                [],
                stop
            );
        return new(
            rows.ConvertAll(one => new ListedPerson(one.Id, organisation.Id, organisation.Name, organisation.Path, one.Data)),
            total
        );
    }

    /// <summary>Finds people whom the reader keeps by the beginning of their name or of their given name, without marks.</summary>
    public async Task<IReadOnlyList<ListedPerson>> SearchAsync(Person person, Actor actor, string words, CancellationToken stop)
    {
        var parts = person.PartsOf(PersonRights.Keepers);
        var folded = string.Join(' ', Fold.Letters(words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (folded.Length < 2 || parts.Count == 0)
            return [];
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var found = new List<(RegisteredPerson Person, string Organisation, string Path)>();
        foreach (var part in parts)
            found.AddRange(await BelowAsync(database, part, folded, stop));
        var rows = found
            .OrderBy(one => one.Person.SortKey, StringComparer.Ordinal)
            .Take(MostFound)
            .Select(one => new ListedPerson(
                one.Person.Id,
                one.Person.OrganisationId,
                one.Organisation,
                one.Path,
                one.Person.Data
            ))
            .ToList();
        if (rows.Count > 0)
            await changes.CommitAsync(
                database,
                actor,
                new("people.searched", "people", "", After: new { Found = rows.ConvertAll(one => one.Id) }),
                [],
                stop
            );
        return rows;
    }

    /// <summary>People whom the reader keeps and who may be somebody whom he is about to write; being shown them is kept like a search.</summary>
    public async Task<List<AlikePerson>> AlikeAsync(Person person, Actor actor, PersonData data, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var alike = await PersonKeeping.AlikeToAsync(database, person, data, 0, stop);
        if (alike.Count > 0)
            await changes.CommitAsync(
                database,
                actor,
                new("people.searched", "people", "", After: new { Found = alike.ConvertAll(one => one.Id) }),
                [],
                stop
            );
        return alike;
    }

    private static async Task<List<(RegisteredPerson, string, string)>> BelowAsync(
        Database database,
        string path,
        string folded,
        CancellationToken stop
    )
    {
        var people = Beginning(database, folded).AsNoTracking().Where(one => one.RemovedAt == null);
        var rows = await people
            .Join(
                database.Set<Organisation>().Where(o => o.Path.StartsWith(path)),
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
            .Take(MostFound)
            .ToListAsync(stop);
        return rows.ConvertAll(row => (row.Person, row.Name, row.Path));
    }

    // Each by what its index follows; letters and spaces hold nothing that a pattern would take for more than itself.
    private static IQueryable<RegisteredPerson> Beginning(Database database, string folded)
    {
        var plain = string.Concat(folded.Where(letter => char.IsLetter(letter) || letter is ' ' or '\'' or '-'));
        var (like, glob) = (plain + "%", plain + "*");
        return database.Database.IsNpgsql()
            ? database
                .Set<RegisteredPerson>()
                .Where(one => EF.Functions.Like(one.Folded, like) || EF.Functions.Like(one.FoldedGiven, like))
            : database
                .Set<RegisteredPerson>()
                .Where(one => EF.Functions.Glob(one.Folded, glob) || EF.Functions.Glob(one.FoldedGiven, glob));
    }

    /// <summary>In the order of lists, byte by byte on either database.</summary>
    internal static IQueryable<RegisteredPerson> InOrder(Database database, IQueryable<RegisteredPerson> people) =>
        database.Database.IsNpgsql()
            ? people.OrderBy(one => EF.Functions.Collate(one.SortKey, "C")).ThenBy(one => one.Id)
            : people.OrderBy(one => one.SortKey).ThenBy(one => one.Id);

    // A number that was merged into another leads to it.
    private static async Task<RegisteredPerson?> FindAsync(Database database, long id, CancellationToken stop)
    {
        var known = await database.Set<RegisteredPerson>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (known?.MergedIntoId is { } into)
            known = await database.Set<RegisteredPerson>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == into, stop);
        return known is { IsKept: true } ? known : null;
    }
}
