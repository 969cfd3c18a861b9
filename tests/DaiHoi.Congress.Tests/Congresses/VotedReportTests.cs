using System.Net;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>The report that the congress has carried stays as it was voted, whatever becomes of the list.</summary>
public abstract class VotedReportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : VotedReportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : VotedReportTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task What_the_congress_carried_is_printed_as_it_stood_and_what_changed_since_is_told()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var numbers = await ThreeAsync(assembled);
        foreach (var handler in (string[])["Report", "ReportWord"])
            PrintedPaper.Says(
                await PrintedPaper.OfAsync(assembled.Officer, handler),
                "Dự thảo. Số liệu lúc 09:00 ngày 03/03/2020."
            );
        Assert.Contains("Đại hội chưa biểu quyết báo cáo này", await PageAsync(assembled), StringComparison.Ordinal);
        await Assembled.DoneAsync(VoteAsync(assembled, "3", "3"));
        var page = await PageAsync(assembled);
        Assert.Contains("3 trên 3 có mặt tán thành", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Từ đó đến nay đã khác", page, StringComparison.Ordinal);

        await assembled.ElectedAsync(("Phạm Thị Dung", 40, false), ("Hoàng Văn Em", 30, false));
        await Assembled.DoneAsync(
            assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Lê Văn Chính"]}"), ("reason", "Ốm nặng"))
        );
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Check", ("id", $"{numbers["Trần Thị Bình"]}"), ("objection", "Có đơn về lý lịch"))
        );
        foreach (var handler in (string[])["Report", "ReportWord"])
        {
            var paper = await PrintedPaper.OfAsync(assembled.Officer, handler);
            PrintedPaper.Says(
                paper,
                "Số liệu lúc 09:00 ngày 03/03/2020.",
                "Tổng số đại biểu được triệu tập: 3; đủ tư cách: 3.",
                "có mặt 3, tán thành 3, không tán thành 0, không có ý kiến 0"
            );
            PrintedPaper.SaysNot(paper, "Dự thảo", "Ốm nặng", "Có đơn về lý lịch");
        }
        page = await PageAsync(assembled);
        foreach (
            var line in (string[])
                [
                    "Được triệu tập: 3 → 4",
                    "Đủ tư cách: 3 → 1",
                    "Chưa thẩm tra: 0 → 2",
                    "Mới được triệu tập: Phạm Thị Dung, Hoàng Văn Em",
                    "Không còn được triệu tập: Lê Văn Chính",
                    "Trần Thị Bình: Đủ tư cách → Có vướng mắc về tư cách",
                ]
        )
            Assert.Contains($"<li>{line}</li>", page, StringComparison.Ordinal);
        Assert.Contains("đại hội phải biểu quyết báo cáo bổ sung", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vote_that_is_set_aside_takes_its_report_with_it_and_another_keeps_its_own()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await ThreeAsync(assembled);
        // Not carried: nothing is kept.
        await Assembled.DoneAsync(VoteAsync(assembled, "3", "1"));
        PrintedPaper.Says(await PrintedPaper.OfAsync(assembled.Officer, "Report"), "Dự thảo.");
        await Assembled.DoneAsync(VoteAsync(assembled, "3", "2"));
        var first = Assert.Single(Kept());
        Assert.Equal("Người can-bo", first.ByName);
        await assembled.ElectedAsync(("Phạm Thị Dung", 40, false));
        await Assembled.DoneAsync(VoteAsync(assembled, "4", "4"));
        PrintedPaper.Says(
            await PrintedPaper.OfAsync(assembled.Officer, "Report"),
            "Tổng số đại biểu được triệu tập: 4; đủ tư cách: 3; chưa thẩm tra: 1."
        );
        // The last falls, and what was carried before holds again, word for word.
        await AsideAsync();
        PrintedPaper.Says(
            await PrintedPaper.OfAsync(assembled.Officer, "Report"),
            "Tổng số đại biểu được triệu tập: 3; đủ tư cách: 3.",
            "tán thành 2"
        );
        Assert.Equal([first.Content, Kept()[1].Content], Kept().ConvertAll(one => one.Content));
        await AsideAsync();
        PrintedPaper.Says(await PrintedPaper.OfAsync(assembled.Officer, "Report"), "Dự thảo.", "được triệu tập: 4");

        List<VotedCredentialReport> Kept()
        {
            using var database = Database.Factory.Create();
            return [.. database.Set<VotedCredentialReport>().OrderBy(one => one.Id)];
        }

        async Task AsideAsync()
        {
            await using var database = Database.Factory.Create();
            var last = database.Set<HandVote>().Where(one => one.SetAsideAt == null).OrderBy(one => one.Id).Last();
            await Assembled.DoneAsync(
                assembled.SendAsync("dieu-hanh", "SetAside", ("id", $"{last.Id}"), ("because", "Gõ nhầm số"))
            );
        }
    }

    [Fact]
    public async Task Where_all_members_meet_their_report_is_kept_with_its_vote_too()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        const string Congress = "/dai-hoi/C/T003";
        Task AddAsync(string name) =>
            Assembled.DoneAsync(assembled.Officer.SendAsync($"{Congress}/dai-bieu", ("name", name), ("kind", "Member")));
        await AddAsync("Nguyễn Văn An");
        await AddAsync("Trần Thị Bình");
        PrintedPaper.Says(
            await PrintedPaper.OfAsync(assembled.Officer, "Report", Congress),
            "Dự thảo. Số liệu lúc 09:00 ngày 03/03/2020."
        );
        await Assembled.DoneAsync(
            assembled.Officer.SendAsync($"{Congress}/dieu-hanh", $"{Congress}/dieu-hanh?handler=Vote", Ballot("2", "2"))
        );
        await AddAsync("Lê Văn Chính");
        var paper = await PrintedPaper.OfAsync(assembled.Officer, "Report", Congress);
        PrintedPaper.Says(paper, "Tổng số đảng viên được triệu tập: 2.", "Số liệu lúc 09:00", "tán thành 2");
        PrintedPaper.SaysNot(paper, "Dự thảo", "Đơn thư", "công nhận tư cách");
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Congress}/tham-tra"));
        Assert.Contains("<li>Mới được triệu tập: Lê Văn Chính</li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<li>Chưa thẩm tra", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(Assembled assembled) =>
        WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));

    /// <summary>Three who are checked and have come; their numbers by name.</summary>
    private static async Task<Dictionary<string, long>> ThreeAsync(Assembled assembled)
    {
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        foreach (var (name, number) in numbers)
            await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, number, "Arrived", $"k-{name}"));
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Rest"));
        return numbers;
    }

    private static (string, string)[] Ballot(string present, string votes) =>
        [
            ("on", "CredentialReport"),
            ("title", "Báo cáo thẩm tra"),
            ("names", ""),
            ("present", present),
            ("for", votes),
            ("against", "0"),
        ];

    private static Task<HttpResponseMessage> VoteAsync(Assembled assembled, string present, string votes) =>
        assembled.SendAsync("dieu-hanh", "Vote", Ballot(present, votes));
}
