using System.Net;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Newsroom.Checks;
using DaiHoi.Web.Newsroom.Desk;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

public abstract class ArticleDeskTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ArticleDeskTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ArticleDeskTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task An_article_goes_from_draft_to_readers_by_three_people_and_shows_on_the_next_request()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        await DoneAsync(
            writer.SaveAsync(id, await DeskHand.EditAsync(site, "Lộc Ninh đại hội điểm", "<p>Chín trên mười ba.</p>"))
        );
        var path = $"/bai-viet/loc-ninh-dai-hoi-diem-{id}";
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, path));
        Assert.DoesNotContain("Lộc Ninh", await site.ReadAsync("/"), StringComparison.Ordinal);
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published));
        Assert.Contains("Chín trên mười ba.", await site.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Lộc Ninh", await site.ReadAsync("/"), StringComparison.Ordinal);
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Withdrawn, "Nhầm số liệu"));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, path));
        Assert.DoesNotContain("Lộc Ninh", await site.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Draft")]
    [InlineData("Submitted")]
    [InlineData("Approved")]
    public async Task What_is_not_published_cannot_be_read_by_its_address(string status)
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var id = await writer.BeginAsync("Chưa được đăng");
        if (status != "Draft")
            await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        if (status == "Approved")
            await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        foreach (var path in (string[])["", "/in", "/luu"])
        foreach (var language in (string[])["", "/en"])
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, $"{language}/bai-viet/chua-duoc-dang-{id}{path}"));
        foreach (var page in (string[])["/", "/rss.xml", "/sitemap-1.xml", "/tim-kiem?q=dang", "/chuyen-muc/tin-tuc"])
            Assert.DoesNotContain("Chưa được đăng", await site.ReadAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_article_says_why_is_mended_and_sent_again()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        Assert.Equal(DeskOutcome.ReasonMissing, (await editor.TakeAsync(id, ArticleStepKind.Returned, " ")).Outcome);
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Returned, "Số liệu chưa có nguồn"));
        Assert.Equal("Số liệu chưa có nguồn", (await writer.FindAsync(id))!.Article.ReturnReason);
        await DoneAsync(writer.SaveAsync(id, await DeskHand.EditAsync(site, "Đã sửa")));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Returned, "Sửa lại tiêu đề"));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        var article = (await writer.FindAsync(id))!.Article;
        Assert.Null(article.ReturnReason);
        Assert.Equal(
            "Written Submitted Returned Submitted Approved Returned Submitted",
            string.Join(' ', article.Steps.OrderBy(step => step.Id).Select(step => step.Kind))
        );
    }

    [Fact]
    public async Task Each_step_says_who_when_and_why_and_stands_in_a_whole_audit_log()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await writer.BeginAsync("Bài có lịch sử");
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted, "Xin duyệt sớm"));
        site.Time.Advance(TimeSpan.FromMinutes(5));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Withdrawn, "Nhầm ảnh"));
        var steps = (await writer.FindAsync(id))!.Article.Steps.OrderBy(step => step.Id).ToList();
        Assert.Equal(
            [
                "Người 1: Written ",
                "Người 1: Submitted Xin duyệt sớm",
                "Người 2: Approved ",
                "Người 3: Published ",
                "Người 3: Withdrawn Nhầm ảnh",
            ],
            steps.Select(step => $"{step.Name}: {step.Kind} {step.Reason}")
        );
        Assert.Equal(TimeSpan.FromMinutes(5), steps[2].At - steps[1].At);
        var rows = await Database.Sql.ListAsync(
            "select action, actor_name, subject_name from audit_entry where subject = @subject order by seq",
            row => $"{row.GetString(0)} {row.GetString(1)}",
            Stop,
            ("subject", $"article:{id}")
        );
        Assert.Equal(
            [
                "article.written Người 1",
                "article.revised Người 1",
                "article.submitted Người 1",
                "article.approved Người 2",
                "article.published Người 3",
                "article.withdrawn Người 3",
            ],
            rows
        );
        Assert.Null((await site.Service<AuditChain>().VerifyAsync(head: null, Stop)).Fault);
    }

    [Fact]
    public async Task Nobody_decides_on_his_own_article_unless_the_newsroom_is_one_person()
    {
        await using (var site = await Site.OpenAsync(Database.Address))
        {
            var all = await DeskHand.OfAsync(site, 1, Role.Reporter, Role.Editor, Role.Publisher);
            var id = await all.BeginAsync();
            await DoneAsync(all.TakeAsync(id, ArticleStepKind.Submitted));
            var refused = await all.TakeAsync(id, ArticleStepKind.Approved);
            Assert.Equal((DeskOutcome.Refused, StepAnswer.NeedsAnother), (refused.Outcome, refused.Why));
        }
        await using (var site = await Site.OpenAsync(Database.Address, settings => settings with { OnePersonNewsroom = true }))
        {
            var all = await DeskHand.OfAsync(site, 1, Role.Reporter, Role.Editor, Role.Publisher);
            var id = await all.BeginAsync();
            foreach (
                var kind in (ArticleStepKind[])[ArticleStepKind.Submitted, ArticleStepKind.Approved, ArticleStepKind.Published]
            )
                await DoneAsync(all.TakeAsync(id, kind));
        }
    }

    [Fact]
    public async Task Who_sent_an_article_in_for_another_does_not_approve_it_either()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Submitted));
        Assert.Equal(StepAnswer.NeedsAnother, (await editor.TakeAsync(id, ArticleStepKind.Approved)).Why);
    }

    [Fact]
    public async Task A_decision_on_a_text_that_has_changed_meanwhile_is_not_taken()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var other = await DeskHand.OfAsync(site, 5, Role.Editor);
        var id = await writer.BeginAsync();
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        var seen = await editor.VersionAsync(id);
        await DoneAsync(other.SaveAsync(id, await DeskHand.EditAsync(site, "Sửa giữa chừng")));
        var answer = await site.Service<ArticleDesk>()
            .TakeAsync(editor.Person, editor.Actor, id, new(ArticleStepKind.Approved, seen), Stop);
        Assert.Equal(DeskOutcome.ChangedMeanwhile, answer.Outcome);
        Assert.Equal(ArticleStatus.Submitted, (await editor.FindAsync(id))!.Article.Status);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        var seen = await editor.VersionAsync(id);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 6)
                .Select(async i => await editor.SaveAsync(id, await DeskHand.EditAsync(site, $"Bản thứ {i}"), seen))
        );
        Assert.Equal(1, answers.Count(answer => answer.Outcome == DeskOutcome.Done));
        Assert.Equal(5, answers.Count(answer => answer.Outcome == DeskOutcome.ChangedMeanwhile));
        Assert.Equal(3, (await editor.FindAsync(id))!.Article.LastRevision);
    }

    [Fact]
    public async Task Another_newsroom_and_another_reporter_find_nothing()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var tree = site.Service<OrganisationTree>();
        var root = await tree.RootAsync(Stop);
        var one = await tree.AddAsync(root.Id, "H01", "Huyện ủy Lộc Ninh", OrganisationLevels.District, Stop);
        var other = await tree.AddAsync(root.Id, "H02", "Huyện ủy Bù Đăng", OrganisationLevels.District, Stop);
        var writer = new DeskHand(site, new(1, "Một", [new(Role.Reporter, one.Path)]));
        var id = await writer.BeginAsync();
        var strangers = new[]
        {
            new DeskHand(site, new(2, "Hai", [new(Role.Editor, other.Path), new(Role.Publisher, other.Path)])),
            new DeskHand(site, new(3, "Ba", [new(Role.Reporter, one.Path)])),
        };
        foreach (var stranger in strangers)
        {
            Assert.Null(await stranger.FindAsync(id));
            Assert.Equal(DeskOutcome.NotFound, (await stranger.TakeAsync(id, ArticleStepKind.Submitted)).Outcome);
            var edit = await DeskHand.EditAsync(site, "Của người khác");
            Assert.Equal(DeskOutcome.NotFound, (await stranger.SaveAsync(id, edit)).Outcome);
        }
        var above = await DeskHand.OfAsync(site, 4, Role.Editor);
        Assert.NotNull(await above.FindAsync(id));
    }

    [Fact]
    public async Task What_is_scheduled_is_published_at_its_moment_and_expires_at_the_other()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await writer.BeginAsync("Thông báo nghỉ lễ");
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        var now = site.Time.GetUtcNow().UtcDateTime;
        Assert.Equal(DeskOutcome.MomentPast, (await publisher.TakeAsync(id, ArticleStepKind.Scheduled, when: now)).Outcome);
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Scheduled, when: now.AddHours(1)));
        Assert.Equal(
            DeskOutcome.MomentPast,
            (await publisher.TakeAsync(id, ArticleStepKind.ExpirySet, when: now.AddMinutes(30))).Outcome
        );
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.ExpirySet, when: now.AddHours(3)));
        var due = site.Service<DueArticles>();
        site.Time.Advance(TimeSpan.FromMinutes(59));
        await due.MoveAsync(Stop);
        var path = $"/bai-viet/thong-bao-nghi-le-{id}";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, path));
        site.Time.Advance(TimeSpan.FromMinutes(2));
        await due.MoveAsync(Stop);
        Assert.Contains("04/03/2020 03:42 CH", await site.ReadAsync(path), StringComparison.Ordinal);
        site.Time.Advance(TimeSpan.FromHours(2));
        await due.MoveAsync(Stop);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, path));
        Assert.Equal(ArticleStepKind.Expired, (await writer.FindAsync(id))!.Article.Steps.MaxBy(step => step.Id)!.Kind);
    }

    [Fact]
    public async Task What_would_expire_before_it_is_published_is_not_published()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        var now = site.Time.GetUtcNow().UtcDateTime;
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.ExpirySet, when: now.AddHours(1)));
        Assert.Equal(
            DeskOutcome.ExpiresFirst,
            (await publisher.TakeAsync(id, ArticleStepKind.Scheduled, when: now.AddHours(1))).Outcome
        );
        site.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(DeskOutcome.ExpiresFirst, (await publisher.TakeAsync(id, ArticleStepKind.Published)).Outcome);
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.ExpiryLifted));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published));
    }

    [Fact]
    public async Task A_photo_that_is_taken_out_of_the_text_stands_for_the_article_no_more()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, _, _) = await NewsroomAsync(site);
        var id = await writer.BeginAsync();
        var edit = await DeskHand.EditAsync(site, "Có ảnh");
        var photo = new EditedPhoto(null, "Hội trường", "Hội trường", null);
        await DoneAsync(
            writer.SaveAsync(
                id,
                edit with
                {
                    Text = edit.Text with { BodyHtml = edit.Text.BodyHtml + "<figure data-photo=\"1\"></figure>" },
                    Photos = [photo],
                }
            )
        );
        Assert.NotNull((await writer.FindAsync(id))!.Article.LeadPhotoId);
        await DoneAsync(writer.SaveAsync(id, edit));
        Assert.Null((await writer.FindAsync(id))!.Article.LeadPhotoId);
    }

    [Fact]
    public async Task Who_changes_what_stands_beside_the_text_is_named_and_what_it_was_is_kept()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var (id, other) = (await writer.BeginAsync(), await writer.BeginAsync("Bài khác"));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        var edit = await DeskHand.EditAsync(site, (await writer.FindAsync(id))!.Article.Title);
        await DoneAsync(editor.SaveAsync(id, edit with { Related = [other], Tags = ["đại hội"] }));
        Assert.Equal(editor.Person.Name, await site.Service<ArticleDesk>().LastHandAsync(id, Stop));
        var kept = await Database.Sql.FirstAsync(
            "select before, after from audit_entry order by seq desc",
            row => (Before: row.GetString(0), After: row.GetString(1)),
            Stop
        );
        Assert.Contains("\"related\":[]", kept.Before, StringComparison.Ordinal);
        Assert.Contains("\"related\":[\"Bài khác\"]", kept.After, StringComparison.Ordinal);
        var mine = edit with { Source = "TTXVN" };
        var conflict = Conflict.Of((await editor.FindAsync(id))!.Article, "Người 2", mine, _ => "Tin tức", Texts.Vietnamese);
        Assert.Equal(
            [
                (Texts.Vietnamese["article-source"], "", "TTXVN"),
                (Texts.Vietnamese["article-tags"], "đại hội", ""),
                (Texts.Vietnamese["article-related"], other.ToString(System.Globalization.CultureInfo.InvariantCulture), ""),
            ],
            conflict.Besides.Where(part => part.Label != Texts.Vietnamese["article-authors"])
        );
    }

    [Fact]
    public async Task Links_to_addresses_that_the_portal_does_not_have_lead_nowhere()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await Database.Sql.RunAsync(
            "insert into attachment (sha256, name, title, search_text, length, added_at) values (@s, 'x.pdf', 'x', 'x', 1, '2020-03-04 07:42:00')",
            Stop,
            ("s", new string('a', 64))
        );
        string[] there =
        [
            "/",
            "/en",
            "/doc-nhieu",
            "/en/thong-ke",
            "/tim-kiem?q=x",
            "/rss.xml",
            $"/tep/{new string('a', 64)}.pdf",
        ];
        string[] gone = ["/linh-tinh", "/en/linh-tinh", "/bai-viet/x-987", $"/tep/{new string('b', 64)}.pdf", "/tep/987"];
        var dead = await site.Service<LinksInside>()
            .DeadAsync(there.Concat(gone).Select(path => (path, path)), "https://binhphuoc.example.vn", Stop);
        Assert.Equal(gone, dead.Select(link => link.Address));
    }

    [Fact]
    public async Task A_withdrawn_article_becomes_a_draft_again_and_its_address_stays_gone()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await PublishedAsync(site, "Gỡ rồi sửa", writer, editor, publisher);
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Withdrawn, "Sai tên"));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Reopened));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(site, $"/bai-viet/go-roi-sua-{id}"));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, $"/bai-viet/go-roi-sua-{id}"));
    }

    [Fact]
    public async Task A_headline_that_changes_leads_from_its_old_address_to_the_new_one()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, publisher) = await NewsroomAsync(site);
        var id = await PublishedAsync(site, "Tên cũ", writer, editor, publisher);
        await DoneAsync(publisher.SaveAsync(id, await DeskHand.EditAsync(site, "Tên mới")));
        using var answer = await site.Reader.GetAsync($"/bai-viet/ten-cu-{id}", Stop);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, $"/bai-viet/ten-moi-{id}"),
            (answer.StatusCode, answer.Headers.Location?.ToString())
        );
    }

    [Fact]
    public async Task Every_text_that_was_saved_is_a_revision_and_an_earlier_one_comes_back_as_a_new_one()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, _, _) = await NewsroomAsync(site);
        var id = await writer.BeginAsync("Một");
        var photo = new EditedPhoto(null, "Đại biểu bỏ phiếu", "", null);
        await DoneAsync(
            writer.SaveAsync(id, await DeskHand.EditAsync(site, "Hai", "<p>a</p><figure data-photo=\"1\"></figure>", photo))
        );
        await DoneAsync(writer.SaveAsync(id, await DeskHand.EditAsync(site, "Ba", "<p>b</p>")));
        // The same text again is no revision.
        await DoneAsync(writer.SaveAsync(id, await DeskHand.EditAsync(site, "Ba", "<p>b</p>")));
        var answer = await site.Service<ArticleDesk>()
            .RestoreAsync(writer.Person, writer.Actor, id, await writer.VersionAsync(id), 2, "Lấy lại phiên bản 2", Stop);
        Assert.Equal(DeskOutcome.Done, answer.Outcome);
        var article = (await writer.FindAsync(id))!.Article;
        Assert.Equal(("Hai", 4), (article.Title, article.LastRevision));
        Assert.Equal($"<p>a</p><figure data-photo=\"{Assert.Single(article.Photos).Id}\"></figure>", article.BodyHtml);
        var kept = await Database.Sql.ListAsync(
            "select number, title, saved_by_name from article_revision where article_id = @id order by number",
            row => $"{row.GetInt32(0)} {row.GetString(1)} {row.GetString(2)}",
            Stop,
            ("id", id)
        );
        Assert.Equal(["1 Một Người 1", "2 Hai Người 1", "3 Ba Người 1", "4 Hai Người 1"], kept);
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_who_types_it_and_goes_when_he_saves()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (writer, editor, _) = await NewsroomAsync(site);
        var desk = site.Service<ArticleDesk>();
        var id = await writer.BeginAsync();
        await DoneAsync(desk.KeepAsync(writer.Person, id, 1, """{"title":"Đang gõ"}""", Stop));
        Assert.Equal("""{"title":"Đang gõ"}""", (await desk.WorkingCopyAsync(writer.Person, id, Stop))!.Fields);
        Assert.Null(await desk.WorkingCopyAsync(editor.Person, id, Stop));
        Assert.Equal([1], await desk.TypingAsync(editor.Person, id, site.Time.GetUtcNow().UtcDateTime.AddMinutes(-1), Stop));
        await DoneAsync(writer.SaveAsync(id, await DeskHand.EditAsync(site, "Đã lưu")));
        Assert.Null(await desk.WorkingCopyAsync(writer.Person, id, Stop));
    }

    internal static async Task<(DeskHand Writer, DeskHand Editor, DeskHand Publisher)> NewsroomAsync(Site site) =>
        (
            await DeskHand.OfAsync(site, 1, Role.Reporter),
            await DeskHand.OfAsync(site, 2, Role.Editor),
            await DeskHand.OfAsync(site, 3, Role.Publisher)
        );

    private static async Task<long> PublishedAsync(Site site, string title, DeskHand writer, DeskHand editor, DeskHand publisher)
    {
        var id = await writer.BeginAsync(title);
        await DoneAsync(writer.SaveAsync(id, await DeskHand.EditAsync(site, title)));
        await DoneAsync(writer.TakeAsync(id, ArticleStepKind.Submitted));
        await DoneAsync(editor.TakeAsync(id, ArticleStepKind.Approved));
        await DoneAsync(publisher.TakeAsync(id, ArticleStepKind.Published));
        return id;
    }

    private static async Task DoneAsync(Task<DeskAnswer> asked) => Assert.Equal(DeskAnswer.Done, await asked);

    private static async Task<HttpStatusCode> StatusAsync(Site site, string path)
    {
        using var answer = await site.Reader.GetAsync(path, Stop);
        return answer.StatusCode;
    }
}
