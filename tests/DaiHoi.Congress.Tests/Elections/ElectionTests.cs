using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>An election from its list to its signed result, counted by two groups that do not see each other's entry.</summary>
public abstract partial class ElectionTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ElectionTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ElectionTests(database), IClassFixture<PostgresTestDatabase>;

    // An, Bình, Chính, Dung. Nine ballots: Dung struck six times, Chính twice, nobody once (too many names).
    private static readonly string[] FirstBatch = ["4", "4", "3", "4", ""];
    private static readonly string[] SecondBatch = ["4", "3", "4", "4"];

    [Fact]
    public async Task What_both_groups_agree_on_is_signed_and_can_be_recounted_by_anybody()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        await polling.EnterAsync(polling.First, election, 1, FirstBatch);
        await polling.EnterAsync(polling.First, election, 2, SecondBatch);
        await polling.EnterAsync(polling.Second, election, 1, ["4", "2", "3", "4", "?"]);
        // Nothing about the outcome, and no signature, while a group is still at it.
        using (var early = await polling.Head.GetAsync($"/bau-cu/{election}/ket-qua"))
            Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Contains(
            "Còn 6 phiếu chưa thống nhất",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.SignAsync(election)),
            StringComparison.Ordinal
        );
        await polling.EnterAsync(polling.Second, election, 2, SecondBatch);
        var table = await polling.Third.ReadAsync($"/bau-cu/{election}/kiem-phieu");
        Assert.Contains("Phiếu 2, tập 1", table, StringComparison.Ordinal);
        Assert.Contains("Phiếu 5, tập 1", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Phiếu 1, tập 1", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Lê Văn Chính", table, StringComparison.Ordinal);

        await Polling.DoneAsync(LookAsync(polling.Third, election, 1, 2, "4"));
        // The article decides: with all four names left the ballot cannot be called valid.
        Assert.Contains(
            "Điều",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, DecideAsync(polling.Head, election, 1, 5, "", "")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(DecideAsync(polling.Head, election, 1, 5, "", "TooManyNames"));
        await Polling.DoneAsync(polling.SignAsync(election));

        var result = await polling.Officer.ReadAsync($"/bau-cu/{election}/ket-qua");
        Assert.Matches(">Nguyễn Văn An</th><td class=\"number\">8</td>.*trúng cử", result);
        Assert.Matches(">Phạm Thị Dung</th><td class=\"number\">2</td>.*không trúng cử", result);
        var archive = await ArchiveAsync(polling.Head, election);
        var hash = Hash().Match(result).Value;
        var verdict = ResultCheck.Of(archive, hash);
        Assert.Equal((ResultFault.None, hash), (verdict.Fault, verdict.Hash));
        Assert.Equal([8, 8, 6, 2], verdict.Result!.Candidates.Select(candidate => candidate.Votes));
        using var stranger = new Visitor(polling.Site);
        var verified = await stranger.ReadAsync($"/xac-minh/{hash}");
        Assert.Contains("Đúng: kết quả tính lại", verified, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn An", verified, StringComparison.Ordinal);
        // Frozen: nobody looks again, decides or types any more.
        await Polling.RefusedAsync(HttpStatusCode.Conflict, LookAsync(polling.Third, election, 1, 1, "1"));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, DecideAsync(polling.Head, election, 1, 5, "4", ""));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, polling.TypeAsync(polling.First, election, 1, 1, "1"));
    }

    [Fact]
    public async Task Of_an_archive_that_was_touched_the_check_says_what_is_wrong()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await SignedAsync(polling);
        var archive = Encoding.UTF8.GetString(await ArchiveAsync(polling.Head, election));
        Assert.Equal(ResultFault.None, FaultOf(archive));
        Assert.Equal(ResultFault.Changed, FaultOf(archive.Replace("Phạm Thị Dung", "Phạm Thị Duyên", StringComparison.Ordinal)));
        Assert.Equal(ResultFault.Unreadable, FaultOf("{}"));
        Assert.Equal(ResultFault.OtherHash, ResultCheck.Of(Encoding.UTF8.GetBytes(archive), new string('0', 64)).Fault);
        // Whoever writes the hash anew is found by the recount.
        Assert.Equal(ResultFault.OtherResult, FaultOf(Rehashed(archive, "\"votes\": 8", "\"votes\": 9")));
        Assert.Equal(ResultFault.OpenBallot, FaultOf(Rehashed(archive, "\"marks\": \"4\"", "\"marks\": \"1\"")));
        Assert.Equal(ResultFault.NotWhole, FaultOf(Rehashed(archive, "\"size\": 5", "\"size\": 4")));
    }

    [Fact]
    public async Task A_correction_is_a_further_version_with_its_reason_and_the_one_before_stays()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await SignedAsync(polling);
        var first = Hash().Match(await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua")).Value;
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, CorrectAsync(polling.Head, election, ""));
        await Polling.DoneAsync(CorrectAsync(polling.Head, election, "Phiếu 4 tập 1 có ký tên."));
        // Both groups have read it alike: nobody overrules them alone.
        Assert.Contains(
            "người thứ ba phải đọc lại trước",
            await Polling.RefusedAsync(HttpStatusCode.Conflict, DecideAsync(polling.Head, election, 1, 4, "4", "Marked")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(LookAsync(polling.Third, election, 1, 4, "4 ?"));
        await Polling.DoneAsync(DecideAsync(polling.Head, election, 1, 4, "4", "Marked"));
        Assert.Contains(first, await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua"), StringComparison.Ordinal);
        await Polling.DoneAsync(polling.SignAsync(election));
        var second = await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua");
        Assert.Contains("Phiếu 4 tập 1 có ký tên.", second, StringComparison.Ordinal);
        Assert.Matches(">Nguyễn Văn An</th><td class=\"number\">7</td>", second);
        var before = await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua?ban=1");
        Assert.Matches(">Nguyễn Văn An</th><td class=\"number\">8</td>", before);
        Assert.Contains("Đã có bản mới hơn.", await polling.Head.ReadAsync($"/xac-minh/{first}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_never_finds_what_the_other_has_entered_and_asking_is_kept()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        await polling.EnterAsync(polling.First, election, 1, FirstBatch);
        foreach (var path in new[] { $"/bau-cu/{election}/tap/1/1", $"/bau-cu/{election}/nhat-ky/1" })
        {
            foreach (var person in new[] { polling.Second, polling.Third, polling.Head, polling.Officer })
            {
                using var hidden = await person.GetAsync(path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, hidden.StatusCode));
            }
        }
        Assert.Equal(8, await DeedsAsync("batch.refused"));
        using (
            var written = await polling.Second.SendAsync(
                "/tai-khoan",
                $"/bau-cu/{election}/tap/1/1",
                ("number", "1"),
                ("marks", "1")
            )
        )
            Assert.Equal(HttpStatusCode.NotFound, written.StatusCode);
        Assert.Contains("<td>4</td>", await polling.First.ReadAsync($"/bau-cu/{election}/nhat-ky/1"), StringComparison.Ordinal);
        Assert.Equal(0, await DeedsAsync("batch.refused", "Người to-mot"));
        Assert.Contains("/dai-hoi/C/T003/bau-cu", await polling.Second.ReadAsync("/bau-cu"), StringComparison.Ordinal);
        using var stranger = await Visitor.SignedInAsync(polling.Site, "nguoi-la");
        Assert.DoesNotContain("/dai-hoi/C/", await stranger.ReadAsync("/bau-cu"), StringComparison.Ordinal);
        foreach (var path in new[] { $"/bau-cu/{election}", $"/bau-cu/{election}/kiem-phieu", "/dai-hoi/C/T003/bau-cu" })
        {
            using var hidden = await stranger.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, hidden.StatusCode));
        }
    }

    [Fact]
    public async Task Of_two_laptops_at_one_batch_the_second_is_told_who_has_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        using var colleague = await polling.WithDutyAsync("to-mot-hai", "BoardGroupA");
        using var laptop = new Visitor(polling.Site);
        (await laptop.SignInAsync("to-mot", Visitor.Password)).Dispose();
        var path = $"/bau-cu/{election}/tap/1/1";
        await Polling.DoneAsync(polling.TakeAsync(polling.First, election, 1));
        await Polling.DoneAsync(polling.TypeAsync(polling.First, election, 1, 1, "4"));
        foreach (var second in new[] { colleague, laptop })
            Assert.Contains(
                "đang do Người to-mot nhập trên một máy khác",
                await Polling.RefusedAsync(HttpStatusCode.Conflict, second.SendAsync(path, path + "?handler=Take")),
                StringComparison.Ordinal
            );
        await Polling.DoneAsync(laptop.SendAsync(path, path + "?handler=TakeOver"));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, polling.TypeAsync(polling.First, election, 1, 2, "4"));
        await Polling.DoneAsync(laptop.SendAsync(path, ("number", "2"), ("marks", "4")));
        Assert.Equal(1, await DeedsAsync("batch.taken-over"));
    }

    [Fact]
    public async Task The_same_ballot_sent_twice_is_one_line_and_one_that_is_typed_anew_leaves_the_old_one_in_the_journal()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        await Polling.DoneAsync(polling.TakeAsync(polling.First, election, 1));
        foreach (var marks in new[] { "4", " 4 ", "3 4", "3 4" })
            await Polling.DoneAsync(polling.TypeAsync(polling.First, election, 1, 1, marks));
        Assert.Equal(
            ["4", "3 4"],
            await Database.Sql.ListAsync("select marks from entered_ballot order by version", row => row.GetString(0), Stop)
        );
        Assert.Contains(
            "Số «5» không có trong danh sách",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.TypeAsync(polling.First, election, 1, 2, "5")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Chưa nhập phiếu 2; tập có 5 phiếu.",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.HandInAsync(polling.First, election, 1)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_stands_does_not_count_and_nobody_counts_twice()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 3, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        Assert.Contains(
            "là thành viên Ban Kiểm phiếu",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.AddAsync(election, "người TO-MOT")),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.AddAsync(election, "Người to-ba"));
        await Polling.DoneAsync(polling.CloseAsync(election));
        // Chosen for the board after the list was closed.
        using var late = await Visitor.SignedInAsync(polling.Site, "to-ba");
        foreach (var duty in new[] { "BoardGroupB", "BoardThird", "BoardHead" })
            Assert.Contains(
                "có tên trong danh sách bầu cử",
                await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.GiveAsync("to-ba", duty)),
                StringComparison.Ordinal
            );
        Assert.Contains(
            "không thể đồng thời",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.GiveAsync("to-mot", "BoardGroupB")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "không thể đồng thời",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.GiveAsync("to-hai", "BoardThird")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_list_over_the_cap_is_not_closed_and_a_nominee_needs_his_support()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync(
            "Committee",
            3,
            "Nguyễn Văn An",
            "Trần Thị Bình",
            "Lê Văn Chính",
            "Phạm Thị Dung"
        );
        Assert.Contains(
            "cần trên 30",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                polling.AddAsync(election, "Vũ Văn Em", ("source", "Nominated"), ("supporters", "36"), ("attending", "120"))
            ),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(
            polling.AddAsync(election, "Vũ Văn Em", ("source", "Nominated"), ("supporters", "37"), ("attending", "120"))
        );
        var refused = await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.CloseAsync(election));
        Assert.Contains("số dư 2 người", refused, StringComparison.Ordinal);
        Assert.Contains("Căn cứ:", refused, StringComparison.Ordinal);
        var candidate = CandidateField().Matches(await polling.Officer.ReadAsync($"/bau-cu/{election}"))[^1].Groups[1].Value;
        await Polling.DoneAsync(
            polling.Officer.SendAsync(
                $"/bau-cu/{election}",
                $"/bau-cu/{election}?handler=Withdraw",
                ("candidate", candidate),
                ("reason", "Xin rút."),
                ("votesFor", "100"),
                ("attending", "120")
            )
        );
        await Polling.DoneAsync(polling.CloseAsync(election));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, polling.AddAsync(election, "Ai Đó"));
    }

    private static async Task<long> SignedAsync(Polling polling)
    {
        var election = await polling.CountedAsync();
        foreach (var group in new[] { polling.First, polling.Second })
        {
            await polling.EnterAsync(group, election, 1, FirstBatch);
            await polling.EnterAsync(group, election, 2, SecondBatch);
        }
        await Polling.DoneAsync(polling.SignAsync(election));
        return election;
    }

    private static Task<HttpResponseMessage> LookAsync(Visitor person, long election, int batch, int number, string marks) =>
        Polling.AtTableAsync(person, election, "Look", ("batch", $"{batch}"), ("number", $"{number}"), ("marks", marks));

    private static Task<HttpResponseMessage> DecideAsync(
        Visitor person,
        long election,
        int batch,
        int number,
        string marks,
        string reason
    ) =>
        Polling.AtTableAsync(
            person,
            election,
            "Decide",
            ("batch", $"{batch}"),
            ("number", $"{number}"),
            ("marks", marks),
            ("reason", reason)
        );

    private static Task<HttpResponseMessage> CorrectAsync(Visitor person, long election, string reason) =>
        person.SendAsync($"/bau-cu/{election}/ket-qua", $"/bau-cu/{election}/ket-qua?handler=Correct", ("reason", reason));

    private static async Task<byte[]> ArchiveAsync(Visitor person, long election)
    {
        using var answer = await person.GetAsync($"/bau-cu/{election}/ket-qua?handler=Archive");
        return await answer.Content.ReadAsByteArrayAsync(Stop);
    }

    private static ResultFault FaultOf(string archive) => ResultCheck.Of(Encoding.UTF8.GetBytes(archive)).Fault;

    // The first of what is replaced, and the hash that a forger would write.
    private static string Rehashed(string archive, string old, string now)
    {
        var at = archive.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at > 0, old);
        var forged = archive[..at] + now + archive[(at + old.Length)..];
        var hash = ResultCheck.Of(Encoding.UTF8.GetBytes(forged)).Hash;
        return Hash().Replace(forged, hash, 1);
    }

    private Task<long> DeedsAsync(string action, string actor = "%") =>
        Database.Sql.FirstAsync(
            "select count(*) from audit_entry where action = @a and actor_name like @n",
            row => row.GetInt64(0),
            Stop,
            ("a", action),
            ("n", actor)
        );

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Hash();

    [GeneratedRegex("name=\"candidate\" value=\"([0-9]+)\"", RegexOptions.None, 1000)]
    private static partial Regex CandidateField();
}
