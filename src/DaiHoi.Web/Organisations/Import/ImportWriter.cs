using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>Writes a plan in bulk, in the transaction of the caller: what is new directly, what changes by way of a table of the session.</summary>
internal sealed class ImportWriter(Database database, OrganisationChange change, Action<int, int> progress)
{
    private const int Step = 1_000;

    private static readonly BulkColumn[] Organisations =
    [
        new("id", BulkType.Number),
        new("code", BulkType.Text),
        new("name", BulkType.Text),
        new("kind", BulkType.Text),
        new("level", BulkType.Text),
        new("parent_id", BulkType.Number),
        new("path", BulkType.Text),
        new("members", BulkType.SmallNumber),
        new("valid_from", BulkType.Day),
        new("valid_to", BulkType.Day),
        new("folded", BulkType.Text),
        new("rule_set", BulkType.Text),
    ];

    private static readonly BulkColumn[] Versions =
    [
        new("organisation_id", BulkType.Number),
        new("valid_from", BulkType.Day),
        new("valid_to", BulkType.Day),
        new("name", BulkType.Text),
        new("kind", BulkType.Text),
        new("level", BulkType.Text),
        new("parent_id", BulkType.Number),
        new("change_id", BulkType.Number),
        new("ended_by_id", BulkType.Number),
    ];

    private static readonly BulkColumn[] Staged =
    [
        .. Organisations.Where(column => column.Name != "code"),
        new("anew", BulkType.SmallNumber),
        new("ends", BulkType.SmallNumber),
        new("begins", BulkType.SmallNumber),
    ];

    // Both take these statements: values of the row that changes come from the table of the session.
    private static readonly string[] Take =
    [
        // Twice on one day: the day ends as the second says.
        """
            update organisation_version set name = i.name, kind = i.kind, level = i.level, parent_id = i.parent_id, change_id = @change
            from organisation_import i
            where i.id = organisation_version.organisation_id and i.anew = 1
              and organisation_version.valid_to is null and organisation_version.valid_from = @on
            """,
        """
            insert into organisation_version (organisation_id, valid_from, name, short_name, kind, level, parent_id, change_id)
            select i.id, @on, i.name, v.short_name, i.kind, i.level, i.parent_id, @change
            from organisation_import i
            join organisation_version v on v.organisation_id = i.id and v.valid_to is null and v.valid_from < @on
            where i.anew = 1
            """,
        """
            update organisation_version set valid_to = @before
            from organisation_import i
            where i.id = organisation_version.organisation_id and i.anew = 1
              and organisation_version.valid_to is null and organisation_version.valid_from < @on
            """,
        """
            update organisation_version
            set valid_to = i.valid_to, ended_by_id = case when i.valid_to is null then null else @change end
            from organisation_import i
            where i.id = organisation_version.organisation_id and i.ends = 1 and organisation_version.valid_from = (
              select max(w.valid_from) from organisation_version w where w.organisation_id = i.id)
            """,
        """
            update organisation_version set valid_from = coalesce(i.valid_from, @ever)
            from organisation_import i
            where i.id = organisation_version.organisation_id and i.begins = 1 and organisation_version.valid_from = (
              select min(w.valid_from) from organisation_version w where w.organisation_id = i.id)
            """,
        """
            update organisation set name = i.name, folded = i.folded, kind = i.kind, level = i.level, parent_id = i.parent_id,
              path = i.path, members = i.members, valid_from = i.valid_from, valid_to = i.valid_to, rule_set = i.rule_set
            from organisation_import i where i.id = organisation.id
            """,
    ];

    public async Task WriteAsync(ImportPlan plan, CancellationToken stop)
    {
        var root = await database.Set<Organisation>().AsNoTracking().FirstAsync(o => o.ParentId == null, stop);
        var next = await database.Set<Organisation>().MaxAsync(o => o.Id, stop) + 1;
        // Each stands behind what is above it, so that is numbered before.
        foreach (var node in plan.Nodes)
        {
            node.Id = node.Known?.Id ?? next++;
            node.Path = string.Create(CultureInfo.InvariantCulture, $"{node.Parent?.Path ?? root.Path}{node.Id}/");
        }
        var founded = plan.Nodes.Where(node => node.Known is null).ToList();
        var changed = plan.Nodes.Where(IsTouched).ToList();
        var total = (2 * founded.Count) + changed.Count;
        await BulkAsync("organisation", Organisations, founded, (node, values) => Fill(node, root.Id, values), 0, total, stop);
        await BulkAsync(
            "organisation_version",
            Versions,
            founded,
            (node, values) => FillVersion(node, root.Id, values),
            founded.Count,
            total,
            stop
        );
        if (founded.Count > 0 && database.Database.IsNpgsql())
            await RunAsync(
                "select setval(pg_get_serial_sequence('organisation', 'id'), (select max(id) from organisation))",
                stop
            );
        if (changed.Count > 0)
            await TakeAsync(changed, root.Id, 2 * founded.Count, total, stop);
        progress(total, total);
    }

    private static bool IsTouched(ImportNode node) =>
        node.Known is { } known && (node.IsChanged || node.IsMoved || node.IsClosed || node.Path != known.Path);

    private async Task TakeAsync(List<ImportNode> changed, long root, int before, int total, CancellationToken stop)
    {
        var day = database.Database.IsNpgsql() ? "date" : "text";
        await RunAsync("drop table if exists organisation_import", stop);
        await RunAsync(
            $"""
            create temp table organisation_import (id bigint primary key, name text, kind text, level text, parent_id bigint, path text,
              members integer, valid_from {day}, valid_to {day}, folded text, rule_set text, anew integer, ends integer, begins integer)
            """,
            stop
        );
        await BulkAsync(
            "organisation_import",
            Staged,
            changed,
            (node, values) => FillStaged(node, root, values),
            before,
            total,
            stop
        );
        if (database.Database.IsNpgsql())
            await RunAsync("analyze organisation_import", stop);
        foreach (var statement in Take)
            await RunAsync(statement, stop);
        await RunAsync("drop table organisation_import", stop);
    }

    private async Task BulkAsync(
        string table,
        BulkColumn[] columns,
        List<ImportNode> nodes,
        Action<ImportNode, object?[]> fill,
        int before,
        int total,
        CancellationToken stop
    )
    {
        if (nodes.Count == 0)
            return;
        await using var bulk = await BulkInsert.BeginAsync(database.Database.GetDbConnection(), table, columns, stop);
        var values = new object?[columns.Length];
        foreach (var (i, node) in nodes.Index())
        {
            if (i % Step == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress(before + i, total);
            }
            fill(node, values);
            await bulk.WriteAsync(values, stop);
        }
        await bulk.CompleteAsync(stop);
    }

    private static void Fill(ImportNode node, long root, object?[] values)
    {
        (values[0], values[1], values[2]) = (node.Id, node.Code, node.Name);
        (values[3], values[4]) = (node.Kind, node.Level);
        (values[5], values[6]) = (node.Parent?.Id ?? root, node.Path);
        (values[7], values[8], values[9]) = (node.Members, node.From, node.To);
        (values[10], values[11]) = (Fold.Letters(node.Name), node.Parent is null ? node.Rules.Id : null);
    }

    private void FillVersion(ImportNode node, long root, object?[] values)
    {
        (values[0], values[1], values[2]) = (node.Id, node.Begins, node.To);
        (values[3], values[4], values[5]) = (node.Name, node.Kind, node.Level);
        (values[6], values[7]) = (node.Parent?.Id ?? root, change.Id);
        values[8] = node.To is null ? null : change.Id;
    }

    private static void FillStaged(ImportNode node, long root, object?[] values)
    {
        var known = node.Known!;
        (values[0], values[1], values[2], values[3]) = (node.Id, node.Name, node.Kind, node.Level);
        (values[4], values[5]) = (node.Parent?.Id ?? root, node.Path);
        (values[6], values[7], values[8]) = (node.Members, node.From, node.To);
        (values[9], values[10]) = (Fold.Letters(node.Name), node.Parent is null ? node.Rules.Id : null);
        (values[11], values[12], values[13]) = (
            node.BeginsAnew ? 1 : 0,
            node.To != known.To ? 1 : 0,
            node.From != known.From ? 1 : 0
        );
    }

    private async Task RunAsync(string sql, CancellationToken stop)
    {
        await using var command = Sql.Command(
            database.Database.GetDbConnection(),
            sql,
            sql.Contains('@', StringComparison.Ordinal)
                ?
                [
                    ("change", change.Id),
                    ("on", change.OnDay),
                    ("before", change.OnDay.AddDays(-1)),
                    ("ever", OrganisationVersion.SinceEver),
                ]
                : []
        );
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(stop);
    }
}
