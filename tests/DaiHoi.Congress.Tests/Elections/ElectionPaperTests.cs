using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;
using DaiHoi.Web.Tests.People;
using DocumentFormat.OpenXml.Packaging;
using UglyToad.PdfPig;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>The papers of a signed election, and the ballots of a closed list, as they are handed out.</summary>
public abstract partial class ElectionPaperTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ElectionPaperTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ElectionPaperTests(database),
            IClassFixture<PostgresTestDatabase>;

    private static readonly string[] Slugs = ["bien-ban-kiem-phieu", "thong-bao", "nghi-quyet", "danh-sach", "trich-ngang"];

    // An, Bình, Chính, Dung. Nine ballots: Dung struck six times, Chính twice, nobody once (too many names).
    private static readonly string[] FirstBatch = ["4", "4", "3", "4", ""];
    private static readonly string[] SecondBatch = ["4", "3", "4", "4"];

    [Fact]
    public async Task Minutes_hold_what_was_signed_and_how_it_is_verified()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await SignedAsync(polling);
        var text = await PdfAsync(polling.Officer, election, "bien-ban-kiem-phieu", "&lan=XII");
        foreach (
            var said in (string[])
                [
                    "BIÊN BẢN",
                    "Kiểm phiếu bầu cử",
                    "ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XII",
                    "BAN KIỂM PHIẾU",
                    "Người truong-ban: Trưởng ban;",
                    "Người to-mot: Ủy viên, tổ kiểm phiếu thứ nhất;",
                    "Người nguoi-ba: Ủy viên, đối chiếu kết quả của hai tổ.",
                    "Số lượng được bầu: 3",
                    "1. Nguyễn Văn An; 2. Trần Thị Bình; 3. Lê Văn Chính; 4. Phạm Thị Dung.",
                    "Số đại biểu chính thức được triệu tập: 10;",
                    "Có mặt khi bầu cử: 9; vắng mặt: 1;",
                    "Số phiếu phát ra: 9; số phiếu thu về: 9;",
                    "Số phiếu hợp lệ: 8; số phiếu không hợp lệ: 1.",
                    "1 phiếu bầu nhiều hơn số lượng quy định.",
                    "1 Nguyễn Văn An 8 88,89%",
                    "4 Phạm Thị Dung 2 22,22%",
                    "3 đồng chí có tên sau đây trúng cử",
                ]
        )
            Assert.Contains(Spaceless(said), text, StringComparison.Ordinal);
        // Elected from high to low, and Dung is not among them.
        var elected = text[text.LastIndexOf("Danhsáchtrúngcử", StringComparison.Ordinal)..];
        Assert.True(
            elected.IndexOf("NguyễnVănAn8", StringComparison.Ordinal) < elected.IndexOf("LêVănChính6", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("PhạmThịDung", elected, StringComparison.Ordinal);
        var hash = Hash().Match(await polling.Officer.ReadAsync($"/bau-cu/{election}/ket-qua")).Value;
        Assert.Contains(hash, text, StringComparison.Ordinal);
        Assert.Contains($"/xac-minh/{hash}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("thaythếbảnthứ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_paper_comes_as_PDF_and_DOCX_and_says_the_same_in_both()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await SignedAsync(polling);
        var page = await polling.Head.ReadAsync($"/bau-cu/{election}/van-ban?lan=XII");
        foreach (var slug in Slugs)
        {
            Assert.Contains($"handler=Pdf&giay={slug}&ban=1&lan=XII", page, StringComparison.Ordinal);
            var (pdf, docx) = (
                await PdfAsync(polling.Head, election, slug),
                await DocxAsync(polling.Head, $"/bau-cu/{election}/van-ban?handler=Docx&giay={slug}&lan=XII")
            );
            foreach (var name in (string[])["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính"])
            {
                Assert.Contains(Spaceless(name), pdf, StringComparison.Ordinal);
                Assert.Contains(Spaceless(name), docx, StringComparison.Ordinal);
            }
            Assert.Equal(slug == "bien-ban-kiem-phieu", pdf.Contains("PhạmThịDung", StringComparison.Ordinal));
        }
        Assert.Contains("NGHỊQUYẾT", await PdfAsync(polling.Head, election, "nghi-quyet"), StringComparison.Ordinal);
        Assert.Contains("Tổngsố3100,00%", await PdfAsync(polling.Head, election, "danh-sach"), StringComparison.Ordinal);
        // Nobody has said who is a woman: the cell stays open, it does not say none.
        Assert.Contains("NữDântộcthiểusố", await PdfAsync(polling.Head, election, "danh-sach"), StringComparison.Ordinal);
        // The number of the congress was not typed: room for it.
        Assert.Contains("LẦNTHỨ……", await PdfAsync(polling.Head, election, "thong-bao"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_version_names_the_one_that_it_replaces_and_the_first_stays_as_it_was()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await SignedAsync(polling);
        var first = Hash().Match(await polling.Head.ReadAsync($"/bau-cu/{election}/ket-qua")).Value;
        var before = await PdfAsync(polling.Head, election, "bien-ban-kiem-phieu");
        await Polling.DoneAsync(
            polling.Head.SendAsync(
                $"/bau-cu/{election}/ket-qua",
                $"/bau-cu/{election}/ket-qua?handler=Correct",
                ("reason", "Phiếu 4 tập 1 có ký tên.")
            )
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(polling.Third, election, "Look", ("batch", "1"), ("number", "4"), ("marks", "4 ?"))
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(
                polling.Head,
                election,
                "Decide",
                ("batch", "1"),
                ("number", "4"),
                ("marks", "4"),
                ("reason", "Marked")
            )
        );
        Assert.Contains(
            "đang được đính chính",
            await polling.Head.ReadAsync($"/bau-cu/{election}/van-ban"),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(polling.SignAsync(election));
        var second = await PdfAsync(polling.Head, election, "bien-ban-kiem-phieu");
        Assert.Contains(
            Spaceless($"là bản thứ 2, thay thế bản thứ 1 (mã SHA-256 {first}). Lý do: Phiếu 4 tập 1 có ký tên."),
            second,
            StringComparison.Ordinal
        );
        Assert.Contains("NguyễnVănAn7", second, StringComparison.Ordinal);
        var replaced = await PdfAsync(polling.Head, election, "bien-ban-kiem-phieu", "&ban=1");
        var says = Spaceless("Bản này đã được thay thế bằng bản thứ 2.");
        Assert.Contains(says, replaced, StringComparison.Ordinal);
        Assert.Equal(before, replaced.Replace(says, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Papers_are_not_found_before_the_signature_nor_by_another_organisation()
    {
        await using var polling = await Polling.OpenAsync(Database);
        using var foreign = await Following.SignedInAsync(polling.Site, "noi-khac", "T004", Role.Officer);
        var election = await polling.CountedAsync();
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/van-ban");
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/van-ban?handler=Pdf&giay=bien-ban-kiem-phieu");
        await EnterAndSignAsync(polling, election);
        foreach (var slug in Slugs)
        {
            await GoneAsync(foreign, $"/bau-cu/{election}/van-ban?handler=Pdf&giay={slug}");
            await GoneAsync(foreign, $"/bau-cu/{election}/van-ban?handler=Docx&giay={slug}");
        }
        await GoneAsync(foreign, $"/bau-cu/{election}/van-ban");
        await GoneAsync(foreign, $"/bau-cu/{election}/phieu");
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/van-ban?ban=2");
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/van-ban?handler=Pdf&giay=khac");
        using var wrong = await polling.Officer.GetAsync($"/bau-cu/{election}/van-ban?lan={new string('X', 21)}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Nhiều nhất 20 ký tự.", await BodyAsync(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_without_anybody_elected_has_minutes_and_a_notice_and_nothing_to_list()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Secretary", 1, "Nguyễn Văn An");
        await Polling.DoneAsync(polling.CloseAsync(election));
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 9));
        foreach (var group in new[] { polling.First, polling.Second })
            await polling.EnterAsync(group, election, 1, "1", "1", "1", "1", "1", "1", "1", "", "");
        await Polling.DoneAsync(polling.SignAsync(election));
        var minutes = await PdfAsync(polling.Officer, election, "bien-ban-kiem-phieu");
        Assert.Contains("Khôngcóngườitrúngcử", minutes, StringComparison.Ordinal);
        Assert.Contains("NguyễnVănAn2", minutes, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "trongdanhsáchtrúngcử,",
            await PdfAsync(polling.Officer, election, "thong-bao"),
            StringComparison.Ordinal
        );
        await GoneAsync(polling.Officer, $"/bau-cu/{election}/van-ban?handler=Pdf&giay=nghi-quyet");
        Assert.DoesNotContain(
            "trich-ngang",
            await polling.Officer.ReadAsync($"/bau-cu/{election}/van-ban"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Lists_say_what_the_register_knows_to_those_who_keep_people_and_to_nobody_else()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var own = (await polling.Site.Service<OrganisationTree>().FindAsync("T003", Stop))!;
        var record = await PlantedPeople.AddAsync(polling.Site, own, "Hoàng Thị Lan", "12/03/1970", ("ethnicity", "Tày"));
        var election = await polling.ArrangeAsync("Committee", 3, "Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Chính");
        await Polling.DoneAsync(polling.AddAsync(election, "", ("record", $"{record}")));
        await Polling.DoneAsync(polling.CloseAsync(election));
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 9));
        foreach (var group in new[] { polling.First, polling.Second })
            await polling.EnterAsync(group, election, 1, "3", "3", "3", "3", "3", "3", "3", "3", "4");
        await Polling.DoneAsync(polling.SignAsync(election));
        foreach (var slug in (string[])["danh-sach", "trich-ngang"])
        {
            var read = await ReadingsAsync();
            Assert.Contains(
                "HoàngThịLan12/03/1970NữTày",
                await PdfAsync(polling.Officer, election, slug),
                StringComparison.Ordinal
            );
            Assert.Equal(read + 1, await ReadingsAsync());
            // The head of the board has a duty and keeps nobody.
            var open = await PdfAsync(polling.Head, election, slug);
            Assert.Contains("HoàngThịLan", open, StringComparison.Ordinal);
            Assert.DoesNotContain("1970", open, StringComparison.Ordinal);
            Assert.DoesNotContain("Tày", open, StringComparison.Ordinal);
            Assert.Equal(read + 1, await ReadingsAsync());
        }
        var before = await ReadingsAsync();
        Assert.DoesNotContain("1970", await PdfAsync(polling.Officer, election, "bien-ban-kiem-phieu"), StringComparison.Ordinal);
        Assert.Equal(before, await ReadingsAsync());
    }

    private static async Task<long> SignedAsync(Polling polling)
    {
        var election = await polling.CountedAsync();
        await EnterAndSignAsync(polling, election);
        return election;
    }

    private static async Task EnterAndSignAsync(Polling polling, long election)
    {
        foreach (var group in new[] { polling.First, polling.Second })
        {
            await polling.EnterAsync(group, election, 1, FirstBatch);
            await polling.EnterAsync(group, election, 2, SecondBatch);
        }
        await Polling.DoneAsync(polling.SignAsync(election));
    }

    private static async Task<string> PdfAsync(Visitor person, long election, string slug, string more = "")
    {
        using var answer = await person.GetAsync($"/bau-cu/{election}/van-ban?handler=Pdf&giay={slug}{more}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Stop));
        return TextOf(pdf);
    }

    private static string TextOf(PdfDocument pdf) =>
        Spaceless(string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)));

    internal static async Task<string> DocxAsync(Visitor person, string path)
    {
        using var answer = await person.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var stream = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Stop));
        using var docx = WordprocessingDocument.Open(stream, isEditable: false);
        return Spaceless(docx.MainDocumentPart!.Document!.InnerText);
    }

    private static async Task GoneAsync(Visitor person, string path)
    {
        using var answer = await person.GetAsync(path);
        Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

    // Where a line ends, and between cells, there is no space to be read; where the page numbers stand is no matter.
    private static string Spaceless(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);

    private Task<long> ReadingsAsync() =>
        Database.Sql.FirstAsync("select count(*) from audit_entry where action = 'people.listed'", row => row.GetInt64(0), Stop);

    [GeneratedRegex("[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
