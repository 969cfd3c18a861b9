using System.Net;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>A box is opened before a counting board that the congress has voted, or knowingly before one of which no vote is entered.</summary>
public abstract class VotedBoardTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : VotedBoardTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : VotedBoardTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_box_without_a_voted_board_is_asked_about_once_and_kept()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await ClosedAsync(polling, "Delegates");
        var page = await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, OpenAsync(polling, election));
        Assert.Contains("Chưa ghi nhận lần đại hội biểu quyết Ban Kiểm phiếu", page, StringComparison.Ordinal);
        Assert.Matches("là phiếu không hợp lệ\\. Căn cứ: [^.]*Điều \\d+ Quy", page);
        Assert.Contains("name=\"boardless\"", page, StringComparison.Ordinal);
        await Polling.DoneAsync(OpenAsync(polling, election, ("boardless", "true")));
        Assert.Contains("\"withoutBoard\":true", Opened(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voted_board_opens_its_box_without_a_question_until_the_vote_falls()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await ClosedAsync(polling, "Delegates");
        await VoteAsync("4");
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, OpenAsync(polling, election));
        await VoteAsync("9");
        await Polling.DoneAsync(OpenAsync(polling, election));
        Assert.DoesNotContain("withoutBoard", Opened(), StringComparison.Ordinal);

        Task VoteAsync(string votes) =>
            Polling.DoneAsync(
                polling.Officer.SendAsync(
                    "/dai-hoi/C/T003/dieu-hanh",
                    "/dai-hoi/C/T003/dieu-hanh?handler=Vote",
                    ("on", "CountingBoard"),
                    ("title", "Ban Kiểm phiếu gồm 5 đồng chí"),
                    ("names", ""),
                    ("present", "9"),
                    ("for", votes),
                    ("against", "0")
                )
            );
    }

    [Fact]
    public async Task A_committee_that_meets_by_itself_is_not_asked()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await ClosedAsync(polling, "Committee");
        await Polling.DoneAsync(OpenAsync(polling, election));
        Assert.DoesNotContain("withoutBoard", Opened(), StringComparison.Ordinal);
    }

    private static async Task<long> ClosedAsync(Polling polling, string kind)
    {
        var election = await polling.ArrangeOfAsync(
            kind,
            kind == "Committee" ? "InspectionCommittee" : "Committee",
            3,
            "Trần Thị Bình",
            "Nguyễn Văn An",
            "Phạm Thị Dung",
            "Lê Văn Chính"
        );
        await Polling.DoneAsync(polling.CloseAsync(election));
        return election;
    }

    private static Task<HttpResponseMessage> OpenAsync(Polling polling, long election, params (string, string)[] more) =>
        Polling.AtTableAsync(
            polling.Head,
            election,
            "Box",
            [
                ("summoned", "9"),
                ("present", "9"),
                ("issued", "9"),
                ("collected", "9"),
                ("size", "9"),
                ("method", "Ballots"),
                .. more,
            ]
        );

    private string Opened()
    {
        using var database = Database.Factory.Create();
        return database.Set<AuditEntry>().Single(one => one.Action == "election.box-opened").After!;
    }
}
