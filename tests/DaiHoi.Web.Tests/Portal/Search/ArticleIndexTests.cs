using CsCheck;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Platform.Time;
using DaiHoi.Web.Portal.Search;
using DaiHoi.Web.Tests.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace DaiHoi.Web.Tests.Portal.Search;

public sealed class ArticleIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;
    private readonly SiteClock clock = new(
        new SettableTime(SettableTime.Usual),
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")
    );
    private ArticleIndex index;

    public ArticleIndexTests() => index = Opened();

    public void Dispose()
    {
        index.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("đại hội điểm")]
    [InlineData("dai hoi diem")]
    [InlineData("ĐẠI HỘI ĐIỂM")]
    [InlineData("Dai  Hoi,   DIEM!")]
    [InlineData("\u0111a\u0323i ho\u0302\u0323i \u0111ie\u0302\u0309m")]
    [InlineData("\"đại hội điểm\"")]
    [InlineData("\"dai hoi diem\"")]
    [InlineData("“đại hội điểm”")]
    public void Typed_with_or_without_diacritics_the_same_is_found(string typed)
    {
        Put(
            Of(1, "Đại hội điểm ở Lộc Ninh", "Đảng bộ xã tổ chức đại hội."),
            Of(2, "Điểm tin", "Hội nghị sơ kết."),
            Of(3, "Thời tiết", "Nắng.")
        );
        Assert.Equal([1], Found(typed));
    }

    [Theory]
    [InlineData("hoà bình", "hòa bình")]
    [InlineData("thuỷ lợi", "thủy lợi")]
    [InlineData("uỷ viên", "ủy viên")]
    public void The_old_and_the_new_place_of_the_tone_are_one_word(string typed, string written)
    {
        Put(Of(1, $"Tin {written}", ""), Of(2, "Tin khác", ""));
        Assert.Equal([1], Found(typed));
        Assert.True(Assert.Single(Ask(typed).Hits).Title[^1].Marked);
    }

    [Fact]
    public void Exactly_these_accents_stand_first_then_look_alikes()
    {
        Put(
            Of(1, "Bán bàn ghế", "bán"),
            Of(2, "Ban chấp hành", "ban ban ban"),
            Of(3, "Bạn đọc viết", "bạn"),
            Of(4, "Bàn về công tác", "bàn")
        );
        Assert.Equal(new HashSet<long> { 1, 2, 3, 4 }, [.. Found("ban")]);
        Assert.Equal(2, Found("ban")[0]);
        Assert.Equal(new HashSet<long> { 1, 4 }, [.. Found("bàn").Take(2)]);
    }

    [Fact]
    public void Words_side_by_side_stand_before_words_apart_and_a_phrase_lets_nothing_else_in()
    {
        Put(
            Of(1, "Kiểm tra đảng viên", "Ủy ban họp về công tác tổ chức; kiểm điểm tại Bình Long."),
            Of(2, "Tin vắn", "Ủy ban kiểm tra họp."),
            Of(3, "Ủy viên", "Ban bí thư, đoàn kiểm tra.")
        );
        Assert.Equal(2, Found("ủy ban kiểm tra")[0]);
        Assert.Equal(2, Found("uy ban kiem tra")[0]);
        Assert.Equal([2], Found("\"ủy ban kiểm tra\""));
    }

    [Fact]
    public void All_words_must_occur_and_a_number_written_as_one_is_one()
    {
        Put(
            Of(1, "Chỉ thị 35-CT/TW", "Bộ Chính trị ban hành."),
            Of(2, "Chỉ thị 05-CT/TW", "Học tập và làm theo, trang 35."),
            Of(3, "Kết quả", "Thu 18.525 phiếu.")
        );
        Assert.Equal([1], Found("35-CT/TW"));
        Assert.Equal([2], Found("chỉ thị 05"));
        Assert.Equal([3], Found("18.525"));
        Assert.Empty(Found("chỉ thị không-có-đâu"));
    }

    [Fact]
    public void Authors_and_keywords_are_found_too()
    {
        Put(Of(1, "Tin", "") with { Authors = "Minh Luận\nThanh Hà" }, Of(2, "Tin", "") with { Tags = "đại hội điểm\nnhân sự" });
        Assert.Equal([1], Found("thanh ha"));
        Assert.Equal([2], Found("\"nhan su\""));
        // Not across the line between two of them.
        Assert.Empty(Found("\"luận thanh\""));
    }

    [Fact]
    public void Filters_hold_by_section_and_by_the_sites_days()
    {
        // 17:00 in UTC is the first minute of the next day at the site.
        var evening = new DateTime(2020, 3, 4, 16, 59, 59, DateTimeKind.Utc);
        Put(
            Of(1, "Đại hội", "") with
            {
                PublishedAtUtc = evening,
            },
            Of(2, "Đại hội", "") with
            {
                PublishedAtUtc = evening.AddSeconds(1),
            },
            Of(3, "Đại hội", "") with
            {
                PublishedAtUtc = evening,
                Category = "thong-bao",
            }
        );
        var fourth = new DateOnly(2020, 3, 4);
        Assert.Equal([3, 1], Found(new SearchQuestion("đại hội", null, fourth, fourth)));
        Assert.Equal([2], Found(new SearchQuestion("đại hội", null, fourth.AddDays(1), null)));
        Assert.Equal([3], Found(new SearchQuestion("đại hội", "thong-bao", null, null)));
        Assert.Empty(Found(new SearchQuestion("đại hội", "khong-co", null, null)));
        Assert.Empty(Found(new SearchQuestion("đại hội", null, fourth, fourth.AddDays(-1))));
        Assert.Equal(3, Found(new SearchQuestion("đại hội", null, DateOnly.MinValue, DateOnly.MaxValue)).Count);
    }

    [Fact]
    public void The_newer_of_two_alike_stands_first()
    {
        Put(
            Of(1, "Đại hội", "") with
            {
                PublishedAtUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            },
            Of(2, "Đại hội", "") with
            {
                PublishedAtUtc = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            }
        );
        Assert.Equal([1, 2], Found("đại hội"));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_repetition()
    {
        Put([.. Enumerable.Range(1, 95).Select(i => Of(i, i % 3 == 0 ? "Dai hoi" : "Đại hội", $"số {i}"))]);
        var pages = Enumerable
            .Range(1, 5)
            .Select(page => Ask(new SearchQuestion("đại hội", null, null, null, page, PageSize: 20)))
            .ToList();
        Assert.All(pages, page => Assert.Equal(95, page.Total));
        Assert.Equal([20, 20, 20, 20, 15], pages.Select(page => page.Hits.Count));
        var all = pages.SelectMany(page => page.Hits).Select(hit => hit.Article).ToList();
        Assert.Equal(95, all.Distinct().Count());
        Assert.All(all.Take(63), id => Assert.NotEqual(0, id % 3));
        Assert.Empty(Ask(new SearchQuestion("đại hội", null, null, null, int.MaxValue, PageSize: 20)).Hits);
        Assert.Equal(20, Ask(new SearchQuestion("đại hội", null, null, null, -5, PageSize: 20)).Hits.Count);
    }

    [Fact]
    public void A_snippet_shows_the_sought_words_marked_in_their_own_spelling()
    {
        var far = string.Join(' ', Enumerable.Repeat("chuyện khác", 200));
        Put(Of(1, "Tin trong tỉnh", $"{far}. Đảng bộ xã Lộc Ninh tổ chức Đại hội điểm sáng nay. {far}"));
        var hit = Assert.Single(Ask("dai hoi diem").Hits);
        Assert.Equal("Đại hội điểm", Assert.Single(hit.Snippet, part => part.Marked).Text);
        Assert.Equal("…", hit.Snippet[0].Text);
        Assert.Equal("…", hit.Snippet[^1].Text);
        Assert.InRange(hit.Snippet.Sum(part => part.Text.Length), 50, 602);
        Assert.Equal("Tin trong tỉnh", string.Concat(hit.Title.Select(part => part.Text)));
    }

    [Fact]
    public void Who_typed_accents_gets_no_look_alike_marked_beside_the_word()
    {
        Put(Of(1, "Ban chấp hành bàn nhân sự", "Ban bàn."));
        var hit = Assert.Single(Ask("bàn").Hits);
        Assert.Equal(["bàn"], hit.Title.Where(part => part.Marked).Select(part => part.Text));
        Assert.Equal(["bàn"], hit.Snippet.Where(part => part.Marked).Select(part => part.Text));
    }

    [Fact]
    public void Any_text_is_a_question_and_snippets_are_runs_of_the_original()
    {
        Put([
            .. Enumerable
                .Range(1, 20)
                .Select(i => Of(i, "Đại hội điểm \"Lộc Ninh\" 35-CT/TW", "<b>Nghị quyết</b> & 18.525 phiếu 𝒳 💥")),
        ]);
        Gen.OneOf(SomeText.Anything, SomeText.Sentence, Gen.Const("a AND (b OR NOT c)*~^2 [1 TO 2] \\ / : title:x \"\"\" "))
            .Select(Gen.Bool, (text, twice) => twice ? text + "\"" + text : text)
            .Sample(
                typed =>
                {
                    var answer = Ask(typed);
                    Assert.InRange(answer.Total, 0, 20);
                    foreach (var hit in answer.Hits)
                        Assert.Equal("Đại hội điểm \"Lộc Ninh\" 35-CT/TW", string.Concat(hit.Title.Select(part => part.Text)));
                },
                iter: Endurance.Trials(500)
            );
        Assert.Equal(0, Ask(new string('x', 10_000)).Total);
        Assert.Equal(0, Ask("\0").Total);
        Assert.Empty(Ask("…!?").Words);
    }

    [Fact]
    public void What_is_found_is_what_a_reading_of_every_article_finds()
    {
        var articles = Gen.Select(SomeText.Sentence, SomeText.Sentence).Array[1, 12];
        Gen.Select(articles, SomeText.Word.Array[1, 3])
            .Sample(
                (texts, words) =>
                {
                    index.Apply(texts.Select((text, i) => Of(i + 1, text.Item1, text.Item2)), Gone(texts.Length), At(1));
                    var folded = words.Select(word => Fold.Letters(word)).ToList();
                    var expected = texts
                        .Index()
                        .Where(text =>
                            folded.TrueForAll((Fold.Letters($"{text.Item.Item1} {text.Item.Item2}").Split(' ')).Contains<string>)
                        )
                        .Select(text => text.Index + 1L);
                    Assert.Equal(expected.ToHashSet(), [.. Found(string.Join(' ', words))]);
                },
                iter: Endurance.Trials(60),
                threads: 1
            );

        static IEnumerable<long> Gone(int kept) => Enumerable.Range(kept + 1, 12 - kept).Select(i => (long)i);
    }

    [Fact]
    public void A_changed_article_is_found_by_its_new_words_only_and_a_removed_one_not_at_all()
    {
        Put(Of(1, "Hội nghị", "cũ"), Of(2, "Hội nghị", "khác"));
        index.Apply([Of(1, "Hội nghị", "mới")], [2], At(2));
        Assert.Equal((0, 1), (Ask("cũ").Total, Ask("mới").Total));
        Assert.Equal([1], Found("hội nghị"));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void What_was_committed_is_there_after_a_restart_and_knows_what_it_has_seen()
    {
        Put(Of(1, "Hội nghị", ""));
        index.Apply([], [], At(77));
        index.Dispose();
        index = Opened();
        Assert.Equal((At(77), 1), (index.LastChange, index.Count));
        Assert.Equal([1], Found("hội nghị"));
    }

    [Fact]
    public void Broken_files_are_given_up_and_the_index_begins_anew()
    {
        Put(Of(1, "Hội nghị", ""));
        index.Dispose();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "search")))
            File.WriteAllText(file, "không phải chỉ mục");
        index = Opened();
        Assert.Equal((SeenChange.None, 0), (index.LastChange, index.Count));
        Put(Of(1, "Hội nghị", ""));
        Assert.Equal([1], Found("hội nghị"));
    }

    [Fact]
    public async Task A_rebuild_that_is_broken_off_leaves_what_was_there()
    {
        Put(Of(1, "Hội nghị", ""));
        await Assert.ThrowsAsync<IOException>(() => index.RebuildAsync(Broken(), At(9), TestContext.Current.CancellationToken));
        Assert.Equal([1], Found("hội nghị"));
        await index.RebuildAsync(Whole(), At(9), TestContext.Current.CancellationToken);
        Assert.Equal((At(9), 2), (index.LastChange, index.Count));

        static async IAsyncEnumerable<ArticleToIndex> Broken()
        {
            yield return Of(2, "Hội nghị", "");
            await Task.Yield();
            throw new IOException("the database went away");
        }

        static async IAsyncEnumerable<ArticleToIndex> Whole()
        {
            await Task.Yield();
            yield return Of(3, "Hội nghị", "");
            yield return Of(4, "Hội nghị", "");
        }
    }

    [Fact]
    public async Task Searches_go_on_while_articles_are_put_in()
    {
        Put(Of(1, "Hội nghị", ""));
        using var over = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    while (!over.IsCancellationRequested)
                        Assert.NotEmpty(Found("hội nghị"));
                })
            )
            .ToList();
        for (var i = 2; i < 30; i++)
            index.Apply([Of(i, "Hội nghị", ""), Of(1, "Hội nghị", $"lần {i}")], [], At(i));
        await over.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(29, Ask("hội nghị").Total);
    }

    private static ArticleToIndex Of(long id, string title, string lead) =>
        new(id, title, lead, "", "", "", "tin-tuc", SettableTime.Usual.UtcDateTime);

    private static SeenChange At(long number) => new(number, $"articles {number}");

    private ArticleIndex Opened() => new(Path.Combine(folder, "search"), clock, NullLogger<ArticleIndex>.Instance);

    private void Put(params ArticleToIndex[] articles) => index.Apply(articles, [], At(1));

    private SearchAnswer Ask(string typed) => Ask(new SearchQuestion(typed, null, null, null));

    private SearchAnswer Ask(SearchQuestion question) => index.Find(question);

    private List<long> Found(string typed) => Found(new SearchQuestion(typed, null, null, null));

    private List<long> Found(SearchQuestion question) => [.. Ask(question).Hits.Select(hit => hit.Article)];
}
