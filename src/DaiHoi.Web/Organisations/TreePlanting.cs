using System.Data.Common;
using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations;

/// <summary>An organisation that is to be planted.</summary>
/// <param name="Above">place in the list of the one directly above, which stands before it; −1 for the root of a tree</param>
public sealed record PlantedOrganisation(string Code, string Name, string? ShortName, string Level, int Above, int? Members);

/// <summary>
/// Plants a whole made-up tree at once, as demonstrations need it: what people bring in goes through the import, which checks
/// it.
/// </summary>
public static class TreePlanting
{
    private const string InsertOrganisation = """
        insert into organisation (id, code, name, short_name, kind, level, parent_id, path, members, folded, rule_set)
        values (@id, @code, @name, @short, @kind, @level, @parent, @path, @members, @folded, @rules)
        """;

    private const string InsertVersion = """
        insert into organisation_version (organisation_id, valid_from, name, short_name, kind, level, parent_id)
        values (@id, @ever, @name, @short, @kind, @level, @parent)
        """;

    /// <param name="owner">the owner of the portal, below which roots hang</param>
    /// <param name="rules">id of the rule set whose words the tree uses</param>
    /// <param name="planted">is told from time to time how many stand</param>
    /// <returns>their ids, in the order of the list</returns>
    /// <exception cref="DbException">a code is taken</exception>
    public static async Task<long[]> PlantAsync(
        DbConnection connection,
        DbTransaction transaction,
        KnownOrganisation owner,
        string rules,
        IReadOnlyList<PlantedOrganisation> organisations,
        Action<int>? planted,
        CancellationToken stop
    )
    {
        var ids = new long[organisations.Count];
        var paths = new string[organisations.Count];
        var next = await NextIdAsync(connection, transaction, stop);
        await using var writer = new Statements(connection, transaction);
        for (var i = 0; i < organisations.Count; i++)
        {
            var one = organisations[i];
            ids[i] = next++;
            paths[i] = string.Create(CultureInfo.InvariantCulture, $"{(one.Above < 0 ? owner.Path : paths[one.Above])}{ids[i]}/");
            var parent = one.Above < 0 ? owner.Id : ids[one.Above];
            await writer.RunAsync(
                InsertOrganisation,
                stop,
                ("id", ids[i]),
                ("code", one.Code),
                ("name", one.Name),
                ("short", one.ShortName),
                ("kind", ""),
                ("level", one.Level),
                ("parent", parent),
                ("path", paths[i]),
                ("members", one.Members),
                ("folded", Fold.Letters(one.Name)),
                ("rules", one.Above < 0 ? rules : null)
            );
            await writer.RunAsync(
                InsertVersion,
                stop,
                ("id", ids[i]),
                ("ever", DateOnly.MinValue),
                ("name", one.Name),
                ("short", one.ShortName),
                ("kind", ""),
                ("level", one.Level),
                ("parent", parent)
            );
            if (i % 1000 == 0)
                planted?.Invoke(i);
        }
        if (transaction is Npgsql.NpgsqlTransaction)
        {
            await using var sequence = Sql.Command(
                connection,
                "select setval(pg_get_serial_sequence('organisation', 'id'), (select max(id) from organisation))"
            );
            await sequence.ExecuteScalarAsync(stop);
        }
        return ids;
    }

    private static async Task<long> NextIdAsync(DbConnection connection, DbTransaction transaction, CancellationToken stop)
    {
        await using var command = Sql.Command(connection, "select coalesce(max(id), 0) + 1 from organisation");
        command.Transaction = transaction;
        return Convert.ToInt64(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
    }
}
