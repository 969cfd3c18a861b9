using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.Elections;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What a congress decides goes on: delegates to the congress above, figures to the campaign, names to be ratified.</summary>
public abstract class OutcomeTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : OutcomeTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : OutcomeTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_delegate_elected_below_stands_on_the_list_above()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var above = await Following.SignedInAsync(polling.Site, "huyen", "T002", Role.Officer);
        var election = await polling.ArrangeAsync("Delegates", 2, "Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 8 7 3");
        var list = WebUtility.HtmlDecode(await above.ReadAsync("/dai-hoi/C/T002/dai-bieu"));
        Assert.Matches("Nguyễn Văn An</th><td>Được bầu", list);
        Assert.Matches("Trần Thị Bình</th><td>Được bầu", list);
        Assert.DoesNotContain("Lê Văn Chính", list, StringComparison.Ordinal);

        // The others are elected as alternates, from the same list.
        var alternates = await polling.ContinueAsync(election, ("seats", "1"), ("numbers", "3"));
        await Polling.DoneAsync(polling.CloseAsync(alternates));
        await polling.CountOnSheetsAsync(alternates, "9 0 6");
        list = WebUtility.HtmlDecode(await above.ReadAsync("/dai-hoi/C/T002/dai-bieu"));
        Assert.Matches("Lê Văn Chính</th><td>Dự khuyết", list);
    }

    [Fact]
    public async Task A_corrected_result_puts_the_list_above_right()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var above = await Following.SignedInAsync(polling.Site, "huyen", "T002", Role.Officer);
        var election = await polling.ArrangeAsync("Delegates", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        Assert.Matches(
            "Nguyễn Văn An</th><td>Được bầu",
            WebUtility.HtmlDecode(await above.ReadAsync("/dai-hoi/C/T002/dai-bieu"))
        );
        await Polling.DoneAsync(
            polling.Head.SendAsync(
                $"/bau-cu/{election}/ket-qua",
                $"/bau-cu/{election}/ket-qua?handler=Correct",
                ("reason", "Đọc nhầm")
            )
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(polling.Third, election, "Look", ("batch", "1"), ("number", "0"), ("marks", "9 0 2 7"))
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(
                polling.Head,
                election,
                "Decide",
                ("batch", "1"),
                ("number", "0"),
                ("marks", "9 0 2 7"),
                ("reason", "")
            )
        );
        await Polling.DoneAsync(polling.SignAsync(election));
        var list = WebUtility.HtmlDecode(await above.ReadAsync("/dai-hoi/C/T002/dai-bieu"));
        Assert.Matches("Trần Thị Bình</th><td>Được bầu", list);
        Assert.Matches("Nguyễn Văn An</th><td lang=\"vi\">Không còn trong kết quả", list);
    }

    /// <summary>Its quorum and its base are counted from the list with which it began.</summary>
    [Fact]
    public async Task A_hall_that_has_begun_takes_nobody_who_is_elected_later_and_the_log_says_so()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var above = await Assembled.OnAsync(polling.Site);
        using var officer = above.Officer;
        await above.ElectedAsync(("Phạm Thị Dung", 66, false));
        var session = await above.SessionAsync();
        var numbers = await above.NumbersAsync(session);
        await Assembled.DoneAsync(above.MarkAsync(officer, session, numbers["Phạm Thị Dung"], "Arrived", "k1"));
        var election = await polling.ArrangeAsync("Delegates", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        Assert.Equal(["Phạm Thị Dung"], (await above.NumbersAsync(session)).Keys);
        Assert.Contains(
            "Kết quả bầu đại biểu ở Tổ chức 3 được ký, đính chính hoặc hủy lúc",
            WebUtility.HtmlDecode(await officer.ReadAsync("/dai-hoi/C/T002/dai-bieu")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Chưa có trong danh sách đại biểu của đại hội cấp trên",
            WebUtility.HtmlDecode(await polling.Officer.ReadAsync("/dai-hoi/C/T003/ket-qua")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Tổ chức 2",
            await Database.Sql.FirstAsync(
                "select subject_name from audit_entry where action = 'delegates.not-received'",
                row => row.GetString(0),
                Stop
            )
        );
    }

    [Fact]
    public async Task The_hall_sees_a_result_when_the_presidium_releases_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var presidium = await polling.WithDutyAsync("chu-tich", "Presidium");
        var election = await polling.ArrangeAsync("Committee", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        Assert.DoesNotContain(
            "Nguyễn Văn An",
            WebUtility.HtmlDecode(await presidium.ReadAsync("/dai-hoi/C/T003/man-hinh")),
            StringComparison.Ordinal
        );
        // The head of the board has signed, and does not release.
        using (
            var refused = await polling.Head.SendAsync(
                $"/bau-cu/{election}/ket-qua",
                $"/bau-cu/{election}/ket-qua?handler=Release"
            )
        )
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await Polling.DoneAsync(
            presidium.SendAsync($"/bau-cu/{election}/ket-qua", $"/bau-cu/{election}/ket-qua?handler=Release")
        );
        var screen = WebUtility.HtmlDecode(await presidium.ReadAsync("/dai-hoi/C/T003/man-hinh"));
        Assert.Matches("Nguyễn Văn An</th>.*>7</td>", screen);
        Assert.DoesNotContain("Trần Thị Bình", screen, StringComparison.Ordinal);
        presidium.Dispose();
    }

    [Fact]
    public async Task The_level_above_ratifies_by_name_or_returns()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var country = new Country(polling.Site.Services, Database.Factory);
        await country.AdoptAsync();
        foreach (
            var (status, day) in new[]
            {
                (CongressStatus.Preparing, 1),
                (CongressStatus.PlanSubmitted, 5),
                (CongressStatus.PlanApproved, 9),
            }
        )
            await country.RecordAsync(3, status, new(2020, 2, day));
        using var checker = await Following.SignedInAsync(polling.Site, "kiem-duyet", "T002", Role.Checker);
        using var other = await Following.SignedInAsync(polling.Site, "ban-canh", "T004", Role.Checker, Role.Officer);
        var election = await polling.ArrangeOfAsync("Members", "Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 8 7 3");
        const string page = "/dai-hoi/C/T003/ket-qua";
        using (var hidden = await other.GetAsync(page))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await Polling.DoneAsync(polling.Officer.SendAsync(page, ("on", "3/3/2020")));
        var shown = WebUtility.HtmlDecode(await checker.ReadAsync(page));
        Assert.Contains("Đã báo cáo kết quả ngày 03/03/2020", shown, StringComparison.Ordinal);
        // Fifteen working days after it.
        Assert.Contains("24/3/2020", shown, StringComparison.Ordinal);
        Assert.Contains("24/03/2020", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        // Returned, reported again.
        await Polling.DoneAsync(checker.SendAsync(page, page + "?handler=Return", ("because", "Thiếu biên bản")));
        Assert.Contains("Thiếu biên bản", WebUtility.HtmlDecode(await polling.Officer.ReadAsync(page)), StringComparison.Ordinal);
        await Polling.DoneAsync(polling.Officer.SendAsync(page, ("on", "3/3/2020")));

        var form = await checker.ReadAsync(page);
        var key = Following.ValueIn(form, "refused");
        var second = form.Split("name=\"shown\" value=\"")[2].Split('"')[0];
        Assert.Contains(
            "lý do không chuẩn y",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                checker.SendAsync(
                    page,
                    page + "?handler=Ratify",
                    ("paper", "Quyết định số 9-QĐ/HU"),
                    ("complaint", "true"),
                    ("shown", key),
                    ("shown", second),
                    ("refused", key)
                )
            ),
            StringComparison.Ordinal
        );
        // Who entered the report may not decide on it, and nobody below may.
        using (var own = await polling.Officer.SendAsync(page, page + "?handler=Ratify", ("paper", "x"), ("complaint", "true")))
            Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
        await Polling.DoneAsync(
            checker.SendAsync(
                page,
                page + "?handler=Ratify",
                ("paper", "Quyết định số 9-QĐ/HU"),
                ("complaint", "true"),
                ("shown", key),
                ("shown", second),
                ("refused", key),
                ($"reasons[{key}]", "Chưa đủ tiêu chuẩn")
            )
        );
        // Nothing is written over by a second form with another paper.
        Assert.Contains(
            "Đã có quyết định chuẩn y khác",
            await Polling.RefusedAsync(
                HttpStatusCode.Conflict,
                checker.SendAsync(page, page + "?handler=Ratify", ("paper", "Quyết định khác"), ("complaint", "true"))
            ),
            StringComparison.Ordinal
        );
        shown = WebUtility.HtmlDecode(await polling.Officer.ReadAsync(page));
        Assert.Contains("Cấp trên đã chuẩn y", shown, StringComparison.Ordinal);
        Assert.Contains("Quyết định số 9-QĐ/HU", shown, StringComparison.Ordinal);
        Assert.Contains("Chưa đủ tiêu chuẩn", shown, StringComparison.Ordinal);
        Assert.Contains("<span>Chuẩn y</span>", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballots_are_destroyed_after_their_time_and_by_decision()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 7 2");
        var page = $"/bau-cu/{election}/ket-qua";
        Assert.Contains(
            "Chưa ghi niêm phong, bàn giao",
            WebUtility.HtmlDecode(await polling.Officer.ReadAsync("/viec-cua-toi")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(
            polling.Head.SendAsync(page, page + "?handler=Seal", ("sealedOn", "3/3/2020"), ("handedTo", "Văn phòng Huyện ủy"))
        );
        Assert.Contains("03/09/2020", await polling.Officer.ReadAsync(page), StringComparison.Ordinal);
        Assert.Contains(
            "lưu giữ 6 tháng",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Officer.SendAsync(page, page + "?handler=Destroy", ("destroyedOn", "3/3/2020"), ("under", "QĐ 1"))
            ),
            StringComparison.Ordinal
        );
    }
}
