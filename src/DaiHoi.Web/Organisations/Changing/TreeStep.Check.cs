using System.Data.Common;
using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DaiHoi.Web.Organisations.Changing;

/// <content>What must hold on every day from the change on, of all that it touched.</content>
internal sealed partial class TreeStep
{
    /// <summary>More of the same are not told.</summary>
    public const int MostTold = 5;

    // Whoever stands where the change put him, and whoever stands below one that it ended, as far as the days from it on go.
    private const string Edges = """
        with edges as (
          select v.* from organisation_version v where v.change_id = @change and (v.valid_to is null or v.valid_to >= @on)
          union
          select v.* from organisation_version e join organisation_version v on v.parent_id = e.organisation_id
          where e.ended_by_id = @change and (v.valid_to is null or v.valid_to >= @on))
        """;

    /// <summary>Refuses what would stand below something that is not there, or at a level where it cannot stand.</summary>
    public async Task CheckAsync(CancellationToken stop)
    {
        var homeless = await ListAsync(
            $"""
            {Edges}
            select v.name, p.name, case when p.valid_to is not null then p.valid_to else p.valid_from end, p.valid_to is not null
            from edges v join organisation p on p.id = v.parent_id
            where p.valid_to < coalesce(v.valid_to, @never)
               or p.valid_from > case when v.valid_from > @on then v.valid_from else @on end
            order by v.id limit {MostTold}
            """,
            row => (Name: row.GetString(0), Above: row.GetString(1), Day: row.Day(2), Ended: row.GetBoolean(3)),
            stop
        );
        foreach (var (name, above, day, ended) in homeless)
            Refuse("on", ended ? "tree-above-ended" : "tree-above-not-yet", name, above, day);
        if (rules is null || problems.Count > 0)
            return;
        var orders = string.Join(',', rules.Orders.Select(order => $"'{order.Replace("'", "''", StringComparison.Ordinal)}'"));
        var wrong = await ListAsync(
            $"""
            {Edges}
            select distinct v.name, v.level, p.name, p.level
            from edges v
            join organisation o on o.id = v.parent_id and o.parent_id is not null
            join organisation_version p on p.organisation_id = v.parent_id
              and (p.valid_to is null or (p.valid_to >= @on and p.valid_to >= v.valid_from))
              and (v.valid_to is null or v.valid_to >= p.valid_from)
            where (p.level || '>' || v.level) not in ({orders}) limit {MostTold}
            """,
            row => (Name: row.GetString(0), Level: row.GetString(1), Above: row.GetString(2), LevelAbove: row.GetString(3)),
            stop
        );
        foreach (var (name, level, above, levelAbove) in wrong)
            Refuse("parent", "tree-level-order", name, new TreeWord(rules, level), above, new TreeWord(rules, levelAbove));
    }

    /// <summary>What was done.</summary>
    public async Task<TreeAnswer> AnswerAsync(CancellationToken stop)
    {
        var begun = await ListAsync(
            """
            select v.organisation_id, not exists (
              select 1 from organisation_version e where e.organisation_id = v.organisation_id and e.valid_from < v.valid_from),
              o.valid_from
            from organisation_version v join organisation o on o.id = v.organisation_id where v.change_id = @change order by v.id
            """,
            row => (Id: row.GetInt64(0), First: row.GetBoolean(1), From: row.DayOrNull(2)),
            stop
        );
        var closed = await ListAsync(
            "select organisation_id from organisation_version where ended_by_id = @change order by id",
            row => row.GetInt64(0),
            stop
        );
        return new(change.OrganisationId, [])
        {
            Founded = [.. begun.Where(one => one.First && one.From == On).Select(one => one.Id)],
            Changed = [.. begun.Where(one => !one.First || one.From != On).Select(one => one.Id)],
            Closed = closed,
        };
    }

    private async Task<List<T>> ListAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken stop,
        params (string Name, object? Value)[] further
    )
    {
        await using var command = Sql.Command(
            database.Database.GetDbConnection(),
            sql,
            [("change", change.Id), ("on", On), ("never", DateOnly.MaxValue), .. further]
        );
        command.Transaction = database.Database.CurrentTransaction!.GetDbTransaction();
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<T>();
        while (await reader.ReadAsync(stop))
            rows.Add(read(reader));
        return rows;
    }
}

/// <summary>A level in the words of its tree, for a sentence in either language.</summary>
internal sealed record TreeWord(TreeRules Rules, string Level);
