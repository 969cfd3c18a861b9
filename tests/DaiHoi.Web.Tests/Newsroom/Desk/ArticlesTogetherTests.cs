using System.Net;
using System.Text.RegularExpressions;
using DaiHoi.Web.Newsroom.Articles;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Desk;

/// <summary>Several articles chosen in the list and one thing done to them, without JavaScript.</summary>
public abstract partial class ArticlesTogetherTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database)
        : ArticlesTogetherTests(database),
            IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ArticlesTogetherTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Together = "/ban-bien-tap/nhieu-bai";

    [Fact]
    public async Task Several_are_approved_and_published_each_with_its_step_and_the_common_comment()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var ids = await SubmittedAsync(site, "Bài một", "Bài hai", "Bài ba");
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using var publisher = await Visitor.SignedInAsync(site, "vannam", Role.Publisher);
        var approved = await DoAsync(editor, await ChoicesAsync(editor), ("deed", "Approve"), ("reason", "Đủ số liệu"));
        Assert.Contains("Đã làm xong <strong>3</strong> trong <strong>3</strong> bài.", approved, StringComparison.Ordinal);
        var published = await DoAsync(publisher, await ChoicesAsync(publisher), ("deed", "Publish"));
        Assert.Contains("Bài hai", published, StringComparison.Ordinal);
        var hand = await DeskHand.OfAsync(site, 9, Role.Auditor);
        foreach (var id in ids)
        {
            var article = (await hand.FindAsync(id))!.Article;
            Assert.Equal(ArticleStatus.Published, article.Status);
            Assert.Equal("Đủ số liệu", article.Steps.Single(step => step.Kind == ArticleStepKind.Approved).Reason);
        }
    }

    [Fact]
    public async Task What_cannot_be_done_to_one_is_told_of_it_and_keeps_no_other_back()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var ids = await SubmittedAsync(site, "Bài sẽ đổi", "Bài đứng yên");
        var mine = await SubmittedAsync(site, 2, "Bài của biên tập viên");
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var choices = await ChoicesAsync(editor, "?xem=tat-ca");
        // Somebody changes one of them after the list was read.
        var other = await DeskHand.OfAsync(site, 7, Role.Editor);
        await other.SaveAsync(ids[0], await DeskHand.EditAsync(site, "Bài đã đổi"));
        await Database.Sql.RunAsync(
            "update article set writer_id = (select id from account where user_name = 'thuha') where id = @id",
            Stop,
            ("id", mine[0])
        );
        var page = await DoAsync(editor, [.. choices, "999999:1"], ("deed", "Return"), ("reason", "Cần thêm ảnh"));
        Assert.Contains("Đã làm xong <strong>2</strong> trong <strong>4</strong> bài.", page, StringComparison.Ordinal);
        Assert.Contains("vừa được người khác sửa", page, StringComparison.Ordinal);
        Assert.Contains("Không có bài này", page, StringComparison.Ordinal);
        Assert.Equal(ArticleStatus.Submitted, (await other.FindAsync(ids[0]))!.Article.Status);
        Assert.Equal("Cần thêm ảnh", (await other.FindAsync(ids[1]))!.Article.ReturnReason);
    }

    [Fact]
    public async Task Section_and_keywords_change_as_far_as_rights_allow()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var ids = await SubmittedAsync(site, "Bài một", "Bài hai");
        var section = await DeskHand.CategoryAsync(site, "thong-bao");
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using var reporter = await Visitor.SignedInAsync(site, "minhluan", Role.Reporter);
        await DoAsync(editor, await ChoicesAsync(editor), ("deed", "MoveToSection"), ("section", $"{section}"));
        await DoAsync(editor, await ChoicesAsync(editor), ("deed", "AddTags"), ("tags", "đại hội điểm, Lộc Ninh, Đại hội điểm"));
        await DoAsync(editor, await ChoicesAsync(editor), ("deed", "RemoveTags"), ("tags", "loc ninh"));
        var hand = await DeskHand.OfAsync(site, 9, Role.Auditor);
        foreach (var id in ids)
        {
            var found = (await hand.FindAsync(id))!;
            Assert.Equal(("thong-bao", "đại hội điểm"), (found.Category.Slug, Assert.Single(found.Article.Tags).Tag!.Name));
            // Its text is the same, so there is no revision of it.
            Assert.Equal(2, found.Article.LastRevision);
        }
        // Somebody else's are not there for a reporter.
        var strange = await DoAsync(reporter, [$"{ids[0]}:9"], ("deed", "AddTags"), ("tags", "của tôi"));
        Assert.Contains("Đã làm xong <strong>0</strong> trong <strong>1</strong> bài.", strange, StringComparison.Ordinal);
        Assert.DoesNotContain("Bài một", strange, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hãy chọn việc cần làm.", "", "", "")]
    [InlineData("Hãy chọn việc cần làm.", "Publish", "", "")]
    [InlineData("Hãy ghi lý do.", "Return", " ", "")]
    [InlineData("Hãy chọn chuyên mục.", "MoveToSection", "", "")]
    [InlineData("Hãy ghi từ khóa", "AddTags", "", " , ")]
    public async Task What_is_missing_is_said_and_what_was_chosen_and_typed_is_kept(
        string problem,
        string deed,
        string reason,
        string tags
    )
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await SubmittedAsync(site, "Bài đã chọn");
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var choices = await ChoicesAsync(editor);
        using var answer = await SendAsync(editor, choices, ("deed", deed), ("reason", reason), ("tags", tags));
        var page = await TextAsync(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(problem, page, StringComparison.Ordinal);
        Assert.Contains("Bài đã chọn", page, StringComparison.Ordinal);
        Assert.Equal(choices, [.. Choice().Matches(page).Select(choice => choice.Groups["value"].Value)]);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_and_all_can_be_chosen_without_a_script()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        await SubmittedAsync(site, "Bài một", "Bài hai");
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        using var none = await SendAsync(editor, [], ("deed", "Approve"));
        Assert.Contains("Hãy chọn ít nhất một bài.", await TextAsync(none), StringComparison.Ordinal);
        var all = await editor.ReadAsync("/ban-bien-tap?chon=het");
        Assert.Equal(2, Checked().Count(all));
        using var auditor = await Visitor.SignedInAsync(site, "giamsat", Role.Auditor);
        Assert.Empty(await ChoicesAsync(auditor, "?xem=tat-ca&chon=het"));
    }

    [Fact]
    public async Task The_views_of_an_article_stand_at_the_desk_as_a_curve_and_as_a_table()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        var (id, _) = await An.Article("Bài được đọc").At(site.Time.Now.UtcDateTime.AddDays(-3)).SaveAsync(site);
        var today = DateOnly.FromDateTime(site.Time.Now.UtcDateTime.AddHours(7));
        foreach (var (day, views) in ((int, long)[])[(-2, 1500), (-1, 40), (-100, 7)])
            await Database.Sql.RunAsync(
                "insert into article_view_day (day, article, views) values (@day, @article, @views)",
                Stop,
                ("day", today.AddDays(day)),
                ("article", id),
                ("views", views)
            );
        using var editor = await Visitor.SignedInAsync(site, "thuha", Role.Editor);
        var page = await editor.ReadAsync($"/ban-bien-tap/bai/{id}");
        Assert.Contains("Tổng cộng 1.540 lượt xem; nhiều nhất ngày 02/03/2020 với 1.500 lượt.", page, StringComparison.Ordinal);
        Assert.Contains("<svg viewBox=\"0 0 960 260\" role=\"img\"", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">02/03/2020</th><td class=\"number\">1.500</td>", page, StringComparison.Ordinal);
    }

    private static Task<List<long>> SubmittedAsync(Site site, params string[] titles) => SubmittedAsync(site, 1, titles);

    private static async Task<List<long>> SubmittedAsync(Site site, long writer, params string[] titles)
    {
        await site.Service<OrganisationTree>().RootAsync(Stop);
        var hand = await DeskHand.OfAsync(site, 1000 + writer, Role.Reporter);
        var ids = new List<long>();
        foreach (var title in titles)
        {
            ids.Add(await hand.BeginAsync(title));
            await hand.TakeAsync(ids[^1], ArticleStepKind.Submitted);
        }
        return ids;
    }

    private static async Task<List<string>> ChoicesAsync(Visitor visitor, string query = "") =>
        [.. Choice().Matches(await visitor.ReadAsync("/ban-bien-tap" + query)).Select(choice => choice.Groups["value"].Value)];

    private static Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        IEnumerable<string> choices,
        params (string Name, string Value)[] fields
    ) => visitor.SendAsync("/ban-bien-tap/bai-moi", Together, [.. choices.Select(choice => ("chosen", choice)), .. fields]);

    private static async Task<string> DoAsync(
        Visitor visitor,
        IEnumerable<string> choices,
        params (string Name, string Value)[] fields
    )
    {
        using var answer = await SendAsync(visitor, choices, fields);
        var page = await TextAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return page;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));

    [GeneratedRegex("name=\"chosen\" value=\"(?<value>\\d+:\\d+)\"")]
    private static partial Regex Choice();

    [GeneratedRegex("name=\"chosen\"[^>]* checked")]
    private static partial Regex Checked();
}
