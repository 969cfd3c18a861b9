using System.Data.Common;
using DaiHoi.Web.Data;

namespace DaiHoi.Web.Platform.Changes;

/// <summary>
/// Tells who keeps something derived (a rendered page, the search index) that what it was made from has changed. Keys are
/// words of the rooms: "article:12", "articles", "frame". Losing a signal costs freshness, never truth.
/// </summary>
public sealed class ChangeFeed
{
    private readonly Lock gate = new();
    private readonly HashSet<long> announced = [];
    private Action<IReadOnlyCollection<string>> heard = static _ => { };

    /// <summary>Calls <paramref name="hear"/> after each commit, on the thread of the writer: it must be quick and not throw.</summary>
    public void Listen(Action<IReadOnlyCollection<string>> hear)
    {
        lock (gate)
            heard += hear;
    }

    /// <summary>Saves what is in the context together with the notes on <paramref name="keys"/>, then tells the listeners.</summary>
    public async Task SaveAsync(Database database, DateTime at, IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var notes = keys.Select(key => new Change { Key = key, At = at }).ToList();
        database.AddRange(notes);
        await database.SaveChangesAsync(stop);
        Announce(keys, notes.ConvertAll(note => note.Seq));
    }

    /// <summary>Writes the notes inside the caller's transaction; after its commit he calls <see cref="Announce"/>.</summary>
    public static async Task<List<long>> NoteAsync(
        DbConnection connection,
        DbTransaction transaction,
        DateTime at,
        IReadOnlyCollection<string> keys,
        CancellationToken stop
    )
    {
        var written = new List<long>(keys.Count);
        foreach (var key in keys)
        {
            await using var command = Sql.Command(
                connection,
                "insert into change_log (key, at) values (@key, @at) returning seq",
                ("key", key),
                ("at", at)
            );
            command.Transaction = transaction;
            written.Add(
                Convert.ToInt64(await command.ExecuteScalarAsync(stop), System.Globalization.CultureInfo.InvariantCulture)
            );
        }
        return written;
    }

    /// <summary>Tells the listeners of this process now; its own notes, read back later, are not told twice.</summary>
    public void Announce(IReadOnlyCollection<string> keys, IReadOnlyCollection<long> written)
    {
        Action<IReadOnlyCollection<string>> listeners;
        lock (gate)
        {
            announced.UnionWith(written);
            listeners = heard;
        }
        listeners(keys);
    }

    /// <summary>Tells the listeners of notes that another process wrote.</summary>
    internal void Overhear(IEnumerable<(long Seq, string Key)> notes)
    {
        List<string> keys = [];
        Action<IReadOnlyCollection<string>> listeners;
        lock (gate)
        {
            foreach (var (seq, key) in notes)
            {
                if (!announced.Remove(seq))
                    keys.Add(key);
            }
            listeners = heard;
        }
        if (keys.Count > 0)
            listeners(keys);
    }
}
