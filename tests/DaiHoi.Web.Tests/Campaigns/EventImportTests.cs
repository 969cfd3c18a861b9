using System.Text;
using DaiHoi.Web.Campaigns.Import;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>Files of events: the whole file, or nothing and why.</summary>
public abstract class EventImportTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Heading = "organisation_code,status,effective_on,recorded_on,withdraws,model,elected,women,note";

    public sealed class OnSqlite(SqliteTestDatabase database) : EventImportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : EventImportTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_mistake_counts_until_its_withdrawal_was_entered_and_no_longer_after()
    {
        await using var site = await OpenAsync();
        var result = await ImportAsync(
            site,
            history: true,
            "T003,held,2020-02-10,2020-02-11,,có,,,",
            "T003,withdrawn,2020-02-10,2020-02-20,held,,,,ghi nhầm",
            "T003,held,2020-03-01,2020-03-05,,x,9,3,"
        );
        Assert.Equal((3, 0), (result.Events, result.Faults.Count));
        Assert.Equal(1, await HeldAsync(site, new(2020, 2, 15), new(2020, 2, 19)));
        Assert.Equal(0, await HeldAsync(site, new(2020, 2, 15), new(2020, 2, 20)));
        Assert.Equal(0, await HeldAsync(site, new(2020, 3, 1), new(2020, 3, 4)));
        Assert.Equal(1, await HeldAsync(site, new(2020, 3, 1), null));
        Assert.Empty((await site.Service<ProgressCheck>().RunAsync(10, Stop)).Wrong);
    }

    [Theory]
    [InlineData("T009,held,2020-02-10,,,,,,", "Dòng 2, cột organisation_code, «T009»: tổ chức không có trong danh sách")]
    [InlineData("T003,heldd,2020-02-10,,,,,,", "Dòng 2, cột status, «heldd»: không có trạng thái này")]
    [InlineData("T003,held,30/02/2020,,,,,,", "Dòng 2, cột effective_on, «30/02/2020»: không phải ngày")]
    [InlineData("T003,held,,,,,,,", "Dòng 2, cột effective_on, «»: bắt buộc nhập")]
    [InlineData("T003,held,2999-01-01,,,,,,", "Dòng 2, cột effective_on, «2999-01-01»: ngày chưa đến")]
    [InlineData("T003,held,2020-02-10,,,có lẽ,,,", "Dòng 2, cột model, «có lẽ»: chỉ nhận")]
    [InlineData("T003,held,2020-02-10,,,,9,12,", "Dòng 2, cột women, «»: 12 nữ > 9 trúng cử")]
    [InlineData("T003,held,2020-02-10,,,,chín,,", "Dòng 2, cột elected, «chín»: không phải số nguyên")]
    [InlineData(
        "T003,withdrawn,2020-02-10,,held,,,,",
        "Dòng 2, cột withdraws, «held»: không có diễn biến như vậy ngày 10/02/2020"
    )]
    [InlineData("T003,held,2020-02-10,,held,,,,", "Dòng 2, cột withdraws, «held»: chỉ dùng khi status là withdrawn")]
    [InlineData(
        "T003,held,2020-02-10,,,,,,\nT003,held,2020-02-10,,,,,,",
        "Dòng 3, cột status, «held»: diễn biến này của ngày 10/02/2020 đã được ghi"
    )]
    public async Task What_is_wrong_is_told_by_row_column_and_value_and_nothing_is_imported(string row, string said)
    {
        await using var site = await OpenAsync();
        var result = await ImportAsync(site, history: true, [.. row.Split('\n')]);
        Assert.Contains(
            result.Faults.Told,
            fault => ImportCongressesVerb.Said(fault, Texts.Vietnamese).StartsWith(said, StringComparison.Ordinal)
        );
        Assert.Equal(0, result.Events);
        Assert.Equal(0, await Database.Sql.FirstAsync("select count(*) from congress_event", one => one.GetInt64(0), Stop));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_row_is_told_at_once()
    {
        await using var site = await OpenAsync();
        var result = await ImportAsync(site, history: true, "T009,heldd,2999-01-01,,,,5,chín,");
        Assert.Equal(
            ["effective_on", "organisation_code", "status", "women"],
            result.Faults.Told.Select(fault => fault.Column).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Without_history_the_rules_of_the_campaign_are_asked_row_by_row()
    {
        await using var site = await OpenAsync();
        var wrong = await ImportAsync(site, history: false, "T003,held,2020-04-10,,,,,,");
        Assert.Contains(
            "Chưa ghi nhận «Đang chuẩn bị»",
            ImportCongressesVerb.Said(Assert.Single(wrong.Faults.Told), Texts.Vietnamese),
            StringComparison.Ordinal
        );
        var right = await ImportAsync(
            site,
            history: false,
            "T003,preparing,2020-02-01,,,,,,",
            "T003,Đã trình nội dung,10/02/2020,,,,,,",
            "T003,plan-approved,2020-02-20,,,,,,",
            "T003,held,2020-04-10,,,,,,"
        );
        Assert.Equal((4, 0), (right.Events, right.Faults.Count));
        Assert.Equal(1, await HeldAsync(site, new(2020, 4, 10), null));
    }

    [Fact]
    public async Task The_same_file_twice_is_refused_the_second_time()
    {
        await using var site = await OpenAsync();
        string[] rows = ["T003,preparing,2020-02-01,,,,,,", "T004,preparing,2020-02-01,,,,,,"];
        Assert.Equal(2, (await ImportAsync(site, history: true, rows)).Events);
        var again = await ImportAsync(site, history: true, rows);
        Assert.Equal((0, 2), (again.Events, again.Faults.Count));
    }

    [Fact]
    public async Task Headings_in_Vietnamese_and_semicolons_are_read_too()
    {
        await using var site = await OpenAsync();
        var file = "Mã tổ chức;Trạng thái;Ngày diễn ra;Đại hội điểm\r\nT003;Đã tổ chức;01/03/2020;x\r\n";
        var result = await ImportTextAsync(site, history: true, file);
        Assert.Equal((1, 0), (result.Events, result.Faults.Count));
    }

    private static Task<EventImportResult> ImportAsync(Site site, bool history, params string[] rows) =>
        ImportTextAsync(site, history, string.Join('\n', [Heading, .. rows]));

    private static async Task<EventImportResult> ImportTextAsync(Site site, bool history, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await site.Service<EventImport>().RunAsync(file, EncodingChoice.Auto, "C", history, Actor.CommandLine, null, Stop);
    }

    private static async Task<long> HeldAsync(Site site, DateOnly day, DateOnly? knownOn)
    {
        var answer = await site.Service<Figures>().AskAsync(new("C", "congresses-held", "T000", null, day, knownOn), Stop);
        return answer.Figure!.Numbers.Numerator;
    }

    private async Task<Site> OpenAsync()
    {
        var site = await Site.OpenAsync(Database.Address, at: new DateTimeOffset(2020, 12, 1, 2, 0, 0, TimeSpan.Zero));
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync((-1, "central"), (0, "province"), (1, "district"), (2, "grassroots"), (2, "grassroots"));
        Assert.Empty((await country.OpenAsync(new(2020, 1, 1))).Problems);
        return site;
    }
}
