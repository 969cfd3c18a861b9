using System.Collections.Concurrent;
using System.Data.Common;
using DaiHoi.Web.Platform.Changes;

namespace DaiHoi.Web.Tests.Platform;

/// <summary>What another process notes is heard by a running program.</summary>
public abstract class ChangePollTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ChangePollTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ChangePollTests(database), IClassFixture<PostgresTestDatabase>
    {
        [Fact]
        public async Task A_note_whose_transaction_commits_after_a_later_one_is_heard()
        {
            await using var site = await Site.OpenAsync(Database.Address);
            var heard = Heard(site);
            await using var slow = await NotedAsync("slow");
            await using (var quick = await NotedAsync("quick"))
                await quick.CommitAsync(Stop);
            await HeardAsync(heard, "quick");
            Assert.DoesNotContain("slow", heard);
            await slow.CommitAsync(Stop);
            await HeardAsync(heard, "slow");
            Assert.Single(heard, key => key == "quick");
        }

        [Fact]
        public async Task Also_where_it_was_open_when_the_program_started()
        {
            await using (var early = await NotedAsync("early"))
                await early.CommitAsync(Stop);
            await using var slow = await NotedAsync("slow");
            await using (var quick = await NotedAsync("quick"))
                await quick.CommitAsync(Stop);
            await using var site = await Site.OpenAsync(Database.Address);
            var heard = Heard(site);
            await using (var later = await NotedAsync("later"))
                await later.CommitAsync(Stop);
            await HeardAsync(heard, "later");
            await slow.CommitAsync(Stop);
            await HeardAsync(heard, "slow");
            Assert.DoesNotContain("quick", heard);
        }
    }

    [Fact]
    public async Task A_note_of_another_process_is_heard_and_an_own_one_is_not_heard_twice()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var heard = Heard(site);
        await using (var own = await Database.Sql.OpenAsync(Stop))
        await using (var transaction = await own.BeginTransactionAsync(Stop))
        {
            var written = await ChangeFeed.NoteAsync(own, transaction, site.Time.Now.UtcDateTime, ["own"], Stop);
            // Told before the poll can have read it: as if the commit and the call were one moment.
            site.Service<ChangeFeed>().Announce(["own"], written);
            await transaction.CommitAsync(Stop);
        }
        await using (var other = await NotedAsync("other"))
            await other.CommitAsync(Stop);
        await HeardAsync(heard, "other");
        Assert.Single(heard, key => key == "own");
        Assert.Single(heard, key => key == "other");
    }

    [Fact]
    public async Task What_was_rolled_back_is_heard_by_nobody()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var heard = Heard(site);
        await using (var undone = await NotedAsync("undone"))
            await undone.RollbackAsync(Stop);
        await using (var done = await NotedAsync("done"))
            await done.CommitAsync(Stop);
        await HeardAsync(heard, "done");
        Assert.DoesNotContain("undone", heard);
    }

    [Fact]
    public async Task Notes_are_kept_for_a_week()
    {
        foreach (var days in (int[])[8, 6])
            await Database.Sql.RunAsync(
                "insert into change_log (key, at) values (@key, @at)",
                Stop,
                ("key", $"{days} days old"),
                ("at", SettableTime.Usual.UtcDateTime.AddDays(-days))
            );
        await using var site = await Site.OpenAsync(Database.Address);
        while (await OldestAsync() != "6 days old")
            await Task.Delay(20, Stop);

        async Task<string?> OldestAsync() =>
            await Database.Sql.FirstAsync("select key from change_log order by seq limit 1", row => row.GetString(0), Stop);
    }

    private static ConcurrentQueue<string> Heard(Site site)
    {
        var heard = new ConcurrentQueue<string>();
        site.Service<ChangeFeed>()
            .Listen(keys =>
            {
                foreach (var key in keys)
                    heard.Enqueue(key);
            });
        return heard;
    }

    private static async Task HeardAsync(ConcurrentQueue<string> heard, string key)
    {
        while (!heard.Contains(key))
            await Task.Delay(20, Stop);
    }

    /// <summary>A transaction in which a note is written, as a verb of the command line does it.</summary>
    private async Task<OpenTransaction> NotedAsync(string key)
    {
        var connection = await Database.Sql.OpenAsync(Stop);
        var transaction = await connection.BeginTransactionAsync(Stop);
        await ChangeFeed.NoteAsync(connection, transaction, SettableTime.Usual.UtcDateTime, [key], Stop);
        return new(connection, transaction);
    }

    private sealed class OpenTransaction(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
    {
        public Task CommitAsync(CancellationToken stop) => transaction.CommitAsync(stop);

        public Task RollbackAsync(CancellationToken stop) => transaction.RollbackAsync(stop);

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
