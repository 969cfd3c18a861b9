using System.Globalization;
using System.Net;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.People.Removing;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.People;

/// <summary>Personal data in one place: who may see them, who has seen them, how long they stay, and nobody twice.</summary>
public abstract class PeopleTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : PeopleTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : PeopleTests(database), IClassFixture<PostgresTestDatabase>;

    private static readonly DateOnly Today = new(2020, 3, 4);

    [Fact]
    public async Task Somebody_is_added_read_and_changed_and_the_log_holds_nothing_personal()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        var id = await AddAsync(
            officer,
            "T003",
            ("full_name", "TRẦN THỊ BÌNH"),
            ("birth_date", "3/1980"),
            ("sex", "female"),
            ("ethnicity", "stieng")
        );
        var page = await officer.ReadAsync($"/ho-so/{id}");
        Assert.Contains("<h1 lang=\"vi\">Trần Thị Bình</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<dd lang=\"vi\">03/1980</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd lang=\"vi\">Xtiêng</dd>", page, StringComparison.Ordinal);
        Assert.Contains("04/03/2021", page, StringComparison.Ordinal);

        var seen = Following.ValueIn(await officer.ReadAsync($"/ho-so/{id}/sua"), "seen");
        using (var saved = await ChangeAsync(officer, id, seen, "T003", ("birth_date", "15/3/1980")))
            Assert.Equal($"/ho-so/{id}", saved.Headers.Location?.ToString());
        // The form that was open meanwhile would take that back.
        using (var late = await ChangeAsync(officer, id, seen, "T003", ("birth_date", "16/3/1980")))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            var told = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Stop));
            Assert.Contains("<dd lang=\"vi\">15/03/1980</dd>", told, StringComparison.Ordinal);
            Assert.Contains("value=\"16/3/1980\"", told, StringComparison.Ordinal);
        }
        Assert.Contains("15/03/1980", await officer.ReadAsync($"/ho-so/{id}"), StringComparison.Ordinal);

        var log = await LogAsync("person.%");
        Assert.Contains("person.added", log.Select(row => row.Action));
        Assert.Contains("person.opened", log.Select(row => row.Action));
        Assert.Contains("{\"fields\":[\"birth_date\"]}", log.Select(row => row.After));
        Assert.DoesNotContain(log, row => (row.After + row.Name).Contains("Bình", StringComparison.Ordinal));
        Assert.DoesNotContain(log, row => (row.Before + row.After).Contains("1980", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_is_written()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var answer = await SendAsync(
            officer,
            "/ho-so/don-vi/T003/them",
            ("full_name", "=HYPERLINK(\"x\")"),
            ("birth_date", "31/02/1980"),
            ("sex", "khác"),
            ("ethnicity", "Klingon"),
            ("joined_on", "1/1/2030"),
            ("schooling", "13/12")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
        foreach (var field in (string[])["full_name", "birth_date", "sex", "ethnicity", "joined_on", "schooling"])
            Assert.Contains($"id=\"{field}-problem\" role=\"alert\">", page, StringComparison.Ordinal);
        Assert.Contains("Không hiểu «31/02/1980»", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Klingon\"", page, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync());
    }

    [Fact]
    public async Task The_same_person_found_again_is_pointed_out_and_never_merged_silently()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T002", Role.Officer);
        var first = await AddAsync(officer, "T003", ("full_name", "Lê Văn Hòa"), ("birth_date", "2/9/1975"), ("sex", "nam"));
        (string, string)[] again = [("full_name", "lê văn hoà"), ("birth_date", "1975"), ("sex", "nam"), ("posts", "Bí thư")];
        using (var pointedOut = await SendAsync(officer, "/ho-so/don-vi/T004/them", again))
        {
            Assert.Equal(HttpStatusCode.Conflict, pointedOut.StatusCode);
            var page = await pointedOut.Content.ReadAsStringAsync(Stop);
            Assert.Contains($"name=\"seen\" value=\"{first}\"", page, StringComparison.Ordinal);
        }
        // Being shown somebody is reading him.
        Assert.Equal(
            ("people.searched", $"{{\"found\":[{first}]}}"),
            (await LogAsync("people%")).Select(row => (row.Action, row.After!)).Last()
        );
        Assert.Equal(1L, await CountAsync());
        // Somebody has looked: it is saved, and nobody asks again.
        using var token = await officer.SendAsync("/ho-so/don-vi/T004/them", [.. Fields(again), ("seen", Id(first))]);
        var second = IdIn(token);
        Assert.DoesNotContain("so-sanh", await officer.ReadAsync($"/ho-so/{second}"), StringComparison.Ordinal);

        // A third is like both, and is the second: the two become one with what was chosen.
        using var planted = await officer.SendAsync(
            "/ho-so/don-vi/T003/them",
            [
                .. Fields(("full_name", "Lê Văn Hòa"), ("birth_date", "9/1975"), ("sex", "nam"), ("ethnicity", "Kinh")),
                ("seen", Id(first)),
                ("seen", Id(second)),
            ]
        );
        var third = IdIn(planted);
        await Database.Sql.RunAsync("delete from person_told_apart", Stop);
        Assert.Contains(
            $"/ho-so/{second}/so-sanh/{third}",
            await officer.ReadAsync($"/ho-so/{second}"),
            StringComparison.Ordinal
        );
        var compared = await officer.ReadAsync($"/ho-so/{second}/so-sanh/{third}");
        (string, string)[] marks =
        [
            ("seen", Following.ValueIn(compared, "seen")),
            ("seenOther", Following.ValueIn(compared, "seenOther")),
            ("choices[birth_date]", "other"),
        ];
        using (var merged = await officer.SendAsync($"/ho-so/{second}/so-sanh/{third}?handler=Merge", marks))
            Assert.Equal($"/ho-so/{second}", merged.Headers.Location?.ToString());
        var one = await officer.ReadAsync($"/ho-so/{second}");
        Assert.Contains("<dd lang=\"vi\">09/1975</dd>", one, StringComparison.Ordinal);
        Assert.Contains("<dd lang=\"vi\">Kinh</dd>", one, StringComparison.Ordinal);
        Assert.Contains("<dd lang=\"vi\">Bí thư</dd>", one, StringComparison.Ordinal);
        // The number of the other leads to him.
        using (var led = await officer.GetAsync($"/ho-so/{third}"))
            Assert.Equal($"/ho-so/{second}", led.Headers.Location?.ToString());
        // Twice the same form: there are no two any more.
        using (var twice = await officer.SendAsync($"/ho-so/{second}", $"/ho-so/{second}/so-sanh/{third}?handler=Merge", marks))
            Assert.Equal(HttpStatusCode.NotFound, twice.StatusCode);

        using (var unreasoned = await officer.SendAsync($"/ho-so/{first}/so-sanh/{second}?handler=TellApart"))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        using (
            var apart = await officer.SendAsync($"/ho-so/{first}/so-sanh/{second}?handler=TellApart", ("reason", "Hai anh em họ"))
        )
            Assert.Equal($"/ho-so/{first}", apart.Headers.Location?.ToString());
        Assert.DoesNotContain("so-sanh", await officer.ReadAsync($"/ho-so/{first}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_keeps_nobody_there_finds_nobody_and_learns_nothing()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var neighbour = await Following.SignedInAsync(site, "lang-gieng", "T004", Role.Officer, Role.Checker);
        using var auditor = await Following.SignedInAsync(site, "giam-sat", "T000", Role.Auditor);
        var id = await AddAsync(officer, "T003", ("full_name", "Phạm Thị Lan"), ("birth_date", "1/1/1990"), ("sex", "nữ"));
        foreach (var path in (string[])[$"/ho-so/{id}", $"/ho-so/{id}/sua", "/ho-so/don-vi/T003", "/ho-so/don-vi/T003/them"])
        {
            using var hidden = await neighbour.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
            using var closed = await auditor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        }
        using (var removed = await neighbour.SendAsync("/ho-so", $"/ho-so/{id}?handler=Remove", ("reason", "x")))
            Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.DoesNotContain("Phạm", await neighbour.ReadAsync("/ho-so?q=pham"), StringComparison.Ordinal);
        Assert.Contains("Phạm Thị Lan", await officer.ReadAsync("/ho-so?q=lan"), StringComparison.Ordinal);
        // That she is there is not told who writes her a second time elsewhere.
        var other = await AddAsync(neighbour, "T004", ("full_name", "Phạm Thị Lan"), ("birth_date", "1/1/1990"), ("sex", "nữ"));
        Assert.DoesNotContain("so-sanh", await neighbour.ReadAsync($"/ho-so/{other}"), StringComparison.Ordinal);
        using (var compared = await neighbour.GetAsync($"/ho-so/{other}/so-sanh/{id}"))
            Assert.Equal(HttpStatusCode.NotFound, compared.StatusCode);
    }

    [Fact]
    public async Task Each_reading_stands_in_the_log_with_who_read_what()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        var id = await AddAsync(officer, "T003", ("full_name", "Võ Thị Sáu Em"), ("birth_date", "1990"), ("sex", "nữ"));
        var before = (await LogAsync("pe%")).Count;
        await officer.ReadAsync("/ho-so/don-vi/T003");
        await officer.ReadAsync("/ho-so?q=vo thi");
        await officer.ReadAsync($"/ho-so/{id}");
        using (var file = await officer.GetAsync("/ho-so/don-vi/T003?handler=Csv"))
            Assert.Contains(
                "Võ Thị Sáu Em,Võ,Em,1990,female",
                await file.Content.ReadAsStringAsync(Stop),
                StringComparison.Ordinal
            );
        var log = (await LogAsync("pe%"))[before..];
        Assert.Equal(
            [
                ("people.listed", "{\"count\":1}"),
                ("people.searched", $"{{\"found\":[{id}]}}"),
                ("person.opened", null),
                ("people.exported", "{\"count\":1}"),
            ],
            log.Select(row => (row.Action, row.After))
        );
        Assert.All(log, row => Assert.Equal("Người can-bo", row.Actor));
    }

    [Fact]
    public async Task What_is_personal_goes_when_its_time_is_over_and_the_number_stays()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        var gone = await AddAsync(
            officer,
            "T003",
            ("full_name", "Bùi Văn Cũ"),
            ("birth_date", "1950"),
            ("sex", "nam"),
            ("posts", "Trưởng thôn")
        );
        site.Time.Advance(TimeSpan.FromDays(300));
        var place = (await site.Service<OrganisationTree>().FindAsync("T003", Stop))!;
        var kept = await PlantedPeople.AddAsync(site, place, "Bùi Văn Mới", "1985");
        // Their own time is over, and the campaign of their organisation is not.
        site.Time.Now = new(2021, 3, 5, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await site.Service<PeopleRemoval>().RunAsync(Stop));
        await Database.Sql.RunAsync("update campaign set closed_on = '2021-03-05'", Stop);
        // The last day, twelve months after it was closed, is one of them.
        site.Time.Now = new(2022, 3, 5, 12, 0, 0, TimeSpan.Zero);
        await Database.Sql.RunAsync($"update registered_person set kept_until = '2022-06-01' where id = {kept}", Stop);
        Assert.Equal(0, await site.Service<PeopleRemoval>().RunAsync(Stop));
        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await site.Service<PeopleRemoval>().RunAsync(Stop));
        Assert.Equal(0, await site.Service<PeopleRemoval>().RunAsync(Stop));
        var rows = await Database.Sql.ListAsync(
            "select id, full_name, folded, sort_key, posts, ethnicity, born_on from registered_person order by id",
            row => (row.GetInt64(0), row.GetString(1), row.GetString(2) + row.GetString(3), row.IsDBNull(4) && row.IsDBNull(6)),
            Stop
        );
        Assert.Equal((gone, "", "", true), rows[0]);
        Assert.Equal((kept, "Bùi Văn Mới"), (rows[1].Item1, rows[1].Item2));
        Assert.Contains(await LogAsync("people.removed"), row => row.After == $"{{\"removedRecords\":[{gone}]}}");
    }

    [Fact]
    public async Task A_record_made_by_mistake_is_removed_with_a_reason()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        var id = await AddAsync(officer, "T003", ("full_name", "Ghi Nhầm"), ("birth_date", "1990"), ("sex", "nữ"));
        using (var unreasoned = await officer.SendAsync($"/ho-so/{id}?handler=Remove", ("reason", " ")))
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        using (var removed = await officer.SendAsync($"/ho-so/{id}?handler=Remove", ("reason", "Ghi nhầm")))
            Assert.Equal("/ho-so/don-vi/T003", removed.Headers.Location?.ToString());
        using var gone = await officer.GetAsync($"/ho-so/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Two_who_write_the_same_person_at_once_write_him_once()
    {
        await using var site = await Following.OpenAsync(Database, Today);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "kiem-duyet", "T003", Role.Checker);
        (string, string)[] fields = [("full_name", "Hoàng Thị Mai"), ("birth_date", "5/5/1988"), ("sex", "nữ")];
        var answers = await Task.WhenAll(
            new[] { officer, checker, officer, checker }.Select(person => SendAsync(person, "/ho-so/don-vi/T003/them", fields))
        );
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1L, await CountAsync());
        foreach (var answer in answers)
            answer.Dispose();
    }

    private static async Task<long> AddAsync(Visitor person, string organisation, params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(person, $"/ho-so/don-vi/{organisation}/them", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Stop));
        return IdIn(answer);
    }

    private static Task<HttpResponseMessage> ChangeAsync(
        Visitor person,
        long id,
        string seen,
        string organisation,
        params (string Name, string Value)[] fields
    ) =>
        person.SendAsync(
            $"/ho-so/{id}/sua",
            [
                .. Fields([("full_name", "Trần Thị Bình"), ("sex", "female"), ("ethnicity", "Xtiêng"), .. fields]),
                ("seen", seen),
                ("organisation", organisation),
            ]
        );

    private static Task<HttpResponseMessage> SendAsync(
        Visitor person,
        string path,
        params (string Name, string Value)[] fields
    ) => person.SendAsync(path, Fields(fields));

    private static (string, string)[] Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => ($"fields[{field.Name}]", field.Value))];

    private static long IdIn(HttpResponseMessage answer) =>
        long.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private Task<long> CountAsync() =>
        Database.Sql.FirstAsync("select count(*) from registered_person", row => row.GetInt64(0), Stop);

    private Task<List<(string Actor, string Action, string Name, string? Before, string? After)>> LogAsync(string like) =>
        Database.Sql.ListAsync(
            "select actor_name, action, subject_name, before, after from audit_entry where action like @like order by seq",
            row =>
                (
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.IsDBNull(4) ? null : row.GetString(4)
                ),
            Stop,
            ("like", like)
        );
}
