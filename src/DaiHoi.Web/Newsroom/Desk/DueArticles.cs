using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Time;

namespace DaiHoi.Web.Newsroom.Desk;

/// <summary>Publishes what is due and withdraws what has expired, each in a transaction of its own.</summary>
internal sealed class DueArticles(Sql sql, ArticleDesk desk, SiteClock clock)
{
    // More never fall due at once; the rest is found a moment later.
    private const int Most = 50;

    /// <summary>Does what is due now.</summary>
    /// <returns>how many articles it moved</returns>
    public async Task<int> MoveAsync(CancellationToken stop)
    {
        // Two filtered indexes that hold only what is decided: nearly always empty. In plain SQL, because it is asked every second.
        var due = await sql.ListAsync(
            $"""
            select id from article where publish_at is not null and publish_at <= @now and status = 'Approved'
            union
            select id from article where expires_at is not null and expires_at <= @now and status = 'Published'
            limit {Most}
            """,
            row => row.GetInt64(0),
            stop,
            ("now", clock.UtcNow)
        );
        var moved = 0;
        foreach (var id in due)
            moved += await desk.MoveWhatIsDueAsync(id, stop) ? 1 : 0;
        return moved;
    }
}
