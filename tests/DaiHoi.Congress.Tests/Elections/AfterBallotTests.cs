using System.Globalization;
using System.Net;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Elections;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What the congress decides where a ballot has left seats open: to vote again, with whom, or to leave them open.</summary>
public abstract class AfterBallotTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AfterBallotTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : AfterBallotTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly (string, string)[] Again = [("goAttending", "9"), ("goFor", "8")];

    [Fact]
    public async Task Tied_for_the_second_time_the_congress_decides_whether_it_votes_again()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 8 5 5");
        // The first tie goes to a ballot among the tied by the rule: nobody is asked, and nothing may stay open.
        Assert.DoesNotContain("goFor", await polling.Officer.ReadAsync($"/bau-cu/{election}"), StringComparison.Ordinal);
        await Polling.RefusedAsync(HttpStatusCode.NotFound, LeaveOpenAsync(polling, election, "9", "9"));
        var second = await polling.ContinueAsync(election);
        await polling.CountOnSheetsAsync(second, "8 1b 4 4");
        // The first ballot is voted on again; of the second nobody has decided, and the guide of the day says so.
        Assert.Equal([true, false], await SettledAsync(polling));

        var page = await polling.Officer.ReadAsync($"/bau-cu/{second}");
        Assert.Contains("cùng được 4 phiếu, chỉ còn 1 chỗ: đại hội quyết định", page, StringComparison.Ordinal);
        Assert.Contains("Có bầu tiếp hay không phải được biểu quyết", page, StringComparison.Ordinal);
        Assert.Contains(
            "Hãy ghi số người dự và số người tán thành",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.FurtherAsync(second)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Chưa quá nửa số người dự",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.FurtherAsync(second, ("goAttending", "8"), ("goFor", "4"))
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Chưa quá nửa số người dự",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, LeaveOpenAsync(polling, second, "8", "4")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(LeaveOpenAsync(polling, second, "9", "7"));
        Assert.Equal([true, true], await SettledAsync(polling));
        // Typed wrongly it is typed again, and the newest counts.
        await Polling.DoneAsync(LeaveOpenAsync(polling, second, "9", "6"));
        await Polling.DoneAsync(LeaveOpenAsync(polling, second, "9", "7"));
        foreach (var path in new[] { $"/bau-cu/{second}", $"/bau-cu/{second}/ket-qua" })
        {
            var said = WebUtility.HtmlDecode(await polling.Officer.ReadAsync(path));
            Assert.Contains("Đại hội quyết định không bầu tiếp: 7/9 người dự tán thành", said, StringComparison.Ordinal);
            Assert.Contains("Giao ban chấp hành bầu bổ sung.", said, StringComparison.Ordinal);
        }

        // A congress may think better of it: the newest decision counts.
        var third = await polling.ContinueAsync(second, Again);
        Assert.DoesNotContain(
            "không bầu tiếp: 7/9",
            WebUtility.HtmlDecode(await polling.Officer.ReadAsync($"/bau-cu/{second}/ket-qua")),
            StringComparison.Ordinal
        );
        await Polling.RefusedAsync(HttpStatusCode.Conflict, LeaveOpenAsync(polling, second, "9", "9"));
        await polling.CountOnSheetsAsync(third, "9 0 5 4");
        Assert.Equal(["Lê Văn Chính 4 không trúng cử", "Trần Thị Bình 5 trúng cử"], (await polling.OutcomesAsync(third)).Order());
    }

    [Fact]
    public async Task Seats_that_stay_open_stand_in_the_resolution_and_a_corrected_result_asks_anew()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Delegates", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 9 3 2");
        // After the first ballot the rule is to vote on.
        await Polling.RefusedAsync(HttpStatusCode.NotFound, LeaveOpenAsync(polling, election, "9", "9"));
        var second = await polling.ContinueAsync(election, ("numbers", "2"), ("numbers", "3"));
        await Polling.DoneAsync(polling.CloseAsync(second));
        await polling.CountOnSheetsAsync(second, "7 2b 4 3");
        Assert.DoesNotContain("khôngbầutiếp", await ResolutionAsync(polling, second), StringComparison.Ordinal);
        await Polling.DoneAsync(LeaveOpenAsync(polling, second, "9", "8"));
        Assert.Contains(
            "khôngbầutiếp1chỗcònthiếu(8/9ngườidựtánthành).Giaobanchấphànhbầubổsung.",
            await ResolutionAsync(polling, second),
            StringComparison.Ordinal
        );

        await polling.CorrectAsync(second, "8 1b 4 4");
        await Polling.DoneAsync(polling.SignAsync(second));
        Assert.DoesNotContain("khôngbầutiếp", await ResolutionAsync(polling, second), StringComparison.Ordinal);
        Assert.Contains("handler=LeaveOpen", await polling.Officer.ReadAsync($"/bau-cu/{second}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_joins_the_list_of_a_further_ballot_before_the_congress_has_decided_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync(
            "Committee",
            3,
            "Nguyễn Văn An",
            "Trần Thị Bình",
            "Lê Văn Chính",
            "Phạm Thị Dung"
        );
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "9 0 9 8 3 2");
        var further = await polling.ContinueAsync(election, ("numbers", "3"), ("numbers", "4"));
        Assert.Contains(
            "Chưa có biểu quyết bổ sung người",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(further, "Hoàng Văn Giang")),
            StringComparison.Ordinal
        );
        await Polling.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            polling.ListAsync(further, "Join", ("joinAttending", "9"), ("joinFor", "10"))
        );
        await Polling.RefusedAsync(
            HttpStatusCode.NotFound,
            polling.ListAsync(election, "Join", ("joinAttending", "9"), ("joinFor", "9"))
        );
        await Polling.DoneAsync(polling.ListAsync(further, "Join", ("joinAttending", "9"), ("joinFor", "6")));
        Assert.Contains(
            "Đại hội đồng ý bổ sung người vào danh sách: 6/9",
            await polling.Officer.ReadAsync($"/bau-cu/{further}"),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.AddAsync(further, "Hoàng Văn Giang"));
        Assert.Contains(
            "«Nguyễn Văn An» đã trúng cử ở lần bầu khác",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(further, "Nguyễn Văn An")),
            StringComparison.Ordinal
        );

        // Three for one seat is more than a first list may hold: named with its article, and the congress decides.
        var asked = await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.CloseAsync(further));
        Assert.Contains("không nói riêng về lần bầu tiếp", asked, StringComparison.Ordinal);
        await Polling.DoneAsync(polling.ListAsync(further, "Close", ("attending", "9"), ("votesFor", "9"), ("beyond", "true")));
        await polling.CountOnSheetsAsync(further, "9 0 1 1 7");
        Assert.Contains("Hoàng Văn Giang 7 trúng cử", await polling.OutcomesAsync(further));
    }

    [Fact]
    public async Task A_secretary_whom_the_youth_congress_did_not_elect_in_two_ballots_is_elected_by_its_new_committee()
    {
        await using var polling = await Polling.OpenAsync(Database, "youth");
        await Polling.DoneAsync(
            polling.Officer.SendAsync(
                "/dai-hoi/C/T003",
                ("status", "Preparing"),
                ("on", "01/02/2020"),
                ("kind", "members"),
                ("key", "")
            )
        );
        var first = await polling.ArrangeOfAsync("Members", "Secretary", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(first));
        await polling.CountOnSheetsAsync(first, "7 2b 4 3");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecretaryAsync(polling, "Committee")).Status);
        var second = await polling.ContinueAsync(first, ("numbers", "1"), ("numbers", "2"));
        await Polling.DoneAsync(polling.CloseAsync(second));
        await polling.CountOnSheetsAsync(second, "7 2b 4 3");
        var result = await polling.Officer.ReadAsync($"/bau-cu/{second}/ket-qua");
        Assert.Contains("việc bầu bí thư chuyển cho ban chấp hành mới", result, StringComparison.Ordinal);
        var page = await polling.Officer.ReadAsync($"/bau-cu/{second}");
        Assert.DoesNotContain("handler=Further", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=LeaveOpen", page, StringComparison.Ordinal);
        Assert.Equal([true, true], await SettledAsync(polling));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecretaryAsync(polling, "Members")).Status);
        var (status, committee) = await SecretaryAsync(polling, "Committee");
        Assert.Equal(HttpStatusCode.Redirect, status);
        // And that one stands in the way of a third.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SecretaryAsync(polling, "Committee")).Status);

        await Polling.DoneAsync(polling.AddAsync(committee, "Lê Văn Chính"));
        await Polling.DoneAsync(polling.CloseAsync(committee));
        await polling.CountOnSheetsAsync(committee, "9 0 8");
        // Whom the congress did not elect it does not elect by a correction either, once the committee has.
        await polling.CorrectAsync(second, "9 0 6 3");
        Assert.Contains(
            "«Lê Văn Chính» đã trúng cử bí thư ở một cuộc bầu khác",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.SignAsync(second)),
            StringComparison.Ordinal
        );
        // Papers of a meeting of the committee speak of no congress.
        var minutes = await ElectionPaperTests.DocxAsync(
            polling.Officer,
            $"/bau-cu/{committee}/van-ban?handler=Docx&giay=bien-ban-kiem-phieu"
        );
        Assert.Contains("trướchộinghị", minutes, StringComparison.Ordinal);
        Assert.DoesNotContain("trướcđạihội", minutes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_elected_the_resolution_and_the_outcome_say_what_was_decided()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var first = await polling.ArrangeAsync("Secretary", 1, "Nguyễn Văn An", "Trần Thị Bình");
        await Polling.DoneAsync(polling.CloseAsync(first));
        await polling.CountOnSheetsAsync(first, "7 2b 4 3");
        var second = await polling.ContinueAsync(first, ("numbers", "1"), ("numbers", "2"));
        await Polling.DoneAsync(polling.CloseAsync(second));
        await polling.CountOnSheetsAsync(second, "7 2b 4 3");
        const string Outcome = "/dai-hoi/C/T003/ket-qua";
        Assert.Contains("còn thiếu 1.", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        await Polling.DoneAsync(LeaveOpenAsync(polling, second, "9", "8"));
        Assert.Contains("không bầu tiếp (8/9", await polling.Officer.ReadAsync(Outcome), StringComparison.Ordinal);
        var resolution = await ResolutionAsync(polling, second);
        Assert.Contains("khôngaitrúngcử", resolution, StringComparison.Ordinal);
        Assert.Contains("khôngbầutiếp1chỗcònthiếu(8/9", resolution, StringComparison.Ordinal);
        // Its new committee elects him; then the congress votes no more.
        Assert.Equal(HttpStatusCode.Redirect, (await SecretaryAsync(polling, "Committee")).Status);
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.FurtherAsync(second, Again));
    }

    [Fact]
    public async Task Alternates_come_from_all_who_are_left_of_the_one_list_whatever_ballots_lay_between()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync(
            "Delegates",
            3,
            "Nguyễn Văn An",
            "Trần Thị Bình",
            "Lê Văn Chính",
            "Phạm Thị Dung"
        );
        await Polling.DoneAsync(polling.CloseAsync(election));
        await polling.CountOnSheetsAsync(election, "8 1b 8 7 3 2");
        var further = await polling.ContinueAsync(election, ("numbers", "3"));
        await Polling.DoneAsync(polling.CloseAsync(further));
        await polling.CountOnSheetsAsync(further, "9 0 6");
        var page = await polling.Officer.ReadAsync($"/bau-cu/{further}");
        Assert.Contains("Bầu cử (đại biểu dự khuyết)", page, StringComparison.Ordinal);
        var alternates = await polling.ContinueAsync(further, ("seats", "1"), ("numbers", $"{election}-4"));
        // An official delegate is no alternate as well, though people may join the list.
        await Polling.DoneAsync(polling.ListAsync(alternates, "Join", ("joinAttending", "9"), ("joinFor", "9")));
        Assert.Contains(
            "«Lê Văn Chính» đã trúng cử ở lần bầu khác",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(alternates, "Lê Văn Chính")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.CloseAsync(alternates));
        await polling.CountOnSheetsAsync(alternates, "9 0 8");
        Assert.Equal(["Phạm Thị Dung 8 trúng cử"], await polling.OutcomesAsync(alternates));
        Assert.Contains("dựkhuyết", await ResolutionAsync(polling, alternates), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_elects_nobody_whom_another_election_has_elected_to_the_same()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var first = await polling.ArrangeAsync("Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(first));
        await polling.CountOnSheetsAsync(first, "9 0 8 3 2");
        var more = await polling.ArrangeAsync("Committee", 1, "Lê Văn Chính", "Phạm Thị Dung");
        await Polling.DoneAsync(polling.CloseAsync(more));
        await polling.CountOnSheetsAsync(more, "9 0 7 2");
        await polling.CorrectAsync(first, "9 0 8 3 7");
        Assert.Contains(
            "«Lê Văn Chính» đã trúng cử ở lần bầu khác",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.SignAsync(first)),
            StringComparison.Ordinal
        );
    }

    private async Task<List<bool>> SettledAsync(Polling polling)
    {
        await using var database = Database.Factory.Create();
        var congress = await database.Set<HeldElection>().Select(one => one.CongressId).FirstAsync(Stop);
        var held = await polling.Site.Service<IElectionsOfTheDay>().OfAsync(congress, Stop);
        return [.. held.OrderBy(one => one.Id).Select(one => one.IsSettled)];
    }

    private static Task<string> ResolutionAsync(Polling polling, long election) =>
        ElectionPaperTests.DocxAsync(polling.Officer, $"/bau-cu/{election}/van-ban?handler=Docx&giay=nghi-quyet");

    private static async Task<(HttpStatusCode Status, long Election)> SecretaryAsync(Polling polling, string kind)
    {
        using var answer = await polling.Officer.SendAsync(
            "/dai-hoi/C/T003/bau-cu",
            ("title", "Ban chấp hành bầu bí thư"),
            ("post", "Secretary"),
            ("seats", "1"),
            ("kind", kind)
        );
        return (
            answer.StatusCode,
            answer.Headers.Location is { } there ? long.Parse(there.ToString().Split('/')[^1], CultureInfo.InvariantCulture) : 0
        );
    }

    private static Task<HttpResponseMessage> LeaveOpenAsync(Polling polling, long election, string attending, string votesFor) =>
        polling.ListAsync(
            election,
            "LeaveOpen",
            ("openAttending", attending),
            ("openFor", votesFor),
            ("openWords", "Giao ban chấp hành bầu bổ sung.")
        );
}
