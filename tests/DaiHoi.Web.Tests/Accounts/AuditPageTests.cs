using System.Diagnostics;
using System.Net;
using System.Text.Json;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Accounts;

public abstract class AuditPageTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : AuditPageTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : AuditPageTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_auditor_reads_who_did_what_when_from_where_with_before_and_after()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        var page = await auditor.ReadAsync("/nhat-ky");
        Assert.Contains("<strong>Người giamsat</strong> · đăng nhập", page, StringComparison.Ordinal);
        Assert.Contains("04/03/2020 02:42 CH", page, StringComparison.Ordinal);
        Assert.Contains("từ 127.0.0.1", page, StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"row\">Thư điện tử</th><td>–</td><td>giamsat@example.vn</td>",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("ai=giamsat", 1)]
    [InlineData("ai=Người giamsat", 1)]
    [InlineData("ai=DaiHoi", 4)]
    [InlineData("ai=ai đó", 0)]
    [InlineData("viec=session.begun", 1)]
    [InlineData("viec=account", 2)]
    [InlineData("viec=%", 0)]
    [InlineData("noi=127.0.0.1", 1)]
    [InlineData("noi=10.0.0.1", 0)]
    [InlineData("tu-ngay=2020-03-04&den-ngay=2020-03-04", 5)]
    [InlineData("tu-ngay=2020-03-05", 0)]
    [InlineData("den-ngay=2020-03-03", 0)]
    [InlineData("ai=DaiHoi&viec=role.granted&den-ngay=2020-03-04", 2)]
    public async Task Filters_find_what_they_say(string filter, int rows)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        var page = await auditor.ReadAsync("/nhat-ky?" + filter.Replace(" ", "+", StringComparison.Ordinal));
        Assert.Equal(rows + (Expects(filter) ? 1 : 0), page.Split("class=\"when\"").Length - 1);
    }

    // The link of the first administrator, who has no password yet.
    private static bool Expects(string filter) => filter is "ai=DaiHoi" or "tu-ngay=2020-03-04&den-ngay=2020-03-04";

    [Fact]
    public async Task A_day_that_is_none_is_told_beside_its_field()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        using var answer = await auditor.GetAsync("/nhat-ky?tu-ngay=31/02/2020");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "Ngày không hợp lệ.",
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_row_is_on_one_page_and_the_export_has_them_all()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        await FillAsync(2_345);
        var all = await Database.Sql.FirstAsync("select count(*) from audit_entry", row => row.GetInt64(0), Stop);
        var seen = new HashSet<long>();
        var reading = site.Service<AuditReading>();
        for (long? before = null; ; )
        {
            var page = await reading.PageAsync(new(), before, 50, Stop);
            Assert.All(page.Rows, row => Assert.True(seen.Add(row.Seq)));
            if ((before = page.Next) is null)
                break;
        }
        Assert.Equal(all, seen.Count);

        using var lines = await auditor.GetAsync("/nhat-ky/tai-ve?dang=jsonl");
        var rows = (await lines.Content.ReadAsStringAsync(Stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The export is itself a row.
        Assert.Equal(all + 1, rows.Length);
        using var newest = JsonDocument.Parse(rows[0]);
        Assert.Equal("audit.exported", newest.RootElement.GetProperty("action").GetString());
        using var csv = await auditor.GetAsync("/nhat-ky/tai-ve?dang=csv&viec=test.done");
        var table = System.Text.Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(Stop));
        Assert.StartsWith("\uFEFFseq,at,actorId", table, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", table, StringComparison.Ordinal);
        Assert.Contains("\"{\"\"x\"\": 1}\"", table, StringComparison.Ordinal);
        Assert.Equal(2_345 + 1, table.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_page_costs_the_same_at_both_ends_of_a_long_log()
    {
        await FillAsync(400_000);
        await using var site = await Site.OpenAsync(Database.Address);
        var reading = site.Service<AuditReading>();
        foreach (
            var filter in (AuditFilter[])
                [
                    new(),
                    new(Subject: "article:399999"),
                    new(ActorId: 77),
                    new(Action: "never.done"),
                    new(Address: "192.0.2.77"),
                    new(From: SettableTime.Usual.UtcDateTime.AddDays(-300), Until: SettableTime.Usual.UtcDateTime.AddDays(-299)),
                ]
        )
        {
            foreach (var before in (long?[])[null, 200_000, 100])
            {
                var watch = Stopwatch.StartNew();
                var page = await reading.PageAsync(filter, before, 50, Stop);
                // Loose: a busy machine. Without its bound or an index it would be a hundred times as much.
                Assert.True(watch.ElapsedMilliseconds < 1500, $"{filter} before {before}: {watch.ElapsedMilliseconds} ms");
                if (filter.Action is not null && before is null)
                    Assert.NotNull(page.Next);
            }
        }
    }

    [Fact]
    public async Task The_head_of_the_chain_is_in_the_log_of_the_program()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
            await Visitor.OpenAccountAsync(site, "minhluan");
        await using var program = await RunningProgram.StartAsync(Database.Address, Stop);
        var head = await new AuditChain(Database.Factory).HeadAsync(Stop);
        var ended = await program.StopAsync();
        Assert.Contains($"row {head.Seq}, hash {head.Hash}", ended.Errors, StringComparison.Ordinal);
    }

    // Rows as they may stand there after years; their hashes are not what this is about.
    private async Task FillAsync(int rows)
    {
        var first =
            1 + await Database.Sql.FirstAsync("select coalesce(max(seq), 0) from audit_entry", row => row.GetInt64(0), Stop);
        var numbers = Database.Sql.IsPostgres
            ? "select generate_series(@first, @last)"
            : "select @first union all select n + 1 from numbers where n < @last";
        var at = Database.Sql.IsPostgres
            ? "timestamptz '2019-01-01' + n * interval '1 minute'"
            : "datetime('2019-01-01', (n % 500000) || ' minutes')";
        await Database.Sql.RunAsync(
            $"""
            with recursive numbers(n) as ({numbers})
            insert into audit_entry (seq, at, actor_id, actor_name, from_address, action, subject, subject_name, before, after, previous, hash)
            select n, {at}, n % 1000, '=1+1', '192.0.2.' || (n % 50), 'test.done', 'article:' || n, 'Bài', null, '{"{\"x\": 1}"}', '', ''
            from numbers
            """,
            Stop,
            ("first", first),
            ("last", first + rows - 1)
        );
    }
}
