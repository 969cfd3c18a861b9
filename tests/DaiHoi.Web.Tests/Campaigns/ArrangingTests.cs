using System.Net;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Checklists;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Campaigns.Recording.Pages;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using Microsoft.EntityFrameworkCore;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>Opening a campaign at the desk, its checklists, narrowed windows, what is due, and its end.</summary>
public abstract class ArrangingTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly DateOnly Today = new(2020, 4, 20);

    public sealed class OnSqlite(SqliteTestDatabase database) : ArrangingTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ArrangingTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_campaign_is_looked_at_before_it_is_opened_and_opened_once()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var administrator = await Following.SignedInAsync(site, "quan-tri", OrganisationTree.RootCode, Role.Administrator);
        (string, string)[] form =
        [
            ("code", "C2"),
            ("name", "Đợt thứ hai"),
            ("rules", "vn-2020"),
            ("root", "T001"),
            ("on", "20/04/2020"),
            ("levels", "district, grassroots"),
            ("usual", "true"),
        ];
        using (var looked = await administrator.SendAsync("/dot-dai-hoi/mo-dot", form))
        {
            var page = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(Stop));
            Assert.Contains("Sẽ có 3 đại hội phải tổ chức", page, StringComparison.Ordinal);
        }
        Assert.Equal(1, await CountAsync("campaign"));
        using (var opened = await administrator.SendAsync("/dot-dai-hoi/mo-dot?handler=Open", form))
            Assert.Equal("/dot-dai-hoi/C2", opened.Headers.Location?.ToString());
        Assert.Contains("Thành lập các tiểu ban", await administrator.ReadAsync("/dot-dai-hoi/C2"), StringComparison.Ordinal);
        using var again = await administrator.SendAsync("/dot-dai-hoi/mo-dot?handler=Open", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains(
            "mỗi đợt chỉ mở một lần",
            WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_due_follows_from_the_day_of_the_congress_and_from_what_is_ticked()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var administrator = await Following.SignedInAsync(site, "quan-tri", "T000", Role.Administrator);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var head = await Following.SignedInAsync(site, "lanh-dao", "T001", Role.Head);
        await SaveChecklistAsync(administrator, ("Duyệt nội dung", "20", "before"), ("Kiểm tra hội trường", "1", "before"));
        // Nothing is due while the congress has no day.
        Assert.Contains("Không có việc nào", await head.ReadAsync("/tong-quan/C/T001/viec-den-han"), StringComparison.Ordinal);
        using (
            var planned = await officer.SendAsync(
                "/dai-hoi/C/T003",
                ("status", "Preparing"),
                ("on", "01/03/2020"),
                ("plannedOn", "25/04/2020")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var late = await head.ReadAsync("/tong-quan/C/T001/viec-den-han?loai=qua-han");
        Assert.Contains("05/04/2020", late, StringComparison.Ordinal);
        Assert.Contains("Duyệt nội dung", late, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 2", late, StringComparison.Ordinal);
        Assert.Contains(
            "24/04/2020",
            await head.ReadAsync("/tong-quan/C/T001/viec-den-han?loai=sap-den-han"),
            StringComparison.Ordinal
        );
        Assert.Contains("viec-den-han?loai=qua-han", await head.ReadAsync("/tong-quan/C/T001"), StringComparison.Ordinal);
        var item = await Database.Sql.FirstAsync("select id from checklist_item where days = -20", row => row.GetInt64(0), Stop);
        using (var future = await TickAsync(officer, item, "30/04/2020"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        using (var ticked = await TickAsync(officer, item, "19/04/2020"))
            Assert.Equal(HttpStatusCode.Redirect, ticked.StatusCode);
        Assert.DoesNotContain(
            "Duyệt nội dung",
            await head.ReadAsync("/tong-quan/C/T001/viec-den-han?loai=qua-han"),
            StringComparison.Ordinal
        );
        // Words may change, what is ticked stays; a row that is emptied is asked for no more.
        await SaveChecklistAsync(administrator, ("Cấp trên duyệt nội dung", "25", "before"));
        var page = await officer.ReadAsync("/dai-hoi/C/T003");
        Assert.Contains("Cấp trên duyệt nội dung", page, StringComparison.Ordinal);
        Assert.Contains("1/1 việc đã xong", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_reported_is_listed_when_the_days_for_entering_are_over()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T002", Role.Checker);
        using (
            var planned = await officer.SendAsync(
                "/dai-hoi/C/T003",
                ("status", "Preparing"),
                ("on", "01/03/2020"),
                ("plannedOn", "15/04/2020")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        var page = await checker.ReadAsync("/tong-quan/C/T002/viec-den-han");
        Assert.Contains("18/04/2020", page, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 3", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_is_narrowed_inside_what_the_level_above_has_set_and_what_is_overdue_follows()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T001", Role.Checker);
        using var below = await Following.SignedInAsync(site, "cap-duoi", "T002", Role.Checker);
        const string Path = "/tong-quan/C/T001/thoi-gian";
        var grassroots = await LevelAsync("grassroots");
        Assert.Equal(0, await OverdueAsync(site));
        using (var wider = await checker.SendAsync(Path, ("level", $"{grassroots}"), ("until", "31/07/2020")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wider.StatusCode);
            var page = WebUtility.HtmlDecode(await wider.Content.ReadAsStringAsync(Stop));
            Assert.Contains("chỉ được thu hẹp", page, StringComparison.Ordinal);
        }
        using (
            var set = await checker.SendAsync(
                Path,
                ("level", $"{grassroots}"),
                ("from", "05/04/2020"),
                ("until", "15/04/2020"),
                ("decision", "KH 12")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(2, await OverdueAsync(site));
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
        // The level below stands inside it now.
        using (
            var outside = await below.SendAsync(
                "/tong-quan/C/T002/thoi-gian",
                ("level", $"{grassroots}"),
                ("until", "20/04/2020")
            )
        )
            Assert.Equal(HttpStatusCode.UnprocessableEntity, outside.StatusCode);
        using (var freed = await checker.SendAsync(Path, ("level", $"{grassroots}"), ("from", ""), ("until", "")))
            Assert.Equal(HttpStatusCode.Redirect, freed.StatusCode);
        Assert.Equal(0, await OverdueAsync(site));
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Fact]
    public async Task A_closed_campaign_takes_no_entries_and_opens_again_with_what_was_founded_meanwhile()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var administrator = await Following.SignedInAsync(site, "quan-tri", "T000", Role.Administrator);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using (var future = await administrator.SendAsync("/dot-dai-hoi/C?handler=Close", ("closeOn", "21/04/2020")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, future.StatusCode);
        using (var closed = await administrator.SendAsync("/dot-dai-hoi/C?handler=Close", ("closeOn", "10/04/2020")))
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using (var late = await officer.SendAsync("/dai-hoi/C/T003", ("status", "Preparing"), ("on", "15/04/2020")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T001", Role.Checker);
        var grassroots = await LevelAsync("grassroots");
        using (
            var narrowed = await checker.SendAsync(
                "/tong-quan/C/T001/thoi-gian",
                ("level", $"{grassroots}"),
                ("until", "15/06/2020")
            )
        )
            Assert.Equal(HttpStatusCode.UnprocessableEntity, narrowed.StatusCode);
        var country = new Country(site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.FoundAsync(2, "grassroots", new(2020, 4, 15));
        Assert.Equal(2, await ExpectedAsync(site));
        using (var open = await administrator.SendAsync("/dot-dai-hoi/C?handler=Reopen"))
            Assert.Equal(HttpStatusCode.Redirect, open.StatusCode);
        Assert.Equal(3, await ExpectedAsync(site));
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Fact]
    public async Task A_table_is_saved_whole_or_not_at_all_and_once()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T002", Role.Officer);
        const string Path = "/dai-hoi/C/T002/bang";
        (string, string)[] Rows(string second) =>
            [
                ("key", "mot-bang"),
                ("rows[0].organisation", "T003"),
                ("rows[0].status", "Preparing"),
                ("rows[0].on", "01/03/2020"),
                ("rows[1].organisation", "T004"),
                ("rows[1].status", second),
                ("rows[1].on", "2/3/2020"),
                ("rows[1].note", "gõ rồi"),
            ];
        using (var refused = await officer.SendAsync(Path, Rows("Held")))
        {
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Chưa lưu dòng nào: 1 dòng còn chỗ phải sửa.", page, StringComparison.Ordinal);
            Assert.Contains("Chưa ghi nhận «Đang chuẩn bị»", page, StringComparison.Ordinal);
            Assert.Contains("gõ rồi", page, StringComparison.Ordinal);
        }
        Assert.Equal(0, await CountAsync("congress_event"));
        for (var time = 0; time < 2; time++)
        {
            using var saved = await officer.SendAsync(Path, Rows("Preparing"));
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }
        Assert.Equal(2, await CountAsync("congress_event"));
        using (var stranger = await officer.SendAsync(Path, ("rows[0].organisation", "T001"), ("rows[0].status", "Preparing")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Fact]
    public async Task A_table_of_a_hundred_organisations_is_taken_with_every_cell()
    {
        await using var site = await Site.OpenAsync(Database.Address, at: new(Today.ToDateTime(new(2, 0)), TimeSpan.Zero));
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync([(-1, "central"), (0, "province"), .. Enumerable.Repeat((1, "grassroots"), EnterTable.Rows)]);
        Assert.Empty((await country.OpenAsync(new(2020, 1, 1))).Problems);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T001", Role.Officer);
        var fields = new List<(string, string)> { ("key", "tram-dong") };
        for (var i = 0; i < EnterTable.Rows; i++)
        {
            fields.Add(($"rows[{i}].organisation", country.CodeOf(i + 2)));
            fields.Add(($"rows[{i}].seen", ""));
            fields.Add(($"rows[{i}].status", "Preparing"));
            fields.Add(($"rows[{i}].on", "1/3/2020"));
            fields.Add(($"rows[{i}].summoned", "1.200"));
            fields.Add(($"rows[{i}].attended", "1.150"));
            foreach (var name in (string[])["elected", "women", "under40", "minority", "firstTime", "note"])
                fields.Add(($"rows[{i}].{name}", ""));
            fields.Add(($"rows[{i}].model", "true"));
        }
        using var saved = await officer.SendAsync("/dai-hoi/C/T001/bang", [.. fields]);
        Assert.True(
            saved.StatusCode == HttpStatusCode.Redirect,
            WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync(Stop))
        );
        Assert.Equal(EnterTable.Rows, await CountAsync("congress_event where summoned = 1200"));
    }

    [Fact]
    public async Task A_row_of_a_checklist_that_does_not_say_what_is_to_be_done_is_refused_beside_its_field()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var administrator = await Following.SignedInAsync(site, "quan-tri", "T000", Role.Administrator);
        var level = await LevelAsync("grassroots");
        using var answer = await administrator.SendAsync(
            "/dot-dai-hoi/C?handler=Checklist",
            ("level", $"{level}"),
            ("entryDays", "3"),
            ("items[0].text", ""),
            ("items[0].days", "20"),
            ("items[0].responsible", "Văn phòng")
        );
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"l{level}-0-text-problem\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Văn phòng\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_longest_checklists_at_every_level_can_be_due()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        await using (var database = Database.Factory.Create())
        {
            var campaign = await database.Set<Campaign>().SingleAsync(Stop);
            var levels = await database.Set<CampaignLevel>().ToListAsync(Stop);
            foreach (var level in levels)
                for (var i = 0; i < 60; i++)
                    database.Add(
                        new ChecklistItem
                        {
                            CampaignId = campaign.Id,
                            Level = level.Ordinal,
                            Place = i,
                            Text = $"Việc {i}",
                            Days = 1 - i,
                        }
                    );
            await database.SaveChangesAsync(Stop);
        }
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using (
            var planned = await officer.SendAsync(
                "/dai-hoi/C/T003",
                ("status", "Preparing"),
                ("on", "01/03/2020"),
                ("plannedOn", "25/04/2020")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, planned.StatusCode);
        // 25 April less 6 days and more is over: items 7 to 59.
        Assert.Contains(
            "<span class=\"number\">53</span>",
            await officer.ReadAsync("/tong-quan/C/T003/viec-den-han?loai=qua-han"),
            StringComparison.Ordinal
        );
    }

    private Task<HttpResponseMessage> TickAsync(Visitor officer, long item, string on) =>
        officer.SendAsync("/dai-hoi/C/T003?handler=Tick", ("item", $"{item}"), ("doneOn", on));

    // The checklist of the grassroots: its rows by place, each with the id that the page gives.
    private async Task SaveChecklistAsync(Visitor administrator, params (string Text, string Days, string Side)[] items)
    {
        var level = await LevelAsync("grassroots");
        var ids = await Database.Sql.ListAsync(
            "select id from checklist_item where ended_on is null and level = @l order by days, place",
            row => row.GetInt64(0),
            Stop,
            ("l", level)
        );
        var fields = new List<(string, string)> { ("level", $"{level}"), ("entryDays", "3") };
        for (var i = 0; i < items.Length; i++)
        {
            fields.Add(($"items[{i}].id", i < ids.Count ? $"{ids[i]}" : ""));
            fields.Add(($"items[{i}].text", items[i].Text));
            fields.Add(($"items[{i}].days", items[i].Days));
            fields.Add(($"items[{i}].side", items[i].Side));
        }
        using var saved = await administrator.SendAsync("/dot-dai-hoi/C?handler=Checklist", [.. fields]);
        Assert.True(
            saved.StatusCode == HttpStatusCode.Redirect,
            WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync(Stop))
        );
    }

    private Task<int> LevelAsync(string code) =>
        Database.Sql.FirstAsync("select ordinal from campaign_level where code = @c", row => row.GetInt32(0), Stop, ("c", code));

    private Task<long> CountAsync(string table) =>
        Database.Sql.FirstAsync($"select count(*) from {table}", row => row.GetInt64(0), Stop);

    private static Task<long> OverdueAsync(Site site) => AskAsync(site, "congresses-overdue");

    private static Task<long> ExpectedAsync(Site site) => AskAsync(site, "congresses-expected");

    private static async Task<long> AskAsync(Site site, string figure)
    {
        var answer = await site.Service<Figures>().AskAsync(new("C", figure, "T000", "grassroots", Today, null), Stop);
        return answer.Figure!.Numbers.Numerator;
    }
}
