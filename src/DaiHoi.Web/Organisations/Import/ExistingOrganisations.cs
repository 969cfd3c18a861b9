using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Organisations.Import;

/// <summary>An organisation as it is kept, as far as a file may say otherwise.</summary>
/// <param name="LastChange">first day of its last version</param>
/// <param name="FirstEnd">last day of its first version; null where that holds still</param>
internal sealed record ExistingOrganisation(
    long Id,
    string Code,
    string Name,
    string Kind,
    string Level,
    long? ParentId,
    string Path,
    int? Members,
    DateOnly? From,
    DateOnly? To,
    string? RuleSet,
    DateOnly LastChange,
    DateOnly? FirstEnd
);

internal static class ExistingOrganisations
{
    /// <summary>All of them, the owner of the portal too, in the order of their numbers.</summary>
    public static async Task<List<ExistingOrganisation>> ListAsync(Database database, CancellationToken stop)
    {
        await database.Database.OpenConnectionAsync(stop);
        await using var command = Sql.Command(
            database.Database.GetDbConnection(),
            """
            select o.id, o.code, o.name, o.kind, o.level, o.parent_id, o.path, o.members, o.valid_from, o.valid_to, o.rule_set,
              v.last_change, v.first_end
            from organisation o
            join (
              select organisation_id, max(valid_from) as last_change, min(valid_to) as first_end
              from organisation_version group by organisation_id) v on v.organisation_id = o.id
            order by o.id
            """
        );
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        await using var reader = await command.ExecuteReaderAsync(stop);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = new List<ExistingOrganisation>();
        while (await reader.ReadAsync(stop))
            found.Add(
                new(
                    reader.GetInt64(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    Shared(reader.GetString(3)),
                    Shared(reader.GetString(4)),
                    reader.NumberOrNull(5),
                    reader.GetString(6),
                    (int?)reader.NumberOrNull(7),
                    reader.DayOrNull(8),
                    reader.DayOrNull(9),
                    reader.TextOrNull(10),
                    reader.Day(11),
                    reader.DayOrNull(12)
                )
            );
        return found;

        string Shared(string word) => words.TryGetValue(word, out var known) ? known : words[word] = word;
    }
}
