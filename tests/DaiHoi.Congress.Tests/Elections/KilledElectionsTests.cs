using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>
/// The program, killed while ballots are entered, compared and signed, again and again on what it left: what was answered is
/// there, and of a signature everything or nothing.
/// </summary>
public abstract class KilledElectionsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledElectionsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledElectionsTests(database),
            IClassFixture<PostgresTestDatabase>;

    // On each of the two databases.
    private static readonly int Kills = Endurance.IsAsked ? 100 : 10;

    // Of two groups: both batches taken, nine ballots, both handed in; one look, one signature.
    private const int Answers = 28;

    private static readonly string[] Ballots = ["4", "4", "3", "4", "3"];

    [Fact]
    public async Task What_was_answered_before_a_kill_is_there_and_no_signature_is_half_there()
    {
        var elections = new List<long>();
        await using (var polling = await Polling.OpenAsync(Database))
        {
            for (var kill = 0; kill < Kills; kill++)
                elections.Add(await polling.CountedAsync());
        }
        var chance = new Random(20_200_303);
        var (answered, signed) = (0, 0);
        var board = new List<Visitor>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
            // Signed in once: what was answered before a kill holds after it, sessions as well.
            if (board.Count == 0)
                board.AddRange(await SignedInAsync(program));
            board.ForEach(person => person.Address = program.Reader.BaseAddress!);
            // Killed after so many answers, in the midst of the next: each step of the work has its turn, nothing is waited for.
            var done = new Answered(elections[kill], ((kill * Answers) + chance.Next(Answers)) / Kills);
            var work = WorkAsync(board[0], board[1], board[2], board[3], done);
            await Task.WhenAny(done.Enough.Task, work);
            await Task.Delay(chance.Next(40), Stop);
            await program.KillAsync();
            await work;
            answered += done.Count;
            signed += await IsWholeAsync(done) ? 1 : 0;
        }
        board.ForEach(person => person.Dispose());
        Assert.True(answered > Kills * Answers / 3, $"{answered} answers, {signed} signatures in {Kills} trials");
        Assert.InRange(signed, 0, Kills - 1);
        Assert.Null((await new AuditChain(Database.Factory).VerifyAsync(head: null, Stop)).Fault);
    }

    private static async Task<List<Visitor>> SignedInAsync(RunningProgram program)
    {
        var board = new List<Visitor>();
        foreach (var name in new[] { "to-mot", "to-hai", "nguoi-ba", "truong-ban" })
        {
            var visitor = new Visitor(program.Reader.BaseAddress!);
            (await visitor.SignInAsync(name, Visitor.Password)).Dispose();
            board.Add(visitor);
        }
        return board;
    }

    // Both groups enter both batches and differ on one ballot; the third person looks at it, the head signs.
    private static async Task WorkAsync(Visitor first, Visitor second, Visitor third, Visitor head, Answered done)
    {
        try
        {
            foreach (var (visitor, group) in new[] { (first, 1), (second, 2) })
            {
                for (var batch = 1; batch <= 2; batch++)
                {
                    var path = $"/bau-cu/{done.Election}/tap/{batch}/{group}";
                    await DoneAsync(done, visitor.SendAsync(path, path + "?handler=Take"));
                    for (var number = 1; number <= (batch == 1 ? 5 : 4); number++)
                    {
                        var marks = (batch, number, group) == (1, 2, 2) ? "2" : Ballots[number - 1];
                        await DoneAsync(
                            done,
                            visitor.SendAsync(path, ("number", number.ToString(CultureInfo.InvariantCulture)), ("marks", marks))
                        );
                        done.Entered.Add((batch, group == 1 ? "A" : "B", number, marks));
                    }
                    await DoneAsync(done, visitor.SendAsync(path, path + "?handler=HandIn"));
                    done.HandedIn++;
                }
            }
            await DoneAsync(
                done,
                Polling.AtTableAsync(third, done.Election, "Look", ("batch", "1"), ("number", "2"), ("marks", "4"))
            );
            done.IsLookedAt = true;
            await DoneAsync(done, Polling.AtTableAsync(head, done.Election, "Sign"));
            done.IsSigned = true;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or SocketException)
        {
            // Killed: what it answered until here counts.
        }
        finally
        {
            done.Enough.TrySetResult();
        }
    }

    private static async Task DoneAsync(Answered done, Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        if (++done.Count >= done.Until)
            done.Enough.TrySetResult();
    }

    /// <returns>whether it is signed</returns>
    private async Task<bool> IsWholeAsync(Answered done)
    {
        foreach (var (batch, group, number, marks) in done.Entered)
            Assert.Equal(
                1,
                await CountAsync(
                    """
                    select count(*) from entered_ballot b join batch_entry e on e.id = b.entry_id
                    join ballot_batch t on t.id = e.batch_id
                    where t.election_id = @id and t.number = @batch and e.board_group = @g and b.number = @number and b.marks = @marks
                    """,
                    done.Election,
                    ("batch", batch),
                    ("g", group),
                    ("number", number),
                    ("marks", marks)
                )
            );
        var handedIn = await CountAsync(
            "select count(*) from batch_entry e join ballot_batch t on t.id = e.batch_id where t.election_id = @id and e.handed_in_at is not null",
            done.Election
        );
        Assert.InRange(handedIn, done.HandedIn, 4);
        // With the row of the audit log or not at all.
        Assert.Equal(handedIn, await DeedsAsync("batch.delivered", $"election:{done.Election}/%"));
        var looks = await CountAsync(
            "select count(*) from third_look l join ballot_batch t on t.id = l.batch_id where t.election_id = @id",
            done.Election
        );
        Assert.InRange(looks, done.IsLookedAt ? 1 : 0, 1);
        var version = await CountAsync("select signed_version from held_election where id = @id", done.Election);
        Assert.InRange(version, done.IsSigned ? 1 : 0, 1);
        Assert.Equal(version, await CountAsync("select count(*) from signed_result where election_id = @id", done.Election));
        Assert.Equal(version, await DeedsAsync("result.signed", $"election:{done.Election}"));
        if (version == 0)
            return false;
        var archive = await Database.Sql.FirstAsync(
            "select archive from signed_result where election_id = @id",
            row => row.GetString(0),
            Stop,
            ("id", done.Election)
        );
        Assert.Equal(ResultFault.None, ResultCheck.Of(Encoding.UTF8.GetBytes(archive!)).Fault);
        return true;
    }

    private Task<long> DeedsAsync(string action, string subject) =>
        Database.Sql.FirstAsync(
            "select count(*) from audit_entry where action = @a and subject like @s",
            row => row.GetInt64(0),
            Stop,
            ("a", action),
            ("s", subject)
        );

    private Task<long> CountAsync(string sql, long election, params (string Name, object? Value)[] parameters) =>
        Database.Sql.FirstAsync(
            sql,
            row => Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture),
            Stop,
            [("id", election), .. parameters]
        );

    /// <summary>What the program has answered before it was killed.</summary>
    /// <param name="until">so many answers are waited for</param>
    private sealed class Answered(long election, int until)
    {
        public int Until => until;
        public long Election => election;
        public List<(int Batch, string Group, int Number, string Marks)> Entered { get; } = [];
        public int HandedIn { get; set; }
        public bool IsLookedAt { get; set; }
        public bool IsSigned { get; set; }
        public int Count { get; set; }
        public TaskCompletionSource Enough { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
