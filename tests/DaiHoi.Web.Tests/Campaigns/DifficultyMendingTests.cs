using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>
/// Whoever recorded a difficulty corrects or withdraws it until somebody has dealt with it; what others read of it, and where
/// the page leads back.
/// </summary>
public abstract partial class DifficultyMendingTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Unclear = "Chưa rõ cách tính phiếu gạch tên không dứt khoát";
    private static readonly DateOnly Today = new(2020, 3, 3);

    public sealed class OnSqlite(SqliteTestDatabase database)
        : DifficultyMendingTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : DifficultyMendingTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_way_back_leads_to_the_nearest_list_that_the_reader_may_see()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var beside = await Following.SignedInAsync(site, "ben-canh", "T004", Role.Officer);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        using var province = await Following.SignedInAsync(site, "tinh", "T001", Role.Head);
        var id = await RecordAsync(officer, "T003", Unclear);
        await LeadsBackAsync(officer, id, "T003");
        await LeadsBackAsync(district, id, "T002");
        await DoneAsync(district.SendAsync(PathOf(id, "Pass"), ("version", "1")));
        await DoneAsync(province.SendAsync(PathOf(id, "Answer"), ("version", "2"), ("answer", "Xem từng phiếu")));
        await LeadsBackAsync(officer, id, "T003");
        await LeadsBackAsync(beside, id, "T004");
        await LeadsBackAsync(district, id, "T002");
        await LeadsBackAsync(province, id, "T001");
    }

    [Fact]
    public async Task Elsewhere_the_text_and_the_answer_are_read_and_neither_notes_nor_names()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var beside = await Following.SignedInAsync(site, "ben-canh", "T004", Role.Officer);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        using var province = await Following.SignedInAsync(site, "tinh", "T001", Role.Head);
        var id = await RecordAsync(officer, "T003", Unclear);
        await DoneAsync(district.SendAsync(PathOf(id, "Pass"), ("version", "1"), ("note", "Quy chế chưa nói tới")));
        await DoneAsync(province.SendAsync(PathOf(id, "Answer"), ("version", "2"), ("answer", "Xem từng phiếu")));
        var own = await officer.ReadAsync(PathOf(id));
        foreach (var inside in (string[])["Quy chế chưa nói tới", "Người huyen", "Người tinh"])
            Assert.Contains(inside, own, StringComparison.Ordinal);
        var read = await beside.ReadAsync(PathOf(id));
        Assert.Contains(Unclear, read, StringComparison.Ordinal);
        Assert.Contains("Xem từng phiếu", read, StringComparison.Ordinal);
        foreach (var inside in (string[])["Quy chế chưa nói tới", "Người huyen", "Người tinh", "Người can-bo"])
            Assert.DoesNotContain(inside, read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_recorded_it_corrects_its_text_its_kind_and_its_congress_until_somebody_has_dealt_with_it()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Officer);
        using var colleague = await Following.SignedInAsync(site, "dong-nghiep", "T002", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T002", Role.Checker);
        var id = await RecordAsync(district, "T003", Unclear);
        await SaysAsync(
            CorrectAsync(district, id, 1, "T001", "Máy phát điện hỏng"),
            HttpStatusCode.UnprocessableEntity,
            "Không có đơn vị mang mã này"
        );
        await SaysAsync(CorrectAsync(district, id, 1, "T004", " "), HttpStatusCode.UnprocessableEntity, "Hãy ghi nội dung.");
        using (var other = await CorrectAsync(colleague, id, 1, "T003", "Của người khác"))
            Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.DoesNotContain("handler=Correct", await colleague.ReadAsync(PathOf(id)), StringComparison.Ordinal);
        await DoneAsync(CorrectAsync(district, id, 1, "T004", "Máy phát điện hỏng"));
        var page = await district.ReadAsync(PathOf(id));
        Assert.Contains("Kinh nghiệm số", page, StringComparison.Ordinal);
        Assert.Contains("Máy phát điện hỏng", page, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 4", page, StringComparison.Ordinal);
        Assert.Contains("Người huyen sửa nội dung", page, StringComparison.Ordinal);
        Assert.Equal([id], Ids(await district.ReadAsync("/kho-khan/danh-sach/C/T004?q=may+phat+dien&loai=kinh-nghiem")));
        Assert.Empty(Ids(await district.ReadAsync("/kho-khan/danh-sach/C/T003?q=phieu")));
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'difficulty.corrected'"));
        await SaysAsync(
            CorrectAsync(district, id, 1, "T003", "Bản cũ"),
            HttpStatusCode.Conflict,
            "Có người vừa thay đổi mục này"
        );
        await DoneAsync(checker.SendAsync(PathOf(id, "Answer"), ("version", "2"), ("answer", "")));
        Assert.DoesNotContain("handler=Correct", await district.ReadAsync(PathOf(id)), StringComparison.Ordinal);
        using (var late = await CorrectAsync(district, id, 3, "T003", "Muộn"))
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using (var late = await district.SendAsync(PathOf(id, "Withdraw"), ("version", "3"), ("reason", "Muộn")))
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Theory]
    [InlineData("Pass")]
    [InlineData("Merge")]
    public async Task What_was_passed_up_or_merged_is_corrected_and_withdrawn_no_more(string handler)
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        var (id, other) = (await RecordAsync(officer, "T003", Unclear), await RecordAsync(officer, "T003", "Thiếu hội trường"));
        await DoneAsync(checker.SendAsync(PathOf(id, handler), ("version", "1"), ("other", Text(other))));
        foreach (var one in handler == "Merge" ? [id, other] : (long[])[id])
        {
            Assert.DoesNotContain("handler=Withdraw", await officer.ReadAsync(PathOf(one)), StringComparison.Ordinal);
            using var late = await officer.SendAsync(PathOf(one, "Withdraw"), ("version", "2"), ("reason", "Ghi nhầm"));
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        }
        Assert.Equal(0, await CountAsync("difficulty", "withdrawn_at is not null"));
    }

    [Fact]
    public async Task A_withdrawn_one_is_in_no_list_and_no_count_and_read_by_its_own_organisation_alone()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var colleague = await Following.SignedInAsync(site, "dong-nghiep", "T003", Role.Checker);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        using var province = await Following.SignedInAsync(site, "tinh", "T001", Role.Head);
        var id = await RecordAsync(officer, "T003", Unclear);
        Assert.Contains("id=\"frequent\"", await checker.ReadAsync("/tong-quan/C/T002"), StringComparison.Ordinal);
        await SaysAsync(
            officer.SendAsync(PathOf(id, "Withdraw"), ("version", "1"), ("reason", " ")),
            HttpStatusCode.UnprocessableEntity,
            "Hãy ghi lý do."
        );
        await DoneAsync(officer.SendAsync(PathOf(id, "Withdraw"), ("version", "1"), ("reason", "Ghi nhầm chỗ")));
        Assert.Empty(Ids(await officer.ReadAsync("/kho-khan/danh-sach/C/T003")));
        Assert.Empty(Ids(await province.ReadAsync("/kho-khan/danh-sach/C/T001?q=phieu")));
        Assert.DoesNotContain(Unclear, await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"frequent\"", await checker.ReadAsync("/tong-quan/C/T002"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Unclear,
            await officer.ReadAsync("/kho-khan/ghi/C/T003?handler=Similar&lesson=false&text=" + Uri.EscapeDataString(Unclear)),
            StringComparison.Ordinal
        );
        foreach (var outside in (Visitor[])[checker, province])
        {
            using var hidden = await outside.GetAsync(PathOf(id));
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        }
        const string list = "/kho-khan/danh-sach/C/T002";
        using (var answered = await checker.SendAsync(list, PathOf(id, "Answer"), ("version", "2"), ("answer", "x")))
            Assert.Equal(HttpStatusCode.NotFound, answered.StatusCode);
        foreach (var inside in (Visitor[])[officer, colleague])
        {
            var page = await inside.ReadAsync(PathOf(id));
            Assert.Contains("Người can-bo đã rút mục này", page, StringComparison.Ordinal);
            Assert.Contains("Ghi nhầm chỗ", page, StringComparison.Ordinal);
            Assert.DoesNotContain("handler=Withdraw", page, StringComparison.Ordinal);
        }
        Assert.Equal(1, await CountAsync("audit_entry", "action = 'difficulty.withdrawn'"));
        // What says the same is a difficulty of its own again.
        using var same = await officer.SendAsync(
            "/kho-khan/ghi/C/T003",
            ("text", Unclear),
            ("lesson", "false"),
            ("topic", "Elections"),
            ("looked", "true"),
            ("same", Text(id))
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
    }

    private static string PathOf(long id, string? handler = null) =>
        $"/kho-khan/{Text(id)}" + (handler is null ? "" : $"?handler={handler}");

    private static async Task<long> RecordAsync(Visitor person, string organisation, string text)
    {
        using var sent = await person.SendAsync(
            $"/kho-khan/ghi/C/{organisation}",
            ("text", text),
            ("lesson", "false"),
            ("topic", "Elections"),
            ("looked", "true")
        );
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync(Stop));
        return long.Parse(sent.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static Task<HttpResponseMessage> CorrectAsync(
        Visitor person,
        long id,
        int version,
        string organisation,
        string text
    ) =>
        person.SendAsync(
            PathOf(id, "Correct"),
            ("version", Text(version)),
            ("lesson", "true"),
            ("topic", "Means"),
            ("text", text),
            ("organisation", organisation)
        );

    private static async Task LeadsBackAsync(Visitor person, long id, string organisation)
    {
        var back = BackLink().Match(await person.ReadAsync(PathOf(id))).Groups[1].Value;
        Assert.Equal($"/kho-khan/danh-sach/C/{organisation}", back);
        using var list = await person.GetAsync(back);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    private static async Task SaysAsync(Task<HttpResponseMessage> sending, HttpStatusCode status, string says)
    {
        using var answer = await sending;
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var answer = await sending;
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
    }

    private Task<long> CountAsync(string table, string where) =>
        Database.Sql.FirstAsync($"select count(*) from {table} where {where}", row => row.GetInt64(0), Stop);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<long> Ids(string page) =>
        [.. Link().Matches(page).Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex("class=\"back\"><a href=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex BackLink();

    [GeneratedRegex("href=\"/kho-khan/(\\d+)\"", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
