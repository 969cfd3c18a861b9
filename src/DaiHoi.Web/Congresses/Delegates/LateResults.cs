using System.Text.Json.Nodes;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>A result below that was signed, corrected or annulled after the hall had begun, so that the list did not follow it.</summary>
/// <param name="Organisation">whose congress it was, by name</param>
/// <param name="At">in UTC</param>
internal sealed record LateResult(string Organisation, DateTime At);

/// <summary>
/// Tells whoever keeps the list what did not come onto it by itself: he decides with the congress, and writes it by hand.
/// </summary>
internal sealed class LateResults(Sql sql)
{
    /// <summary>As the log has it, under which <see cref="ElectedBelow"/> writes it.</summary>
    public const string Deed = "delegates.not-received";

    public async Task<IReadOnlyList<LateResult>> OfAsync(long congress, CancellationToken stop)
    {
        var rows = await sql.ListAsync(
            "select after, at from audit_entry where subject = @s and action = @a and after is not null order by seq",
            row => (After: row.GetString(0), At: row.Utc(1)),
            stop,
            ("s", OpenedCongress.KeyOf(congress)),
            ("a", Deed)
        );
        return [.. rows.Select(row => new LateResult(JsonNode.Parse(row.After)!["organisation"]!.GetValue<string>(), row.At))];
    }
}
