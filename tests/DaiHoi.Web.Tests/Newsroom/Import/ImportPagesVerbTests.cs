using System.Text.Json;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Newsroom.Import;

/// <summary>The verb as a person types it: the program as a process, its output and its exit code.</summary>
public abstract class ImportPagesVerbTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : ImportPagesVerbTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : ImportPagesVerbTests(database),
            IClassFixture<PostgresTestDatabase>;

    private readonly SavedPages pages = new();

    public override ValueTask DisposeAsync()
    {
        pages.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task One_line_a_file_then_a_line_for_all_and_two_where_one_was_refused()
    {
        pages.Html("a.html").File("b.html", []).Picture("a.jpg");
        var (code, output, errors) = await RunAsync("vi", pages.Folder);
        Assert.Equal((2, ""), (code, errors));
        Assert.Equal(
            [
                "nhập mới  a.html: «Đại hội điểm ở xã Lộc Hòa» · 04/03/2020 02:42 CH · sapo · 1 đoạn · tác giả Thu Hà · utf-8 · /bai-viet/dai-hoi-diem-o-xa-loc-hoa-1",
                "từ chối   b.html: không phải trang web hay văn bản (empty)",
                "2 tệp: 1 nhập mới, 0 bản mới, 0 không đổi, 1 bị từ chối.",
                "Bỏ qua 1 tệp ảnh, kiểu dáng và mã kèm theo trang.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [Fact]
    public async Task The_same_in_english_and_unchanged_the_second_time()
    {
        pages.Html("a.html");
        await RunAsync("en", pages.Folder);
        var (code, output, _) = await RunAsync("en", pages.Folder);
        Assert.Equal(0, code);
        Assert.StartsWith("unchanged a.html: «Đại hội điểm ở xã Lộc Hòa»", output, StringComparison.Ordinal);
        Assert.Contains("1 files: 0 imported, 0 revised, 1 unchanged, 0 refused.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_stdout_is_one_object_and_nothing_else()
    {
        pages.Html("a.html", views: 26, section: "Thông báo").File("b.html", []);
        var (code, output, errors) = await RunAsync("vi", pages.Folder, "--json");
        Assert.Equal((2, ""), (code, errors));
        using var json = JsonDocument.Parse(output);
        var files = json.RootElement.GetProperty("files");
        Assert.Equal("imported", files[0].GetProperty("result").GetString());
        Assert.Equal("2020-03-04T14:42:00", files[0].GetProperty("date").GetString());
        Assert.Equal(26, files[0].GetProperty("views").GetInt64());
        Assert.Equal("Thông báo", files[0].GetProperty("section").GetString());
        Assert.Equal(
            ("refused", "not-a-page"),
            (files[1].GetProperty("result").GetString(), files[1].GetProperty("why").GetString())
        );
        Assert.Equal(1, json.RootElement.GetProperty("sum").GetProperty("refused").GetInt32());
    }

    [Theory]
    [InlineData("khong-co.html")]
    [InlineData("trong")]
    [InlineData("a.html", "--encoding", "utf-7")]
    [InlineData("a.html", "--khong-co")]
    [InlineData("a.html", "--language", "fr")]
    public async Task What_cannot_be_done_is_refused_in_one_line_and_writes_nothing(string name, params string[] options)
    {
        pages.Html("a.html");
        Directory.CreateDirectory(pages.PathOf("trong"));
        var (code, output, errors) = await RunAsync("vi", [pages.PathOf(name), .. options]);
        Assert.Equal((2, ""), (code, output));
        Assert.InRange(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 1, 2);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal(0, await Database.Sql.FirstAsync("select count(*) from article", row => row.GetInt64(0), Stop));
    }

    private Task<Ended> RunAsync(string language, params string[] arguments) =>
        RunningProgram.RunAsync(
            ("LANG", language == "en" ? "en_GB.UTF-8" : "C.UTF-8"),
            [
                "import",
                "pages",
                .. arguments,
                "--data",
                Database.Address.Folder,
                .. Database.Address.IsPostgres ? ["--database", Database.Address.ConnectionString] : Array.Empty<string>(),
            ]
        );
}
