using System.Net;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;
using static DaiHoi.Web.Tests.Congresses.WalkedDay;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Votes by show of hands: counted, kept, set aside, compared with check-in and with the list.</summary>
public abstract class HandVoteTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : HandVoteTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : HandVoteTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Hands_are_counted_once_and_never_more_than_are_there()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        Task<HttpResponseMessage> VoteAsync(string present, string votes, string against) =>
            assembled.SendAsync(
                "dieu-hanh",
                "Vote",
                ("on", "Presidium"),
                ("title", "Đoàn Chủ tịch gồm 3 đồng chí"),
                ("names", "Nguyễn Văn An\nTrần Thị Bình"),
                ("present", present),
                ("for", votes),
                ("against", against)
            );
        Assert.Contains(
            "nhiều hơn 100 người có mặt",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, VoteAsync("100", "99", "2")),
            StringComparison.Ordinal
        );
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, VoteAsync("", "50", "0"));
        await Assembled.DoneAsync(VoteAsync("100", "50", "50"));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("Không thông qua", page, StringComparison.Ordinal);
        await Assembled.DoneAsync(VoteAsync("100", "51", "49"));
        await Assembled.DoneAsync(VoteAsync("100", "51", "49"));
        await using var database = Database.Factory.Create();
        Assert.Equal(
            [false, true],
            database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => vote.IsCarried)
        );
        var screen = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh"));
        Assert.Contains("51 trên 100 có mặt", screen, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\"", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_was_corrected_at_once_is_kept_and_the_same_one_is_not_kept_twice()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        Task VoteAsync(string against, string abstained, string names) =>
            Assembled.DoneAsync(
                VoteOnAsync(
                    assembled,
                    "Secretariat",
                    names,
                    ("present", "100"),
                    ("for", "60"),
                    ("against", against),
                    ("abstained", abstained)
                )
            );
        await VoteAsync("40", "0", "Nguyễn Văn An");
        await VoteAsync("30", "0", "Nguyễn Văn An");
        await VoteAsync("30", "10", "Nguyễn Văn An");
        await VoteAsync("30", "10", "Nguyễn Văn An\nTrần Thị Bình");
        await VoteAsync("30", "10", "Nguyễn Văn An\nTrần Thị Bình");
        await using var database = Database.Factory.Create();
        Assert.Equal(
            [(40, 0), (30, 0), (30, 10), (30, 10)],
            database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => (vote.Against, vote.Abstained))
        );
    }

    [Fact]
    public async Task A_vote_that_was_entered_wrongly_is_set_aside_in_sight_and_counts_nowhere()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        async Task<string> PageAsync(string name) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{name}"));
        Task VoteAsync(string votes, string against) =>
            Assembled.DoneAsync(
                VoteOnAsync(assembled, "Presidium", "Nguyễn Văn An", ("present", "28"), ("for", votes), ("against", against))
            );
        Task<HttpResponseMessage> AsideAsync(Visitor who, long vote, string because) =>
            who.SendAsync(
                $"{Assembled.District}/dieu-hanh",
                $"{Assembled.District}/dieu-hanh?handler=SetAside",
                ("id", $"{vote}"),
                ("because", because)
            );
        // 18 for and 10 against, typed the other way round, and then the same once more.
        await VoteAsync("18", "10");
        await VoteAsync("10", "18");
        List<HandVote> votes;
        await using (var database = Database.Factory.Create())
            votes = [.. database.Set<HandVote>().OrderBy(vote => vote.Id)];
        var wrong = votes[1].Id;
        Assert.Contains("10 trên 28 có mặt", await PageAsync("man-hinh"), StringComparison.Ordinal);
        Assert.Contains(
            "Hãy ghi nhầm ở đâu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AsideAsync(assembled.Officer, wrong, " ")),
            StringComparison.Ordinal
        );
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        await Assembled.RefusedAsync(HttpStatusCode.NotFound, AsideAsync(door, wrong, "Gõ nhầm"));
        await Assembled.RefusedAsync(HttpStatusCode.NotFound, AsideAsync(assembled.Officer, wrong + 99, "Gõ nhầm"));
        using var presidium = await assembled.WithDutyAsync("chu-toa", "Presidium");
        await Assembled.DoneAsync(AsideAsync(presidium, wrong, "Gõ ngược số tán thành"));
        await Assembled.DoneAsync(AsideAsync(presidium, wrong, "Lần nữa"));
        // It stays in the list, struck through, with who and why.
        var page = await PageAsync("dieu-hanh");
        Assert.Matches(
            "data-state=\"set-aside\">[\\s\\S]*Ghi nhầm, không tính \\([^)]+, 09:00\\): <span lang=\"vi\">Gõ ngược số tán thành</span>",
            page
        );
        Assert.DoesNotContain("Lần nữa", page, StringComparison.Ordinal);
        // The count before it decides again, in the hall and for the guide.
        Assert.Contains("18 trên 28 có mặt", await PageAsync("man-hinh"), StringComparison.Ordinal);
        for (var item = 0; item < 2; item++)
            await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        Assert.Contains("data-weight=\"Ready\"", await GuideOfPresidiumAsync(), StringComparison.Ordinal);
        await Assembled.DoneAsync(AsideAsync(presidium, votes[0].Id, "Chưa biểu quyết"));
        Assert.Contains("data-weight=\"Missing\"", await GuideOfPresidiumAsync(), StringComparison.Ordinal);
        // What was set aside stands in nobody's way: the same count once more is a vote of its own.
        await VoteAsync("18", "10");
        await using (var database = Database.Factory.Create())
        {
            Assert.Equal(
                [false, false, true],
                database.Set<HandVote>().OrderBy(vote => vote.Id).ToList().ConvertAll(vote => vote.Stands)
            );
            Assert.Equal(2, database.Set<AuditEntry>().Count(entry => entry.Action == "vote.withdrawn"));
        }

        async Task<string> GuideOfPresidiumAsync() =>
            (await PageAsync("dieu-hanh"))
                .Split("<li")
                .Single(line => line.Contains("Biểu quyết Đoàn Chủ tịch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vote_of_others_than_check_in_knows_is_kept_and_told()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        async Task<string> VoteAsync(string votes)
        {
            await Assembled.DoneAsync(VoteOnAsync(assembled, "Other", "", ("present", "3"), ("for", votes), ("against", "0")));
            return WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        }
        // A congress that is not checked in has nothing to compare with.
        Assert.DoesNotContain("điểm danh của phiên này là", await VoteAsync("1"), StringComparison.Ordinal);
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Contains("Lưu ý: ghi có mặt 3, điểm danh của phiên này là 1.", await VoteAsync("2"), StringComparison.Ordinal);
        foreach (var name in (string[])["Trần Thị Bình", "Lê Văn Chính"])
            await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers[name], "Arrived", name));
        Assert.DoesNotContain("điểm danh của phiên này là", await VoteAsync("3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_of_a_body_stand_once_and_those_off_the_list_are_looked_at()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Thị Hoà", 80, false), ("Trần Văn Dũng", 70, false), ("Lê Văn Chính", 60, false));
        await assembled.SessionAsync();
        Task<HttpResponseMessage> VoteAsync(string on, string names, params (string, string)[] fields) =>
            VoteOnAsync(assembled, on, names, [("present", "3"), ("for", "3"), .. fields]);
        Assert.Contains(
            "«NGUYỄN THỊ HÒA» đứng hai lần",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                VoteAsync("Presidium", "NGUYỄN THỊ HÒA\nTrần Văn Dũng\nNguyễn Thị Hoà", ("namesSeen", "true"))
            ),
            StringComparison.Ordinal
        );
        var page = await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            VoteAsync("Presidium", "đồng chí Nguyễn Thị Hòa, Bí thư\nTrần Văn Dung\nPhạm Văn Khách")
        );
        Assert.Contains(
            "Chưa thấy trong danh sách được triệu tập: Trần Văn Dung, Phạm Văn Khách.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"namesSeen\"", page, StringComparison.Ordinal);
        await Assembled.DoneAsync(VoteAsync("Presidium", "Nguyễn Thị Hòa\nTrần Văn Dũng\nPhạm Văn Khách", ("namesSeen", "true")));
        await Assembled.DoneAsync(VoteAsync("CountingBoard", "Lê Văn Chính"));
        // What is no body of delegates may name anybody.
        await Assembled.DoneAsync(VoteAsync("Other", "Phạm Văn Khách"));
    }
}
