using System.Text.Json;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Congresses.Delegates;

/// <summary>A result below that was signed, corrected or annulled after the hall had begun, so that the list did not follow it.</summary>
/// <param name="Organisation">whose congress it was, by name</param>
/// <param name="At">in UTC</param>
internal sealed record LateResult(string Organisation, DateTime At);

/// <summary>
/// Tells whoever keeps the list what did not come onto it by itself: he decides with the congress, and writes it by hand.
/// </summary>
internal sealed class LateResults(DatabaseFactory databases)
{
    /// <summary>As the log has it, under which <see cref="ElectedBelow"/> writes it.</summary>
    public const string Deed = "delegates.not-received";

    public async Task<IReadOnlyList<LateResult>> OfAsync(long congress, CancellationToken stop)
    {
        await using var database = databases.Create();
        var key = OpenedCongress.KeyOf(congress);
        var rows = await database
            .Set<AuditEntry>()
            .AsNoTracking()
            .Where(row => row.Subject == key && row.Action == Deed)
            .OrderBy(row => row.Seq)
            .ToListAsync(stop);
        return
        [
            .. rows.Where(row => row.After is not null)
                .Select(row => new LateResult(
                    JsonDocument.Parse(row.After!).RootElement.GetProperty("organisation").GetString()!,
                    row.At
                )),
        ];
    }
}
