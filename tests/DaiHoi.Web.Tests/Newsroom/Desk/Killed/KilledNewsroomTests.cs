using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Desk.Killed;

/// <summary>
/// The program, killed in the midst of saving, publishing and uploading, again and again on what it left: what was answered
/// is there, nothing is half there, nothing is shown that nobody was told of.
/// </summary>
public abstract class KilledNewsroomTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : KilledNewsroomTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : KilledNewsroomTests(database),
            IClassFixture<PostgresTestDatabase>;

    // On each of the two databases.
    private static readonly int Kills = Endurance.IsAsked ? 100 : 10;

    [Fact]
    public async Task What_was_answered_before_a_kill_is_there_and_nothing_is_half_there()
    {
        var remembered = new Remembered();
        var section = await OpenNewsroomAsync();
        var chance = new Random(20_200_304);
        using var people = new People();
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var program = await RunningProgram.StartAsync(Database.Address, Stop, ("OnePersonNewsroom", "true"));
            await people.ArriveAsync(program.Reader.BaseAddress!);
            await WhatReadersSeeAsync(program, remembered);
            var newsroom = new BusyNewsroom(people, Database.Sql, remembered, section, seed: kill);
            var work = newsroom.WorkAsync();
            await Task.WhenAny(newsroom.FirstAnswer, work);
            // Anywhere from the first answer on: a save takes some ten of these milliseconds.
            await Task.Delay(chance.Next(600), Stop);
            // Every other time the very moment in which a change can be seen: it must be whole then, not a little later.
            if (kill % 2 == 0)
                await LeftBehind.AChangeIsSeenAsync(Database.Sql, work, Stop);
            await program.KillAsync();
            await work;
            await LeftBehind.IsWholeAsync(Database, remembered, $"kill {kill}", Stop);
            Assert.Null((await new AuditChain(Database.Factory).VerifyAsync(head: null, Stop)).Fault);
        }
        Assert.True(remembered.Answers > Kills, $"{remembered.Answers} answers in {Kills} trials");
        await using (var again = await RunningProgram.StartAsync(Database.Address, Stop))
            await WhatReadersSeeAsync(again, remembered);
        string[] where = Database.Address.IsPostgres
            ? ["--data", Database.Address.Folder, "--database", Database.Address.ConnectionString]
            : ["--data", Database.Address.Folder];
        var verified = await RunningProgram.RunAsync(["audit", "verify", .. where]);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Errors);
    }

    /// <summary>Accounts and a section, before the first start.</summary>
    private async Task<long> OpenNewsroomAsync()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Visitor.OpenAccountAsync(site, "quantri2", Role.Administrator);
        foreach (var name in People.Names)
            await Visitor.OpenAccountAsync(site, name, Role.Reporter, Role.Editor, Role.Publisher);
        return await DeskHand.CategoryAsync(site);
    }

    private async Task WhatReadersSeeAsync(RunningProgram program, Remembered remembered)
    {
        foreach (var article in remembered.Newest(3))
        {
            using var answer = await program.Reader.GetAsync(await AddressOfAsync(article.Id), Stop);
            var page = await answer.Content.ReadAsStringAsync(Stop);
            var isPublic = await LeftBehind.IsPublicAsync(Database.Sql, article.Id, Stop);
            Assert.Equal(isPublic ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            if (isPublic)
                Assert.Contains(
                    article.Text.All.Select(text => $"Thân {text}."),
                    text => page.Contains(text, StringComparison.Ordinal)
                );
        }
        foreach (var (address, isKnown) in await LeftBehind.PicturesAsync(Database, Stop))
        {
            using var answer = await program.Reader.GetAsync(address, Stop);
            Assert.True(
                answer.StatusCode == (isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound),
                $"{address}: {answer.StatusCode}"
            );
        }
    }

    private Task<string> AddressOfAsync(long article) =>
        Database.Sql.FirstAsync(
            "select slug from article where id = @id",
            row => $"/bai-viet/{row.GetString(0)}-{article}",
            Stop,
            ("id", article)
        )!;
}
