using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Arranging;
using DaiHoi.Web.Elections.Pages;
using DaiHoi.Web.Elections.Signing;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Releasing;

/// <summary>Tells the day of a congress where its elections stand, and of a result what was released.</summary>
internal sealed class ElectionsHeld(DatabaseFactory databases, ElectionBook book, ResultReading results) : IElectionsOfTheDay
{
    public async Task<IReadOnlyList<ElectionOfTheDay>> OfAsync(long congress, CancellationToken stop)
    {
        var elections = (await book.ListAsync(congress, stop)).FindAll(one => one.State != ElectionState.Annulled);
        if (elections.Count == 0)
            return [];
        var ids = elections.ConvertAll(election => election.Id);
        await using var database = databases.Create();
        var released = await database
            .Set<ResultRelease>()
            .Join(
                database.Set<SignedResult>().Where(result => ids.Contains(result.ElectionId)),
                release => release.ResultId,
                result => result.Id,
                (release, result) =>
                    new
                    {
                        result.ElectionId,
                        result.Version,
                        release.ReleasedAt,
                    }
            )
            .ToListAsync(stop);
        var all = new List<ElectionOfTheDay>();
        foreach (var election in elections)
        {
            // While a result is corrected, the hall sees none.
            var release = released.Find(one =>
                one.ElectionId == election.Id && one.Version == election.SignedVersion && election.State == ElectionState.Signed
            );
            var counted = election.State == ElectionState.Signed ? await results.NewestAsync(election.Id, stop) : null;
            var isSettled =
                counted is not null
                && (
                    counted is { Asked: null, Further: null }
                    || elections.Exists(next => next.ContinuesId == election.Id)
                    || await AfterBallotDeciding.LeftOpenAsync(database, election.Id, election.SignedVersion, stop) is not null
                );
            all.Add(
                new(
                    election.Id,
                    election.Title,
                    ElectionPage.PathOf(election.Id),
                    election.Seats,
                    election.Round,
                    election.ListClosedAt is not null,
                    election.BoxOpenedAt is not null,
                    election.State == ElectionState.Signed,
                    election.IsBeingCorrected,
                    isSettled,
                    release is not null && counted is not null ? Released(counted, release.ReleasedAt) : null
                )
            );
        }
        return all;
    }

    private static ReleasedResult Released(CountedResult counted, DateTime at)
    {
        var figures = counted.Archive.Election.Figures;
        var (whole, rules) = (counted.Result.Base, counted.Counting.Rules);
        return new(
            at,
            figures.Issued,
            figures.Collected,
            counted.Result.Valid,
            whole,
            counted.Archive.Election.Among == Among.Tied ? null : counted.Result.Threshold,
            [
                .. counted
                    .Result.Candidates.OrderByDescending(candidate => candidate.Votes)
                    .Select(candidate => new ReleasedLine(
                        candidate.Candidate.Name,
                        candidate.Votes,
                        ShareInTable.Of(rules, PrintedShare.Of(counted.Counting, counted.Result, candidate.Votes)),
                        candidate.Outcome == Outcome.Elected
                    )),
            ]
        );
    }
}
