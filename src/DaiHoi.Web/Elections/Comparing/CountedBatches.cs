using DaiHoi.Rules;
using DaiHoi.Web.Elections.Entering;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Comparing;

/// <summary>Reads the batches of an election with what was handed in of them; what is still being entered is left out.</summary>
internal static class CountedBatches
{
    public static async Task<List<CountedBatch>> OfAsync(Database database, long election, CancellationToken stop)
    {
        var batches = await database
            .Set<BallotBatch>()
            .AsNoTracking()
            .Where(batch => batch.ElectionId == election)
            .OrderBy(batch => batch.Number)
            .ToListAsync(stop);
        var ids = batches.ConvertAll(batch => batch.Id);
        var entries = await database
            .Set<BatchEntry>()
            .AsNoTracking()
            .Where(entry => ids.Contains(entry.BatchId) && entry.HandedInAt != null)
            .ToListAsync(stop);
        var entryIds = entries.ConvertAll(entry => entry.Id);
        // Only what is compared, the newest of a ballot last: thousands of lines, and the page asks at each look.
        var lines = await database
            .Set<EnteredBallot>()
            .Where(line => entryIds.Contains(line.EntryId))
            .OrderBy(line => line.EntryId)
            .ThenBy(line => line.Number)
            .ThenBy(line => line.Version)
            .Select(line => new
            {
                line.EntryId,
                line.Number,
                line.Marks,
                line.Doubtful,
            })
            .ToListAsync(stop);
        var ballots = entryIds.ToDictionary(id => id, _ => new List<BallotLook>());
        foreach (var line in lines)
        {
            var entered = ballots[line.EntryId];
            if (entered.Count > 0 && entered[^1].Number == line.Number)
                entered.RemoveAt(entered.Count - 1);
            entered.Add(new(line.Number, line.Marks, line.Doubtful));
        }
        var looks = await database.Set<ThirdLook>().AsNoTracking().Where(look => ids.Contains(look.BatchId)).ToListAsync(stop);
        var decisions = await database.Set<DoubtDecision>().AsNoTracking().Where(d => ids.Contains(d.BatchId)).ToListAsync(stop);
        return
        [
            .. batches.Select(batch => new CountedBatch(
                batch.Number,
                batch.Size,
                Entry(batch.Id, BoardGroup.A),
                Entry(batch.Id, BoardGroup.B),
                [
                    .. looks
                        .Where(look => look.BatchId == batch.Id)
                        .GroupBy(look => look.Number)
                        .Select(ballot => ballot.MaxBy(look => look.Id)!)
                        .OrderBy(look => look.Number)
                        .Select(look => new ThirdReading(look.Number, look.Marks, look.Doubtful, look.ByName, look.At)),
                ],
                [
                    .. decisions
                        .Where(decision => decision.BatchId == batch.Id)
                        .GroupBy(decision => decision.Number)
                        .Select(ballot => ballot.MaxBy(decision => decision.Id)!)
                        .OrderBy(decision => decision.Number)
                        .Select(decision => new BoardDecision(
                            decision.Number,
                            decision.Marks,
                            decision.Reason?.Code(),
                            decision.ByName,
                            decision.At
                        )),
                ]
            )),
        ];

        GroupEntry? Entry(long batch, BoardGroup group) =>
            entries.Find(entry => entry.BatchId == batch && entry.Group == group) is { } entry
                ? new(entry.HolderName, entry.OpenedAt, entry.HandedInAt!.Value, entry.JournalHash!, ballots[entry.Id])
                : null;
    }

    /// <summary>Of each ballot what was typed last, in order.</summary>
    public static IEnumerable<EnteredBallot> Newest(IEnumerable<EnteredBallot> journal) =>
        journal
            .GroupBy(ballot => ballot.Number)
            .Select(ballot => ballot.MaxBy(line => line.Version)!)
            .OrderBy(ballot => ballot.Number);
}
