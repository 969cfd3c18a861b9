using System.Net;
using System.Text;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Who is summoned to a congress: listed by hand or from a file, found twice, replaced.</summary>
public abstract class DelegateTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DelegateTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DelegateTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_place_goes_to_the_alternate_with_the_most_votes_or_stays_empty_for_a_reason()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(
            ("Nguyễn Văn An", 80, false),
            ("Trần Thị Bình", 78, false),
            ("Lê Văn Chính", 60, true),
            ("Phạm Thị Dung", 66, true),
            ("Hoàng Văn Em", 60, true)
        );
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        // Alternates are summoned only in another's place.
        Assert.Equal(["Nguyễn Văn An", "Trần Thị Bình"], numbers.Keys.Order(StringComparer.Ordinal));

        await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Nguyễn Văn An"]}"))
        );
        await Assembled.DoneAsync(
            assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Nguyễn Văn An"]}"), ("reason", "Ốm nặng"))
        );
        numbers = await assembled.NumbersAsync(session);
        Assert.Equal(["Phạm Thị Dung", "Trần Thị Bình"], numbers.Keys.Order(StringComparer.Ordinal));
        // Two are left with 60 votes each: the summoning committee chooses.
        var tied = assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Trần Thị Bình"]}"), ("reason", "Đi công tác"));
        Assert.Contains(
            "cùng được 60 phiếu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, tied),
            StringComparison.Ordinal
        );
        // Whoever moved stays in the old delegation, and nobody comes in his place.
        Assert.Contains(
            "không đưa ra khỏi danh sách và không thay bằng đại biểu dự khuyết",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Trần Thị Bình"]}"), ("code", "moved"))
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["Phạm Thị Dung", "Trần Thị Bình"],
            (await assembled.NumbersAsync(session)).Keys.Order(StringComparer.Ordinal)
        );
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu"));
        Assert.Matches("Nguyễn Văn An</th><td lang=\"vi\">Ốm nặng</td><td><span lang=\"vi\">Phạm Thị Dung", page);
    }

    [Fact]
    public async Task Somebody_who_is_listed_twice_is_found()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        Assert.Contains(
            "«Nguyễn Văn An» đã có trong danh sách",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.ListAsync("NGUYỄN VĂN AN", "ExOfficio", ("delegation", "T003"))
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.ListAsync("Nguyễn Văn An", "ExOfficio", ("delegation", "T003"), ("another", "true")));
        Assert.Contains(
            "vừa là đại biểu đương nhiên vừa được bầu",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Names_with_other_marks_are_other_people_and_names_without_any_may_be_either()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        foreach (var name in (string[])["Phạm Hữu Dung", "Phạm Hữu Dũng", "Lê Thị Hoà"])
            await Assembled.DoneAsync(assembled.ListAsync(name, "Elected", ("delegation", "T003")));
        foreach (var name in (string[])["PHẠM HỮU DŨNG", "Pham Huu Dung", "Lê Thị Hòa"])
            Assert.Contains(
                "đã có trong danh sách",
                await Assembled.RefusedAsync(
                    HttpStatusCode.UnprocessableEntity,
                    assembled.ListAsync(name, "Elected", ("delegation", "T003"))
                ),
                StringComparison.Ordinal
            );
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu"));
        Assert.DoesNotContain("có tên hai lần", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_lists_all_of_its_rows_or_nobody()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var wrong = "organisation,full_name,votes\nT003,Nguyễn Văn An,80\nT009,Trần Thị Bình,70\nT004,,60\n";
        var page = await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, ImportAsync(assembled, wrong));
        Assert.Contains("<th scope=\"row\">3</th>", page, StringComparison.Ordinal);
        Assert.Contains("không có đoàn đại biểu «T009»", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">4</th>", page, StringComparison.Ordinal);
        var session = await assembled.SessionAsync();
        Assert.Empty(await assembled.NumbersAsync(session));

        var right =
            "Mã đơn vị;Họ và tên;Số phiếu;Dự khuyết;Diện\nT003;Nguyễn Văn An;80;;\nT004;Trần Thị Bình;70;x;\nT003;Lê Văn Chính;;;đương nhiên\n";
        // Looked at first: nobody is listed by it.
        using (var looked = await ImportAsync(assembled, right))
        {
            var would = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
            Assert.Contains("Tệp có 3 người: 2 chính thức, 1 dự khuyết.", would, StringComparison.Ordinal);
            Assert.Contains("Trần Thị Bình", would, StringComparison.Ordinal);
        }
        Assert.Empty(await assembled.NumbersAsync(session));
        await Assembled.DoneAsync(ConfirmAsync(assembled, Encoding.UTF8.GetBytes(right)));
        Assert.Equal(
            ["Lê Văn Chính", "Nguyễn Văn An"],
            (await assembled.NumbersAsync(session)).Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_file_of_the_time_before_Unicode_says_so_with_the_names_before_anybody_is_listed()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        // TCVN3: "Nguyễn Văn Ánh" and "Trần Thị Đương".
        var old = Encoding.Latin1.GetBytes("organisation,full_name\nT003,NguyÔn V¨n ¸nh\nT003,TrÇn ThÞ §­¬ng\n");
        using var looked = await assembled.Officer.UploadAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap",
            old,
            "cu.csv"
        );
        var would = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("bảng mã cũ (tcvn3)", would, StringComparison.Ordinal);
        Assert.Contains("Trần Thị Đương", would, StringComparison.Ordinal);
        var session = await assembled.SessionAsync();
        Assert.Empty(await assembled.NumbersAsync(session));
        await Assembled.DoneAsync(ConfirmAsync(assembled, old));
        Assert.Contains("Trần Thị Đương", (await assembled.NumbersAsync(session)).Keys);
    }

    [Fact]
    public async Task Names_of_other_letters_or_tones_and_other_years_of_birth_are_other_people()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn Ân", 80, false));
        var file = Encoding.UTF8.GetBytes(
            "organisation,full_name,birth_date\nT003,Phạm Hữu Dung,1970\nT004,Phạm Hữu Dũng,1970\nT003,Nguyễn Văn An,\n"
                + "T003,Lê Văn Chính,1970\nT003,Lê Văn Chính,1985\n"
        );
        Assert.DoesNotContain("Trùng họ tên", await LookedAtAsync(assembled, file), StringComparison.Ordinal);
        await Assembled.DoneAsync(ConfirmAsync(assembled, file));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu"));
        foreach (var name in (string[])["Phạm Hữu Dung", "Phạm Hữu Dũng", "Nguyễn Văn An", "Nguyễn Văn Ân"])
            Assert.Contains($">{name}<", page, StringComparison.Ordinal);
        // By hand too: nobody is asked whether Ẩn is Ân.
        await Assembled.DoneAsync(assembled.ListAsync("Nguyễn Văn Ẩn", "Elected", ("delegation", "T003")));
    }

    [Fact]
    public async Task Rows_that_may_be_one_person_are_asked_about_before_anybody_is_listed()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var file = Encoding.UTF8.GetBytes(
            "organisation,full_name,birth_date\nT003,Lê Văn Chính,1970\nT004,LÊ VĂN CHÍNH,3/1970\nT004,Nguyễn Văn An,1980\n"
        );
        var looked = await LookedAtAsync(assembled, file);
        Assert.Contains(
            "name=\"others\" value=\"3\"> Dòng 3 (LÊ VĂN CHÍNH, T004, 03/1970) là người khác với người ở dòng 2",
            looked,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "name=\"others\" value=\"4\"> Dòng 4 (Nguyễn Văn An, T004, 1980) là người khác với người đã có trong danh sách",
            looked,
            StringComparison.Ordinal
        );
        var session = await assembled.SessionAsync();
        // One answer is not both.
        var refused = await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            ConfirmAsync(assembled, file, ("others", "3"))
        );
        Assert.Contains("chưa được xác nhận là người khác", refused, StringComparison.Ordinal);
        Assert.Contains("name=\"others\" value=\"3\" checked", refused, StringComparison.Ordinal);
        Assert.Equal(["Nguyễn Văn An"], (await assembled.NumbersAsync(session)).Keys);
        await Assembled.DoneAsync(ConfirmAsync(assembled, file, ("others", "3"), ("others", "4")));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu"));
        Assert.Contains(">LÊ VĂN CHÍNH<", page, StringComparison.Ordinal);
        Assert.Contains(">Lê Văn Chính<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alternate_more_than_was_allotted_is_listed_only_with_consent()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
        Task<HttpResponseMessage> ListAsync(string name, params (string, string)[] more) =>
            assembled.ListAsync(name, "Elected", [("delegation", "T003"), ("votes", "30"), ("alternate", "true"), .. more]);
        // While the allocation is a proposal nothing was allotted.
        await Assembled.DoneAsync(ListAsync("Nguyễn Văn An"));
        await Assembled.DoneAsync(
            assembled.SendAsync("phan-bo", "Adjust", ("below", "T003"), ("elected", "7"), ("alternates", "1"), ("reason", "Đông"))
        );
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        const string Refusal = "Đoàn được phân bổ 1 dự khuyết, đã có 1. Căn cứ: Công văn số 12-CV/HU.";
        var page = await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, ListAsync("Trần Thị Bình"));
        Assert.Contains(Refusal, page, StringComparison.Ordinal);
        Assert.Contains("name=\"beyond\"", page, StringComparison.Ordinal);
        using var imported = await ImportAsync(assembled, "organisation,full_name,alternate\nT003,Trần Thị Bình,x\n");
        Assert.Contains(
            Refusal,
            WebUtility.HtmlDecode(await imported.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(ListAsync("Trần Thị Bình", ("beyond", "true")));
        Assert.Contains(
            "<strong>Thừa 1 dự khuyết so với phân bổ</strong>",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("youth", "Chưa ghi hình thức đại hội và bộ quy định không nêu, nên đang coi là đại hội đại biểu.")]
    [InlineData("vn-2020", "Chưa ghi hình thức đại hội; theo quy định là đại hội đại biểu. Căn cứ: ")]
    public async Task A_congress_says_that_nobody_has_recorded_who_meets(string rules, string said)
    {
        await using var assembled = await Assembled.OpenAsync(Database, Assembled.Today, rules);
        async Task<string> ReadAsync(string page) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{page}"));
        foreach (var page in (string[])["dai-bieu", "chuong-trinh", "dieu-hanh"])
        {
            var text = await ReadAsync(page);
            Assert.Contains(said, text, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{Assembled.District}\">Ghi tại trang của đại hội</a>", text, StringComparison.Ordinal);
        }
        await Assembled.DoneAsync(
            assembled.Officer.SendAsync(
                Assembled.District,
                ("status", "Preparing"),
                ("on", "01/02/2020"),
                ("kind", "delegates"),
                ("key", "")
            )
        );
        Assert.DoesNotContain("Chưa ghi hình thức đại hội", await ReadAsync("dai-bieu"), StringComparison.Ordinal);
        // Members come to no congress of delegates by themselves.
        Assert.Contains(
            "Loại đại biểu không đúng với hình thức đại hội",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, assembled.ListAsync("Ai Đó", "Member")),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> LookedAtAsync(Assembled assembled, byte[] file)
    {
        using var looked = await assembled.Officer.UploadAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap",
            file,
            "dai-bieu.csv"
        );
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        return WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<HttpResponseMessage> ConfirmAsync(
        Assembled assembled,
        byte[] content,
        params (string, string)[] answers
    ) =>
        assembled.Officer.SendAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap?handler=Confirm",
            [("content", Convert.ToBase64String(content)), ("name", "dai-bieu.csv"), ("encoding", "Auto"), .. answers]
        );

    private static Task<HttpResponseMessage> ImportAsync(Assembled assembled, string content) =>
        assembled.Officer.UploadAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap",
            Encoding.UTF8.GetBytes(content),
            "dai-bieu.csv"
        );
}
