using DaiHoi.Web.MyWork.Reminding;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Settings;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;
using MimeKit;

namespace DaiHoi.Web.Tests.MyWork;

/// <summary>Letters about what waits: to whom, when, once a day, and nothing lost where the mail server does not answer.</summary>
public abstract class ReminderTests(TestDatabase database) : DatabaseTests(database)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    public sealed class OnSqlite(SqliteTestDatabase database) : ReminderTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : ReminderTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task Who_has_work_is_told_once_a_day_and_again_only_of_what_is_new_or_presses()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        await RecordAsync(officer, "Thiếu hội trường");
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        var (to, letter) = Read(Assert.Single(post.Letters));
        Assert.Equal("huyen@example.vn", to);
        Assert.Equal("Nhắc việc: 1 việc đang chờ", letter.Subject);
        Assert.Equal("Nhắc việc", letter.From.Mailboxes.Single().Name);
        Assert.Contains("Kính gửi Người huyen,", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("- Thiếu hội trường; ", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("/viec-cua-toi", letter.TextBody, StringComparison.Ordinal);
        // The same day, and the next one with nothing new.
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        site.Time.Advance(TimeSpan.FromDays(1));
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Single(post.Letters);
        await RecordAsync(officer, "Chưa có máy phát điện");
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal(2, post.Letters.Count);
    }

    [Fact]
    public async Task Who_turns_them_off_gets_none()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
        await RecordAsync(officer, "Thiếu hội trường");
        using (await checker.SendAsync("/viec-cua-toi", ("reminded", "false"))) { }
        Assert.Contains("Bạn không được nhắc qua thư", await checker.ReadAsync("/viec-cua-toi"), StringComparison.Ordinal);
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Empty(post.Letters);
        using (await checker.SendAsync("/viec-cua-toi", ("reminded", "true"))) { }
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Single(post.Letters);
    }

    [Fact]
    public async Task One_refused_address_keeps_nobody_elses_letter_and_later_is_asked_again()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var gone = await Following.SignedInAsync(site, "a-nghi", "T002", Role.Checker);
        using var busy = await Following.SignedInAsync(site, "b-ban", "T002", Role.Checker);
        using var there = await Following.SignedInAsync(site, "c-co", "T002", Role.Head);
        await RecordAsync(officer, "Thiếu hội trường");
        post.AnswerTo = to =>
            to.StartsWith("a-", StringComparison.Ordinal) ? "550 no such person"
            : to.StartsWith("b-", StringComparison.Ordinal) ? "450 later"
            : "250 OK";
        Assert.False(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal("c-co@example.vn", Assert.Single(post.Letters).To);
        post.AnswerTo = _ => "250 OK";
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal(["c-co@example.vn", "b-ban@example.vn"], post.Letters.Select(letter => letter.To));
    }

    [Fact]
    public async Task Whose_mailbox_is_busy_keeps_nobody_from_a_letter_however_many_there_are()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        foreach (var number in Enumerable.Range(0, ReminderRound.AtOnce + 2))
            (await Following.SignedInAsync(site, $"n-{number:000}", "T002", Role.Checker)).Dispose();
        await RecordAsync(officer, "Thiếu hội trường");
        var last = $"n-{ReminderRound.AtOnce + 1}";
        post.AnswerTo = to => to.StartsWith("n-000", Ordinal) || to.StartsWith(last, Ordinal) ? "450 later" : "250 OK";
        Assert.False(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal(ReminderRound.AtOnce, post.Letters.Count);
        // Asked again, the first is alone among the first hundred, and still in nobody's way.
        post.AnswerTo = to => to.StartsWith("n-000", Ordinal) ? "450 later" : "250 OK";
        Assert.False(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal(ReminderRound.AtOnce + 1, post.Letters.Count);
    }

    [Fact]
    public async Task A_server_that_says_later_to_everybody_is_left_alone()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        foreach (var number in Enumerable.Range(0, ReminderRound.AtOnce + 2))
            (await Following.SignedInAsync(site, $"n-{number:000}", "T002", Role.Checker)).Dispose();
        await RecordAsync(officer, "Thiếu hội trường");
        var last = $"n-{ReminderRound.AtOnce + 1}";
        post.AnswerTo = to => to.StartsWith(last, Ordinal) ? "250 OK" : "450 later";
        Assert.False(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Empty(post.Letters);
    }

    [Fact]
    public async Task Without_an_answer_nothing_counts_as_sent_and_without_a_server_all_of_it_is_logged()
    {
        PostOffice post;
        using (post = new PostOffice()) { }
        await using (var site = await OpenAsync(post))
        {
            using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
            using var checker = await Following.SignedInAsync(site, "huyen", "T002", Role.Checker);
            await RecordAsync(officer, "Thiếu hội trường");
            Assert.False(await site.Service<ReminderRound>().RunAsync(Stop));
            Assert.Equal(
                0,
                await Database.Sql.FirstAsync(
                    "select count(*) from reminder where sent_on is not null",
                    row => row.GetInt64(0),
                    Stop
                )
            );
        }
        await using (var site = await Site.OpenAsync(Database.Address))
            Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Equal(
            1,
            await Database.Sql.FirstAsync("select count(*) from reminder where sent_on is not null", row => row.GetInt64(0), Stop)
        );
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_period_that_was_withdrawn()
    {
        using var post = new PostOffice();
        await using var site = await OpenAsync(post);
        using var centre = await Following.SignedInAsync(site, "trung-uong", "T000", Role.Checker);
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using var made = await centre.SendAsync("/bao-cao/mau/C/T000", ("name", "Báo cáo nhanh"), ("cadence", "AdHoc"));
        var template = made.Headers.Location!.ToString();
        var period = await OpenPeriodAsync(centre, template, "Kỳ mở nhầm");
        using (var withdrawn = await centre.SendAsync(period + "?handler=Withdraw", ("reason", "Mở nhầm")))
            Assert.Equal(System.Net.HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        Assert.Empty(post.Letters);
        await OpenPeriodAsync(centre, template, "Kỳ đúng");
        Assert.True(await site.Service<ReminderRound>().RunAsync(Stop));
        var (to, letter) = Read(Assert.Single(post.Letters));
        Assert.Equal("can-bo@example.vn", to);
        Assert.Contains("Kỳ đúng", letter.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Kỳ mở nhầm", letter.TextBody, StringComparison.Ordinal);
    }

    // Its address.
    private static async Task<string> OpenPeriodAsync(Visitor centre, string template, string name)
    {
        using var opened = await centre.SendAsync(
            template + "?handler=Open",
            ("name", name),
            ("from", "01/01/2020"),
            ("until", "29/02/2020"),
            ("due[3]", "04/03/2020")
        );
        return opened.Headers.Location!.ToString();
    }

    private async Task<Site> OpenAsync(PostOffice post)
    {
        var site = await Site.OpenAsync(
            Database.Address,
            settings =>
                settings with
                {
                    Mail = new MailServer("127.0.0.1", post.Port, false, null, null, "Nhắc việc <nhac@example.vn>"),
                },
            new(2020, 3, 3, 2, 0, 0, TimeSpan.Zero)
        );
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync((-1, "central"), (0, "province"), (1, "district"), (2, "grassroots"), (2, "grassroots"));
        Assert.Empty((await country.OpenAsync(new(2020, 1, 1))).Problems);
        return site;
    }

    private static async Task RecordAsync(Visitor officer, string text)
    {
        using var sent = await officer.SendAsync(
            "/kho-khan/ghi/C/T003",
            ("text", text),
            ("lesson", "false"),
            ("topic", "Means"),
            ("looked", "true")
        );
        Assert.Equal(System.Net.HttpStatusCode.Redirect, sent.StatusCode);
    }

    private static (string To, MimeMessage Letter) Read((string To, string Message) taken) =>
        (taken.To, MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(taken.Message))));
}

/// <summary>When offices are open.</summary>
public sealed class RemindingHoursTests
{
    [Theory]
    [InlineData("2020-03-02T06:59", false)]
    [InlineData("2020-03-02T07:00", true)]
    [InlineData("2020-03-06T17:59", true)]
    [InlineData("2020-03-06T18:00", false)]
    [InlineData("2020-03-07T09:00", false)]
    [InlineData("2020-03-08T09:00", false)]
    public void Reminders_leave_on_working_days(string site, bool time) =>
        Assert.Equal(time, RemindJob.IsTime(DateTime.Parse(site, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("smtp://nhac:m%40t@thu.example.vn:2525", "thu.example.vn", 2525, false, "nhac", "m@t")]
    [InlineData("smtps://thu.example.vn", "thu.example.vn", 465, true, null, null)]
    [InlineData("smtp://thu.example.vn", "thu.example.vn", 587, false, null, null)]
    public void A_mail_server_is_read(string smtp, string host, int port, bool encrypted, string? user, string? password)
    {
        using var folder = new SettingsFolder(new { Smtp = smtp, MailFrom = "Nhắc việc <nhac@example.vn>" });
        var mail = SettingsReader.Read(folder.Path, null).Mail;
        Assert.Equal(new(host, port, encrypted, user, password, "Nhắc việc <nhac@example.vn>"), mail);
    }

    [Theory]
    [InlineData("thu.example.vn", "a@b.vn", "Smtp")]
    [InlineData("http://thu.example.vn", "a@b.vn", "Smtp")]
    [InlineData("smtp://thu.example.vn", "", "MailFrom")]
    [InlineData("smtp://nhac:bimat@thu.example.vn", "không phải", "MailFrom")]
    public void One_that_cannot_be_read_is_named_and_its_password_is_not_said(string smtp, string from, string named)
    {
        using var folder = new SettingsFolder(new { Smtp = smtp, MailFrom = from });
        var problem = Assert.Throws<SettingsException>(() => SettingsReader.Read(folder.Path, null));
        Assert.StartsWith(named, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bimat", problem.Message, StringComparison.Ordinal);
    }

    private sealed class SettingsFolder : IDisposable
    {
        public SettingsFolder(object settings) =>
            File.WriteAllText(System.IO.Path.Combine(Path, "daihoi.json"), System.Text.Json.JsonSerializer.Serialize(settings));

        public string Path { get; } = Directory.CreateTempSubdirectory("daihoi-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
