using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>
/// Corrects how many ballots lie in which batch, and with them how many were taken from the box: whoever bundles them finds one
/// more or one less. A batch that a group has taken stays as it is.
/// </summary>
internal sealed class BatchResizing(DatabaseFactory databases, RecordedChanges changes)
{
    public static string FieldOf(int batch) => FormattableString.Invariant($"size-{batch}");

    /// <summary>Numbers of the batches that a group has taken.</summary>
    public async Task<IReadOnlySet<int>> TakenAsync(long election, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await database
            .Set<BallotBatch>()
            .Where(batch => batch.ElectionId == election)
            .Where(batch => database.Set<BatchEntry>().Any(entry => entry.BatchId == batch.Id))
            .Select(batch => batch.Number)
            .ToHashSetAsync(stop);
    }

    /// <param name="collected">as counted anew</param>
    /// <param name="sizes">in the order of the batches; one more makes a further batch, 0 takes away the last</param>
    public async Task<Answer> ResizeAsync(
        Actor actor,
        OpenedElection opened,
        long? collected,
        IReadOnlyList<long?> sizes,
        CancellationToken stop
    )
    {
        if (!opened.Rights.IsHead)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        // What was signed once is corrected ballot by ballot, in the batches in which they lie.
        if (election.State != ElectionState.Counting || election.IsBeingCorrected)
            return Answer.Taken("election-moved-on");
        var batches = await database
            .Set<BallotBatch>()
            .Where(one => one.ElectionId == election.Id)
            .OrderBy(one => one.Number)
            .ToListAsync(stop);
        var ids = batches.ConvertAll(one => one.Id);
        var taken = await database
            .Set<BatchEntry>()
            .Where(entry => ids.Contains(entry.BatchId))
            .Select(entry => entry.BatchId)
            .Distinct()
            .ToListAsync(stop);
        var wanted = Without0AtTheEnd(sizes);
        if (Unusable(batches, taken, wanted) is { Count: > 0 } problems)
            return new(Answered.Refused, problems);
        var sum = wanted.Sum(size => size!.Value);
        if (sum != collected)
            return Answer.Refused("collected", "batches-not-collected", sum, collected ?? 0);
        var figures = new HallFigures(
            election.Summoned!.Value,
            election.Present!.Value,
            DeductedText.Read(election.Deducted),
            election.Issued!.Value,
            sum
        );
        if (BoxOpening.Refusal(opened, figures) is { } refused)
            return refused;
        var before = new { election.Collected, batches = string.Join(' ', batches.Select(one => one.Size)) };
        election.SetFigures(figures);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (i < batches.Count)
                batches[i].Size = (int)wanted[i]!.Value;
            else
                database.Add(
                    new BallotBatch
                    {
                        ElectionId = election.Id,
                        Number = i + 1,
                        Size = (int)wanted[i]!.Value,
                    }
                );
        }
        database.RemoveRange(batches.Skip(wanted.Count));
        var key = HeldElection.KeyOf(election.Id);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "election.batches-resized",
                key,
                election.Title,
                before,
                new { collected = sum, batches = string.Join(' ', wanted) }
            ),
            [key],
            stop
        );
        return Answer.Done(election.Id);
    }

    private static List<long?> Without0AtTheEnd(IReadOnlyList<long?> sizes)
    {
        var wanted = sizes.ToList();
        while (wanted.Count > 0 && wanted[^1] == 0)
            wanted.RemoveAt(wanted.Count - 1);
        return wanted;
    }

    private static List<AnswerProblem> Unusable(List<BallotBatch> batches, List<long> taken, List<long?> wanted)
    {
        var problems = new List<AnswerProblem>();
        for (var i = 0; i < Math.Max(batches.Count, wanted.Count); i++)
        {
            var size = i < wanted.Count ? wanted[i] : 0;
            var isTaken = i < batches.Count && taken.Contains(batches[i].Id);
            if (isTaken && size != batches[i].Size)
                problems.Add(new(FieldOf(i + 1), "batch-is-taken", [batches[i].Size]));
            else if (i < wanted.Count && size is not (>= 1 and <= BallotBatch.Largest))
                problems.Add(new(FieldOf(i + 1), "batch-size-wrong", [BallotBatch.Largest]));
        }
        return problems;
    }
}
