using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>What the public reads of a campaign, what waits for whom, and how somebody who writes finds a figure.</summary>
public abstract class ReleasedDashboardTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly DateOnly Today = new(2020, 4, 20);

    public sealed class OnSqlite(SqliteTestDatabase database)
        : ReleasedDashboardTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ReleasedDashboardTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_public_reads_what_was_released_as_it_stands_and_nothing_else()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var publisher = await Following.SignedInAsync(site, "duyet-dang", OrganisationTree.RootCode, Role.Publisher);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var reader = new Visitor(site);
        const string Path = "/tien-do/C/T001";
        using (var hidden = await reader.GetAsync(Path))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using (var nowhere = await publisher.SendAsync("/so-lieu/cong-bo", ("campaign", "C"), ("organisation", "X9")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
        using (var beside = await Following.SignedInAsync(site, "noi-khac", "T004", Role.Publisher))
        using (var foreign = await beside.SendAsync("/so-lieu/cong-bo", ("campaign", "C"), ("organisation", "T001")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        using (var released = await publisher.SendAsync("/so-lieu/cong-bo", ("campaign", "C"), ("organisation", "T001")))
            Assert.Equal(HttpStatusCode.Redirect, released.StatusCode);
        Assert.Contains("0 trong 2 đại hội", await reader.ReadAsync(Path), StringComparison.Ordinal);
        var country = new Country(site.Services, Database.Factory);
        await country.AdoptAsync();
        await country.RecordAsync(3, CongressStatus.Held, new(2020, 4, 10));
        // A page that is kept follows the change: an officer's entry announces it.
        using (
            var noted = await officer.SendAsync(
                "/dai-hoi/C/T003",
                ("status", "ResultReported"),
                ("on", "15/04/2020"),
                ("given", "Report"),
                ("given", "SignedMinutes")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        Assert.Contains("1 trong 2 đại hội", await reader.ReadAsync(Path), StringComparison.Ordinal);
        Assert.DoesNotContain("can-bo", await reader.ReadAsync(Path), StringComparison.Ordinal);
        using (
            var taken = await publisher.SendAsync(
                "/so-lieu/cong-bo?handler=TakeBack",
                ("campaign", "C"),
                ("organisation", "T001")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        using var gone = await reader.GetAsync(Path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_waits_is_shown_to_whom_it_waits_for()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T002", Role.Checker);
        const string Path = "/viec-cua-toi";
        Assert.Contains("Không có việc nào", await checker.ReadAsync(Path), StringComparison.Ordinal);
        using (var sent = await officer.SendAsync("/dai-hoi/C/T003", ("status", "Preparing"), ("on", "01/04/2020")))
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Chờ tiếp nhận: Đợt thử", await checker.ReadAsync(Path), StringComparison.Ordinal);
        Assert.Contains("Không có việc nào", await officer.ReadAsync(Path), StringComparison.Ordinal);
        var id = await Database.Sql.FirstAsync("select id from congress_event", row => row.GetInt64(0), Stop);
        using (
            var returned = await checker.SendAsync(
                "/dai-hoi/C/T003?handler=Return",
                ("id", $"{id}"),
                ("reason", "Thiếu ngày dự kiến")
            )
        )
            Assert.Equal(HttpStatusCode.Redirect, returned.StatusCode);
        Assert.Contains("Bị trả lại: Đợt thử", await officer.ReadAsync(Path), StringComparison.Ordinal);
        Assert.Contains("Không có việc nào", await checker.ReadAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_writes_finds_the_organisation_of_a_figure_by_its_name()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var reporter = await Following.SignedInAsync(site, "phong-vien", OrganisationTree.RootCode, Role.Reporter);
        var several = await reporter.ReadAsync("/so-lieu/trich-dan?dot=C&so=congresses-expected&toChuc=to+chuc");
        Assert.Contains("Tổ chức nào?", several, StringComparison.Ordinal);
        Assert.Contains("toChuc=T003", several, StringComparison.Ordinal);
        var one = await reporter.ReadAsync("/so-lieu/trich-dan?dot=C&so=congresses-expected&toChuc=to+chuc+3&hop=true");
        Assert.DoesNotContain("<html", one, StringComparison.Ordinal);
        Assert.Contains("Chèn vào bài", one, StringComparison.Ordinal);
        using var cited = await reporter.SendAsync(
            "/so-lieu/trich-dan?dot=C&so=congresses-expected&toChuc=T003&hop=true",
            "/so-lieu/trich-dan",
            ("dot", "C"),
            ("so", "congresses-expected"),
            ("toChuc", "T003"),
            ("hop", "true")
        );
        Assert.Contains(
            "class=\"cited\" href=\"/nguon-goc-so-lieu/",
            await cited.Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal
        );
    }
}
