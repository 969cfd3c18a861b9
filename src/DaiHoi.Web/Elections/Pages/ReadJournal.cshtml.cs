using System.Globalization;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Entering;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Elections.Pages;

/// <summary>
/// The entry journal of a group, to be printed: every line that was typed. While ballots are counted it is its own group's; what
/// the other asks is not found, and kept. Once signed the whole board reads both.
/// </summary>
[ForSignedIn]
internal sealed class ReadJournal(DeskContext desk, ElectionBook book, DatabaseFactory databases, BallotEntering entering)
    : ElectionPage(desk, book)
{
    public BoardGroup Group { get; private set; }
    public IReadOnlyList<(int Batch, BatchEntry Entry, IReadOnlyList<EnteredBallot> Lines)> Batches { get; private set; } = [];

    /// <summary>To the second: a ballot takes two of them.</summary>
    public string Clocked(DateTime utc) => Clock.ToSite(utc).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(long election, string group, CancellationToken stop)
    {
        if (GroupOf(group) is not { } asked || !await FindAsync(election, stop))
            return NotFound();
        // Who stands himself reads nothing of the count before it is signed, whatever duty he was given.
        var mayRead =
            (Opened.Rights.Group == asked && !Opened.HasCandidate(Person.Name))
            || (Election.State == ElectionState.Signed && Opened.Rights.IsOnBoard);
        if (!mayRead)
        {
            await entering.KeepPeekAsync(Actor, Opened, $"journal:{asked}", stop);
            return NotFound();
        }
        (Group, Title) = (asked, T["journal-of", T[asked == BoardGroup.A ? "duty-board-group-a" : "duty-board-group-b"]]);
        await using var database = databases.Create();
        var batches = await database
            .Set<BallotBatch>()
            .Where(batch => batch.ElectionId == election)
            .ToDictionaryAsync(batch => batch.Id, batch => batch.Number, stop);
        var ids = batches.Keys.ToList();
        var entries = await database
            .Set<BatchEntry>()
            .AsNoTracking()
            .Where(entry => ids.Contains(entry.BatchId) && entry.Group == asked)
            .ToListAsync(stop);
        var entryIds = entries.ConvertAll(entry => entry.Id);
        var lines = (
            await database
                .Set<EnteredBallot>()
                .AsNoTracking()
                .Where(line => entryIds.Contains(line.EntryId))
                .OrderBy(line => line.Id)
                .ToListAsync(stop)
        ).ToLookup(line => line.EntryId);
        Batches =
        [
            .. entries
                .OrderBy(entry => batches[entry.BatchId])
                .Select(entry => (batches[entry.BatchId], entry, (IReadOnlyList<EnteredBallot>)[.. lines[entry.Id]])),
        ];
        return Page();
    }
}
