using System.Diagnostics;
using DaiHoi.Benchmarks.Measuring;
using DaiHoi.Benchmarks.References;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Benchmarks;

/// <summary>
/// From what two groups have typed to the reasoned result: 1,500 ballots with 80 names, entered twice in batches of fifty, are
/// read from the database, compared ballot by ballot and counted. Beside it the same by hand: one query, two dictionaries and a
/// blackboard, without reasons and without rules. Both must find the same votes.
/// </summary>
internal sealed class ComparedBallots : IRow
{
    private const int Rounds = 15;
    private const long Election = 1;

    public string Name => "ballots";

    public async Task<IReadOnlyList<Result>> MeasureAsync(Workshop workshop, CancellationToken stop)
    {
        var hall = MadeUpHall.Fill();
        var address = DatabaseAddress.Of(workshop.NewFolder(), postgres: null);
        await using var sql = new Sql(address);
        var databases = new DatabaseFactory(address);
        await DatabaseSetup.PrepareAsync(
            databases,
            sql,
            _ => throw new InvalidOperationException("a new database is upgraded from nothing"),
            stop
        );
        await EnterAsync(databases, hall, stop);
        List<double> spent = [];
        List<double> byHand = [];
        // The first rounds are compiled on the way.
        for (var round = -3; round < Rounds; round++)
        {
            var from = Stopwatch.GetTimestamp();
            var votes = await CountedAsync(databases, hall, stop);
            var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            var plain = await EnteredByHand.CountAsync(sql, hall, stop);
            var tookByHand = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (!votes.SequenceEqual(plain))
                throw new InvalidOperationException("the comparison and the blackboard count different votes");
            if (round < 0)
                continue;
            spent.Add(took);
            byHand.Add(tookByHand);
        }
        return
        [
            new($"{Name}/compared-and-counted", "ms", Target.RatioAtMost(3))
            {
                Value = new(spent),
                Reference = new(byHand),
                Ratio = Samples.Ratio(spent, byHand),
            },
        ];
    }

    private static async Task<List<long>> CountedAsync(DatabaseFactory databases, Counting hall, CancellationToken stop)
    {
        await using var database = databases.Create();
        var election = hall.Election;
        var counted = new CountedElection(
            "",
            "",
            "",
            "",
            election.Of,
            election.Seats,
            election.Form,
            election.Round,
            election.Among,
            null,
            hall.Hall.Kind,
            CountMethod.Ballots,
            new(hall.Hall.Summoned, hall.Hall.Present, [], hall.Ballots.Issued, hall.Ballots.Collected),
            new(
                default,
                "",
                null,
                null,
                [.. hall.Candidates.Select((one, i) => new ListedCandidate(i + 1, one.Name, CandidateSource.Prepared, null))]
            ),
            [],
            await CountedBatches.OfAsync(database, Election, stop)
        );
        if (!counted.IsWhole || counted.Open().Any())
            throw new InvalidOperationException("a ballot is open");
        return [.. Count.Of(counted.Counting(hall.Rules)).Candidates.Select(candidate => candidate.Votes)];
    }

    // Without the congress and the list, for which nobody asks here.
    private static async Task EnterAsync(DatabaseFactory databases, Counting hall, CancellationToken stop)
    {
        await using var database = databases.Create();
        await database.Database.OpenConnectionAsync(stop);
        await database.Database.ExecuteSqlRawAsync("pragma foreign_keys = off", stop);
        var papers = hall.Ballots.Papers!;
        var sizes = BallotBatch.Split(papers.Count, BallotBatch.Usual);
        for (var i = 0; i < sizes.Count; i++)
        {
            var batch = new BallotBatch
            {
                ElectionId = Election,
                Number = i + 1,
                Size = sizes[i],
            };
            database.Add(batch);
            await database.SaveChangesAsync(stop);
            foreach (var group in Enum.GetValues<BoardGroup>())
                await EnterAsync(database, batch, group, [.. papers.Skip(i * BallotBatch.Usual).Take(sizes[i])], stop);
        }
    }

    private static async Task EnterAsync(
        Database database,
        BallotBatch batch,
        BoardGroup group,
        List<Paper> papers,
        CancellationToken stop
    )
    {
        var entry = new BatchEntry
        {
            BatchId = batch.Id,
            Group = group,
            HolderId = 1,
            HolderName = "",
            Laptop = "",
            OpenedAt = default,
        };
        entry.HandIn(default, "");
        database.Add(entry);
        await database.SaveChangesAsync(stop);
        database.AddRange(
            papers.Select(
                (paper, at) =>
                    new EnteredBallot
                    {
                        EntryId = entry.Id,
                        Number = at + 1,
                        Version = 1,
                        Marks = string.Join(' ', paper.Struck.Select(place => place + 1).Order()),
                        Doubtful = false,
                        At = default,
                        ByName = "",
                    }
            )
        );
        await database.SaveChangesAsync(stop);
    }
}
