using System.Net;
using static DaiHoi.Web.Tests.Congresses.WalkedDay;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>What the hall sees, and in which language.</summary>
public abstract class HallScreenTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : HallScreenTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : HallScreenTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_screen_shows_a_vote_for_a_while_and_then_what_is_under_way()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync();
        await Assembled.DoneAsync(assembled.SendAsync("chuong-trinh", "Usual"));
        async Task<string> ScreenAsync() =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh"));
        const string Vote = "4 trên 5 có mặt";
        Task CountAsync(string votes) =>
            Assembled.DoneAsync(VoteOnAsync(assembled, "Other", "", ("present", "5"), ("for", votes), ("against", "1")));
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        await CountAsync("4");
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains(Vote, await ScreenAsync(), StringComparison.Ordinal);
        assembled.Site.Time.Advance(TimeSpan.FromMinutes(2));
        var screen = await ScreenAsync();
        Assert.DoesNotContain(Vote, screen, StringComparison.Ordinal);
        Assert.Matches("Đang tiến hành</p><h2[^>]*>Chào cờ", screen);
        // What begins takes the place of a count at once.
        await CountAsync("3");
        Assert.Contains("3 trên 5 có mặt", await ScreenAsync(), StringComparison.Ordinal);
        assembled.Site.Time.Advance(TimeSpan.FromSeconds(5));
        await Assembled.DoneAsync(BeginAsync(assembled, await FirstAsync(assembled), seen: true));
        screen = await ScreenAsync();
        Assert.DoesNotContain("trên 5 có mặt", screen, StringComparison.Ordinal);
        Assert.Matches("Đang tiến hành</p><h2[^>]*>Bầu Đoàn Chủ tịch", screen);
    }

    [Fact]
    public async Task The_hall_speaks_English_of_several_in_the_plural_and_of_hours_as_clocks_do()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 60, false));
        await assembled.SessionAsync();
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        (await assembled.Officer.GetAsync("/ngon-ngu?l=en&ve=/")).Dispose();
        var screen = await assembled.Officer.ReadAsync($"{Assembled.District}/man-hinh");
        Assert.Contains("Official delegates present", screen, StringComparison.Ordinal);
        Assert.Contains("Quorum: 2", screen, StringComparison.Ordinal);
        Assert.Contains("Not quorate", screen, StringComparison.Ordinal);
        var duties = await assembled.Officer.ReadAsync($"{Assembled.District}/nhiem-vu");
        Assert.Contains("03/03/2020 09:00", duties, StringComparison.Ordinal);
        Assert.DoesNotContain("09:00 SA", duties, StringComparison.Ordinal);
    }
}
