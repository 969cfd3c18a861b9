using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Complaints about delegates: concluded by the credential committee, counted before the congress, told to nobody else.</summary>
public abstract class ComplaintTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ComplaintTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ComplaintTests(database), IClassFixture<PostgresTestDatabase>;

    private const string About = "Kê khai lý lịch chưa đầy đủ";

    [Fact]
    public async Task A_complaint_is_concluded_and_counted_and_read_by_the_committee_alone()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var numbers = await TwoAsync(assembled);
        using var committee = await assembled.WithDutyAsync("tham-tra", "CredentialCommittee");
        PrintedPaper.Says(await PrintedPaper.OfAsync(assembled.Officer, "Report"), "Không có đơn thư.");
        Assert.Contains(
            "Hãy ghi nội dung tóm tắt",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, ReceiveAsync(numbers["Nguyễn Văn An"], " ")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(ReceiveAsync(numbers["Nguyễn Văn An"], About));
        // Who was found eligible is looked at once more, and nobody passes over what waits.
        var page = await PageAsync(assembled);
        Assert.Contains("<dt>Chưa thẩm tra</dt><dd>1</dd>", page, StringComparison.Ordinal);
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Rest"));
        var told = await PageAsync(assembled);
        Assert.Contains("Còn 1 đại biểu có đơn thư chưa kết luận.", told, StringComparison.Ordinal);
        Assert.Contains("<dt>Chưa thẩm tra</dt><dd>1</dd>", told, StringComparison.Ordinal);
        Assert.Contains(
            "Còn đơn thư về «Nguyễn Văn An» chưa kết luận",
            await Assembled.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                assembled.SendAsync("tham-tra", "Check", ("id", $"{numbers["Nguyễn Văn An"]}"))
            ),
            StringComparison.Ordinal
        );
        var complaint = ComplaintOn(page);
        Assert.Contains(
            "Hãy chọn kết luận",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, SettleAsync(complaint, "", "")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(SettleAsync(complaint, "Unfounded", "Đã đối chiếu hồ sơ gốc"));
        page = WebUtility.HtmlDecode(await committee.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("<dt>Đủ tư cách</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Matches(
            $"Nguyễn Văn An</strong>: <span lang=\"vi\">{About}</span>[\\s\\S]*Không có cơ sở: <span lang=\"vi\">Đã đối chiếu hồ sơ gốc</span>[\\s\\S]*Người tham-tra ghi",
            page
        );
        // The congress hears how many there were and what became of them, not what they say.
        var paper = await PrintedPaper.OfAsync(assembled.Officer, "Report");
        PrintedPaper.Says(
            paper,
            "Tổng số đơn thư: 1; đã xem xét, kết luận: 1.",
            "Không có cơ sở: 1; đề nghị đại hội không xem xét thêm.",
            "Đề nghị đại hội xem xét, công nhận tư cách của 2 đại biểu"
        );
        PrintedPaper.SaysNot(paper, About, "Đã đối chiếu");
        using var presidium = await assembled.WithDutyAsync("chu-toa", "Presidium");
        using (var hidden = await presidium.GetAsync($"{Assembled.District}/tham-tra"))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        foreach (var other in (string[])["dai-bieu", "dieu-hanh"])
            Assert.DoesNotContain(
                About,
                WebUtility.HtmlDecode(await presidium.ReadAsync($"{Assembled.District}/{other}")),
                StringComparison.Ordinal
            );
        await using var database = Database.Factory.Create();
        var log = database.Set<AuditEntry>().OrderBy(one => one.Seq).ToList();
        Assert.Equal(
            ["complaint.received", "complaint.settled"],
            log.Where(one => one.Action.StartsWith("complaint", StringComparison.Ordinal)).Select(one => one.Action)
        );
        Assert.DoesNotContain(log, one => one.After?.Contains(About, StringComparison.Ordinal) == true);

        Task<HttpResponseMessage> ReceiveAsync(long who, string about) =>
            committee.SendAsync(
                $"{Assembled.District}/tham-tra",
                $"{Assembled.District}/tham-tra?handler=Receive",
                ("id", $"{who}"),
                ("about", about)
            );
        Task<HttpResponseMessage> SettleAsync(string which, string outcome, string words) =>
            committee.SendAsync(
                $"{Assembled.District}/tham-tra",
                $"{Assembled.District}/tham-tra?handler=Settle",
                ("id", which),
                ("outcome", outcome),
                ("conclusion", words)
            );
    }

    [Fact]
    public async Task Who_is_refused_leaves_the_list_and_comes_back_with_his_complaint_open()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var numbers = await TwoAsync(assembled);
        await Assembled.DoneAsync(
            assembled.SendAsync("tham-tra", "Receive", ("id", $"{numbers["Trần Thị Bình"]}"), ("about", About))
        );
        var complaint = ComplaintOn(await PageAsync(assembled));
        Task<HttpResponseMessage> SettleAsync(string outcome, string words) =>
            assembled.SendAsync("tham-tra", "Settle", ("id", complaint), ("outcome", outcome), ("conclusion", words));
        Assert.Contains(
            "Bác tư cách thì phải ghi lý do",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, SettleAsync("Refused", "")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(SettleAsync("Refused", "Vi phạm tiêu chuẩn"));
        PrintedPaper.Says(
            await PrintedPaper.OfAsync(assembled.Officer, "Report"),
            "Tổng số đại biểu được triệu tập: 1; đủ tư cách: 1.",
            "Không đủ tư cách",
            "Trần Thị Bình: Không đủ tư cách theo kết luận về đơn thư.",
            "Có cơ sở, bác tư cách đại biểu: 1; đề nghị đại hội biểu quyết."
        );
        // The list is read by many more than complaints are.
        Assert.DoesNotContain(
            "Vi phạm tiêu chuẩn",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "hãy đưa lại vào danh sách ở trang Đại biểu",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, SettleAsync("Unfounded", "")),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("dai-bieu", "Restore", ("id", $"{numbers["Trần Thị Bình"]}")));
        Assert.Contains("Tổng số đơn thư: 1; đã xem xét, kết luận: 0.", await PageAsync(assembled), StringComparison.Ordinal);
        await Assembled.DoneAsync(SettleAsync("StaysDelegate", "Đã kiểm điểm, rút kinh nghiệm"));
        PrintedPaper.Says(
            await PrintedPaper.OfAsync(assembled.Officer, "Report"),
            "Tổng số đại biểu được triệu tập: 2; đủ tư cách: 2.",
            "Có cơ sở nhưng không ảnh hưởng đến tư cách đại biểu: 1"
        );
    }

    private static async Task<Dictionary<string, long>> TwoAsync(Assembled assembled)
    {
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false), ("Trần Thị Bình", 70, false));
        var numbers = await assembled.NumbersAsync(await assembled.SessionAsync());
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Rest"));
        return numbers;
    }

    private static async Task<string> PageAsync(Assembled assembled) =>
        WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));

    private static string ComplaintOn(string page) => Regex.Match(page, "id=\"outcome-([0-9]+)\"").Groups[1].Value;
}
