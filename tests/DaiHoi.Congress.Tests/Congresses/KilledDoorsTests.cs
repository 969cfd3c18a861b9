using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>
/// The program, killed while two doors mark who comes, and started again: each door sends what was not answered once more, with
/// the same keys. Whoever was answered is there, and nobody twice.
/// </summary>
public abstract class KilledDoorsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledDoorsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledDoorsTests(database),
            IClassFixture<PostgresTestDatabase>;

    // On each of the two databases.
    private static readonly int Kills = Endurance.IsAsked ? 50 : 4;
    private const int PerKill = 8;

    [Fact]
    public async Task Who_was_marked_before_a_kill_is_there_and_nobody_twice()
    {
        long session;
        List<long> delegates;
        await using (var assembled = await Assembled.OpenAsync(Database))
        {
            for (var i = 0; i < Kills * PerKill; i++)
                await Assembled.DoneAsync(assembled.ListAsync($"Đại biểu {i:000}", "Elected", ("delegation", "T003")));
            session = await assembled.SessionAsync("0:01", "23:50");
            delegates = [.. (await assembled.NumbersAsync(session)).Values.Order()];
            (await assembled.WithDutyAsync("cua-mot", "CheckIn")).Dispose();
            (await assembled.WithDutyAsync("cua-hai", "CheckIn")).Dispose();
        }
        var chance = new Random(20_200_303);
        var answered = new HashSet<long>();
        var doors = new List<Visitor>();
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
            if (doors.Count == 0)
            {
                foreach (var name in new[] { "cua-mot", "cua-hai" })
                {
                    var door = new Visitor(program.Reader.BaseAddress!);
                    (await door.SignInAsync(name, Visitor.Password)).Dispose();
                    doors.Add(door);
                }
            }
            doors.ForEach(door => door.Address = program.Reader.BaseAddress!);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            // The last start is not killed: everybody comes in.
            var until = kill == Kills ? int.MaxValue : chance.Next(1, PerKill);
            var left = delegates.Where(who => !answered.Contains(who)).ToList();
            var work = Task.WhenAll(
                doors.Select(
                    (door, at) => MarkAsync(door, session, [.. left.Where((_, i) => i % 2 == at)], answered, until, enough)
                )
            );
            await Task.WhenAny(enough.Task, work);
            if (kill < Kills)
            {
                await Task.Delay(chance.Next(30), Stop);
                await program.KillAsync();
            }
            await work;
            foreach (var who in answered)
                Assert.Equal(1, await MarksAsync(session, who));
        }
        doors.ForEach(door => door.Dispose());
        Assert.Equal(delegates.Count, answered.Count);
        Assert.Equal(delegates.Count, await MarksAsync(session, null));
        Assert.Null((await new AuditChain(Database.Factory).VerifyAsync(head: null, Stop)).Fault);
    }

    private static async Task MarkAsync(
        Visitor door,
        long session,
        List<long> delegates,
        HashSet<long> answered,
        int until,
        TaskCompletionSource enough
    )
    {
        var page = $"{Assembled.District}/diem-danh?phien={session}";
        var count = 0;
        try
        {
            foreach (var who in delegates)
            {
                using var answer = await door.SendAsync(
                    page,
                    page + "&handler=Mark",
                    ("id", $"{who}"),
                    ("mark", "Arrived"),
                    ("key", $"mark-{who}")
                );
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                lock (answered)
                    answered.Add(who);
                if (++count >= until)
                    enough.TrySetResult();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or SocketException)
        {
            // Killed: the door sends it again.
        }
    }

    /// <param name="who">null for everybody</param>
    private Task<long> MarksAsync(long session, long? who) =>
        Database.Sql.FirstAsync(
            $"select count(*) from attendance_mark where session_id = @s{(who is null ? "" : " and delegate_id = @d")}",
            row => row.GetInt64(0),
            Stop,
            who is null ? [("s", session)] : [("s", session), ("d", who)]
        );
}
