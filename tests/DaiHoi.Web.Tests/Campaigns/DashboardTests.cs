using System.Net;
using System.Text;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Accounts;
using DaiHoi.Web.Campaigns.Dashboards;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Changes;
using DaiHoi.Web.Tests.Builders;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>Where a campaign stands, as its pages say it.</summary>
public abstract class DashboardTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DashboardTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DashboardTests(database), IClassFixture<PostgresTestDatabase>;

    private const string Root = "/tong-quan/C/T000?ngay=2020-07-02&cap=grassroots";

    [Fact]
    public async Task The_sentence_holds_the_figures_of_the_day_and_what_is_overdue()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        Assert.Contains(
            "Đến 02/07/2020 đã tổ chức <strong>2</strong> trong <strong>4</strong> đại hội cấp cơ sở; "
                + "<strong class=\"warns\">2 đại hội quá hạn</strong>.",
            await head.ReadAsync(Root),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Đến 30/06/2020 đã tổ chức <strong>2</strong> trong <strong>5</strong> đại hội cấp cơ sở; không có đại hội quá hạn.",
            await head.ReadAsync("/tong-quan/C/T000?ngay=2020-06-30&cap=grassroots"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_lies_below_comes_by_need_with_what_was_held_since()
    {
        await using var site = await OpenAsync();
        var board = await BoardAsync(site, "T000", new(2020, 7, 2), "grassroots", null);
        Assert.Equal(
            [("T002", 0L, 1L, 0L, 1L), ("T001", 2L, 3L, 0L, 1L)],
            board.Children.Select(child => (child.Code, child.Now.Held, child.Now.Due, child.Moved, child.Now.Overdue))
        );
        var since = await BoardAsync(site, "T000", new(2020, 7, 2), "grassroots", new(2020, 4, 30));
        Assert.Equal([0L, 1L], since.Children.Select(child => child.Moved));
        Assert.Equal(1, since.Moved);
    }

    [Fact]
    public async Task The_own_congress_of_what_lies_below_counts_as_its_own()
    {
        await using var site = await OpenAsync();
        var board = await BoardAsync(site, "T003", new(2020, 7, 2), "grassroots", null);
        Assert.Equal(
            [("T005", 1L, 1L), ("T006", 1L, 1L), ("T004", 0L, 1L)],
            board.Children.Select(child => (child.Code, child.Now.Held, child.Now.Due)).OrderByDescending(one => one.Item2)
        );
        Assert.Equal(3, board.Children.Sum(child => child.Now.Due));
        Assert.Equal(board.Now.Held, board.Children.Sum(child => child.Now.Held));
    }

    [Fact]
    public async Task The_sums_below_are_the_sum_above_on_every_day()
    {
        await using var site = await OpenAsync();
        for (var day = new DateOnly(2020, 3, 25); day <= new DateOnly(2020, 7, 10); day = day.AddDays(3))
        {
            var board = await BoardAsync(site, "T000", day, "grassroots", null);
            Assert.Equal(board.Now.Held, board.Children.Sum(child => child.Now.Held));
            Assert.Equal(board.Now.Expected, board.Children.Sum(child => child.Now.Expected));
            Assert.Equal(board.Now.Overdue, board.Children.Sum(child => child.Now.Overdue));
            Assert.Equal(board.Now.Held, board.Course.On(day.DayNumber).Held);
        }
    }

    [Fact]
    public async Task Two_days_stand_side_by_side()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        Assert.Contains(
            "<th scope=\"row\">Đã tổ chức</th><td class=\"number\">1</td><td class=\"number\">2</td><td class=\"number\">+1</td>",
            await head.ReadAsync(Root + "&so-voi=2020-04-30"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_organisation_is_not_found_and_neither_is_what_is_not_there()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T001");
        foreach (
            var (path, status) in new[]
            {
                ("/tong-quan/C/T001", HttpStatusCode.OK),
                ("/tong-quan/C/T003", HttpStatusCode.OK),
                ("/tong-quan/C/T002", HttpStatusCode.NotFound),
                ("/tong-quan/C/T000", HttpStatusCode.NotFound),
                ("/tong-quan/D/T001", HttpStatusCode.NotFound),
                ("/tong-quan/C/goc", HttpStatusCode.NotFound),
                ("/so-lieu/C/congresses-held/T001", HttpStatusCode.OK),
                ("/so-lieu/C/congresses-held/T002", HttpStatusCode.NotFound),
                ("/so-lieu/C/congresses-dreamt/T001", HttpStatusCode.NotFound),
                ("/tong-quan/D/tin-moi", HttpStatusCode.NotFound),
            }
        )
        {
            using var answer = await head.GetAsync(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Who_follows_one_campaign_at_one_place_is_brought_there()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T001");
        using var answer = await head.GetAsync("/tong-quan");
        Assert.Equal("/tong-quan/C/T001", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_figure_has_its_definition_its_value_and_the_congresses_behind_it()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        var all = await head.ReadAsync("/so-lieu");
        foreach (var name in Figures.Names)
        {
            var page = await head.ReadAsync($"/so-lieu/C/{name}/T000?ngay=2020-07-02");
            var figure = (
                await site.Service<Figures>().AskAsync(new("C", name, "T000", null, new(2020, 7, 2), null), Stop)
            ).Figure!;
            Assert.Contains($"id=\"{name}\"", all, StringComparison.Ordinal);
            Assert.Contains($"<strong>{figure.Numbers.Numerator}</strong>", page, StringComparison.Ordinal);
            var behind = await site.Service<Figures>().ListAsync(new("C", name, "T000", null, new(2020, 7, 2), null), Stop);
            Assert.Equal(figure.Numbers.Numerator, behind.Sum(one => one.Amount));
            foreach (var one in behind)
                Assert.Contains($"href=\"/dai-hoi/C/{one.Code}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_entered_later_is_left_out_where_one_asks_by_what_was_known()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        const string Held = "/so-lieu/C/congresses-held/T000?ngay=2020-07-02&cap=grassroots";
        Assert.Contains("<strong>2</strong>", await head.ReadAsync(Held), StringComparison.Ordinal);
        var known = await head.ReadAsync(Held + "&biet=2020-04-30");
        Assert.Contains("<strong>1</strong>", known, StringComparison.Ordinal);
        Assert.Contains("/dai-hoi/C/T005", known, StringComparison.Ordinal);
        Assert.DoesNotContain("/dai-hoi/C/T006", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_comes_as_a_file_that_no_spreadsheet_runs()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        await Database.Sql.RunAsync("update organisation_version set name = '=1+1;\"x\"' where name = 'Tổ chức 2'", Stop);
        using var csv = await head.GetAsync(Root + "&handler=Export&dang=csv");
        var bytes = await csv.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.StartsWith("Mã;Đơn vị;Tính đến;Phải tổ chức;Đã tổ chức", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("T002;\"'=1+1;\"\"x\"\"\";02/07/2020;2;0;0;0,00;1;1;0;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("T000;Tổ chức 0;02/07/2020;5;2;", lines[3], StringComparison.Ordinal);
        using var xlsx = await head.GetAsync(Root + "&handler=Export&dang=xlsx");
        using var table = new MemoryStream(await xlsx.Content.ReadAsByteArrayAsync(Stop));
        var rows = MiniExcel.Query(table, useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["T002", "T001", "T000"], rows.Select(row => row["Mã"]));
        Assert.Equal(2.0, rows[2]["Đã tổ chức"]);
    }

    [Fact]
    public async Task An_open_page_hears_within_a_second_that_a_congress_was_entered_below()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        using var answer = await head.OpenAsync("/tong-quan/C/tin-moi");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.Equal("event: open", await stream.ReadLineAsync(Stop));
        var campaign = await Database.Sql.FirstAsync("select id from campaign", row => row.GetInt64(0), Stop);
        await using (var context = Database.Factory.Create())
            await site.Service<ChangeFeed>().SaveAsync(context, DateTime.UnixEpoch, [$"campaign:{campaign}"], Stop);
        using var second = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        second.CancelAfter(TimeSpan.FromSeconds(10));
        string? line;
        do line = await stream.ReadLineAsync(second.Token);
        while (line is not null and not "event: changed");
        Assert.Equal("event: changed", line);
    }

    [Fact]
    public async Task A_country_is_shown_as_a_map_where_its_bodies_have_a_place_on_it()
    {
        await using var site = await OpenAsync();
        using var head = await SignedInAsync(site, "lanh-dao", Role.Head, "T000");
        Assert.DoesNotContain("class=\"tiles\"", await head.ReadAsync(Root), StringComparison.Ordinal);
        await Database.Sql.RunAsync("update organisation_version set short_name = 'Hà Nội' where name = 'Tổ chức 1'", Stop);
        await Database.Sql.RunAsync("update organisation_version set short_name = 'Cà Mau' where name = 'Tổ chức 2'", Stop);
        var page = await head.ReadAsync(Root);
        Assert.Contains("aria-label=\"HN 66, Hà Nội: đã tổ chức 2 / 3 (66,67 %), quá hạn 1\"", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"CM 0, Cà Mau: đã tổ chức 0 / 1 (0,00 %), quá hạn 1\"", page, StringComparison.Ordinal);
    }

    // T000 centre ─ T001 province ─ T003 district ─ T004, T005, T006 grassroots; T002 province ─ T007 district ─ T008, T009.
    private async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync(Database.Address, at: new(2020, 9, 1, 3, 0, 0, TimeSpan.Zero));
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync(
            (-1, "central"),
            (0, "province"),
            (0, "province"),
            (1, "district"),
            (3, "grassroots"),
            (3, "grassroots"),
            (3, "grassroots"),
            (2, "district"),
            (7, "grassroots"),
            (7, "grassroots")
        );
        Assert.Empty((await country.OpenAsync(new(2020, 1, 1))).Problems);
        await country.RecordAsync(5, CongressStatus.Held, new(2020, 4, 10));
        await country.RecordAsync(6, CongressStatus.Held, new(2020, 5, 20));
        await country.RecordAsync(4, CongressStatus.Postponed, new(2020, 6, 1));
        await country.RecordAsync(9, CongressStatus.Exempt, new(2020, 7, 1));
        return site;
    }

    private static async Task<Dashboard> BoardAsync(
        Site site,
        string organisation,
        DateOnly day,
        string level,
        DateOnly? comparedTo
    )
    {
        var everybody = new Person(1, "x", [new(Role.Head, "/")]);
        var place = await site.Service<PlacesInCampaign>().FindAsync(everybody, "C", organisation, _ => day, Stop);
        return (await site.Service<DashboardReading>().ReadAsync(place!, day, level, comparedTo, Stop))!;
    }

    private static async Task<Visitor> SignedInAsync(Site site, string name, Role role, string organisation)
    {
        var account = await Visitor.OpenAccountAsync(site, name);
        var where = await site.Service<OrganisationTree>().FindAsync(organisation, Stop);
        await using (var scope = site.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<AccountRegister>()
                .GrantAsync(Actor.Program, account, role, where!.Id, Stop);
        var visitor = new Visitor(site);
        (await visitor.SignInAsync(name, Visitor.Password)).Dispose();
        return visitor;
    }
}
