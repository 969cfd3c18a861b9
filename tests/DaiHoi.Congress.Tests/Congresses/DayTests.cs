using System.Net;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Hall;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>The day of a congress: what the guide demands, what is voted, what the hall sees.</summary>
public abstract class DayTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DayTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DayTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_congress_without_its_quorum_is_not_begun()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        var first = await FirstAsync(assembled);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Nguyễn Văn An"], "Arrived", "k1"));
        Assert.Contains(
            "Có mặt 1/3",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, first, seen: true)),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers["Trần Thị Bình"], "Arrived", "k2"));
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: false));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("id=\"now\" lang=\"vi\">Bầu Đoàn Chủ tịch", page, StringComparison.Ordinal);
        // What is missing is told, gone over only knowingly, and kept.
        var second = await FirstAsync(assembled);
        Assert.Contains("Đại hội đã biểu quyết Đoàn Chủ tịch", page, StringComparison.Ordinal);
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, BeginAsync(assembled, second, seen: false));
        await Assembled.DoneAsync(BeginAsync(assembled, second, seen: true));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dieu-hanh"));
        Assert.Contains("Tiến hành khi còn thiếu:", page, StringComparison.Ordinal);
        await using var database = Database.Factory.Create();
        Assert.Contains(
            database.Set<AgendaItem>().ToList(),
            item => item.BegunWithout is { } without && without.Contains("Đoàn Chủ tịch", StringComparison.Ordinal)
        );
        Assert.Equal(1, database.Set<AgendaItem>().ToList().Count(item => item.IsUnderWay));
    }

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
    public async Task What_has_begun_stays_in_the_agenda_as_it_was()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("chuong-trinh", "Usual"));
        var first = await FirstAsync(assembled);
        await Assembled.DoneAsync(BeginAsync(assembled, first, seen: true));
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("chuong-trinh", "Remove", ("id", $"{first}")));
        Assert.Contains(
            "Giờ kết thúc phải sau giờ bắt đầu",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync(
                    "chuong-trinh",
                    "Session",
                    ("name", "Phiên hai"),
                    ("on", "3/3/2020"),
                    ("starts", "9h"),
                    ("ends", "8h30")
                )
            ),
            StringComparison.Ordinal
        );
    }

    /// <summary>Each step with nothing done before it: what is missing, in its order.</summary>
    [Theory]
    [InlineData(nameof(AgendaStep.Presidium), "")]
    [InlineData(nameof(AgendaStep.Secretariat), "guide-voted-presidium")]
    [InlineData(nameof(AgendaStep.Programme), "guide-voted-presidium guide-voted-secretariat")]
    [InlineData(
        nameof(AgendaStep.CredentialReport),
        "guide-voted-credential-committee guide-unchecked guide-unexplained guide-twice"
    )]
    [InlineData(nameof(AgendaStep.CandidateList), "guide-voted-credential-report guide-election-arranged")]
    [InlineData(nameof(AgendaStep.CountingBoard), "guide-voted-candidate-list guide-list-closed")]
    [InlineData(
        nameof(AgendaStep.Ballot),
        "guide-voted-credential-report guide-list-closed guide-voted-counting-board guide-board-has-duties"
    )]
    [InlineData(nameof(AgendaStep.Result), "guide-result-signed")]
    [InlineData(nameof(AgendaStep.Closing), "guide-voted-resolution")]
    public void The_guide_names_what_is_missing(string name, string missing)
    {
        var step = Enum.Parse<AgendaStep>(name);
        var rules = RuleSet.Named("vn-2020")!;
        var hall = new HallCount(3, 2, 0, 0, 0, 1, 2, Quorum.Of(rules, 3, 2));
        var state = new DayState(CongressKind.Delegates, hall, IsPreparatory: false, [], 3, 1, 1, [], []);
        var lines = DayGuide.Of(step, state);
        Assert.Equal(GuideWeight.Ready, lines[0].Weight);
        Assert.Equal(
            missing,
            string.Join(' ', lines.Where(line => line.Weight == GuideWeight.Missing).Select(line => line.Text))
        );
        // With one fewer in the hall every step of an official session is forbidden, none of a preparatory one.
        var few = state with
        {
            Hall = new HallCount(3, 1, 0, 0, 0, 2, 2, Quorum.Of(rules, 3, 1)),
        };
        Assert.Contains(DayGuide.Of(step, few), line => line.Weight == GuideWeight.Forbidden);
        Assert.DoesNotContain(DayGuide.Of(step, few with { IsPreparatory = true }), line => line.Weight == GuideWeight.Forbidden);
    }

    private static Task<HttpResponseMessage> BeginAsync(Assembled assembled, long item, bool seen) =>
        assembled.SendAsync("dieu-hanh", "Begin", ("id", $"{item}"), ("seen", seen ? "true" : "false"));

    /// <summary>The item that comes next.</summary>
    private async Task<long> FirstAsync(Assembled assembled)
    {
        _ = assembled;
        await using var database = Database.Factory.Create();
        return database
            .Set<AgendaItem>()
            .Where(item => item.BegunAt == null)
            .OrderBy(item => item.Place)
            .Select(item => item.Id)
            .First();
    }
}
