using DaiHoi.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Platform.Audit;

/// <summary>Checks that no row of the log was changed, taken out or put in.</summary>
public sealed class AuditChain(DatabaseFactory databases)
{
    private const int Batch = 1000;

    /// <summary>The number and hash of the last row; 0 and "" where there is none.</summary>
    public async Task<AuditHead> HeadAsync(CancellationToken stop)
    {
        await using var database = databases.Create();
        var last = await database
            .Set<AuditEntry>()
            .AsNoTracking()
            .OrderByDescending(e => e.Seq)
            .Select(e => new AuditHead(e.Seq, e.Hash))
            .FirstOrDefaultAsync(stop);
        return last ?? new(0, "");
    }

    /// <summary>Reads the whole chain.</summary>
    /// <param name="head">a hash that was noted earlier: it must still stand in the chain; null asks for none</param>
    public async Task<AuditVerdict> VerifyAsync(string? head, CancellationToken stop)
    {
        await using var database = databases.Create();
        var (last, found) = (new AuditHead(0, ""), head is null);
        while (true)
        {
            var rows = await database
                .Set<AuditEntry>()
                .AsNoTracking()
                .Where(e => e.Seq > last.Seq)
                .OrderBy(e => e.Seq)
                .Take(Batch)
                .ToListAsync(stop);
            foreach (var row in rows)
            {
                if (row.Seq != last.Seq + 1)
                    return new(last, last.Seq + 1, AuditFault.Missing);
                if (row.Previous != last.Hash)
                    return new(last, row.Seq, AuditFault.NotChained);
                if (row.Hash != AuditEntry.HashOf(row))
                    return new(last, row.Seq, AuditFault.Changed);
                last = new(row.Seq, row.Hash);
                found |= string.Equals(row.Hash, head, StringComparison.OrdinalIgnoreCase);
            }
            if (rows.Count < Batch)
                return found ? new(last, null, null) : new(last, last.Seq + 1, AuditFault.HeadIsGone);
        }
    }
}

/// <param name="Seq">0 where the log is empty</param>
public sealed record AuditHead(long Seq, string Hash);

/// <param name="Last">the last row that fits</param>
/// <param name="FirstWrong">the first row that does not fit; null where all do</param>
public sealed record AuditVerdict(AuditHead Last, long? FirstWrong, AuditFault? Fault);

public enum AuditFault
{
    /// <summary>A row is not what it was when it was written.</summary>
    Changed,

    /// <summary>A row does not follow the one before it.</summary>
    NotChained,

    /// <summary>A row was taken out.</summary>
    Missing,

    /// <summary>The hash that was noted earlier is not in the chain: rows at its end were taken away.</summary>
    HeadIsGone,
}
