using System.Net;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What follows a signed ballot: a tie, seats that nobody has, alternates, offices of a body that was elected.</summary>
public abstract class FurtherBallotTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : FurtherBallotTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : FurtherBallotTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_tie_across_the_last_seat_is_decided_by_a_ballot_among_the_tied()
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
        // Base 9: An and Bình are elected, Chính and Dung have five votes each for the third seat.
        await polling.CountOnSheetsAsync(election, "9 0 9 8 5 5");
        Assert.Equal(
            [
                "Nguyễn Văn An 9 trúng cử",
                "Trần Thị Bình 8 trúng cử",
                "Lê Văn Chính 5 bằng phiếu, chưa xác định",
                "Phạm Thị Dung 5 bằng phiếu, chưa xác định",
            ],
            await polling.OutcomesAsync(election)
        );
        var page = await polling.Officer.ReadAsync($"/bau-cu/{election}");
        Assert.Contains("Bầu lại giữa những người bằng phiếu", page, StringComparison.Ordinal);
        // Whoever is named: among the tied all of them stand, and the list is closed with the ballot before.
        var tied = await polling.ContinueAsync(election, ("numbers", "3"), ("title", "Bầu lại"));
        Assert.Equal(tied, await polling.ContinueAsync(election));
        var list = await polling.Officer.ReadAsync($"/bau-cu/{tied}");
        Assert.Contains("Đã chốt danh sách", list, StringComparison.Ordinal);
        Assert.Contains("Lê Văn Chính", list, StringComparison.Ordinal);
        Assert.Contains("Phạm Thị Dung", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần Thị Bình", list, StringComparison.Ordinal);
        // More votes win, though four of nine are less than half.
        await polling.CountOnSheetsAsync(tied, "7 2b 3 4");
        Assert.Equal(["Lê Văn Chính 3 không trúng cử", "Phạm Thị Dung 4 trúng cử"], await polling.OutcomesAsync(tied));
        Assert.DoesNotContain("handler=Further", await polling.Officer.ReadAsync($"/bau-cu/{tied}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seats_that_nobody_has_are_voted_on_again_among_those_who_are_left()
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
        await polling.CountOnSheetsAsync(election, "9 0 9 8 4 3");
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.FurtherAsync(election));
        var further = await polling.ContinueAsync(election, ("numbers", "3"), ("numbers", "4"));
        var page = await polling.Officer.ReadAsync($"/bau-cu/{further}");
        Assert.Contains("Đang lập danh sách", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Lần bầu</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Số lượng được bầu</dt><dd>1</dd>", page, StringComparison.Ordinal);
        await Polling.DoneAsync(polling.CloseAsync(further));
        await polling.CountOnSheetsAsync(further, "9 0 6 3");
        Assert.Equal(["Lê Văn Chính 6 trúng cử", "Phạm Thị Dung 3 không trúng cử"], await polling.OutcomesAsync(further));
    }

    [Fact]
    public async Task Alternates_follow_the_official_delegates_from_the_one_list()
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
        await polling.CountOnSheetsAsync(election, "9 0 8 7 6 1");
        Assert.Contains(
            "Số lượng được bầu phải từ 1",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.FurtherAsync(election, ("numbers", "4"))),
            StringComparison.Ordinal
        );
        var alternates = await polling.ContinueAsync(
            election,
            ("seats", "1"),
            ("numbers", "4"),
            ("title", "Bầu đại biểu dự khuyết")
        );
        var page = await polling.Officer.ReadAsync($"/bau-cu/{alternates}");
        Assert.Contains("đại biểu dự khuyết", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn An", page, StringComparison.Ordinal);
        await Polling.DoneAsync(polling.CloseAsync(alternates));
        await polling.CountOnSheetsAsync(alternates, "9 0 7");
        Assert.Equal(["Phạm Thị Dung 7 trúng cử"], await polling.OutcomesAsync(alternates));
    }

    [Fact]
    public async Task Without_a_surplus_each_line_says_agree_or_not()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Delegates", 3, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 9));
        await Polling.DoneAsync(polling.TakeAsync(polling.First, election, 1));
        Assert.Contains(
            "Gõ số thứ tự người không đồng ý",
            await polling.First.ReadAsync(Polling.PathOf(election, 1, polling.First, polling)),
            StringComparison.Ordinal
        );
        // Worked example 5: agree on An, nothing on Bình, both on Chính; and eight more.
        string[] ballots = ["2- 3+", "", "3", "3", "", "1 2 3", "2-", "3+", ""];
        for (var i = 0; i < ballots.Length; i++)
            await Polling.DoneAsync(polling.TypeAsync(polling.First, election, 1, i + 1, ballots[i]));
        await Polling.DoneAsync(polling.HandInAsync(polling.First, election, 1));
        await polling.EnterAsync(polling.Second, election, 1, ballots);
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Equal(
            ["Nguyễn Văn An 8 trúng cử", "Trần Thị Bình 6 trúng cử", "Lê Văn Chính 4 không trúng cử"],
            await polling.OutcomesAsync(election)
        );
    }

    [Fact]
    public async Task Figures_of_the_hall_are_corrected_with_what_was_signed_and_the_ballots_stay()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        // Base 9 (10 summoned, one absent throughout): five of nine are more than half.
        await polling.CountOnSheetsAsync(election, "9 0 9 5 4");
        Assert.Contains("Trần Thị Bình 5 trúng cử", await polling.OutcomesAsync(election));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, FiguresAsync(polling, election, "9", "1"));
        await Polling.DoneAsync(
            polling.Head.SendAsync(
                $"/bau-cu/{election}/ket-qua",
                $"/bau-cu/{election}/ket-qua?handler=Correct",
                ("reason", "Người vắng mặt đã dự phiên sáng.")
            )
        );
        Assert.Contains(
            "không sửa được",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, FiguresAsync(polling, election, "8", "0")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Số liệu không khớp",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, FiguresAsync(polling, election, "9", "7")),
            StringComparison.Ordinal
        );
        // He was there for a part: he stays in the base, and five of ten are no more than half.
        await Polling.DoneAsync(FiguresAsync(polling, election, "9", "0"));
        await Polling.DoneAsync(polling.SignAsync(election));
        Assert.Contains("Trần Thị Bình 5 không trúng cử", await polling.OutcomesAsync(election));
        var before = await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua?ban=1");
        Assert.Matches(">Trần Thị Bình</th><td class=\"number\">5</td>.*>trúng cử<", before.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_branch_elects_its_committee_and_from_it_secretary_and_deputy_on_separate_ballots()
    {
        await using var polling = await Polling.OpenAsync(Database);
        // Before the committee is known nobody can be held against it: the page says so with the article.
        var early = await polling.ArrangeAsync("Secretary", 1, "Hoàng Văn Giang");
        Assert.Contains("Điều 23", await polling.Officer.ReadAsync($"/bau-cu/{early}"), StringComparison.Ordinal);
        Assert.Contains(
            "chưa có kết quả bầu đã ký",
            await polling.Officer.ReadAsync($"/bau-cu/{early}"),
            StringComparison.Ordinal
        );

        var committee = await polling.ArrangeAsync(
            "Committee",
            3,
            "Nguyễn Văn An",
            "Trần Thị Bình",
            "Lê Văn Chính",
            "Phạm Thị Dung"
        );
        await Polling.DoneAsync(polling.CloseAsync(committee));
        await polling.CountOnSheetsAsync(committee, "9 0 9 8 7 2");

        // Who was put down before is held against it when his list is closed.
        Assert.Contains(
            "«Hoàng Văn Giang» chưa trúng cử.",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.CloseAsync(early)),
            StringComparison.Ordinal
        );
        // A committee has one secretary, elected once.
        Assert.Contains(
            "hãy hủy cuộc bầu đó trước",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.Officer.SendAsync(
                    "/dai-hoi/C/T003/bau-cu",
                    ("title", "Bầu bí thư"),
                    ("post", "Secretary"),
                    ("seats", "1"),
                    ("kind", "Delegates"),
                    ("again", "true")
                )
            ),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.ListAsync(early, "Annul", ("annulBecause", "Lập nhầm trước khi bầu ban chấp hành")));
        foreach (var (post, name) in new[] { ("Secretary", "Nguyễn Văn An"), ("DeputySecretary", "Trần Thị Bình") })
        {
            var office = await polling.ArrangeAsync(post, 1);
            Assert.Contains(
                "<option value=\"Lê Văn Chính\">",
                await polling.Officer.ReadAsync($"/bau-cu/{office}"),
                StringComparison.Ordinal
            );
            var refused = await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.AddAsync(office, "Phạm Thị Dung")
            );
            Assert.Contains("«Phạm Thị Dung» chưa trúng cử.", refused, StringComparison.Ordinal);
            Assert.Contains("Điều 23", refused, StringComparison.Ordinal);
            await Polling.DoneAsync(polling.AddAsync(office, name));
            await Polling.DoneAsync(polling.CloseAsync(office));
            await polling.CountOnSheetsAsync(office, "9 0 8");
            Assert.Equal([$"{name} 8 trúng cử"], await polling.OutcomesAsync(office));
        }
    }

    private static Task<HttpResponseMessage> FiguresAsync(Polling polling, long election, string collected, string absent) =>
        Polling.AtTableAsync(
            polling.Head,
            election,
            "Box",
            ("summoned", "10"),
            ("present", "9"),
            ("deducted[0]", "0"),
            ("deducted[1]", absent),
            ("issued", "9"),
            ("collected", collected)
        );
}
