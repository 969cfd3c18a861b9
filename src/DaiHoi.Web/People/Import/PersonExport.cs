using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Keeping;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace DaiHoi.Web.People.Import;

/// <summary>The people at and below an organisation in the columns of an import: read in again, it changes nothing.</summary>
internal sealed class PersonExport(DatabaseFactory databases, RecordedChanges changes)
{
    private static readonly IReadOnlyList<string> Columns =
    [
        PersonColumns.Record,
        PersonFields.Organisation,
        .. PersonFields.All,
    ];

    /// <summary>CSV in UTF-8 with its mark, so that a spreadsheet knows it.</summary>
    /// <returns>how many people</returns>
    public async Task<int> WriteCsvAsync(Actor actor, KnownOrganisation organisation, Stream to, CancellationToken stop)
    {
        var rows = await RowsAsync(actor, organisation, stop);
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        text.NewLine = "\r\n";
        await text.WriteLineAsync(string.Join(',', Columns));
        // Nothing that is kept begins like a formula: PersonFields refuses it.
        foreach (var row in rows)
            await text.WriteLineAsync(string.Join(',', row.Select(CsvCell.Of)));
        await text.FlushAsync(stop);
        return rows.Count;
    }

    /// <inheritdoc cref="WriteCsvAsync"/>
    public async Task<int> WriteXlsxAsync(Actor actor, KnownOrganisation organisation, Stream to, CancellationToken stop)
    {
        var rows = await RowsAsync(actor, organisation, stop);
        var cells = rows.ConvertAll(row =>
            Columns.Zip(row).ToDictionary(cell => cell.First, cell => (object?)cell.Second, StringComparer.Ordinal)
        );
        if (cells.Count == 0)
            cells.Add(Columns.ToDictionary(name => name, _ => (object?)null, StringComparer.Ordinal));
        await to.SaveAsAsync(cells, sheetName: "people", cancellationToken: stop);
        return rows.Count;
    }

    private async Task<List<string[]>> RowsAsync(Actor actor, KnownOrganisation organisation, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var path = organisation.Path;
        var codes = await database
            .Set<Organisation>()
            .Where(one => one.Path.StartsWith(path) && database.Set<RegisteredPerson>().Any(p => p.OrganisationId == one.Id))
            .ToDictionaryAsync(one => one.Id, one => one.Code, stop);
        var there = database
            .Set<RegisteredPerson>()
            .AsNoTracking()
            .Where(one => one.RemovedAt == null)
            .Where(one =>
                database.Set<Organisation>().Any(place => place.Id == one.OrganisationId && place.Path.StartsWith(path))
            );
        var people = await PersonReading.InOrder(database, there).ToListAsync(stop);
        var deed = new Deed(
            "people.exported",
            FormattableString.Invariant($"organisation:{organisation.Id}"),
            organisation.Name,
            After: new { people.Count }
        );
        await changes.CommitAsync(database, actor, deed, [], stop);
        return people.ConvertAll(one =>
            (string[])
                [
                    one.Id.ToString(CultureInfo.InvariantCulture),
                    codes[one.OrganisationId],
                    .. PersonFields.All.Select(field => PersonFields.Typed(one.Data, field) ?? ""),
                ]
        );
    }
}
