using System.Globalization;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Bulk;
using MiniExcelLibs;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>Every organisation in the columns of an import, the upper ones first: read in again, it changes nothing.</summary>
internal sealed class OrganisationExport(Sql sql)
{
    // Upper ones first, so that nobody has to look ahead; the owner of the portal is no organisation of a tree.
    private const string Today = """
        select o.code, o.name, case when p.parent_id is null then null else p.code end, o.kind, o.level, o.members, o.valid_from, o.valid_to
        from organisation o join organisation p on p.id = o.parent_id
        order by length(o.path) - length(replace(o.path, '/', '')), o.code
        """;

    // As the tree stood: whose versions hold on the day, and no more of members than what is known today.
    private const string OnADay = """
        select o.code, v.name, case when p.parent_id is null then null else p.code end, v.kind, v.level, o.members, o.valid_from, o.valid_to
        from organisation_version v
        join organisation o on o.id = v.organisation_id
        join organisation p on p.id = v.parent_id
        where v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day)
        order by length(o.path) - length(replace(o.path, '/', '')), o.code
        """;

    /// <summary>CSV in UTF-8 with its mark, so that a spreadsheet knows it.</summary>
    /// <param name="day">as the tree was on a day; null is as it is kept, with all that has ended</param>
    /// <returns>how many organisations</returns>
    public async Task<int> WriteCsvAsync(Stream to, DateOnly? day, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        text.NewLine = "\r\n";
        await text.WriteLineAsync(string.Join(',', ImportColumns.Names));
        var count = 0;
        await foreach (var row in RowsAsync(day, stop))
        {
            // Nothing that is kept begins like a formula: TreeFields refuses it.
            await text.WriteLineAsync(string.Join(',', row.Select(CsvCell.Of)));
            count++;
        }
        await text.FlushAsync(stop);
        return count;
    }

    public async Task<int> WriteXlsxAsync(Stream to, DateOnly? day, CancellationToken stop)
    {
        var count = 0;
        var rows = new List<Dictionary<string, object?>>();
        await foreach (var row in RowsAsync(day, stop))
        {
            rows.Add(
                ImportColumns
                    .Names.Zip(row)
                    .ToDictionary(
                        cell => cell.First,
                        cell =>
                            cell.First == "members" && cell.Second.Length > 0
                                ? (object?)int.Parse(cell.Second, CultureInfo.InvariantCulture)
                                : cell.Second,
                        StringComparer.Ordinal
                    )
            );
            count++;
        }
        if (rows.Count == 0)
            rows.Add(ImportColumns.Names.ToDictionary(name => name, _ => (object?)null, StringComparer.Ordinal));
        await to.SaveAsAsync(rows, sheetName: "organisations", cancellationToken: stop);
        return count;
    }

    private async IAsyncEnumerable<string[]> RowsAsync(
        DateOnly? day,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop
    )
    {
        await using var connection = await sql.OpenAsync(stop);
        await using var command = day is null ? Sql.Command(connection, Today) : Sql.Command(connection, OnADay, ("day", day));
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            yield return
            [
                reader.GetString(0),
                reader.GetString(1),
                reader.TextOrNull(2) ?? "",
                reader.GetString(3),
                reader.GetString(4),
                reader.NumberOrNull(5)?.ToString(CultureInfo.InvariantCulture) ?? "",
                Day(reader.DayOrNull(6)),
                Day(reader.DayOrNull(7)),
            ];
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
