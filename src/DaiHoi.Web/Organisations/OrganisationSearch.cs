using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations;

/// <summary>Finds organisations by what somebody types.</summary>
public sealed class OrganisationSearch(Sql sql)
{
    /// <summary>Organisations of today and those that have ended, by code or by words of their names without marks.</summary>
    /// <param name="parts">paths; only what lies at or below one of them</param>
    public async Task<List<FoundOrganisation>> SearchAsync(
        string words,
        IReadOnlyList<string> parts,
        int count,
        CancellationToken stop
    )
    {
        var folded = Fold.Letters(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).ToList();
        if (folded.Count == 0 || parts.Count == 0)
            return [];
        List<(string, object?)> parameters = [("code", words.Trim()), ("begins", Escaped(folded[0]) + "%")];
        var all = string.Join(" and ", folded.Select((word, i) => Like("o.folded", $"w{i}", "%" + Escaped(word) + "%")));
        var own = string.Join(" or ", parts.Select((path, i) => Like("o.path", $"p{i}", Escaped(path) + "%")));
        return await sql.ListAsync(
            $"""
            select o.id, o.code, o.name, o.valid_to, p.name from organisation o join organisation p on p.id = o.parent_id
            where (o.code = @code or ({all})) and ({own})
            order by case when o.code = @code then 0 when o.folded like @begins escape '!' then 1 else 2 end,
              case when o.valid_to is null then 0 else 1 end, length(o.path), o.folded, o.id
            limit {count}
            """,
            row => new FoundOrganisation(row.GetInt64(0), row.GetString(1), row.GetString(2), row.DayOrNull(3), row.GetString(4)),
            stop,
            [.. parameters]
        );

        string Like(string column, string name, string value)
        {
            parameters.Add((name, value));
            return $"{column} like @{name} escape '!'";
        }
    }

    private static string Escaped(string word) =>
        word.Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal);
}

/// <param name="EndedOn">its last day; null while it stands</param>
/// <param name="Above">name of the one above it</param>
public sealed record FoundOrganisation(long Id, string Code, string Name, DateOnly? EndedOn, string Above);
