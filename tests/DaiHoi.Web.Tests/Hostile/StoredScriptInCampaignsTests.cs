using System.Globalization;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.Reports;

namespace DaiHoi.Web.Tests.Hostile;

/// <summary>What officers of other organisations wrote is read by those above them: nothing of it may run there.</summary>
public abstract class StoredScriptInCampaignsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : StoredScriptInCampaignsTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : StoredScriptInCampaignsTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly (string Table, string[] Columns)[] Fields =
    [
        ("account", ["display_name"]),
        ("campaign", ["name", "term"]),
        ("checklist_item", ["text", "responsible", "evidence_wanted"]),
        ("congress_event", ["recorded_by_name", "note", "withdrawn_by_name", "withdrawn_note", "accepted_by_name"]),
        ("difficulty", ["text", "answer", "article", "recorded_by_name", "answered_by_name"]),
        ("difficulty_file", ["name"]),
        ("difficulty_step", ["by_name", "note"]),
        ("figure_citation", ["cited_by_name"]),
        ("organisation", ["name", "short_name", "address", "contacts"]),
        ("organisation_change", ["decision", "note", "account_name"]),
        ("organisation_version", ["name", "short_name"]),
        ("report", ["submitted_by_name", "decided_by_name", "correction"]),
        ("report_comment", ["quote", "text", "by_name", "answer", "answered_by_name"]),
        ("report_part", ["title"]),
        ("report_passage", ["text", "written_by_name", "origin_name"]),
        ("report_period", ["name", "opened_by_name"]),
        ("report_section", ["title", "hint"]),
        ("report_step", ["by_name", "note"]),
        ("report_task", ["text", "owner", "partners", "set_by_name", "evidence", "done_by_name"]),
        ("report_template", ["name"]),
    ];

    [Fact]
    public async Task Texts_of_campaigns_and_reports_come_out_harmless_to_those_who_read_them()
    {
        await using var reporting = await Reporting.OpenAsync(Database);
        var accepted = await reporting.AcceptedAsync("T003", "T002", "Đại hội đã xong.");
        using var officer = await reporting.OfficerAsync("T002");
        var above = await reporting.BeginAsync(officer, "T002");
        await Reporting.WriteAsync(officer, above, "Toàn huyện.");
        await FillAsync(accepted, above);
        using var reader = await Following.SignedInAsync(
            reporting.Site,
            "xem-het",
            "T000",
            Role.Officer,
            Role.Checker,
            Role.Head,
            Role.Auditor,
            Role.Administrator,
            Role.Reporter
        );
        var part = (await Reporting.PassagesAsync(officer, above))[0].Part;
        string[] paths =
        [
            "/viec-cua-toi",
            "/tong-quan",
            "/tong-quan/C/T000",
            "/tong-quan/C/T002",
            "/tong-quan/C/T002/viec-den-han",
            "/tong-quan/C/T002/thoi-gian",
            "/dai-hoi/C/T003",
            "/dai-hoi/C/T002/bang",
            "/dot-dai-hoi/C",
            "/so-lieu",
            "/so-lieu/C/congresses-held/T000",
            "/so-lieu/trich-dan",
            "/to-chuc",
            "/bao-cao",
            $"/bao-cao/ky/{reporting.Period}/T000",
            "/bao-cao/mau/C/T000",
            $"/bao-cao/noi-dung-mau/{reporting.Template}/T000",
            "/bao-cao/nhiem-vu/C/T002",
            $"/bao-cao/{accepted}",
            $"/bao-cao/{above}",
            $"/bao-cao/{above}/muc/{part}",
            "/ban-bien-tap/tu-bao-cao",
        ];
        var difficulties = await Database.Sql.ListAsync(
            "select id from difficulty order by id",
            row => string.Create(CultureInfo.InvariantCulture, $"/kho-khan/{row.GetInt64(0)}"),
            Stop
        );
        paths =
        [
            .. paths,
            .. difficulties,
            "/kho-khan/danh-sach/C/T002",
            "/kho-khan/ghi/C/T004?handler=Similar&lesson=false&text=thieu+hoi+truong+lon",
        ];
        var seen = "";
        for (var round = 0; round < 10; round++)
        {
            var next = round * 23;
            foreach (var (table, columns) in Fields)
            foreach (var column in columns)
                await PutAsync(table, column, HostileTexts.All[next++ % HostileTexts.All.Count]);
            foreach (var path in paths)
            {
                // Whoever writes a report is another person than who reads it.
                using var answer = await (path == $"/bao-cao/{above}" ? officer : reader).GetAsync(path);
                var page = await answer.Content.ReadAsStringAsync(Stop);
                Assert.True(answer.IsSuccessStatusCode, $"{path} {answer.StatusCode}");
                Assert.Equal((path, ""), (path, string.Join('\n', HarmlessPage.Problems(page))));
                seen += page;
            }
        }
        // Not harmless because it was lost.
        foreach (var number in (int[])[0, 24, 50])
            Assert.Contains(HostileTexts.NumberOf(number), seen, StringComparison.Ordinal);
    }

    /// <summary>One row at least in each table that nothing has filled yet.</summary>
    private Task<int> FillAsync(long accepted, long above) =>
        Database.Sql.RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                insert into checklist_item (campaign_id, level, place, text, days)
                select campaign_id, ordinal, 99, 'x', 10 from campaign_level;
                insert into report_comment (report_id, passage_id, part_id, text, at, by_id, by_name, answer, answered_at, answered_by_name)
                select {accepted}, q.id, p.id, 'x', '2020-03-03 02:00:00', 1, 'x', 'x', '2020-03-03 02:00:00', 'x'
                from report_part p join report_passage q on q.part_id = p.id where p.report_id = {accepted};
                insert into report_task (campaign_id, organisation_id, text, set_at, set_by_name, report_id)
                select min(c.id), o.id, 'x', '2020-03-03 02:00:00', 'x', {above} from campaign c, organisation o group by o.id;
                insert into congress_event (congress_id, status, effective_on, recorded_on, recorded_at, recorded_by_name, brought_in, returned)
                select id, 'Preparing', '2020-02-01', '2020-02-01', '2020-02-01 02:00:00', 'x', false, false from congress;
                insert into difficulty (campaign_id, organisation_id, is_lesson, topic, text, request_key, recorded_on, recorded_at,
                    recorded_by_id, recorded_by_name, holder_id, answer, article, answered_at, answered_by_name, answered_for_id,
                    version, search_text)
                select c.id, o.id, o.code = 'T003', 'Other', 'thiếu hội trường lớn', o.code, '2020-02-01', '2020-02-01 02:00:00',
                    1, 'x', o.id, 'x', 'x', '2020-02-02 02:00:00', 'x', o.id, 1, ' thieu hoi truong lon '
                from organisation o, campaign c where o.code in ('T002', 'T003', 'T004');
                insert into difficulty_file (difficulty_id, sha256, is_picture, name, length)
                select id, 'abc', false, 'x', 1 from difficulty;
                insert into difficulty_step (difficulty_id, kind, at, by_name, holder_id, note)
                select id, 'Answered', '2020-02-02 02:00:00', 'x', holder_id, 'x' from difficulty;
                insert into organisation_change (on_day, kind, organisation_id, account_name, recorded_at)
                select '2020-02-01', 'renamed', id, 'x', '2020-02-01 02:00:00' from organisation;
                """
            ),
            Stop
        );

    private async Task PutAsync(string table, string column, string text)
    {
        var most = Database.Sql.IsPostgres
            ? await Database.Sql.FirstAsync(
                "select character_maximum_length from information_schema.columns where table_schema = current_schema() and table_name = @t and column_name = @c",
                row => row.IsDBNull(0) ? 10_000 : row.GetInt32(0),
                Stop,
                ("t", table),
                ("c", column)
            )
            : 10_000;
        var clean = Fold.Clean(text);
        await Database.Sql.RunAsync(
            $"update \"{table}\" set \"{column}\" = @text",
            Stop,
            ("text", clean.Length <= most ? clean : clean[..most])
        );
    }
}
