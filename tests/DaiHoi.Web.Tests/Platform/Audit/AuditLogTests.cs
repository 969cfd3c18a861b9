using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Tests.Builders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DaiHoi.Web.Tests.Platform.Audit;

public abstract class AuditLogTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AuditLogTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : AuditLogTests(database), IClassFixture<PostgresTestDatabase>;

    private static readonly Actor Actor = new(7, "Thu Hà", "203.0.113.7");

    private readonly SettableTime time = new(SettableTime.Usual);
    private AuditLog Log => new(new SiteClock(time, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")));
    private AuditChain Chain => new(Database.Factory);

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole_and_knows_its_earlier_heads()
    {
        await AppendAsync(3);
        var head = await Chain.HeadAsync(Stop);
        await AppendAsync(4);
        var verdict = await Chain.VerifyAsync(head.Hash, Stop);
        Assert.Equal((7, null), (verdict.Last.Seq, verdict.FirstWrong));
    }

    [Theory]
    [InlineData("update audit_entry set actor_name = 'Ai đó' where seq = 3", 3, nameof(AuditFault.Changed))]
    [InlineData("update audit_entry set after = null where seq = 3", 3, nameof(AuditFault.Changed))]
    [InlineData("update audit_entry set hash = previous where seq = 3", 3, nameof(AuditFault.Changed))]
    [InlineData("delete from audit_entry where seq = 3", 3, nameof(AuditFault.Missing))]
    [InlineData("delete from audit_entry where seq = 1", 1, nameof(AuditFault.Missing))]
    [InlineData("delete from audit_entry where seq >= 4", 4, nameof(AuditFault.HeadIsGone))]
    public async Task A_row_that_was_touched_is_named(string deed, long row, string fault)
    {
        await AppendAsync(5);
        var head = await Chain.HeadAsync(Stop);
        await ForgeAsync(deed);
        var verdict = await Chain.VerifyAsync(head.Hash, Stop);
        Assert.Equal((row, fault), (verdict.FirstWrong, verdict.Fault.ToString()));
    }

    [Fact]
    public async Task A_row_that_was_rewritten_with_its_hash_breaks_the_next()
    {
        await AppendAsync(5);
        await using (var database = Database.Factory.Create())
        {
            var row = await database.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Seq == 2, Stop);
            var forged = new AuditEntry
            {
                Seq = row.Seq,
                At = row.At,
                ActorId = row.ActorId,
                ActorName = "Ai đó",
                FromAddress = row.FromAddress,
                Action = row.Action,
                Subject = row.Subject,
                SubjectName = row.SubjectName,
                Before = row.Before,
                After = row.After,
                Previous = row.Previous,
            };
            await ForgeAsync($"update audit_entry set actor_name = 'Ai đó', hash = '{AuditEntry.HashOf(forged)}' where seq = 2");
        }
        var verdict = await Chain.VerifyAsync(head: null, Stop);
        Assert.Equal((3, AuditFault.NotChained), (verdict.FirstWrong, verdict.Fault));
    }

    [Theory]
    [InlineData("update audit_entry set actor_name = 'x'")]
    [InlineData("delete from audit_entry")]
    public async Task The_database_itself_refuses_to_change_the_log(string deed)
    {
        await AppendAsync(1);
        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Database.Sql.RunAsync(deed, Stop));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_make_one_chain_without_gaps()
    {
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 40),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop },
            async (_, _) => await AppendAsync(1)
        );
        var verdict = await Chain.VerifyAsync(head: null, Stop);
        Assert.Equal((40, null), (verdict.Last.Seq, verdict.FirstWrong));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_said_once_with_the_next_thing_that_is_done()
    {
        await AppendAsync(2);
        time.Advance(TimeSpan.FromHours(-3));
        await AppendAsync(2);
        Assert.Equal(
            ["article.saved", "article.saved", "clock.set-back", "article.saved", "article.saved"],
            await ActionsAsync()
        );
        Assert.Null((await Chain.VerifyAsync(head: null, Stop)).Fault);
        var (before, after) = await Database.Sql.FirstAsync(
            "select before, after from audit_entry where action = 'clock.set-back'",
            row => (row.GetString(0), row.GetString(1)),
            Stop
        );
        Assert.Contains("2020-03-04T07:42:02", before, StringComparison.Ordinal);
        Assert.Contains("2020-03-04T04:42:03", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clocks_of_several_machines_that_differ_a_little_are_not_said_to_be_set_back()
    {
        await AppendAsync(1);
        time.Advance(TimeSpan.FromSeconds(-50));
        await AppendAsync(1);
        Assert.Equal(["article.saved", "article.saved"], await ActionsAsync());
    }

    [Fact]
    public async Task A_start_with_an_earlier_clock_than_the_newest_row_is_said_at_once()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await Visitor.OpenAccountAsync(site, "quan-tri", Role.Administrator);
        foreach (var hours in new[] { -30, -29 })
        {
            await using var site = await Site.OpenAsync(Database.Address, at: SettableTime.Usual.AddHours(hours));
            await site.Services.GetServices<IHostedService>().OfType<SetBackNotice>().Single().ExecuteTask!;
            var actions = await ActionsAsync();
            Assert.Equal("clock.set-back", actions[^1]);
            Assert.Single(actions, "clock.set-back");
        }
        Assert.Null((await Chain.VerifyAsync(head: null, Stop)).Fault);
    }

    [Fact]
    public async Task A_program_that_did_not_come_to_its_end_is_said_at_the_next_start()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await StartedAsync(site);
        Assert.DoesNotContain("program.interrupted", await ActionsAsync());
        // As a power cut leaves it: the file stands, and nobody holds it.
        await File.WriteAllTextAsync(Path.Combine(Database.Address.Folder, "serving"), "", Stop);
        await using (var site = await Site.OpenAsync(Database.Address))
            await StartedAsync(site);
        await using (var site = await Site.OpenAsync(Database.Address))
            await StartedAsync(site);
        Assert.Single(await ActionsAsync(), "program.interrupted");
        Assert.Null((await Chain.VerifyAsync(head: null, Stop)).Fault);

        static Task StartedAsync(Site site) =>
            site.Services.GetServices<IHostedService>().OfType<InterruptedNotice>().Single().ExecuteTask!;
    }

    [Fact]
    public async Task What_is_not_committed_is_not_recorded()
    {
        await using (var database = Database.Factory.Create())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            await Log.AppendWithinTransactionAsync(database, Actor, new("article.saved", "article:1", "Một bài"), Stop);
        }
        Assert.Equal(0, (await Chain.HeadAsync(Stop)).Seq);
    }

    [Fact]
    public async Task Without_a_transaction_nothing_can_be_recorded()
    {
        await using var database = Database.Factory.Create();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Log.AppendWithinTransactionAsync(database, Actor, new("article.saved", "article:1", "Một bài"), Stop)
        );
    }

    private Task<List<string>> ActionsAsync() =>
        Database.Sql.ListAsync("select action from audit_entry order by seq", row => row.GetString(0), Stop);

    private async Task AppendAsync(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            time.Advance(TimeSpan.FromTicks(12_345_678));
            await using var database = Database.Factory.Create();
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            await Log.AppendWithinTransactionAsync(
                database,
                Actor,
                new("article.saved", "article:12", "Đại hội điểm ở \"Lộc Hòa\"", new { Title = "Cũ" }, new { Title = "Mới" }),
                Stop
            );
            await transaction.CommitAsync(Stop);
        }
    }

    /// <summary>As somebody does it who owns the database: the guard goes first.</summary>
    private async Task ForgeAsync(string deed)
    {
        if (Database.Sql.IsPostgres)
        {
            await Database.Sql.RunAsync(
                $"alter table audit_entry disable trigger user; {deed}; alter table audit_entry enable trigger user",
                Stop
            );
            return;
        }
        var guards = await Database.Sql.ListAsync(
            "select name, sql from sqlite_master where type = 'trigger'",
            row => (Name: row.GetString(0), Text: row.GetString(1)),
            Stop
        );
        var drop = string.Concat(guards.Select(guard => $"drop trigger {guard.Name};"));
        var restore = string.Concat(guards.Select(guard => $"{guard.Text};"));
        await Database.Sql.RunAsync($"{drop} {deed}; {restore}", Stop);
    }
}
