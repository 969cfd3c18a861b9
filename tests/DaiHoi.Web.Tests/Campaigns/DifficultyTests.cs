using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Campaigns.Difficulties;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>
/// Difficulties and lessons in a small country: recorded, answered by the level that can, merged with all their sources, found
/// by words, and read only by those whom they concern.
/// </summary>
public abstract partial class DifficultyTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Unclear = "Chưa rõ cách tính phiếu gạch tên không dứt khoát khi kiểm phiếu bầu cấp ủy";
    private static readonly DateOnly Today = new(2020, 3, 3);

    public sealed class OnSqlite(SqliteTestDatabase database) : DifficultyTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : DifficultyTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_difficulty_goes_up_until_somebody_answers_and_the_answer_comes_back_to_all_below()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        using var province = await Following.SignedInAsync(site, "tinh", "T001", Role.Head);
        using var beside = await Following.SignedInAsync(site, "ben-canh", "T004", Role.Officer);
        var id = await RecordAsync(officer, "T003", Unclear, files: ("phiếu.pdf", Pdf.Of()));
        // Nobody beside it knows of it before there is an answer.
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(beside, $"/kho-khan/{id}"));
        Assert.Contains("Khó khăn, vướng mắc chờ trả lời", await district.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        await ActAsync(district, id, "Pass", ("note", "Quy chế chưa nói tới"));
        Assert.DoesNotContain(Unclear, await district.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.Contains(Unclear, await province.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        // Who has passed it up answers it no more.
        using (var late = await SendAsync(district, id, 2, "Answer", ("answer", "Tính là hợp lệ")))
            Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        await ActAsync(province, id, "Answer", ("answer", "Xem từng phiếu và ghi lý do"), ("article", "Điều 18 Quy chế bầu cử"));
        foreach (var person in (Visitor[])[officer, beside, district])
        {
            var page = WebUtility.HtmlDecode(await person.ReadAsync($"/kho-khan/{id}"));
            Assert.Contains("Xem từng phiếu và ghi lý do", page, StringComparison.Ordinal);
            Assert.Contains("Điều 18 Quy chế bầu cử", page, StringComparison.Ordinal);
        }
        Assert.Contains("Xem từng phiếu", await beside.ReadAsync("/kho-khan/danh-sach/C/T004"), StringComparison.Ordinal);
        var file = FileAddress().Match(await province.ReadAsync($"/kho-khan/{id}")).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(province, file));
        // The answer is for all below; the file stays with those who read there.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(officer, file));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(beside, file));
        using var nobody = new Visitor(site);
        Assert.NotEqual(HttpStatusCode.OK, await StatusAsync(nobody, file));
    }

    [Theory]
    [InlineData("kiem phieu")]
    [InlineData("KIỂM PHIẾU")]
    [InlineData("phiếu gạch chưa rõ")]
    [InlineData("dut khoat")]
    [InlineData("ly do bien ban")]
    public async Task Words_and_answers_are_found_with_and_without_marks(string words)
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        var id = await RecordAsync(officer, "T003", Unclear);
        await RecordAsync(officer, "T003", "Hội trường không có máy phát điện dự phòng", topic: "Means");
        await ActAsync(checker, id, "Answer", ("answer", "Ghi lý do vào biên bản"));
        var found = await officer.ReadAsync("/kho-khan/danh-sach/C/T003?q=" + Uri.EscapeDataString(words));
        Assert.Equal([id], Ids(found));
        Assert.Empty(Ids(await officer.ReadAsync("/kho-khan/danh-sach/C/T003?q=khong+co+nhu+the")));
        Assert.Equal(2, Ids(await officer.ReadAsync("/kho-khan/danh-sach/C/T003?q=%25")).Count);
        Assert.Equal([id], Ids(await officer.ReadAsync("/kho-khan/danh-sach/C/T003?tra-loi=co&linh-vuc=Elections")));
        Assert.Empty(Ids(await officer.ReadAsync("/kho-khan/danh-sach/C/T003?loai=kinh-nghiem")));
    }

    [Fact]
    public async Task What_is_like_it_is_shown_before_it_is_recorded_and_both_stand_as_one_with_both_sources()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Officer, Role.Checker);
        var first = await RecordAsync(district, "T003", Unclear);
        const string alike = "Kiểm phiếu: chưa rõ cách tính phiếu gạch tên mờ, không dứt khoát";
        // While it is typed.
        var typed = await district.ReadAsync(
            "/kho-khan/ghi/C/T004?handler=Similar&lesson=false&text=" + Uri.EscapeDataString(alike)
        );
        Assert.Contains($"value=\"{first}\"", typed, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", typed, StringComparison.Ordinal);
        // And for who has not seen it while typing.
        using (var asked = await SendNewAsync(district, "T004", alike, looked: false))
        {
            var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(Stop));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
            Assert.Contains("Đã có nội dung tương tự", page, StringComparison.Ordinal);
            Assert.Contains(alike, page, StringComparison.Ordinal);
        }
        using (var same = await SendNewAsync(district, "T004", alike, looked: true, ("same", Text(first))))
            Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);
        // One that is different is merged by hand, and taken out again.
        var other = await RecordAsync(district, "T004", "Không biết xếp phiếu trắng vào đâu");
        await ActAsync(district, first, "Merge", ("other", Text(other)));
        var whole = WebUtility.HtmlDecode(await district.ReadAsync($"/kho-khan/{other}"));
        Assert.Contains($"Mục số {other} có cùng nội dung", whole, StringComparison.Ordinal);
        Assert.Contains("Những nơi gặp: 3 đại hội", whole, StringComparison.Ordinal);
        Assert.Contains(alike, whole, StringComparison.Ordinal);
        Assert.Contains("Không biết xếp phiếu trắng", whole, StringComparison.Ordinal);
        Assert.Equal([first], Ids(await district.ReadAsync("/kho-khan/danh-sach/C/T002?q=phieu")));
        await ActAsync(district, first, "Part", ("other", Text(other)));
        Assert.Equal([other, first], Ids(await district.ReadAsync("/kho-khan/danh-sach/C/T002?q=phieu")));
    }

    [Fact]
    public async Task Merged_ones_share_the_answer_and_each_reads_only_its_own_source()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var third = await Following.SignedInAsync(site, "ba", "T003", Role.Officer);
        using var fourth = await Following.SignedInAsync(site, "bon", "T004", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        var (one, other) = (
            await RecordAsync(third, "T003", "Thiếu nguồn cán bộ nữ"),
            await RecordAsync(fourth, "T004", "Không đủ cán bộ nữ để cơ cấu")
        );
        await ActAsync(checker, one, "Merge", ("other", Text(other)));
        await ActAsync(checker, one, "Answer", ("answer", "Không hạ tiêu chuẩn"));
        var page = WebUtility.HtmlDecode(await fourth.ReadAsync($"/kho-khan/{other}"));
        Assert.Contains("Không hạ tiêu chuẩn", page, StringComparison.Ordinal);
        Assert.Contains("Không đủ cán bộ nữ để cơ cấu", page, StringComparison.Ordinal);
        // Who works beside it reads what was said and answered, not who wrote it.
        Assert.DoesNotContain("Người ba", page, StringComparison.Ordinal);
        // Those that say the same are one, and it is answered.
        Assert.Equal([one], Ids(await fourth.ReadAsync("/kho-khan/danh-sach/C/T004")));
        Assert.Empty(Ids(await fourth.ReadAsync("/kho-khan/danh-sach/C/T004?tra-loi=chua")));
        // Found by the words of each source, for those who read it.
        Assert.Equal([one], Ids(await fourth.ReadAsync("/kho-khan/danh-sach/C/T004?q=khong+du+co+cau")));
        Assert.Equal([one], Ids(await checker.ReadAsync("/kho-khan/danh-sach/C/T002?q=khong+du+co+cau")));
        Assert.Empty(Ids(await third.ReadAsync("/kho-khan/danh-sach/C/T003?q=khong+du+co+cau")));
        page = WebUtility.HtmlDecode(await third.ReadAsync($"/kho-khan/{one}"));
        Assert.DoesNotContain("Không đủ cán bộ nữ để cơ cấu", page, StringComparison.Ordinal);
        Assert.Contains("và 1 nơi khác", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_most_frequent_stand_on_the_dashboard_counted_by_congress_and_as_of_its_day()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Officer, Role.Checker);
        var rare = await RecordAsync(district, "T003", "Mất điện khi đang kiểm phiếu");
        var often = await RecordAsync(district, "T003", "Thiếu kinh phí in ấn tài liệu");
        foreach (var organisation in (string[])["T004", "T004", "T002"])
            using (await SendNewAsync(district, organisation, "Kinh phí in ấn tài liệu thiếu", true, ("same", Text(often)))) { }
        var board = await district.ReadAsync("/tong-quan/C/T002");
        var table = board[board.IndexOf("id=\"frequent\"", StringComparison.Ordinal)..];
        table = table[..table.IndexOf("</table>", StringComparison.Ordinal)];
        Assert.Equal([often, rare], Ids(table));
        // Twice at the same congress is one.
        Assert.Contains("<td class=\"number\">3</td>", table, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "id=\"frequent\"",
            await district.ReadAsync("/tong-quan/C/T002?ngay=2020-03-02"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Lessons_of_model_congresses_reach_those_who_prepare_theirs_once_they_are_spread()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var district = await Following.SignedInAsync(site, "huyen", "T002", Role.Officer, Role.Checker);
        using var fourth = await Following.SignedInAsync(site, "bon", "T004", Role.Officer);
        var lesson = await RecordAsync(district, "T003", "Tập kiểm phiếu thử trước một tuần", lesson: true);
        await ActAsync(district, lesson, "Answer", ("answer", ""));
        Assert.DoesNotContain("Tập kiểm phiếu thử", await fourth.ReadAsync("/dai-hoi/C/T004"), StringComparison.Ordinal);
        await Database.Sql.RunAsync(
            """
            insert into congress_event (congress_id, status, effective_on, recorded_on, recorded_at, recorded_by_name, model, brought_in, returned)
            select c.id, 'Held', '2020-02-01', '2020-02-01', '2020-02-01 02:00:00', 'x', @yes, @no, @no
            from congress c join organisation o on o.id = c.organisation_id where o.code = 'T003'
            """,
            Stop,
            ("yes", true),
            ("no", false)
        );
        Assert.Contains("Tập kiểm phiếu thử", await fourth.ReadAsync("/dai-hoi/C/T004"), StringComparison.Ordinal);
        // Its own it knows.
        Assert.DoesNotContain(
            "Kinh nghiệm từ các đại hội điểm",
            await district.ReadAsync("/dai-hoi/C/T003"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Bad_input_is_told_beside_its_field_and_records_nothing()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        await RefusedAsync(SendNewAsync(officer, "T003", " ", true), "Hãy ghi nội dung.");
        await RefusedAsync(SendNewAsync(officer, "T003", new string('x', 2001), true), "Dài quá 2000 ký tự.");
        await RefusedAsync(SendNewAsync(officer, "T003", "Có chuyện", true, ("topic", "Nhảm")), "Hãy chọn lĩnh vực.");
        await RefusedAsync(SendNewAsync(officer, "T003", "Có chuyện", true, ("same", "987")), "Không có mục này.");
        using (var elsewhere = await officer.SendAsync("/kho-khan/ghi/C/T003", "/kho-khan/ghi/C/T004", ("text", "x")))
            Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(0, await Database.Sql.FirstAsync("select count(*) from difficulty", row => row.GetInt64(0), Stop));
        var id = await RecordAsync(officer, "T003", Unclear);
        using (var empty = await SendAsync(checker, id, 1, "Answer", ("answer", " ")))
            Assert.Contains(
                "Hãy ghi nội dung trả lời.",
                WebUtility.HtmlDecode(await empty.Content.ReadAsStringAsync(Stop)),
                StringComparison.Ordinal
            );
        // Of two who decide, the second sees what the first did, and what he typed stays.
        await ActAsync(checker, id, "Answer", ("answer", "Một"));
        using var second = await SendAsync(checker, id, 1, "Answer", ("answer", "Hai"));
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Có người vừa thay đổi mục này", page, StringComparison.Ordinal);
        Assert.Contains("Một", page, StringComparison.Ordinal);
        Assert.Contains("Hai", page, StringComparison.Ordinal);
        foreach (var wrong in (string[])["987", Text(id)])
            using (var merged = await SendAsync(checker, id, 2, "Merge", ("other", wrong)))
                Assert.Equal(HttpStatusCode.UnprocessableEntity, merged.StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_records_once()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        for (var i = 0; i < 2; i++)
            using (var sent = await SendNewAsync(officer, "T003", Unclear, true, ("key", "cung-mot-phieu")))
                Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(1, await Database.Sql.FirstAsync("select count(*) from difficulty", row => row.GetInt64(0), Stop));
    }

    [Theory]
    [InlineData(Unclear, "kiểm phiếu: phiếu gạch tên không dứt khoát tính thế nào", true)]
    [InlineData(Unclear, "Hội trường quá nhỏ so với số đại biểu", false)]
    [InlineData("Thiếu nguồn cán bộ nữ", "Thieu nguon can bo nu va tre", true)]
    [InlineData("Đại hội chi bộ", "Đại hội đảng bộ cơ sở", false)]
    [InlineData("", "", false)]
    public void Texts_that_say_the_same_are_near(string one, string other, bool near) =>
        Assert.Equal(near, SimilarWords.Score(SimilarWords.PairsOf(Difficulty.WordsOf(one)), Difficulty.WordsOf(other)) > 0);

    private static async Task<long> RecordAsync(
        Visitor person,
        string organisation,
        string text,
        bool lesson = false,
        string topic = "Elections",
        params (string Name, byte[] Bytes)[] files
    )
    {
        using var sent = await person.SendAsync(
            $"/kho-khan/ghi/C/{organisation}",
            [("text", text), ("lesson", lesson ? "true" : "false"), ("topic", topic), ("looked", "true")],
            files
        );
        Assert.True(sent.StatusCode == HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync(Stop));
        return long.Parse(sent.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private static Task<HttpResponseMessage> SendNewAsync(
        Visitor person,
        string organisation,
        string text,
        bool looked,
        params (string Name, string Value)[] more
    ) =>
        person.SendAsync(
            $"/kho-khan/ghi/C/{organisation}",
            [
                ("text", text),
                ("lesson", "false"),
                ("looked", looked ? "true" : "false"),
                .. more,
                .. more.Any(field => field.Name == "topic") ? [] : ((string, string)[])[("topic", "Elections")],
            ]
        );

    private static async Task RefusedAsync(Task<HttpResponseMessage> sending, string why)
    {
        using var answer = await sending;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    // As the page that the person has before him says.
    private static async Task ActAsync(Visitor person, long id, string handler, params (string Name, string Value)[] fields)
    {
        var version = Following.ValueIn(await person.ReadAsync($"/kho-khan/{id}"), "version");
        using var done = await SendAsync(person, id, int.Parse(version, CultureInfo.InvariantCulture), handler, fields);
        Assert.True(done.StatusCode == HttpStatusCode.Redirect, await done.Content.ReadAsStringAsync(Stop));
    }

    private static Task<HttpResponseMessage> SendAsync(
        Visitor person,
        long id,
        int version,
        string handler,
        params (string Name, string Value)[] fields
    ) => person.SendAsync($"/kho-khan/{id}?handler={handler}", [("version", Text(version)), .. fields]);

    private static async Task<HttpStatusCode> StatusAsync(Visitor person, string path)
    {
        using var answer = await person.GetAsync(path);
        return answer.StatusCode;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<long> Ids(string page) =>
        [.. Link().Matches(page).Select(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct()];

    [GeneratedRegex("href=\"/kho-khan/(\\d+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"(/kho-khan/tep/\\d+)\"")]
    private static partial Regex FileAddress();
}
