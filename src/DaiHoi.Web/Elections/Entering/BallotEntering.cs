using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Elections.Comparing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Database = DaiHoi.Web.Data.Database;

namespace DaiHoi.Web.Elections.Entering;

/// <summary>A batch as one group has it.</summary>
/// <param name="Entry">null while the group has not taken it</param>
/// <param name="Journal">every line that was typed, in the order in which it was</param>
internal sealed record HeldBatch(BallotBatch Batch, BatchEntry? Entry, IReadOnlyList<EnteredBallot> Journal)
{
    public List<EnteredBallot> Ballots => [.. CountedBatches.Newest(Journal)];

    /// <summary>The first ballot that nobody has entered; null where all are.</summary>
    public int? NextOf(bool sheets) => MissingOf(sheets).Select(number => (int?)number).FirstOrDefault();

    /// <summary>Ballots that nobody has entered, in order.</summary>
    public IEnumerable<int> MissingOf(bool sheets)
    {
        var there = Journal.Select(line => line.Number).ToHashSet();
        return (sheets ? [0] : Enumerable.Range(1, Batch.Size)).Where(number => !there.Contains(number));
    }
}

/// <summary>What became of a ballot that was sent.</summary>
/// <param name="Saved">null where it was not taken</param>
internal sealed record SavedBallot(Answer Answer, EnteredBallot? Saved = null);

/// <summary>
/// Enters ballots: a group takes a batch, one person on one laptop has it, types ballot after ballot and hands it in. Each
/// group asks for its own entry only.
/// </summary>
internal sealed class BallotEntering(DatabaseFactory databases, RecordedChanges changes, AuditLog audit, SiteClock clock)
{
    public async Task<HeldBatch?> FindAsync(long election, int number, BoardGroup group, CancellationToken stop)
    {
        await using var database = databases.Create();
        return await FindAsync(database, election, number, group, stop);
    }

    /// <summary>Takes a batch for one's group, on this laptop.</summary>
    public async Task<Answer> TakeAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        int number,
        string laptop,
        CancellationToken stop
    )
    {
        if (opened.Rights.Group is not { } group)
            return Answer.NotFound;
        // QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8.
        if (opened.HasCandidate(person.Name))
            return Answer.Refused("", "board-is-candidate");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (await FindAsync(database, election.Id, number, group, stop) is not { } held)
            return Answer.NotFound;
        if (election.State != ElectionState.Counting)
            return Answer.Taken("election-moved-on");
        if (held.Entry is { } there)
            return Has(there, person, laptop) ? Answer.Already() : HeldBy(there);
        database.Add(
            new BatchEntry
            {
                BatchId = held.Batch.Id,
                Group = group,
                HolderId = person.Id,
                HolderName = person.Name,
                Laptop = laptop,
                OpenedAt = clock.UtcNow,
            }
        );
        await CommitAsync(database, actor, "batch.opened", election, number, group, new { holder = person.Name }, stop);
        return Answer.Done();
    }

    /// <summary>Takes a batch over from another laptop of the group, in sight of everybody: the first cannot go on.</summary>
    public async Task<Answer> TakeOverAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        int number,
        string laptop,
        CancellationToken stop
    )
    {
        if (opened.Rights.Group is not { } group)
            return Answer.NotFound;
        if (opened.HasCandidate(person.Name))
            return Answer.Refused("", "board-is-candidate");
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (await FindAsync(database, election.Id, number, group, stop) is not { Entry: { } seen })
            return Answer.NotFound;
        var entry = await HoldAsync(database, seen.Id, stop);
        if (entry.HandedInAt is not null)
            return Answer.Taken("batch-handed-in");
        var before = entry.HolderName;
        (entry.HolderId, entry.HolderName, entry.Laptop) = (person.Id, person.Name, laptop);
        await CommitAsync(
            database,
            actor,
            "batch.taken-over",
            election,
            number,
            group,
            new { holder = person.Name, from = before },
            stop
        );
        return Answer.Done();
    }

    /// <summary>Saves what was typed for one ballot. The same once more changes nothing; something else is a further line.</summary>
    public async Task<SavedBallot> SaveAsync(
        Person person,
        OpenedElection opened,
        int batch,
        int number,
        string? typed,
        string? laptop,
        CancellationToken stop
    )
    {
        if (opened.Rights.Group is not { } group)
            return new(Answer.NotFound);
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        if (await FindAsync(database, opened.Election.Id, batch, group, stop) is not { Entry: { } seen } held)
            return new(Answer.NotFound);
        var entry = await HoldAsync(database, seen.Id, stop);
        if (entry.HandedInAt is not null)
            return new(Answer.Taken("batch-handed-in"));
        if (!Has(entry, person, laptop))
            return new(HeldBy(entry));
        var sheets = opened.Election.Method == CountMethod.Sheets;
        if (sheets ? number != 0 : number < 1 || number > held.Batch.Size)
            return new(Answer.NotFound);
        var marks = sheets
            ? SheetMarks.Read(typed, held.Batch.Size, SheetForm.Of(opened))
            : BallotMarks.Read(typed, opened.Election.Form, opened.Candidates.Count);
        if (marks.Marks is not { } read)
            return new(Answer.Refused("marks", marks.Problem!, marks.Wrong ?? ""));
        var last = await database
            .Set<EnteredBallot>()
            .Where(line => line.EntryId == entry.Id && line.Number == number)
            .OrderByDescending(line => line.Version)
            .FirstOrDefaultAsync(stop);
        if (last is not null && last.Marks == read && last.Doubtful == marks.Doubtful)
            return new(Answer.Already(), last);
        var saved = new EnteredBallot
        {
            EntryId = entry.Id,
            Number = number,
            Version = (last?.Version ?? 0) + 1,
            Marks = read,
            Doubtful = marks.Doubtful,
            At = clock.UtcNow,
            ByName = person.Name,
        };
        database.Add(saved);
        await database.SaveChangesAsync(stop);
        await transaction.CommitAsync(CancellationToken.None);
        return new(Answer.Done(), saved);
    }

    /// <summary>Hands a batch in: it holds every ballot, and nothing of it changes any more.</summary>
    public async Task<Answer> HandInAsync(
        Person person,
        Actor actor,
        OpenedElection opened,
        int number,
        string? laptop,
        CancellationToken stop
    )
    {
        if (opened.Rights.Group is not { } group)
            return Answer.NotFound;
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        var election = await ElectionBook.HoldAsync(database, opened.Election.Id, stop);
        if (await FindAsync(database, election.Id, number, group, stop) is not { Entry: { } seen })
            return Answer.NotFound;
        var entry = await HoldAsync(database, seen.Id, stop);
        if (entry.HandedInAt is not null)
            return Answer.Already();
        if (!Has(entry, person, laptop))
            return HeldBy(entry);
        // Read again behind the lock: a ballot may have been saved while it was waited for.
        var held = (await FindAsync(database, election.Id, number, group, stop))!;
        var onSheets = election.Method == CountMethod.Sheets;
        if (held.NextOf(onSheets) is { } missing)
            return Answer.Refused(
                "",
                onSheets ? "batch-sheet-missing" : "batch-not-full",
                onSheets ? number : missing,
                held.Batch.Size
            );
        var hash = HashOf(held.Journal);
        entry.HandIn(clock.UtcNow, hash);
        await CommitAsync(database, actor, "batch.delivered", election, number, group, new { sha256 = hash }, stop);
        return Answer.Done();
    }

    /// <summary>Keeps that somebody has asked for an entry that is not his group's.</summary>
    public async Task KeepPeekAsync(Actor actor, OpenedElection opened, string what, CancellationToken stop)
    {
        await using var database = databases.Create();
        await using var transaction = await database.Database.BeginTransactionAsync(stop);
        await audit.AppendWithinTransactionAsync(
            database,
            actor,
            new("batch.refused", HeldElection.KeyOf(opened.Election.Id), opened.Election.Title, After: new { what }),
            stop
        );
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>SHA-256 over a journal, line by line.</summary>
    internal static string HashOf(IEnumerable<EnteredBallot> journal)
    {
        var text = new StringBuilder();
        foreach (var line in journal.OrderBy(line => line.Id))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{line.Number}|{line.Version}|{line.Marks}|{(line.Doubtful ? "?" : "")}|{line.ByName}\n"
            );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private Task CommitAsync(
        Database database,
        Actor actor,
        string deed,
        HeldElection election,
        int batch,
        BoardGroup group,
        object after,
        CancellationToken stop
    )
    {
        var key = HeldElection.KeyOf(election.Id);
        return changes.CommitAsync(
            database,
            actor,
            new(deed, FormattableString.Invariant($"{key}/batch:{batch}/{group}"), election.Title, After: after),
            [key],
            stop
        );
    }

    private static bool Has(BatchEntry entry, Person person, string? laptop) =>
        entry.HolderId == person.Id && entry.Laptop == laptop;

    private Answer HeldBy(BatchEntry entry) =>
        Answer.Taken(
            "batch-held",
            entry.HolderName,
            clock.ToSite(entry.OpenedAt).ToString("HH:mm", CultureInfo.InvariantCulture)
        );

    private static async Task<BatchEntry> HoldAsync(Database database, long id, CancellationToken stop)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"select 1 from batch_entry where id = {id} for update", stop);
        return await database.Set<BatchEntry>().FirstAsync(entry => entry.Id == id, stop);
    }

    private static async Task<HeldBatch?> FindAsync(
        Database database,
        long election,
        int number,
        BoardGroup group,
        CancellationToken stop
    )
    {
        if (
            await database
                .Set<BallotBatch>()
                .AsNoTracking()
                .FirstOrDefaultAsync(batch => batch.ElectionId == election && batch.Number == number, stop)
            is not { } found
        )
            return null;
        var entry = await database
            .Set<BatchEntry>()
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.BatchId == found.Id && one.Group == group, stop);
        var id = entry?.Id ?? 0;
        var journal = await database
            .Set<EnteredBallot>()
            .AsNoTracking()
            .Where(line => line.EntryId == id)
            .OrderBy(line => line.Id)
            .ToListAsync(stop);
        return new(found, entry, journal);
    }
}
