using System.Globalization;
using System.Net;
using System.Text;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People;
using DaiHoi.Web.People.Import;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.People;

/// <summary>A file of people: whole or not at all, nobody twice, and what is exported changes nothing when it comes back.</summary>
public abstract class PersonImportTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PersonImportTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : PersonImportTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Small = """
        Họ và tên;Ngày sinh;Giới tính;Dân tộc;Mã đơn vị;Trình độ chuyên môn;Ngày vào Đảng
        NGUYỄN VĂN AN;12/3/1970;Nam;Kinh;T003;Kỹ sư;3/2/1995
        Điểu Thị Bé;1985;Nữ;S'tiêng;T004;;
        Trần Bình;5/1990;nam;;;ĐH;
        """;

    [Fact]
    public async Task A_file_with_the_headings_of_an_office_is_read()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        var plan = await ImportAsync(site, Small);
        Assert.Equal((3, 0, 0, 0), (plan.Added.Count(), plan.Changed.Count(), plan.Unchanged, plan.Faults.Count));
        Assert.Equal(
            [
                "Nguyễn Văn An|1970-03-12|Male|Kinh|University|T003",
                "Trần Bình|1990-05-01|Male||University|T002",
                "Điểu Thị Bé|1985-01-01|Female|Xtiêng||T004",
            ],
            await PeopleAsync()
        );
    }

    [Fact]
    public async Task A_file_is_brought_to_the_desk_looked_at_and_taken_in_by_a_second_word()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T002", Role.Officer);
        const string page = "/ho-so/don-vi/T002/nhap-du-lieu";
        foreach (var mark in new[] { "", "\uFEFF" })
        {
            using var looked = await officer.UploadAsync(page, page, Encoding.UTF8.GetBytes(mark + Small), "nguoi.csv");
            var would = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            Assert.Contains("<button class=\"button deep\">", would, StringComparison.Ordinal);
            Assert.DoesNotContain("bảng mã cũ", would, StringComparison.Ordinal);
        }
        using (
            var wrong = await officer.UploadAsync(
                page,
                page,
                Encoding.UTF8.GetBytes("Họ và tên;Ngày sinh\nAn;31/2/1970\n"),
                "sai.csv"
            )
        )
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Empty(await PeopleAsync());
        using var taken = await officer.SendAsync(
            page,
            page + "?handler=Confirm",
            ("content", Convert.ToBase64String(Encoding.UTF8.GetBytes(Small))),
            ("name", "nguoi.csv"),
            ("known", "Refuse"),
            ("encoding", "Auto")
        );
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(3, (await PeopleAsync()).Count);
    }

    [Fact]
    public async Task What_was_exported_changes_nothing_when_it_comes_back()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        await ImportAsync(site, Small);
        var file = new MemoryStream();
        Assert.Equal(3, await site.Service<PersonExport>().WriteCsvAsync(Actor.Program, await WhereAsync(site), file, Stop));
        file.Position = 0;
        var rows = await Database.Sql.FirstAsync("select count(*) from audit_entry", row => row.GetInt64(0), Stop);
        var again = await site.Service<PersonImport>()
            .RunAsync(Actor.Program, file, "ho-so.csv", new(await WhereAsync(site)), Stop);
        Assert.Empty(again.Faults.Told);
        Assert.Equal((0, 0, 3), (again.Added.Count(), again.Changed.Count(), again.Unchanged));
        Assert.Equal(rows, await Database.Sql.FirstAsync("select count(*) from audit_entry", row => row.GetInt64(0), Stop));

        var sheet = new MemoryStream();
        await site.Service<PersonExport>().WriteXlsxAsync(Actor.Program, await WhereAsync(site), sheet, Stop);
        sheet.Position = 0;
        var fromSheet = await site.Service<PersonImport>()
            .RunAsync(Actor.Program, sheet, "ho-so.xlsx", new(await WhereAsync(site)), Stop);
        Assert.Empty(fromSheet.Faults.Told);
        Assert.Equal(3, fromSheet.Unchanged);
    }

    [Fact]
    public async Task Who_is_there_with_other_data_stops_the_file_unless_somebody_has_decided()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        await ImportAsync(site, Small);
        const string Other = """
            full_name,birth_date,sex,organisation_code,posts
            nguyễn văn an,1970,nam,T003,Bí thư chi bộ
            Lê Thị Mới,1/1/1991,nữ,T003,
            """;
        var refused = await ImportAsync(site, Other);
        Assert.Equal(
            ["2 full_name: Đã có hồ sơ số 1, khác ở: Ngày sinh, Chức vụ. Hãy chọn sửa theo tệp hoặc để nguyên."],
            refused.Faults.Told.Select(Said)
        );
        Assert.Equal(3, (await PeopleAsync()).Count);

        var kept = await ImportAsync(site, Other, KnownPeople.Keep);
        Assert.Equal((1, 0, 1), (kept.Added.Count(), kept.Changed.Count(), kept.Unchanged));
        Assert.Contains("Nguyễn Văn An|1970-03-12|Male|Kinh|University|T003", await PeopleAsync());

        // What the file does not have stays as it is: ethnicity and degree.
        var updated = await ImportAsync(site, Other, KnownPeople.Update);
        Assert.Equal((0, 1, 1), (updated.Added.Count(), updated.Changed.Count(), updated.Unchanged));
        Assert.Contains("Nguyễn Văn An|1970-01-01|Male|Kinh|University|T003", await PeopleAsync());
    }

    [Fact]
    public async Task Every_fault_is_named_with_its_row_and_nothing_is_written()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        var plan = await ImportAsync(
            site,
            """
            record,full_name,birth_date,sex,organisation_code,another
            99,Một,1970,nam,,
            ,Hai,1870,nam,T003,
            ,,1970,,T001,
            ,Bốn Văn,1970,nam,T003,
            ,Bốn Văn,2/2/1970,nam,T003,
            ,Bốn Văn,3/3/1970,nam,T003,x
            ,Năm,1970,nam,T003,có lẽ
            """
        );
        Assert.Equal(
            [
                "2 record: Không có hồ sơ số này trong phạm vi của đơn vị.",
                "3 birth_date: Sinh 1870 thì tuổi không nằm trong khoảng từ 14 đến 120.",
                "4 organisation_code: Không có mã đơn vị này trong Tổ chức 2.",
                "4 full_name: Hãy ghi họ và tên.",
                "4 sex: Hãy chọn nam hoặc nữ.",
                "6 full_name: Trùng họ tên và ngày sinh với dòng 5. Nếu là hai người, ghi «x» vào cột another.",
                "8 another: Ghi «x» nếu là người khác, hoặc để trống.",
            ],
            plan.Faults.Told.Select(Said)
        );
        Assert.Empty(await PeopleAsync());
    }

    [Fact]
    public async Task Who_is_like_somebody_elsewhere_is_told_and_who_is_marked_as_another_is_told_apart()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        await ImportAsync(site, Small);
        var plan = await ImportAsync(
            site,
            """
            full_name,birth_date,sex,organisation_code,another
            Nguyễn Văn An,12/3/1970,nam,T004,
            Nguyễn Văn An,12/3/1970,nam,T003,x
            """
        );
        Assert.Empty(plan.Faults.Told);
        Assert.Equal(2, plan.Added.Count());
        Assert.Equal([2], plan.WithLikeElsewhere.Select(one => one.Row));
        Assert.Equal(1L, await Database.Sql.FirstAsync("select count(*) from person_told_apart", row => row.GetInt64(0), Stop));
    }

    [Theory]
    [InlineData("", "0 : Tệp trống.")]
    [InlineData("full_name,birth_date,sex", "0 : Tệp chỉ có dòng tiêu đề.")]
    [InlineData("full_name,năm sinh,ngày sinh,sex\n", "1 birth_date: Cột này có hai lần.")]
    [InlineData("full_name,birth_date,colour\n", "1 : Không có cột tên «colour».|1 sex: Thiếu cột bắt buộc.")]
    public async Task A_file_that_is_no_list_of_people_says_why(string file, string why)
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 4));
        Assert.Equal(why, string.Join('|', (await ImportAsync(site, file)).Faults.Told.Select(Said)));
    }

    private static string Said(FileFault fault) =>
        FormattableString.Invariant($"{fault.Row} {fault.Column}: {PersonColumns.Why(fault, Texts.Vietnamese)}");

    private static async Task<KnownOrganisation> WhereAsync(Site site) =>
        (await site.Service<OrganisationTree>().FindAsync("T002", Stop))!;

    private static async Task<PersonPlan> ImportAsync(Site site, string file, KnownPeople known = KnownPeople.Refuse) =>
        await site.Service<PersonImport>()
            .RunAsync(
                Actor.Program,
                new MemoryStream(Encoding.UTF8.GetBytes(file)),
                "ho-so.csv",
                new(await WhereAsync(site), known),
                Stop
            );

    private async Task<List<string>> PeopleAsync()
    {
        var people = await Database.Sql.ListAsync(
            """
            select p.full_name, p.born_on, p.sex, p.ethnicity, p.degree, o.code
            from registered_person p join organisation o on o.id = p.organisation_id
            """,
            row =>
                string.Join(
                    '|',
                    row.GetString(0),
                    row.Day(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    row.GetString(2),
                    row.IsDBNull(3) ? "" : row.GetString(3),
                    row.IsDBNull(4) ? "" : row.GetString(4),
                    row.GetString(5)
                ),
            Stop
        );
        people.Sort(StringComparer.Ordinal);
        return people;
    }
}
