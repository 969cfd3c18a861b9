using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Data;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Tests.People;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Who enters a list and who leaves it: opinion ballots, withdrawals, people of the register.</summary>
public abstract partial class ListOfCandidatesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : ListOfCandidatesTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ListOfCandidatesTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly string[] Prepared = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính", "Phạm Thị Dung"];

    [Fact]
    public async Task An_opinion_ballot_chooses_the_nominees_for_whom_the_list_has_room()
    {
        await using var polling = await Polling.OpenAsync(Database);
        // Ten seats: eleven prepared, three nominated; at most thirteen may stand.
        var election = await polling.ArrangeAsync("Committee", 10, [.. Enumerable.Range(1, 11).Select(i => $"Người Thứ {i:00}")]);
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, OpinionAsync(polling, election, "120"));
        var nominees = new List<string>();
        foreach (var name in new[] { "Vũ Văn Em", "Đỗ Thị Giang", "Bùi Văn Hùng" })
            nominees.Add(await NominateAsync(polling, election, name));
        var page = await polling.Officer.ReadAsync($"/bau-cu/{election}");
        Assert.Contains("Phải lấy phiếu xin ý kiến", page, StringComparison.Ordinal);
        var closing = await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.CloseAsync(election));
        Assert.Contains("Phải lấy phiếu xin ý kiến", closing, StringComparison.Ordinal);
        Assert.Contains("Căn cứ:", closing, StringComparison.Ordinal);

        Assert.Contains(
            "Hãy ghi số người dự.",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, OpinionAsync(polling, election, "")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Hãy ghi một số từ 0 đến 120.",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                OpinionAsync(polling, election, "120", (nominees[0], "90"), (nominees[1], "121"), (nominees[2], "40"))
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await CountAsync("select count(*) from opinion_ballot"));
        await Polling.DoneAsync(
            OpinionAsync(polling, election, "120", (nominees[0], "40"), (nominees[1], "90"), (nominees[2], "70"))
        );
        var after = await polling.Officer.ReadAsync($"/bau-cu/{election}");
        Assert.Contains("không đưa vào danh sách theo phiếu xin ý kiến (40/120", after, StringComparison.Ordinal);
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Equal(
            ["Bùi Văn Hùng", "Đỗ Thị Giang"],
            await Database.Sql.ListAsync(
                "select name from election_candidate where source = 'Nominated' and number is not null order by name",
                row => row.GetString(0),
                Stop
            )
        );
        await Polling.RefusedAsync(
            HttpStatusCode.Conflict,
            OpinionAsync(polling, election, "120", (nominees[0], "40"), (nominees[1], "90"), (nominees[2], "70"))
        );
    }

    [Fact]
    public async Task People_who_are_level_at_the_last_place_are_chosen_as_the_article_says()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Prepared[..3]);
        var nominees = new List<string>();
        foreach (var name in new[] { "Vũ Văn Em", "Đỗ Thị Giang" })
            nominees.Add(await NominateAsync(polling, election, name));
        (string, string)[] level = [(nominees[0], "60"), (nominees[1], "60")];
        var refused = await Polling.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            OpinionAsync(polling, election, "120", level)
        );
        // A body of three to five: the head decides.
        Assert.Contains("người đứng đầu quyết định", refused, StringComparison.Ordinal);
        Assert.Contains("Căn cứ:", refused, StringComparison.Ordinal);
        Assert.Contains("Hãy chọn đúng 1 người.", refused, StringComparison.Ordinal);
        await Polling.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            OpinionAsync(polling, election, "120", level, nominees[0], nominees[1])
        );
        await Polling.DoneAsync(OpinionAsync(polling, election, "120", level, nominees[1]));
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Equal(
            "Đỗ Thị Giang",
            await Database.Sql.FirstAsync(
                "select name from election_candidate where source = 'Nominated' and number is not null",
                row => row.GetString(0),
                Stop
            )
        );
        Assert.Equal(1, await CountAsync("select count(*) from opinion_ballot where tie_decided_by = 'head'"));
    }

    [Fact]
    public async Task Where_the_prepared_names_alone_exceed_the_cap_no_opinion_ballot_helps()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, [.. Prepared, "Vũ Văn Em"]);
        var nominee = await NominateAsync(polling, election, "Đỗ Thị Giang");
        var refused = await Polling.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            OpinionAsync(polling, election, "120", (nominee, "100"))
        );
        Assert.Contains("danh sách 5 người: số dư 2 người", refused, StringComparison.Ordinal);
        Assert.Contains("Căn cứ:", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_somebody_may_withdraw_the_congress_decides_and_a_mistake_needs_no_vote()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, Prepared);
        var ids = CandidateField()
            .Matches(await polling.Officer.ReadAsync($"/bau-cu/{election}"))
            .Select(match => match.Groups[1].Value)
            .ToList();
        Assert.Contains(
            "Hãy ghi số người dự và số người đồng ý cho rút",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, WithdrawAsync("Lý do sức khỏe.", "", "")),
            StringComparison.Ordinal
        );
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, WithdrawAsync("Lý do sức khỏe.", "10", "9"));
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, WithdrawAsync("", "9", "9"));
        Assert.Contains(
            "Chưa quá nửa số người dự đồng ý",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, WithdrawAsync("Lý do sức khỏe.", "5", "10")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(WithdrawAsync("Lý do sức khỏe.", "6", "10"));
        await Polling.DoneAsync(polling.ListAsync(election, "Mistake", ("candidate", ids[1]), ("reason", "Ghi nhầm tên.")));
        var page = await polling.Officer.ReadAsync($"/bau-cu/{election}");
        Assert.Matches("Nguyễn Văn An</span>: được rút, 6/10 người dự đồng ý; lý do: <span lang=\"vi\">Lý do sức khỏe.", page);
        Assert.Matches("Trần Thị Bình</span>: ghi nhầm, đã gỡ; lý do: <span lang=\"vi\">Ghi nhầm tên.", page);
        Assert.Equal(
            1,
            await CountAsync(
                "select count(*) from audit_entry where action = 'election.candidate-withdrawn' and after like '%\"votesFor\":6%'"
            )
        );
        return;

        Task<HttpResponseMessage> WithdrawAsync(string reason, string votesFor, string attending) =>
            polling.ListAsync(
                election,
                "Withdraw",
                ("candidate", ids[0]),
                ("reason", reason),
                ("votesFor", votesFor),
                ("attending", attending)
            );
    }

    [Fact]
    public async Task Somebody_who_has_a_record_stands_with_it_and_is_kept_while_his_ballots_are()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var tree = polling.Site.Service<OrganisationTree>();
        var own = (await tree.FindAsync("T003", Stop))!;
        var other = (await tree.FindAsync("T004", Stop))!;
        var here = await PlantedPeople.AddAsync(polling.Site, own, "Hoàng Thị Lan", "12/03/1970");
        var elsewhere = await PlantedPeople.AddAsync(polling.Site, other, "Hoàng Thị Liên", "01/01/1971");
        await Database.Sql.RunAsync("update registered_person set kept_until = '2020-04-01'", Stop);
        var election = await polling.ArrangeAsync("Committee", 3, Prepared[..3]);
        var found = await polling.Officer.ReadAsync($"/bau-cu/{election}?tim=hoang+thi");
        Assert.Contains($"name=\"record\" value=\"{here}\"", found, StringComparison.Ordinal);
        Assert.Contains("Hoàng Thị Lan, 12/03/1970", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoàng Thị Liên", found, StringComparison.Ordinal);
        Assert.Contains(
            "không thuộc tổ chức này",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.AddAsync(election, "", ("record", $"{elsewhere}"))
            ),
            StringComparison.Ordinal
        );
        // A duty at the congress opens nobody's record.
        using var presidium = await polling.WithDutyAsync("chu-tich", "Presidium");
        Assert.DoesNotContain(
            "Hoàng Thị",
            await presidium.ReadAsync($"/bau-cu/{election}?tim=hoang+thi"),
            StringComparison.Ordinal
        );
        await Polling.RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            presidium.SendAsync($"/bau-cu/{election}", ("record", $"{here}"))
        );
        await Polling.DoneAsync(polling.AddAsync(election, "", ("record", $"{here}")));
        Assert.Contains(
            "đã có tên trong danh sách",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(election, "", ("record", $"{here}"))),
            StringComparison.Ordinal
        );
        // By these rules no tie goes to the older: the day of birth stays in the register.
        Assert.Equal(
            1,
            await CountAsync(
                $"select count(*) from election_candidate where person_id = {here} and name = 'Hoàng Thị Lan' and born is null"
            )
        );
        // Six months are the ballots kept.
        Assert.Equal(
            new DateOnly(2020, 9, 3),
            await Database.Sql.FirstAsync($"select kept_until from registered_person where id = {here}", row => row.Day(0), Stop)
        );
    }

    private static async Task<string> NominateAsync(Polling polling, long election, string name)
    {
        await Polling.DoneAsync(
            polling.AddAsync(election, name, ("source", "Nominated"), ("supporters", "60"), ("attending", "120"))
        );
        var page = await polling.Officer.ReadAsync($"/bau-cu/{election}");
        return Regex.Match(page, $"{name}</th>.*?name=\"candidate\" value=\"([0-9]+)\"", RegexOptions.Singleline).Groups[1].Value;
    }

    private static Task<HttpResponseMessage> OpinionAsync(
        Polling polling,
        long election,
        string attending,
        params (string Nominee, string Support)[] support
    ) => OpinionAsync(polling, election, attending, support, []);

    private static Task<HttpResponseMessage> OpinionAsync(
        Polling polling,
        long election,
        string attending,
        (string Nominee, string Support)[] support,
        params string[] chosen
    ) =>
        polling.ListAsync(
            election,
            "Opinion",
            [
                ("opinionAttending", attending),
                .. support.Select(one => ($"support[{one.Nominee}]", one.Support)),
                .. chosen.Select(one => ("chosen", one)),
            ]
        );

    private Task<long> CountAsync(string sql) => Database.Sql.FirstAsync(sql, row => row.GetInt64(0), Stop);

    [GeneratedRegex("name=\"candidate\" value=\"([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex CandidateField();
}
