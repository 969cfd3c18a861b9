using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.People;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What was reported, ratified or signed stands; what changes afterwards is told to whom it concerns.</summary>
public abstract class OutcomeAfterwardsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : OutcomeAfterwardsTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : OutcomeAfterwardsTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Outcome = "/dai-hoi/C/T003/ket-qua";

    [Fact]
    public async Task What_was_reported_stands_until_it_is_reported_anew()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        var election = await ReportedAsync(polling);
        Assert.Contains("Số liệu như đã báo cáo, ghi lúc", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        Assert.DoesNotContain("đã thay đổi sau khi báo cáo", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);

        polling.Site.Time.Advance(TimeSpan.FromMinutes(5));
        await polling.CorrectAsync(election, "9 0 8 3 7");
        await Polling.DoneAsync(polling.SignAsync(election));
        await polling.CorrectAsync(election, "9 0 8 3 3");
        await Polling.DoneAsync(polling.SignAsync(election));
        var below = await polling.Officer.ReadAsync(Outcome);
        Assert.Equal("2", FigureOf(below, "Ban chấp hành được bầu"));
        Assert.Contains("Ban chấp hành được bầu: đã báo cáo 2, nay là 1", below, StringComparison.Ordinal);
        var above = await checker.ReadAsync(Outcome);
        Assert.Equal("2", FigureOf(above, "Ban chấp hành được bầu"));
        Assert.DoesNotContain("nay là 1", above, StringComparison.Ordinal);
        Assert.Contains("được ký hoặc bị hủy sau khi báo cáo", above, StringComparison.Ordinal);

        await Polling.DoneAsync(AgainAsync(polling, below));
        below = await polling.Officer.ReadAsync(Outcome);
        Assert.Equal("1", FigureOf(below, "Ban chấp hành được bầu"));
        Assert.DoesNotContain("đã thay đổi sau khi báo cáo", below, StringComparison.Ordinal);
        Assert.Equal(["2 withdrawn", "1 stands"], await ReportsAsync());
    }

    [Fact]
    public async Task A_report_that_cannot_be_leaves_the_one_before()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        await ReportedAsync(polling);
        // Nobody was marked as having come: without its quorum the campaign takes no report.
        await polling.ListMembersAsync(12);
        var page = await polling.Officer.ReadAsync(Outcome);
        Assert.Contains("Số được triệu tập: đã báo cáo 10, nay là 12", page, StringComparison.Ordinal);
        Assert.Contains(
            "2/3",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, AgainAsync(polling, page)),
            StringComparison.Ordinal
        );
        Assert.Equal(["2 stands"], await ReportsAsync());

        // What the level above has accepted makes way only for its own return.
        var reported = await Database.Sql.FirstAsync(
            "select id from congress_event where status = 'ResultReported'",
            row => row.GetInt64(0),
            Stop
        );
        await Polling.DoneAsync(checker.SendAsync("/dai-hoi/C/T003?handler=Accept", ("id", $"{reported}")));
        Assert.Contains("Đã tiếp nhận, chờ chuẩn y", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains(
            "hãy đề nghị cấp trên trả lại",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, AgainAsync(polling, page)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Báo cáo lại số liệu mới", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        Assert.Equal(["2 stands"], await ReportsAsync());
    }

    [Fact]
    public async Task A_correction_after_the_ratification_waits_until_the_level_above_has_seen_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        using var neighbour = await Following.SignedInAsync(polling.Site, "ben-canh", "T004", Role.Checker);
        var election = await ReportedAsync(polling);
        await Polling.DoneAsync(ConsequencesTests.RatifyAsync(checker, ConsequencesTests.Keys(await checker.ReadAsync(Outcome))));
        Assert.DoesNotContain("ký sau khi chuẩn y", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);

        await polling.CorrectAsync(election, "9 0 8 6 3");
        await Polling.DoneAsync(polling.SignAsync(election));
        var work = await checker.ReadAsync("/viec-cua-toi");
        Assert.Contains("Kết quả ký sau khi chuẩn y", work, StringComparison.Ordinal);
        Assert.Contains("số phiếu bầu của Trần Thị Bình: 7 → 6", work, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Outcome}\"", work, StringComparison.Ordinal);
        Assert.DoesNotContain("ký sau khi chuẩn y", await neighbour.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        var page = await checker.ReadAsync(Outcome);
        Assert.Contains("số phiếu bầu của Trần Thị Bình: 7 → 6", page, StringComparison.Ordinal);
        Assert.Contains("Đọc nhầm", page, StringComparison.Ordinal);
        Assert.Contains("Cấp trên chưa xem", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);

        var seen = ("result", Following.ValueIn(page, "result"));
        using (var own = await polling.Officer.SendAsync(Outcome + "?handler=Seen", seen))
            Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
        await Polling.DoneAsync(checker.SendAsync(Outcome + "?handler=Seen", seen));
        Assert.DoesNotContain("ký sau khi chuẩn y", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains("Cấp trên đã xem lúc", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        Assert.Equal(1, await DeedsAsync("correction.seen"));

        // The next one is told by what was seen last.
        await polling.CorrectAsync(election, "9 0 8 5 3");
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Contains(
            "số phiếu bầu của Trần Thị Bình: 6 → 5",
            await checker.ReadAsync("/viec-cua-toi"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_election_that_is_annulled_after_the_ratification_is_told_above_until_it_was_seen()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        await ReportedAsync(polling);
        await Polling.DoneAsync(ConsequencesTests.RatifyAsync(checker, ConsequencesTests.Keys(await checker.ReadAsync(Outcome))));
        polling.Site.Time.Advance(TimeSpan.FromMinutes(5));
        var delegates = await polling.ArrangeOfAsync("Members", "Delegates", 1, "Hoàng Văn Giang");
        await Polling.DoneAsync(polling.CloseAsync(delegates));
        await polling.CountOnSheetsAsync(delegates, "9 0 9");
        await Polling.DoneAsync(
            polling.Head.SendAsync(
                $"/bau-cu/{delegates}",
                $"/bau-cu/{delegates}?handler=Annul",
                ("annulBecause", "Bầu sai thủ tục")
            )
        );
        Assert.Contains("Hủy vì: Bầu sai thủ tục", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        var page = await checker.ReadAsync(Outcome);
        Assert.Contains("Cuộc bầu bị hủy sau khi chuẩn y", page, StringComparison.Ordinal);
        await Polling.DoneAsync(checker.SendAsync(Outcome + "?handler=Seen", ("result", Following.ValueIn(page, "result"))));
        Assert.DoesNotContain("Hủy vì", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains("Cấp trên đã xem lúc", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        Assert.Equal(1, await DeedsAsync("annulment.seen"));
    }

    [Fact]
    public async Task Whoever_is_elected_by_a_correction_waits_for_a_decision_and_not_for_a_look()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        var election = await ReportedAsync(polling, "9 0 8 3 3");
        await Polling.DoneAsync(ConsequencesTests.RatifyAsync(checker, ConsequencesTests.Keys(await checker.ReadAsync(Outcome))));
        await polling.CorrectAsync(election, "9 0 8 7 3");
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Contains("nay trúng cử: Trần Thị Bình", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        var newest = await Database.Sql.FirstAsync("select max(id) from signed_result", row => row.GetInt64(0), Stop);
        Assert.Contains(
            "có người mới trúng cử là Trần Thị Bình",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                checker.SendAsync(Outcome + "?handler=Seen", ("result", $"{newest}"))
            ),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(ConsequencesTests.RatifyAsync(checker, ConsequencesTests.Keys(await checker.ReadAsync(Outcome))));
        Assert.DoesNotContain("ký sau khi chuẩn y", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elected_by_his_name_is_linked_to_his_record_beside_what_was_signed()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var record = await PersonAsync(polling, "Nguyễn Văn An", "1985", ("ethnicity", "Kinh"));
        var other = await PersonAsync(polling, "Trần Thị Bình", "1980", ("ethnicity", "Kinh"));
        var election = await ReportedAsync(polling, "9 0 8 3 3");
        var archive = await ArchiveAsync();
        var page = await polling.Officer.ReadAsync(Outcome);
        var key = Regex.Match(page, @"\?noi=([0-9-]+)#noi").Groups[1].Value;
        Assert.DoesNotContain("sinh 1985", page, StringComparison.Ordinal);
        var read = await DeedsAsync("people.listed");
        var offered = await polling.Officer.ReadAsync($"{Outcome}?noi={key}");
        Assert.Contains("sinh 1985", offered, StringComparison.Ordinal);
        Assert.Equal(read + 1, await DeedsAsync("people.listed"));

        // Another's name is none of his records; who only decides opens nobody's.
        Assert.Contains(
            "Không có hồ sơ này mang tên Nguyễn Văn An",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Officer.SendAsync(Outcome + "?handler=Identify", ("who", key), ("record", $"{other}"))
            ),
            StringComparison.Ordinal
        );
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        using (var closed = await checker.SendAsync(Outcome + "?handler=Identify", ("who", key), ("record", $"{record}")))
            Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.DoesNotContain("sinh 1985", await checker.ReadAsync($"{Outcome}?noi={key}"), StringComparison.Ordinal);

        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=Identify", ("who", key), ("record", $"{record}")));
        Assert.Equal(1, await DeedsAsync("elected.identified"));
        Assert.Equal(archive, await ArchiveAsync());
        var linked = await polling.Officer.ReadAsync(Outcome);
        Assert.Contains("Nối sau khi ký", linked, StringComparison.Ordinal);
        Assert.Contains("Dưới 40 tuổi: đã báo cáo chưa có, nay là 1", linked, StringComparison.Ordinal);
        await Polling.DoneAsync(AgainAsync(polling, linked));
        Assert.Equal("1", FigureOf(await checker.ReadAsync(Outcome), "Dưới 40 tuổi"));

        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=TakeBack", ("who", key)));
        Assert.Equal(1, await DeedsAsync("elected.unidentified"));
        Assert.Contains($"?noi={key}#noi", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        Assert.Equal(archive, await ArchiveAsync());
        Assert.Equal(election, await Database.Sql.FirstAsync("select id from held_election", row => row.GetInt64(0), Stop));
    }

    [Fact]
    public async Task The_list_above_takes_over_whose_record_a_delegate_is_where_it_had_none()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var record = await PersonAsync(polling, "Nguyễn Văn An", "1985");
        var election = await polling.ArrangeAsync("Delegates", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        Assert.Equal([null], await AboveAsync());
        var key = Regex.Match(await polling.Officer.ReadAsync(Outcome), @"\?noi=([0-9-]+)#noi").Groups[1].Value;
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=Identify", ("who", key), ("record", $"{record}")));
        Assert.Equal([record], await AboveAsync());
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=TakeBack", ("who", key)));
        Assert.Equal([null], await AboveAsync());

        // What the congress above has found itself, it keeps.
        using var district = await Following.SignedInAsync(polling.Site, "huyen", "T002", Role.Officer);
        var listed = await Database.Sql.FirstAsync("select id from listed_delegate", row => row.GetInt64(0), Stop);
        const string Credentials = "/dai-hoi/C/T002/tham-tra";
        await Polling.DoneAsync(district.SendAsync(Credentials + "?handler=Find", ("id", $"{listed}"), ("record", $"{record}")));
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=Identify", ("who", key), ("record", $"{record}")));
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome + "?handler=TakeBack", ("who", key)));
        Assert.Equal([record], await AboveAsync());
    }

    [Fact]
    public async Task Whoever_stands_or_was_elected_is_not_taken_away_while_the_campaign_is_open()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var record = await PersonAsync(polling, "Nguyễn Văn An", "1985");
        var election = await polling.ArrangeAsync("Committee", 1, "Trần Thị Bình");
        await Polling.DoneAsync(polling.Officer.SendAsync($"/bau-cu/{election}", ("name", ""), ("record", $"{record}")));
        Task<string> RefusedAsync() =>
            Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Officer.SendAsync($"/ho-so/{record}?handler=Remove", ("reason", "Ghi nhầm"))
            );
        Assert.Contains("cuộc bầu «Bầu cử», đại hội Tổ chức 3", await RefusedAsync(), StringComparison.Ordinal);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        Assert.Contains("cuộc bầu «Bầu cử», đại hội Tổ chức 3", await RefusedAsync(), StringComparison.Ordinal);
        await Polling.DoneAsync(
            polling.Head.SendAsync("/tai-khoan", $"/bau-cu/{election}?handler=Annul", ("annulBecause", "Bầu lại từ đầu"))
        );
        await Polling.DoneAsync(polling.Officer.SendAsync($"/ho-so/{record}?handler=Remove", ("reason", "Ghi nhầm")));
    }

    /// <summary>A committee of two seats and three names, signed and reported.</summary>
    private static async Task<long> ReportedAsync(Polling polling, string sheet = "9 0 8 7 3")
    {
        await ConsequencesTests.ApprovedAsync(polling);
        var election = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, sheet);
        await Polling.DoneAsync(polling.Officer.SendAsync(Outcome, ("on", "3/3/2020")));
        return election;
    }

    private static Task<HttpResponseMessage> AgainAsync(Polling polling, string page) =>
        polling.Officer.SendAsync(
            Outcome + "?handler=Again",
            ("on", "3/3/2020"),
            ("reported", Following.ValueIn(page, "reported"))
        );

    private static async Task<long> PersonAsync(
        Polling polling,
        string name,
        string born,
        params (string Field, string Text)[] fields
    )
    {
        var organisation = (await polling.Site.Service<OrganisationTree>().FindAsync("T003", Stop))!;
        return await PlantedPeople.AddAsync(polling.Site, organisation, name, born, fields);
    }

    private static string FigureOf(string page, string name) =>
        Regex.Match(page, $"<dt>{name}</dt><dd>([^<]*)</dd>").Groups[1].Value;

    private Task<List<string>> ReportsAsync() =>
        Database.Sql.ListAsync(
            "select elected, withdrawn_on from congress_event where status = 'ResultReported' order by id",
            row => $"{row.GetInt32(0)} {(row.IsDBNull(1) ? "stands" : "withdrawn")}",
            Stop
        );

    private Task<List<long?>> AboveAsync() =>
        Database.Sql.ListAsync(
            "select person_id from listed_delegate",
            row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
            Stop
        );

    private Task<string?> ArchiveAsync() =>
        Database.Sql.FirstAsync("select archive || hash from signed_result", row => row.GetString(0), Stop);

    private Task<long> DeedsAsync(string action) =>
        Database.Sql.FirstAsync(
            "select count(*) from audit_entry where action = @a",
            row => row.GetInt64(0),
            Stop,
            ("a", action)
        );
}
