namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// How far the notes have been read. PostgreSQL gives out numbers before transactions commit, so a note may appear after
/// one with a greater number: a number that was passed over is looked for again, for a minute.
/// </summary>
internal sealed class NotesRead
{
    /// <summary>Longer no transaction stays open that writes a note; numbers of those that were rolled back never come.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Notes before the start among which numbers may still be missing.</summary>
    public const int LookBack = 200;

    // Each costs some bytes, and a look at its place in the table.
    private const int MostMissing = 10_000;

    private readonly SortedDictionary<long, DateTime> missing = [];
    private long last;

    /// <param name="newest">the numbers of the newest notes, in any order; of these none is told</param>
    public NotesRead(IEnumerable<long> newest, DateTime now)
    {
        var known = newest.Order().ToList();
        if (known.Count == 0)
            return;
        last = known[0];
        foreach (var seq in known.Skip(1))
            PassTo(seq, now);
    }

    /// <summary>Only notes with greater numbers need to be read.</summary>
    public long After => missing.Count == 0 ? last : missing.First().Key - 1;

    /// <summary>Those that have not been told yet.</summary>
    /// <param name="notes">every note with a number greater than <see cref="After"/>, by growing number</param>
    public List<(long Seq, string Key)> Unheard(IEnumerable<(long Seq, string Key)> notes, DateTime now)
    {
        var unheard = new List<(long, string)>();
        foreach (var note in notes)
        {
            if (note.Seq > last)
                PassTo(note.Seq, now);
            else if (!missing.Remove(note.Seq))
                continue;
            unheard.Add(note);
        }
        GiveUp(now);
        return unheard;
    }

    private void PassTo(long seq, DateTime now)
    {
        for (var passed = Math.Max(last + 1, seq - MostMissing); passed < seq; passed++)
            missing[passed] = now;
        last = seq;
    }

    private void GiveUp(DateTime now)
    {
        // The smaller numbers were passed first.
        while (missing.Count > 0 && (missing.Count > MostMissing || now - missing.First().Value > Patience))
            missing.Remove(missing.First().Key);
    }
}
