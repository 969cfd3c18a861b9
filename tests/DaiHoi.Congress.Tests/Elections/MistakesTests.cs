using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Slips of tired people and wishes of dishonest ones at a list, a box, a signature and a seal.</summary>
public abstract class MistakesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : MistakesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : MistakesTests(database), IClassFixture<PostgresTestDatabase>;

    private static readonly string[] Four = ["Trần Thị Bình", "Nguyễn Văn An", "Phạm Thị Dung", "Lê Văn Chính"];

    [Fact]
    public async Task An_election_that_was_arranged_by_mistake_is_annulled_and_stands_in_nobodys_way()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var mistaken = await polling.ArrangeAsync("Committee", 3, Four);
        await RefusedAsync(polling.ListAsync(mistaken, "Annul", ("annulBecause", " ")), "Hãy ghi lý do");
        using (
            var stranger = await polling.First.SendAsync("/tai-khoan", $"/bau-cu/{mistaken}?handler=Annul", ("annulBecause", "x"))
        )
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        await Polling.DoneAsync(polling.ListAsync(mistaken, "Annul", ("annulBecause", "Lập nhầm")));
        var page = WebUtility.HtmlDecode(await polling.Officer.ReadAsync($"/bau-cu/{mistaken}"));
        Assert.Contains("Cuộc bầu này đã hủy", page, StringComparison.Ordinal);
        Assert.Contains("Lập nhầm", page, StringComparison.Ordinal);
        Assert.Contains("Trần Thị Bình", page, StringComparison.Ordinal);
        using (var late = await polling.AddAsync(mistaken, "Hoàng Văn Giang"))
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.DoesNotContain(
            "cuộc bầu chưa ký kết quả",
            WebUtility.HtmlDecode(await polling.Officer.ReadAsync("/dai-hoi/C/T003/ket-qua")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Delegates_of_an_annulled_result_stand_on_no_list_and_a_further_ballot_goes_first()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var above = await Following.SignedInAsync(polling.Site, "huyen", "T002", Role.Officer);
        var election = await polling.ArrangeAsync("Delegates", 2, "Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 8 7 3");
        var alternates = await polling.ContinueAsync(election, ("seats", "1"), ("numbers", "3"));
        using (var officer = await polling.ListAsync(election, "Annul", ("annulBecause", "Bầu lại")))
            Assert.Equal(HttpStatusCode.NotFound, officer.StatusCode);
        await RefusedAsync(AnnulAsync(polling.Head, election), "hãy hủy lần bầu tiếp theo trước");
        await Polling.DoneAsync(polling.ListAsync(alternates, "Annul", ("annulBecause", "Bầu lại")));
        await Polling.DoneAsync(AnnulAsync(polling.Head, election));
        Assert.DoesNotMatch(
            "Nguyễn Văn An</th><td>Được bầu",
            WebUtility.HtmlDecode(await above.ReadAsync("/dai-hoi/C/T002/dai-bieu"))
        );
    }

    [Fact]
    public async Task A_correction_says_something_new_or_ends_without_a_version()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 9 8 7 2");
        await Polling.DoneAsync(CorrectAsync(polling, election));
        await RefusedAsync(polling.SignAsync(election), "Chưa có gì khác với bản đã ký");
        await Polling.DoneAsync(Polling.AtTableAsync(polling.Head, election, "Keep"));
        Assert.DoesNotContain("?ban=2", await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua"), StringComparison.Ordinal);
        Assert.Equal(
            ["Nguyễn Văn An 9 trúng cử", "Trần Thị Bình 8 trúng cử", "Lê Văn Chính 7 trúng cử", "Phạm Thị Dung 2 không trúng cử"],
            await polling.OutcomesAsync(election)
        );
    }

    [Fact]
    public async Task No_correction_takes_the_ground_from_under_the_ballot_that_has_followed()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 9 8 3 2");
        var further = await polling.ContinueAsync(election, ("numbers", "3"), ("numbers", "4"));
        Assert.Contains(
            $"href=\"/bau-cu/{further}\"",
            await polling.Officer.ReadAsync($"/bau-cu/{election}"),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(CorrectAsync(polling, election));
        await Polling.DoneAsync(
            Polling.AtTableAsync(polling.Third, election, "Look", ("batch", "1"), ("number", "0"), ("marks", "9 0 9 8 7 2"))
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(polling.Head, election, "Decide", ("batch", "1"), ("number", "0"), ("marks", "9 0 9 8 7 2"))
        );
        await RefusedAsync(polling.SignAsync(election), "Hãy hủy lần bầu tiếp theo trước khi ký");
        await Polling.DoneAsync(polling.ListAsync(further, "Annul", ("annulBecause", "Lần đầu đọc nhầm")));
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Contains("Lê Văn Chính 7 trúng cử", await polling.OutcomesAsync(election));
    }

    [Fact]
    public async Task Ballots_are_sealed_after_the_box_was_opened_and_once()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 9 8 7 2");
        await RefusedAsync(SealAsync(polling, election, "02/03/2020", "Văn phòng"), "không trước ngày mở hòm phiếu (03/03/2020)");
        await Polling.DoneAsync(SealAsync(polling, election, "03/03/2020", "Văn phòng"));
        await Polling.DoneAsync(SealAsync(polling, election, "03/03/2020", "Văn phòng"));
        Assert.Contains(
            "Đã ghi niêm phong ngày 03/03/2020, giao cho Văn phòng",
            await Polling.RefusedAsync(HttpStatusCode.Conflict, SealAsync(polling, election, "03/03/2020", "Kho lưu trữ")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_stands_once_and_of_two_namesakes_each_can_be_told()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four[..3]);
        await RefusedAsync(polling.AddAsync(election, "NGUYỄN VĂN AN"), "đã có tên trong danh sách");
        await Polling.DoneAsync(polling.AddAsync(election, "Nguyễn Văn An (1985)"));
        await Polling.DoneAsync(polling.CloseAsync(election));
        var page = WebUtility.HtmlDecode(await polling.Officer.ReadAsync($"/bau-cu/{election}"));
        // By the given name, not by what stands in brackets.
        Assert.Matches("(?s)>Nguyễn Văn An<.*>Nguyễn Văn An \\(1985\\)<.*>Trần Thị Bình<", page);
    }

    [Theory]
    [InlineData("source", "Remaining")]
    [InlineData("source", "Friends")]
    public async Task Nobody_comes_onto_a_first_list_by_a_door_that_no_form_has(string field, string value)
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        using var forged = await polling.AddAsync(election, "Bùi Văn Khoa", (field, value));
        Assert.Contains(forged.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("Bùi Văn Khoa", await polling.Officer.ReadAsync($"/bau-cu/{election}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Alternates", "Members", HttpStatusCode.BadRequest, "")]
    [InlineData("Nonsense", "Members", HttpStatusCode.BadRequest, "")]
    [InlineData("Committee", "Delegates", HttpStatusCode.UnprocessableEntity, "Loại đại hội không đúng với đại hội đã ghi")]
    public async Task What_no_form_offers_is_not_arranged(string post, string kind, HttpStatusCode status, string said)
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var forged = await polling.Officer.SendAsync(
            "/dai-hoi/C/T003/bau-cu",
            ("title", "Bầu"),
            ("post", post),
            ("seats", "1"),
            ("kind", kind)
        );
        Assert.Equal(status, forged.StatusCode);
        Assert.Contains(
            said,
            WebUtility.HtmlDecode(await forged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
        Assert.Contains("Chưa có cuộc bầu", await polling.Officer.ReadAsync("/dai-hoi/C/T003/bau-cu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_elections_of_one_kind_are_asked_about_and_a_list_has_a_name_for_each_seat()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, "Trần Thị Bình", "Nguyễn Văn An");
        await RefusedAsync(
            polling.Officer.SendAsync(
                "/dai-hoi/C/T003/bau-cu",
                ("title", "Bầu lần nữa"),
                ("post", "Committee"),
                ("seats", "1"),
                ("kind", "Delegates")
            ),
            "Đại hội đã có cuộc bầu cùng loại"
        );
        await RefusedAsync(polling.CloseAsync(election), "Số lượng cần bầu là 3 nhưng danh sách chỉ có 2 người");
    }

    [Fact]
    public async Task The_list_is_closed_once_with_its_figures()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Contains(
            "Danh sách đã chốt",
            await Polling.RefusedAsync(
                HttpStatusCode.Conflict,
                polling.ListAsync(election, "Close", ("attending", "9"), ("votesFor", "8"))
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Figures_that_the_hall_cannot_have_are_refused()
    {
        await using var polling = await Polling.OpenAsync(Database);
        foreach (var place in Enumerable.Range(1, 10))
            await Polling.DoneAsync(
                polling.Officer.SendAsync(
                    "/dai-hoi/C/T003/dai-bieu",
                    ("name", $"Đại biểu {(char)('A' + place)}"),
                    ("kind", "Member"),
                    ("delegation", "")
                )
            );
        await Polling.DoneAsync(
            polling.Officer.SendAsync(
                "/dai-hoi/C/T003/chuong-trinh",
                "/dai-hoi/C/T003/chuong-trinh?handler=Session",
                ("name", "Phiên họp"),
                ("on", "3/3/2020"),
                ("starts", "0:01"),
                ("ends", "23:50")
            )
        );
        var election = await polling.ArrangeOfAsync("Members", "Committee", 3, Four);
        await RefusedAsync(
            polling.ListAsync(election, "Close", ("attending", "11"), ("votesFor", "11")),
            "11 nhiều hơn số người được triệu tập (10)"
        );
        await Polling.DoneAsync(polling.CloseAsync(election));
        // Nobody is checked in, and nine are said to be there: the head counts again and says so.
        await RefusedAsync(polling.OpenBoxAsync(election, 9, 9), "Điểm danh đang ghi 0 người có mặt");
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 9, "Ballots", ("differs", "true")));
    }

    [Fact]
    public async Task Too_small_a_congress_opens_no_box()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Four);
        await Polling.DoneAsync(polling.CloseAsync(election));
        await RefusedAsync(
            Polling.AtTableAsync(
                polling.Head,
                election,
                "Box",
                ("summoned", "20"),
                ("present", "9"),
                ("issued", "9"),
                ("collected", "9"),
                ("size", "9"),
                ("method", "Ballots")
            ),
            "chưa đủ"
        );
    }

    [Fact]
    public async Task Who_has_sat_with_one_group_never_sits_with_another_and_a_candidate_reads_no_journal()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        await polling.EnterAsync(polling.First, election, 1, "1", "2", "3", "4", "1");
        var page = await polling.Officer.ReadAsync("/dai-hoi/C/T003/nhiem-vu");
        var duty = System
            .Text.RegularExpressions.Regex.Match(page, "(?s)Người to-mot.*?name=\"id\" value=\"(\\d+)\"")
            .Groups[1]
            .Value;
        await Polling.DoneAsync(
            polling.Officer.SendAsync("/dai-hoi/C/T003/nhiem-vu", "/dai-hoi/C/T003/nhiem-vu?handler=End", ("id", duty))
        );
        foreach (var other in new[] { "BoardGroupB", "BoardThird" })
            await RefusedAsync(polling.GiveAsync("to-mot", other), "ai đã biết phiếu của một tổ thì không sang tổ khác");
        await RefusedAsync(polling.GiveAsync("can-bo", "BoardHead"), "Ban Kiểm phiếu đã có trưởng ban");
        using var hidden = await polling.First.GetAsync($"/bau-cu/{election}/nhat-ky/1");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    private static Task<HttpResponseMessage> AnnulAsync(Visitor person, long election) =>
        person.SendAsync($"/bau-cu/{election}", $"/bau-cu/{election}?handler=Annul", ("annulBecause", "Bầu lại từ đầu"));

    private static Task<HttpResponseMessage> CorrectAsync(Polling polling, long election) =>
        polling.Head.SendAsync(
            $"/bau-cu/{election}/ket-qua",
            $"/bau-cu/{election}/ket-qua?handler=Correct",
            ("reason", "Đọc nhầm phiếu tổng hợp")
        );

    private static Task<HttpResponseMessage> SealAsync(Polling polling, long election, string on, string to) =>
        polling.Head.SendAsync(
            $"/bau-cu/{election}/ket-qua",
            $"/bau-cu/{election}/ket-qua?handler=Seal",
            ("sealedOn", on),
            ("handedTo", to)
        );

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string said) =>
        Assert.Contains(said, await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, sending), StringComparison.Ordinal);
}
