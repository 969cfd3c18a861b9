using DaiHoi.Documents;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>What is to be printed, as it was read from a form.</summary>
/// <param name="Copies">null where it was no number</param>
internal sealed record WantedBallots(BallotPaper Paper, long? Copies, string? Ordinal, string? Mark);

/// <summary>
/// Hands out ballots from the closing of the list until the box is opened. How many were printed, by whom and under which mark
/// is in the log: the board counts them against the ballots issued and those left over.
/// </summary>
internal sealed class BallotPrinting(DatabaseFactory databases, PapersOfElection papers, RecordedChanges changes, SiteClock clock)
{
    public const int LongestMark = 20;

    /// <summary>Who may see what the ballot looks like and print it: those who arrange, and the board that hands it out.</summary>
    public static bool IsFor(OpenedElection opened) =>
        (opened.Rights.MayArrange || opened.Rights.IsOnBoard) && opened.Election.ListClosedAt is not null;

    public async Task<BallotSheet> SheetAsync(OpenedElection opened, string? ordinal, string? mark, CancellationToken stop) =>
        ElectionBallot.Of(opened, await papers.SuperiorAsync(opened, clock.Today, stop), ordinal, mark);

    /// <param name="into">gets the PDF where it stands</param>
    public async Task<Answer> PrintAsync(
        Actor actor,
        OpenedElection opened,
        WantedBallots wanted,
        Stream into,
        CancellationToken stop
    )
    {
        if (!IsFor(opened))
            return Answer.NotFound;
        if (wanted.Copies is not (>= 1 and <= PdfBallots.MostCopies and { } copies))
            return Answer.Refused("copies", "printed-ballot-copies-wrong", PdfBallots.MostCopies);
        if (!PapersOfElection.TryOrdinal(wanted.Ordinal, out var ordinal))
            return Answer.Refused("ordinal", "election-paper-ordinal-long", PapersOfElection.LongestOrdinal);
        var mark = TypedLine.Of(wanted.Mark);
        if (mark is { Length: > LongestMark })
            return Answer.Refused("mark", "printed-ballot-mark-long", LongestMark);
        var sheet = await SheetAsync(opened, ordinal, mark, stop);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        // A ballot printed now would be in nobody's count.
        if (election.BoxOpenedAt is not null)
            return Answer.Taken("printed-ballot-box-is-open");
        PdfBallots.Write(into, sheet, wanted.Paper, (int)copies);
        await changes.CommitAsync(
            database,
            actor,
            new(
                "ballots.printed",
                HeldElection.KeyOf(election.Id),
                election.Title,
                After: new
                {
                    copies,
                    sheet = wanted.Paper.ToString(),
                    mark,
                }
            ),
            [],
            stop
        );
        return Answer.Done(election.Id);
    }
}
