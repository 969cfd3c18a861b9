using System.Globalization;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.People.Import;

/// <summary>Holds the rows of a file against the register, and finds everything that could not be.</summary>
internal sealed class PersonPlanner(Database database, PersonImportWish wish, DateOnly today, FileFaults faults)
{
    // So many stand in one question to the database.
    private const int AtOnce = 500;

    private readonly List<PlannedPerson> planned = [];
    private readonly Dictionary<string, List<PlannedPerson>> plannedByName = new(StringComparer.Ordinal);
    private readonly HashSet<long> named = [];
    private Dictionary<string, KnownOrganisation> organisations = [];
    private Dictionary<long, KnownOrganisation> organisationsById = [];
    private Dictionary<long, RegisteredPerson> byNumber = [];
    private ILookup<string, RegisteredPerson> byName = Enumerable.Empty<RegisteredPerson>().ToLookup(_ => "");

    public async Task<PersonPlan> PlanAsync(List<NamedRow> rows, CancellationToken stop)
    {
        await LoadAsync(rows, stop);
        foreach (var row in rows)
            Plan(row);
        return new(faults.Count == 0 ? planned : [], wish.Known, faults);
    }

    private void Plan(NamedRow row)
    {
        var (known, isRight) = KnownBy(row);
        var organisation = OrganisationOf(row, known);
        var data = PersonFields.Read(
            field => Typed(row, known, field),
            today,
            problem => Fault(row, problem.Field, problem.Text, [.. problem.Values])
        );
        if (data is null || organisation is null || !isRight)
            return;
        var isAnother = IsAnother(row);
        var alike = byName[Fold.Letters(data.Name.Full)]
            .Where(one => one.Id != known?.Id && new BirthDate(one.BornOn!.Value, one.BornKnown).MayBe(data.Born))
            .ToList();
        var here = alike.FindAll(one => one.OrganisationId == organisation.Id);
        if (known is null && !isAnother)
        {
            if (here.Count > 1)
            {
                Fault(row, PersonFields.FullName, "people-several", string.Join(", ", here.Select(one => one.Id)));
                return;
            }
            known = here.FirstOrDefault();
            // Columns that the file does not have stay as they are.
            if (known is not null)
                data = PersonFields.Read(field => Typed(row, known, field), today, _ => { }) ?? data;
        }
        if (known is not null && !named.Add(known.Id))
        {
            Fault(row, PersonFields.FullName, "people-row-same-person", known.Id);
            return;
        }
        List<string> fields = known is null ? [] : [.. data.DifferencesFrom(known.Data)];
        if (known is not null && known.OrganisationId != organisation.Id)
            fields.Add(PersonFields.Organisation);
        if (known is not null && fields.Count > 0 && wish.Known == KnownPeople.Refuse)
            Fault(row, PersonFields.FullName, "people-known", known.Id, fields);
        var one = new PlannedPerson(
            row.Number,
            data,
            organisation,
            known,
            fields,
            known is null && isAnother ? here.ConvertAll(other => other.Id) : [],
            known is null ? alike.FindAll(other => other.OrganisationId != organisation.Id) : []
        );
        if (TwinOf(one) is { } twin && !isAnother && known is null)
            Fault(row, PersonFields.FullName, "people-twice", twin.Row);
        planned.Add(one);
        Named(one).Add(one);
    }

    private static string? Typed(NamedRow row, RegisteredPerson? known, string field)
    {
        if (row.Has(field) || known is null)
            return row.Cell(field);
        // How a name is split follows the name: another name is split anew.
        if (
            field is PersonFields.FamilyName or PersonFields.GivenName
            && TypedLine.Of(row.Cell(PersonFields.FullName)) != known.FullName
        )
            return null;
        return PersonFields.Typed(known.Data, field);
    }

    private (RegisteredPerson? Known, bool IsRight) KnownBy(NamedRow row)
    {
        if (row.Cell(PersonColumns.Record) is not { } written)
            return (null, true);
        if (NumberOf(written) is { } number && byNumber.TryGetValue(number, out var known))
            return (known, true);
        Fault(row, PersonColumns.Record, "people-record-unknown");
        return (null, false);
    }

    private KnownOrganisation? OrganisationOf(NamedRow row, RegisteredPerson? known)
    {
        if (row.Cell(PersonFields.Organisation) is not { } code)
            return known is null ? wish.Organisation : organisationsById[known.OrganisationId];
        if (organisations.TryGetValue(code, out var organisation))
            return organisation;
        Fault(row, PersonFields.Organisation, "people-organisation-unknown", wish.Organisation.Name);
        return null;
    }

    private bool IsAnother(NamedRow row)
    {
        switch (Fold.Letters(row.Cell(PersonColumns.Another) ?? ""))
        {
            case "" or "khong" or "no" or "0" or "false":
                return false;
            case "x" or "co" or "yes" or "1" or "true":
                return true;
            default:
                Fault(row, PersonColumns.Another, "people-another-unclear");
                return false;
        }
    }

    private PlannedPerson? TwinOf(PlannedPerson one) =>
        Named(one).Find(other => other.Organisation.Id == one.Organisation.Id && other.Data.Born.MayBe(one.Data.Born));

    private List<PlannedPerson> Named(PlannedPerson one)
    {
        var folded = Fold.Letters(one.Data.Name.Full);
        return plannedByName.TryGetValue(folded, out var named) ? named : plannedByName[folded] = [];
    }

    private async Task LoadAsync(List<NamedRow> rows, CancellationToken stop)
    {
        var codes = rows.Select(row => row.Cell(PersonFields.Organisation)).OfType<string>().Distinct(StringComparer.Ordinal);
        var found = new List<KnownOrganisation>();
        foreach (var some in codes.Chunk(AtOnce))
        {
            found.AddRange(
                await database
                    .Set<Organisation>()
                    .Where(one => some.Contains(one.Code) && one.Path.StartsWith(wish.Organisation.Path))
                    .Select(one => new KnownOrganisation(one.Id, one.Code, one.Name, one.Level, one.ParentId, one.Path))
                    .ToListAsync(stop)
            );
        }
        organisations = found.ToDictionary(one => one.Code, StringComparer.Ordinal);
        byNumber = (await ByNumberAsync(rows, stop)).ToDictionary(one => one.Id);
        byName = (await ByNameAsync(rows, stop)).ToLookup(one => one.Folded, StringComparer.Ordinal);
        var places = byNumber.Values.Select(one => one.OrganisationId).Distinct().ToList();
        organisationsById = await database
            .Set<Organisation>()
            .Where(one => places.Contains(one.Id))
            .Select(one => new KnownOrganisation(one.Id, one.Code, one.Name, one.Level, one.ParentId, one.Path))
            .ToDictionaryAsync(one => one.Id, stop);
    }

    private async Task<List<RegisteredPerson>> ByNumberAsync(List<NamedRow> rows, CancellationToken stop)
    {
        var found = new List<RegisteredPerson>();
        var numbers = rows.Select(row => NumberOf(row.Cell(PersonColumns.Record))).OfType<long>().Distinct();
        foreach (var some in numbers.Chunk(AtOnce))
            found.AddRange(await Own().Where(one => some.Contains(one.Id)).ToListAsync(stop));
        return found;
    }

    // Of those elsewhere who are none of the reader's he learns nothing: only people at and below the organisation count.
    private async Task<List<RegisteredPerson>> ByNameAsync(List<NamedRow> rows, CancellationToken stop)
    {
        var found = new List<RegisteredPerson>();
        var names = rows.Select(row => row.Cell(PersonFields.FullName))
            .OfType<string>()
            .Select(name => Fold.Letters(string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .Distinct(StringComparer.Ordinal);
        foreach (var some in names.Chunk(AtOnce))
            found.AddRange(await Own().Where(one => some.Contains(one.Folded)).ToListAsync(stop));
        return found;
    }

    private IQueryable<RegisteredPerson> Own() =>
        database
            .Set<RegisteredPerson>()
            .Where(one => one.RemovedAt == null)
            .Where(one =>
                database
                    .Set<Organisation>()
                    .Any(place => place.Id == one.OrganisationId && place.Path.StartsWith(wish.Organisation.Path))
            );

    private static long? NumberOf(string? written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Fault(NamedRow row, string column, string why, params object?[] values) =>
        faults.Add(row.Number, column, row.Cell(column), why, values);
}
