using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;
using UglyToad.PdfPig;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Ballots, from the closing of the list until the box is opened.</summary>
public abstract partial class ElectionPaperTests
{
    [Fact]
    public async Task Ballots_are_handed_out_from_the_closing_of_the_list_until_the_box_is_opened()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync(
            "Committee",
            3,
            "Trần Thị Bình",
            "Nguyễn Văn An",
            "Phạm Thị Dung",
            "Lê Văn Chính"
        );
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/phieu");
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Matches(
            "(?s)Nguyễn Văn An</th>.*Trần Thị Bình</th>.*Lê Văn Chính</th>.*Phạm Thị Dung</th>",
            await polling.Head.ReadAsync($"/bau-cu/{election}/phieu")
        );
        // Neither on the board nor among those who arrange.
        using var auditor = await Following.SignedInAsync(polling.Site, "kiem-toan", "T003", Role.Auditor);
        await GoneAsync(auditor, $"/bau-cu/{election}/phieu");

        foreach (var copies in (string[])["", "0", "1001", "x"])
            Assert.Contains(
                "Số phiếu mỗi lần in phải từ 1 đến 1.000.",
                await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, PrintAsync(polling.Officer, election, copies)),
                StringComparison.Ordinal
            );
        Assert.Equal(0, await PrintedAsync());
        using (var taken = await PrintAsync(polling.Officer, election, "7"))
        {
            Assert.Equal("application/pdf", taken.Content.Headers.ContentType?.MediaType);
            using var pdf = PdfDocument.Open(await taken.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(7, pdf.NumberOfPages);
            Assert.Equal((420, 595), (Math.Round(pdf.GetPage(1).Width), Math.Round(pdf.GetPage(1).Height)));
            var ballot = TextOf(pdf);
            Assert.Contains(Spaceless("Bầu 3 trong 4 đồng chí có tên dưới đây."), ballot, StringComparison.Ordinal);
            Assert.Contains("Tập01", ballot, StringComparison.Ordinal);
            Assert.Contains("Gạchngang", ballot, StringComparison.Ordinal);
            Assert.DoesNotContain("Khôngđồngý", ballot, StringComparison.Ordinal);
        }
        Assert.Equal(1, await PrintedAsync());

        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 5));
        Assert.Contains(
            "Hòm phiếu đã mở",
            await Polling.RefusedAsync(HttpStatusCode.Conflict, PrintAsync(polling.Officer, election, "1")),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await PrintedAsync());
    }

    [Fact]
    public async Task A_list_without_a_surplus_is_voted_on_in_two_boxes()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Secretary", 1, "Nguyễn Văn An");
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Contains(
            "class=\"ballot-box\"",
            await polling.Officer.ReadAsync($"/bau-cu/{election}/phieu"),
            StringComparison.Ordinal
        );
        using var taken = await PrintAsync(polling.Head, election, "1", "A4");
        using var pdf = PdfDocument.Open(await taken.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(842, Math.Round(pdf.GetPage(1).Height));
        Assert.Contains("ĐồngýKhôngđồngý", TextOf(pdf), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PrintAsync(Visitor person, long election, string copies, string paper = "A5") =>
        person.SendAsync(
            $"/bau-cu/{election}",
            $"/bau-cu/{election}/phieu",
            ("paper", paper),
            ("copies", copies),
            ("ordinal", "XII"),
            ("mark", "Tập 01")
        );

    private Task<long> PrintedAsync() =>
        Database.Sql.FirstAsync(
            "select count(*) from audit_entry where action = 'ballots.printed'",
            row => row.GetInt64(0),
            Stop
        );
}
