using System.Net;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Guests are invited by letters of their own, from names that are printed and not kept.</summary>
public abstract class InvitationTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : InvitationTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : InvitationTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Each_guest_has_a_letter_with_his_post_the_day_and_the_place()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        await assembled.SessionAsync("0:01", "6:00", "Phiên trù bị", preparatory: true);
        await assembled.SessionAsync("7:30", "16:30", "Phiên chính thức");
        Task<HttpResponseMessage> InviteAsync(string guests) =>
            assembled.SendAsync("van-ban", "Invitations", ("guests", guests), ("venue", "Hội trường huyện"));
        Assert.Contains(
            "Hãy ghi từ 1 đến 500 khách mời",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, InviteAsync(" \n ")),
            StringComparison.Ordinal
        );
        using var answer = await InviteAsync(
            "Đồng chí Nguyễn Văn An, Bí thư Đảng ủy phường Tân Bình\n\nBà Trần Thị Bình; Mặt trận Tổ quốc, huyện\nÔng Lê Văn Chính"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using (var pdf = UglyToad.PdfPig.PdfDocument.Open(bytes))
            Assert.Equal(3, pdf.NumberOfPages);
        var paper = PrintedPaper.OfPdf(bytes);
        PrintedPaper.Says(
            paper,
            "GIẤY MỜI",
            "trân trọng kính mời:",
            "Đồng chí Nguyễn Văn An",
            "Bí thư Đảng ủy phường Tân Bình",
            "Mặt trận Tổ quốc, huyện",
            "Ông Lê Văn Chính",
            "Phiên chính thức: 07:30, Thứ Ba, 03/03/2020.",
            "Địa điểm: Hội trường huyện"
        );
        PrintedPaper.SaysNot(paper, "Phiên trù bị", "triệu tập đồng chí");
        using var committee = await assembled.WithDutyAsync("tham-tra", "CredentialCommittee");
        using var hidden = await committee.SendAsync(
            $"{Assembled.District}/van-ban",
            $"{Assembled.District}/van-ban?handler=Invitations",
            ("guests", "Ông Lê Văn Chính")
        );
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }
}
