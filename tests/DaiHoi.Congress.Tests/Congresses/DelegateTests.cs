using System.Net;
using System.Text;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.People;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Who is summoned to a congress: divided by the rules, listed, replaced, checked.</summary>
public abstract class DelegateTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DelegateTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : DelegateTests(database), IClassFixture<PostgresTestDatabase>;

    private static readonly (string, string)[] Plan =
    [
        ("perOrganisation", "2"),
        ("byMembers", "LargestRemainder"),
        ("seats", "10"),
        ("appointed", "1"),
        ("limit", "district"),
        ("Rows[0].Code", "T003"),
        ("Rows[0].Members", "410"),
        ("Rows[0].ExOfficio", "1"),
        ("Rows[1].Code", "T004"),
        ("Rows[1].Members", "590"),
    ];

    [Fact]
    public async Task Delegates_are_divided_by_the_rules_adjusted_with_reasons_and_sent_down()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Plan));
        // 2 + 4,1 → 4 and 2 + 5,9 → 6; one of T003 is a delegate by office.
        var table = await assembled.Officer.ReadAsync($"{Assembled.District}/phan-bo");
        Assert.Matches(
            "Tổ chức 3</a></th><td class=\"number\">410</td><td class=\"number\">6</td><td class=\"number\">6</td>",
            table
        );
        Assert.Matches(
            "Tổ chức 4</a></th><td class=\"number\">590</td><td class=\"number\">8</td><td class=\"number\">8</td>",
            table
        );

        Assert.Contains(
            "phải ghi lý do",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("phan-bo", "Adjust", ("below", "T003"), ("elected", "7"), ("alternates", "2"))
            ),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(
            assembled.SendAsync(
                "phan-bo",
                "Adjust",
                ("below", "T003"),
                ("elected", "7"),
                ("alternates", "2"),
                ("reason", "Đơn vị trọng điểm")
            )
        );
        // Below nobody sees a proposal.
        using var below = await Following.SignedInAsync(assembled.Site, "co-so", "T003", Role.Officer);
        Assert.DoesNotContain(
            "Đại hội cấp trên phân bổ",
            await below.ReadAsync("/dai-hoi/C/T003/dai-bieu"),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        Assert.Contains(
            "Đại hội cấp trên phân bổ 7 đại biểu chính thức, 2 dự khuyết",
            WebUtility.HtmlDecode(await below.ReadAsync("/dai-hoi/C/T003/dai-bieu")),
            StringComparison.Ordinal
        );
        await Assembled.RefusedAsync(HttpStatusCode.Conflict, assembled.SendAsync("phan-bo", "Propose", Plan));
        // Who works below decides nothing above, and does not find it.
        using var refused = await below.GetAsync($"{Assembled.District}/phan-bo");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task What_was_adjusted_is_lost_by_nobodys_slip_and_a_decision_keeps_to_its_limit()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Plan));
        Task<HttpResponseMessage> AdjustAsync(string elected, string alternates, string reason) =>
            assembled.SendAsync(
                "phan-bo",
                "Adjust",
                ("below", "T003"),
                ("elected", elected),
                ("alternates", alternates),
                ("reason", reason)
            );
        await Assembled.DoneAsync(AdjustAsync("7", "2", "Đơn vị trọng điểm"));
        // Nothing typed leaves the reason and the alternates as they are.
        await Assembled.DoneAsync(AdjustAsync("7", "3", ""));
        await Assembled.DoneAsync(AdjustAsync("7", "", ""));
        Assert.Matches(
            "Tổ chức 3</a></th><td class=\"number\">410</td><td class=\"number\">6</td><td class=\"number\">7</td><td class=\"number\">3</td>.*Đơn vị trọng điểm",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/phan-bo"))
        );
        Assert.Contains(
            "Đã điều chỉnh 1 đơn vị",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, assembled.SendAsync("phan-bo", "Propose", Plan)),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", [.. Plan, ("anew", "true")]));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AdjustAsync("6", "1", ""));
        Assert.Contains(
            "không quá 300 đại biểu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, AdjustAsync("800", "", "Đông đảng viên")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(AdjustAsync("8", "1", "Công văn bổ sung số 20-CV/HU"));
    }

    [Fact]
    public async Task A_place_for_somebody_appointed_that_nobody_has_says_why()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Plan));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("Chỉ định: 1 chỗ trống, lý do", page, StringComparison.Ordinal);
        var own = (await assembled.Site.Service<OrganisationTree>().FindAsync("T002", CancellationToken.None))!.Id;
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Explain", ("delegation", $"{own}"), ("reason", "Cấp trên chưa chỉ định"))
        );
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("value=\"Cấp trên chưa chỉ định\"", page, StringComparison.Ordinal);
        // Whoever is appointed fills it.
        await Assembled.DoneAsync(assembled.ListAsync("Hoàng Văn Giang", "Appointed"));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.DoesNotContain("Chỉ định: 1 chỗ trống", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_delegates_than_the_directive_allows_cannot_be_decided()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(
            assembled.SendAsync(
                "phan-bo",
                "Propose",
                [.. Plan.Select(field => field.Item1 == "seats" ? ("seats", "400") : field)]
            )
        );
        Assert.Contains(
            "không quá 300 đại biểu",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU"))
            ),
            StringComparison.Ordinal
        );
    }

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
    public async Task The_credential_report_sums_to_the_whole_and_is_read_by_those_who_check()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var organisation = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!;
        var an = await PlantedPeople.AddAsync(
            assembled.Site,
            organisation,
            "Nguyễn Văn An",
            "12/3/1960",
            (PersonFields.Sex, "nam"),
            (PersonFields.Ethnicity, "Kinh"),
            (PersonFields.OfficialOn, "3/2/1985")
        );
        var binh = await PlantedPeople.AddAsync(
            assembled.Site,
            organisation,
            "Trần Thị Bình",
            "1992",
            (PersonFields.Ethnicity, "Tày")
        );
        foreach (var record in new[] { an, binh })
            await Assembled.DoneAsync(assembled.ListAsync("", "Elected", ("delegation", "T003"), ("record", $"{record}")));
        await assembled.ElectedAsync(("Lê Văn Chính", 60, false));

        using var committee = await assembled.WithDutyAsync("tham-tra", "CredentialCommittee");
        using var door = await assembled.WithDutyAsync("cua", "CheckIn");
        var page = WebUtility.HtmlDecode(await committee.ReadAsync($"{Assembled.District}/tham-tra"));
        foreach (
            var breakdown in page.Split("<table>")
                .Skip(1)
                .Where(table => table.Contains("class=\"sum\"", StringComparison.Ordinal))
        )
        {
            var counts = System
                .Text.RegularExpressions.Regex.Matches(breakdown, "<td class=\"number\">([0-9]+)</td>")
                .Select(count => int.Parse(count.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
                .ToList();
            Assert.Equal(3, counts[^1]);
            Assert.Equal(counts[^1], counts[..^1].Sum());
        }
        Assert.Matches("Từ 60 tuổi trở lên|Từ 50 đến 59 tuổi", page);
        Assert.Contains("Cao tuổi nhất: Nguyễn Văn An, sinh 12/03/1960 (59 tuổi)", page, StringComparison.Ordinal);
        Assert.Contains("Từ 30 đến 39 năm", page, StringComparison.Ordinal);
        // A name is linked to its record by the committee, and counts from then on.
        var chinh = await PlantedPeople.AddAsync(assembled.Site, organisation, "Lê Văn Chính", "1980");
        Assert.Contains("name=\"record\"", page, StringComparison.Ordinal);
        var session = await assembled.SessionAsync();
        var number = (await assembled.NumbersAsync(session))["Lê Văn Chính"];
        await Assembled.DoneAsync(
            committee.SendAsync(
                $"{Assembled.District}/tham-tra",
                $"{Assembled.District}/tham-tra?handler=Find",
                ("id", $"{number}"),
                ("record", $"{chinh}")
            )
        );
        Assert.DoesNotContain(
            "name=\"record\"",
            await committee.ReadAsync($"{Assembled.District}/tham-tra"),
            StringComparison.Ordinal
        );
        // The door sees names, not what is personal; each reading of the committee is in the log.
        using var hidden = await door.GetAsync($"{Assembled.District}/tham-tra");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Contains(
            await AuditAsync(assembled.Site),
            entry =>
                entry is { Action: "people.listed", ActorName: "Người tham-tra" }
                && !entry.After!.Contains("An", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_record_of_another_name_is_linked_knowingly_and_to_one_name_only()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var organisation = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!;
        var record = await PlantedPeople.AddAsync(assembled.Site, organisation, "Nguyễn Thị Hòa", "1980");
        await assembled.ElectedAsync(("Nguyễn Thị Hoà", 80, false), ("Trần Văn Dũng", 70, false));
        await Assembled.DoneAsync(assembled.ListAsync("Lê Thị Hòa", "ExOfficio", ("delegation", "T003")));
        var numbers = await assembled.NumbersAsync(await assembled.SessionAsync());
        Task<HttpResponseMessage> LinkAsync(string name, params (string, string)[] fields) =>
            assembled.SendAsync("tham-tra", "Find", [("id", $"{numbers[name]}"), ("record", $"{record}"), .. fields]);
        var page = await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, LinkAsync("Trần Văn Dũng"));
        Assert.Contains(
            $"Hồ sơ số {record} mang tên «Nguyễn Thị Hòa», danh sách ghi «Trần Văn Dũng»",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"isHis\"", page, StringComparison.Ordinal);
        // The place of the tone makes no other name.
        await Assembled.DoneAsync(LinkAsync("Nguyễn Thị Hoà"));
        // It is on the list now: nobody else who was elected has it, ticked or not.
        Assert.Contains(
            "đã nối với «Nguyễn Thị Hoà»",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, LinkAsync("Trần Văn Dũng", ("isHis", "true"))),
            StringComparison.Ordinal
        );
        // Who is a delegate by office and elected too is told as that, under whatever name.
        await Assembled.DoneAsync(LinkAsync("Lê Thị Hòa", ("isHis", "true")));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("«Nguyễn Thị Hòa» vừa là đại biểu đương nhiên vừa được bầu", page, StringComparison.Ordinal);
        Assert.Contains(
            "vừa là đại biểu đương nhiên vừa được bầu",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_report_says_why_each_is_absent_and_each_empty_place_once()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Plan));
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Decide", ("under", "Công văn số 12-CV/HU")));
        await assembled.ElectedAsync(
            ("Nguyễn Văn An", 80, false),
            ("Trần Thị Bình", 78, false),
            ("Lê Văn Chính", 76, false),
            ("Phạm Thị Dung", 74, false),
            ("Hoàng Văn Em", 72, false),
            ("Ngô Văn Giang", 70, false)
        );
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        Task MarkAsync(string name, string mark, string key, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, numbers[name], mark, key, fields));
        Task EndAsync(string name, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.SendAsync("dai-bieu", "End", [("id", $"{numbers[name]}"), .. fields]));
        await MarkAsync("Nguyễn Văn An", "Arrived", "k1");
        await MarkAsync("Trần Thị Bình", "Excused", "k2");
        // The reason comes later, at the same door.
        await MarkAsync("Trần Thị Bình", "Excused", "k3", ("note", "Ốm nặng"));
        await MarkAsync("Lê Văn Chính", "Unexcused", "k4");
        await EndAsync("Hoàng Văn Em", ("reason", "Đi học nước ngoài"));
        await EndAsync("Ngô Văn Giang", ("code", "entered-by-mistake"));

        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        foreach (
            var line in (string[])["Trần Thị Bình: có lý do (Ốm nặng)", "Lê Văn Chính: không lý do", "Phạm Thị Dung: chưa rõ"]
        )
            Assert.Contains($"<li>{line}</li>", page, StringComparison.Ordinal);
        foreach (var handler in (string[])["Report", "ReportWord"])
        {
            var paper = await PaperAsync(assembled, handler);
            foreach (
                var words in (string[])
                    [
                        "vắng mặt: 3 (có lý do 1, không lý do 1, chưa rõ 1)",
                        "Trần Thị Bình: có lý do (Ốm nặng)",
                        "Lê Văn Chính: không lý do",
                        "Phạm Thị Dung: chưa rõ",
                        "LẦN THỨ XII",
                        "lần thứ XII",
                        "BC/ĐH",
                    ]
            )
                Assert.Contains(Spaceless(words), paper, StringComparison.Ordinal);
            // Seven places were given to the organisation: four are filled, one was left, two nobody ever had.
            Assert.Contains(Spaceless("1 chỗ của Hoàng Văn Em (Đi học nước ngoài)"), paper, StringComparison.Ordinal);
            Assert.Contains(Spaceless("Tổ chức 3: 2 chỗ (chưa có lý do)"), paper, StringComparison.Ordinal);
            Assert.DoesNotContain(Spaceless("Ngô Văn Giang"), paper, StringComparison.Ordinal);
        }
    }

    private static async Task<string> PaperAsync(Assembled assembled, string handler)
    {
        using var answer = await assembled.Officer.GetAsync($"{Assembled.District}/van-ban?handler={handler}&lan=XII");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        if (handler == "Report")
        {
            using var pdf = PdfDocument.Open(bytes);
            return Spaceless(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));
        }
        using var stream = new MemoryStream(bytes);
        using var docx = WordprocessingDocument.Open(stream, isEditable: false);
        return Spaceless(docx.MainDocumentPart!.Document!.InnerText);
    }

    private static string Spaceless(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    [Fact]
    public async Task Who_is_not_summoned_by_the_rules_is_refused_with_the_article()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        var session = await assembled.SessionAsync();
        var numbers = await assembled.NumbersAsync(session);
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Check", ("id", $"{numbers["Nguyễn Văn An"]}"), ("objection", "Có đơn khiếu nại"))
        );
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Rest"));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("Có đơn khiếu nại", page, StringComparison.Ordinal);
        Assert.Matches("<dt>Đủ tư cách</dt><dd>1</dd>", page);
        await Assembled.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            assembled.SendAsync("tham-tra", "Deduct", ("id", $"{numbers["Trần Thị Bình"]}"), ("code", "bịa ra"))
        );
    }

    private static async Task<List<Platform.Audit.AuditEntry>> AuditAsync(Site site)
    {
        await using var database = site.Service<Data.DatabaseFactory>().Create();
        return
        [
            .. Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsNoTracking(
                database.Set<Platform.Audit.AuditEntry>()
            ),
        ];
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

    private static Task<HttpResponseMessage> ConfirmAsync(Assembled assembled, byte[] content) =>
        assembled.Officer.SendAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap?handler=Confirm",
            ("content", Convert.ToBase64String(content)),
            ("name", "dai-bieu.csv"),
            ("encoding", "Auto")
        );

    private static Task<HttpResponseMessage> ImportAsync(Assembled assembled, string content) =>
        assembled.Officer.UploadAsync(
            $"{Assembled.District}/dai-bieu/nhap",
            $"{Assembled.District}/dai-bieu/nhap",
            Encoding.UTF8.GetBytes(content),
            "dai-bieu.csv"
        );
}
