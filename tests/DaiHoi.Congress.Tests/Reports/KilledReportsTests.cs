using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Reports;

/// <summary>
/// The program, killed while a report is begun, written and sent up and difficulties are recorded, again and again on what it
/// left: what was answered is there, nothing is half there, and the register of numbers has no gap.
/// </summary>
public abstract class KilledReportsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledReportsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledReportsTests(database),
            IClassFixture<PostgresTestDatabase>;

    // On each of the two databases.
    private static readonly int Kills = Endurance.IsAsked ? 60 : 3;

    [Fact]
    public async Task What_was_answered_before_a_kill_is_there_and_nothing_is_half_there()
    {
        var periods = new List<long>();
        await using (var reporting = await Reporting.OpenAsync(Database))
        {
            periods.Add(reporting.Period);
            for (var kill = 1; kill < Kills; kill++)
                periods.Add(
                    await reporting.OpenPeriodAsync($"Kỳ {kill}", "01/01/2020", Day(new DateOnly(2020, 1, 2).AddDays(kill)))
                );
            (await Following.SignedInAsync(reporting.Site, "can-bo", "T003", Role.Officer)).Dispose();
        }
        var chance = new Random(20_200_302);
        var answered = 0;
        foreach (var period in periods)
        {
            await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
            using var officer = new Visitor(program.Reader.BaseAddress!);
            using (await officer.SignInAsync("can-bo", Visitor.Password)) { }
            var done = new Answered(period);
            var work = WorkAsync(officer, done);
            await Task.WhenAny(done.First.Task, work);
            await Task.Delay(chance.Next(4_000), Stop);
            await program.KillAsync();
            await work;
            answered += done.Count;
            await IsWholeAsync(done);
        }
        Assert.True(answered > Kills, $"{answered} answers in {Kills} trials");
    }

    // One report from its beginning to the level above, with a difficulty between each two of its sections.
    private static async Task WorkAsync(Visitor officer, Answered done)
    {
        try
        {
            using (var begun = await officer.SendAsync($"/bao-cao/ky/{done.Period}/T003"))
                done.Report = Reporting.NumberIn(begun.Headers.Location);
            done.Count++;
            done.First.TrySetResult();
            var report = done.Report!.Value;
            foreach (var part in await Reporting.EmptyPartsAsync(officer, report))
            {
                var words = $"Kỳ {done.Period}, mục {part}.";
                var (passage, _) = await Reporting.WriteAsync(officer, report, part, words);
                done.Passages[passage] = words;
                done.Count++;
                var difficulty = $"Vướng mắc {done.Period}-{part}";
                using var recorded = await officer.SendAsync(
                    "/kho-khan/ghi/C/T003",
                    ("text", difficulty),
                    ("lesson", "false"),
                    ("topic", "Means"),
                    ("looked", "true")
                );
                Assert.Equal(HttpStatusCode.Redirect, recorded.StatusCode);
                done.Difficulties.Add(difficulty);
                done.Count++;
            }
            using var sent = await Reporting.ActAsync(officer, report, "Send");
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            done.IsSent = true;
            done.Count++;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or SocketException)
        {
            // Killed: what it answered until here counts.
        }
        finally
        {
            done.First.TrySetResult();
        }
    }

    private async Task IsWholeAsync(Answered done)
    {
        if (done.Report is { } report)
        {
            Assert.Equal(10, await CountAsync("select count(*) from report_part where report_id = @id", report));
            var state = await Database.Sql.FirstAsync(
                "select state from report where id = @id",
                row => row.GetString(0),
                Stop,
                ("id", report)
            );
            Assert.True(state == "Submitted" || (state == "Draft" && !done.IsSent), $"{state}, sent: {done.IsSent}");
            var isSent = state == "Submitted" ? 1 : 0;
            Assert.Equal(isSent, await CountAsync("select count(*) from report where id = @id and number is not null", report));
            Assert.Equal(isSent, await CountAsync("select count(*) from report where id = @id and wording is not null", report));
            Assert.Equal(
                isSent,
                await CountAsync("select count(*) from report_step where report_id = @id and taken = 'Submitted'", report)
            );
            Assert.Equal(
                isSent,
                await Database.Sql.FirstAsync(
                    "select count(*) from paper_number where paper = @paper",
                    row => row.GetInt64(0),
                    Stop,
                    ("paper", $"report:{report}")
                )
            );
            // Figures are kept with the number or not at all.
            Assert.Equal(
                5 * isSent,
                await CountAsync("select count(*) from report_part where report_id = @id and data is not null", report)
            );
        }
        foreach (var (passage, words) in done.Passages)
            Assert.Equal(
                words,
                await Database.Sql.FirstAsync(
                    "select text from report_passage where id = @id",
                    row => row.GetString(0),
                    Stop,
                    ("id", passage)
                )
            );
        foreach (var difficulty in done.Difficulties)
            Assert.Equal(
                1,
                await Database.Sql.FirstAsync(
                    "select count(*) from difficulty where text = @text",
                    row => row.GetInt64(0),
                    Stop,
                    ("text", difficulty)
                )
            );
        // Numbers from one, none left out and none twice.
        Assert.Equal(
            0,
            await Database.Sql.FirstAsync(
                "select count(*) - coalesce(max(number), 0) from paper_number",
                row => row.GetInt64(0),
                Stop
            )
        );
        Assert.Null((await new AuditChain(Database.Factory).VerifyAsync(head: null, Stop)).Fault);
    }

    private Task<long> CountAsync(string sql, long id) => Database.Sql.FirstAsync(sql, row => row.GetInt64(0), Stop, ("id", id));

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>What the program has answered before it was killed.</summary>
    private sealed class Answered(long period)
    {
        public long Period => period;
        public long? Report { get; set; }
        public Dictionary<long, string> Passages { get; } = [];
        public List<string> Difficulties { get; } = [];
        public bool IsSent { get; set; }
        public int Count { get; set; }
        public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
