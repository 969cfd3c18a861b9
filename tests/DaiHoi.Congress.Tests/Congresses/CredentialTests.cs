using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People;
using DaiHoi.Web.Tests.People;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Who of the list may take part: checked one by one, reported in divisions that sum to the whole.</summary>
public abstract class CredentialTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : CredentialTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : CredentialTests(database),
            IClassFixture<PostgresTestDatabase>;

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
        // Born is known of two of the three: of no others is it claimed who is the youngest.
        Assert.Contains("Trong số 2/3 người có số liệu: Cao tuổi nhất", page, StringComparison.Ordinal);
        Assert.Contains("<caption>Theo tuổi đảng</caption>", page, StringComparison.Ordinal);
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
    public async Task The_report_names_who_was_refused_against_whom_something_stands_and_who_came_in_whose_place()
    {
        await using var assembled = await Assembled.OpenAsync(Database, Assembled.Today, "vn-2025");
        await assembled.ElectedAsync(
            ("Nguyễn Văn An", 80, false),
            ("Trần Thị Bình", 78, false),
            ("Lê Văn Chính", 76, false),
            ("Phạm Thị Dung", 60, true)
        );
        var numbers = await assembled.NumbersAsync(await assembled.SessionAsync());
        Task CheckAsync(string name, params (string, string)[] fields) =>
            Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Check", [("id", $"{numbers[name]}"), .. fields]));
        var rule = DaiHoi.Rules.RuleSets.RuleSet.Named("vn-2025")!.Delegates.Summons.First(one => !one.Summoned);
        await CheckAsync("Nguyễn Văn An", ("code", rule.Reason));
        await CheckAsync("Trần Thị Bình", ("objection", "Có đơn về lý lịch"));
        await Assembled.DoneAsync(
            assembled.SendAsync("dai-bieu", "End", ("id", $"{numbers["Lê Văn Chính"]}"), ("reason", "Ốm nặng"))
        );
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        var paper = await PaperAsync(assembled, "ReportWord");
        foreach (
            var line in (string[])
                [
                    $"Nguyễn Văn An: {rule.Name.Vietnamese}",
                    "Trần Thị Bình: Có đơn về lý lịch",
                    "Phạm Thị Dung thay Lê Văn Chính (Ốm nặng)",
                ]
        )
        {
            Assert.Contains($"<li>{line}</li>", page, StringComparison.Ordinal);
            Assert.Contains(Spaceless(line), paper, StringComparison.Ordinal);
        }
        foreach (var heading in (string[])["Không đủ tư cách", "Đại biểu có vướng mắc về tư cách", "Dự khuyết thay thế"])
        {
            Assert.Contains($"<h3>{heading}</h3>", page, StringComparison.Ordinal);
            Assert.Contains(Spaceless(heading), paper, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_report_says_why_each_is_absent_and_each_empty_place_once()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await Assembled.DoneAsync(assembled.SendAsync("phan-bo", "Propose", Assembled.Plan));
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

    [Fact]
    public async Task Whom_the_rules_do_not_summon_leaves_the_list_with_the_article()
    {
        await using var assembled = await Assembled.OpenAsync(Database, new(2026, 3, 3), "vn-2025");
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        const string page = $"{Assembled.District}/tham-tra";
        var before = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync(page));
        var id = Regex.Match(before, "<option value=\"(\\d+)\"[^>]*>Nguyễn Văn An").Groups[1].Value;
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Check", ("id", id), ("code", "suspended")));
        var list = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu"));
        Assert.Matches("Nguyễn Văn An</th><td lang=\"vi\">Đại biểu bị đình chỉ sinh hoạt đảng", list);
        Assert.Matches("Trần Thị Bình</th><td>Được bầu", list);
        // Who is gone is not looked at again.
        await Assembled.RefusedAsync(
            HttpStatusCode.NotFound,
            assembled.SendAsync("tham-tra", "Check", ("id", id), ("objection", "Có đơn"))
        );
    }

    [Fact]
    public async Task Who_was_taken_off_by_a_wrong_choice_is_put_back_with_badge_and_alternate()
    {
        await using var assembled = await Assembled.OpenAsync(Database, new(2026, 3, 3), "vn-2025");
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false), ("Lê Văn Chính", 30, true));
        const string page = $"{Assembled.District}/tham-tra";
        async Task<string> ReadAsync(string name) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{name}"));
        async Task<string> IdAsync(string from, string name) =>
            Regex.Match(await ReadAsync(from), $"<option value=\"(\\d+)\"[^>]*>{name}").Groups[1].Value;
        Task<HttpResponseMessage> RestoreAsync(string id) => assembled.SendAsync("dai-bieu", "Restore", ("id", id));
        var (an, binh, chinh) = (
            await IdAsync("tham-tra", "Nguyễn Văn An"),
            await IdAsync("tham-tra", "Trần Thị Bình"),
            await IdAsync("dai-bieu", "Lê Văn Chính")
        );
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Check", ("id", an), ("code", "prosecuted")));
        await Assembled.DoneAsync(assembled.SendAsync("dai-bieu", "End", ("id", binh), ("reason", "Ốm nặng")));
        var report = await PaperAsync(assembled, "Report");
        foreach (
            var words in (string[])
                ["Không đủ tư cách", "Nguyễn Văn An: Đại biểu bị khởi tố", "Lê Văn Chính thay Trần Thị Bình (Ốm nặng)"]
        )
            Assert.Contains(Spaceless(words), report, StringComparison.Ordinal);
        // Back as nobody looked at yet; the alternate waits again.
        await Assembled.DoneAsync(RestoreAsync(an));
        await Assembled.DoneAsync(RestoreAsync(an));
        await Assembled.DoneAsync(RestoreAsync(binh));
        var list = await ReadAsync("dai-bieu");
        Assert.Contains("Lê Văn Chính trở lại danh sách dự khuyết.", list, StringComparison.Ordinal);
        foreach (
            var words in (string[])
                ["Nguyễn Văn An</th><td>Được bầu", "Trần Thị Bình</th><td>Được bầu", "Lê Văn Chính</th><td>Dự khuyết<"]
        )
            Assert.Contains(words, Regex.Replace(list, "\\s+<", "<"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"left\"", list, StringComparison.Ordinal);
        Assert.Contains("<dt>Chưa thẩm tra</dt><dd>2</dd>", await ReadAsync("tham-tra"), StringComparison.Ordinal);
        report = await PaperAsync(assembled, "Report");
        Assert.DoesNotContain(Spaceless("Nguyễn Văn An: Đại biểu bị khởi tố"), report, StringComparison.Ordinal);
        // Who has come in another's place is not sent home.
        await Assembled.DoneAsync(assembled.SendAsync("dai-bieu", "End", ("id", binh), ("reason", "Ốm nặng")));
        await Assembled.DoneAsync(assembled.TrySessionAsync("8:00", "11:00", "Phiên chính thức", "3/3/2026"));
        var session = long.Parse(
            Regex.Match(await ReadAsync("chuong-trinh"), "\\?phien=([0-9]+)").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture
        );
        var who = long.Parse(chinh, System.Globalization.CultureInfo.InvariantCulture);
        await Assembled.DoneAsync(assembled.MarkAsync(assembled.Officer, session, who, "Arrived", "k1"));
        Assert.Contains(
            "Lê Văn Chính đã thay thế và đã dự đại hội",
            await Assembled.RefusedAsync(HttpStatusCode.Conflict, RestoreAsync(binh)),
            StringComparison.Ordinal
        );
        using var committee = await assembled.WithDutyAsync("tham-tra", "CredentialCommittee");
        using var refused = await committee.SendAsync(
            $"{Assembled.District}/dai-bieu",
            $"{Assembled.District}/dai-bieu?handler=Restore",
            ("id", binh)
        );
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(2, (await AuditAsync(assembled.Site)).Count(entry => entry.Action == "delegate.restored"));
    }

    [Fact]
    public async Task Where_all_members_meet_the_report_is_of_members_and_of_who_summons_them()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        const string Congress = "/dai-hoi/C/T003";
        foreach (var name in (string[])["Nguyễn Văn An", "Trần Thị Bình"])
            await Assembled.DoneAsync(assembled.Officer.SendAsync($"{Congress}/dai-bieu", ("name", name), ("kind", "Member")));
        var page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Congress}/tham-tra"));
        Assert.Contains("<h1 class=\"desk-title\">Tình hình tham dự đại hội</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Đảng viên chính thức được triệu tập", page, StringComparison.Ordinal);
        foreach (var words in (string[])["Đại biểu bị", "Đủ tư cách", "Chưa thẩm tra", "Danh sách thẩm tra"])
            Assert.DoesNotContain(words, page, StringComparison.Ordinal);
        // There is no credential committee: the way to this page says what it tells.
        var bar = Regex.Match(page, "(?s)<nav class=\"congress-pages\".*?</nav>").Value;
        Assert.Contains(">Tình hình tham dự đại hội</a>", bar, StringComparison.Ordinal);
        Assert.DoesNotContain("Thẩm tra", bar, StringComparison.Ordinal);
        // Who is absent throughout for a reason of the rules leaves the base here as well.
        Assert.Contains("id=\"deduct-code\"", page, StringComparison.Ordinal);
        foreach (var handler in (string[])["Report", "ReportWord"])
        {
            var paper = await PaperAsync(assembled, handler, Congress);
            foreach (
                var words in (string[])
                    ["Tình hình đảng viên tham dự Đại hội đảng viên", "Tổng số đảng viên được triệu tập: 2.", "T/M BAN CHẤP HÀNH"]
            )
                Assert.Contains(Spaceless(words), paper, StringComparison.Ordinal);
            Assert.DoesNotContain(Spaceless("THẨM TRA TƯ CÁCH"), paper, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task<string> PaperAsync(Assembled assembled, string handler, string congress = Assembled.District) =>
        PrintedPaper.OfAsync(assembled.Officer, handler, congress);

    private static string Spaceless(string text) => PrintedPaper.Spaceless(text);

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
}
