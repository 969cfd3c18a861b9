using System.Net;
using DaiHoi.Web.Tests.Builders;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>Batches whose size was wrong, and what waits for whom while ballots are counted.</summary>
public abstract class BatchesTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : BatchesTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : BatchesTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task The_size_of_batches_is_chosen_when_the_box_is_opened()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Contains(
            "name=\"size\" value=\"50\"",
            await polling.Head.ReadAsync($"/bau-cu/{election}/kiem-phieu"),
            StringComparison.Ordinal
        );
        foreach (var wrong in new[] { 0, 501 })
            Assert.Contains(
                "Mỗi tập từ 1 đến 500 phiếu.",
                await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, polling.OpenBoxAsync(election, 9, wrong)),
                StringComparison.Ordinal
            );
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 9, 4));
        Assert.Equal("9: 4 4 1", await BatchesAsync(election));
    }

    [Fact]
    public async Task A_batch_whose_size_was_wrong_is_corrected_before_anybody_has_taken_it()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.CountedAsync();
        Assert.Contains(
            "Các tập cộng lại là 8 phiếu, số phiếu thu về là 9.",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, ResizeAsync(polling.Head, election, "9", "4", "4")),
            StringComparison.Ordinal
        );
        // No more than were issued.
        Assert.Contains(
            "nhiều hơn 9 phiếu phát ra",
            await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, ResizeAsync(polling.Head, election, "10", "5", "5")),
            StringComparison.Ordinal
        );
        await Polling.RefusedAsync(HttpStatusCode.UnprocessableEntity, ResizeAsync(polling.Head, election, "9", "9", ""));
        await Polling.RefusedAsync(HttpStatusCode.NotFound, ResizeAsync(polling.Third, election, "9", "4", "5"));
        Assert.Equal("9: 5 4", await BatchesAsync(election));
        await Polling.DoneAsync(ResizeAsync(polling.Head, election, "8", "3", "4", "1"));
        Assert.Equal("8: 3 4 1", await BatchesAsync(election));
        await Polling.DoneAsync(polling.TakeAsync(polling.Second, election, 1));
        Assert.Contains(
            "Tập này đã có tổ nhận, giữ nguyên 3 phiếu.",
            await Polling.RefusedAsync(
                HttpStatusCode.UnprocessableEntity,
                ResizeAsync(polling.Head, election, "8", "4", "4", "0")
            ),
            StringComparison.Ordinal
        );
        await Polling.DoneAsync(ResizeAsync(polling.Head, election, "9", "3", "6", "0"));
        Assert.Equal("9: 3 6", await BatchesAsync(election));
        // What is signed follows from the batches as they are now.
        foreach (var group in new[] { polling.First, polling.Second })
        {
            await polling.EnterAsync(group, election, 1, "4", "4", "3");
            await polling.EnterAsync(group, election, 2, "4", "4", "3", "4", "4", "4");
        }
        await Polling.DoneAsync(polling.SignAsync(election));
        await Polling.RefusedAsync(HttpStatusCode.Conflict, ResizeAsync(polling.Head, election, "9", "3", "6"));
    }

    [Fact]
    public async Task Whoever_has_a_duty_finds_the_elections_and_what_waits_for_him()
    {
        await using var polling = await Polling.OpenAsync(Database);
        var election = await polling.ArrangeAsync("Committee", 2, "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Chính");
        await Polling.DoneAsync(polling.CloseAsync(election));
        Assert.Contains("mở hòm phiếu", await WorkAsync(polling.Head), StringComparison.Ordinal);
        Assert.DoesNotContain("tập phiếu chưa nộp", await WorkAsync(polling.First), StringComparison.Ordinal);
        await Polling.DoneAsync(polling.OpenBoxAsync(election, 3, 2));
        // What was done is said once, on the next page.
        Assert.Contains("Đã mở hòm phiếu", await WorkAsync(polling.Head), StringComparison.Ordinal);
        Assert.DoesNotContain("mở hòm phiếu", await WorkAsync(polling.Head), StringComparison.Ordinal);
        Assert.Contains("2/2 tập phiếu chưa nộp", await WorkAsync(polling.First), StringComparison.Ordinal);
        await polling.EnterAsync(polling.First, election, 1, "3", "3");
        Assert.Contains("1/2 tập phiếu chưa nộp", await WorkAsync(polling.First), StringComparison.Ordinal);
        await polling.EnterAsync(polling.First, election, 2, "?");
        await polling.EnterAsync(polling.Second, election, 1, "3", "2");
        await polling.EnterAsync(polling.Second, election, 2, "3");
        Assert.Contains("1 phiếu chờ xem lại", await WorkAsync(polling.Third), StringComparison.Ordinal);
        Assert.Contains("1 phiếu chờ ban quyết định", await WorkAsync(polling.Head), StringComparison.Ordinal);
        await Polling.DoneAsync(
            Polling.AtTableAsync(polling.Third, election, "Look", ("batch", "1"), ("number", "2"), ("marks", "3"))
        );
        await Polling.DoneAsync(
            Polling.AtTableAsync(
                polling.Head,
                election,
                "Decide",
                ("batch", "2"),
                ("number", "1"),
                ("marks", "3"),
                ("reason", "")
            )
        );
        Assert.Contains("chờ ký kết quả", await WorkAsync(polling.Head), StringComparison.Ordinal);
        await Polling.DoneAsync(polling.SignAsync(election));
        foreach (var person in new[] { polling.Head, polling.First, polling.Third })
            Assert.DoesNotContain($"/bau-cu/{election}/kiem-phieu", await WorkAsync(person), StringComparison.Ordinal);
        // The bar shows both to whoever has a duty and no role, and to nobody else.
        Assert.Contains("<a href=\"/bau-cu\"", await polling.Third.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/viec-cua-toi\"", await polling.Third.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
        using var stranger = await Visitor.SignedInAsync(polling.Site, "nguoi-la");
        Assert.DoesNotContain("<a href=\"/bau-cu\"", await stranger.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"/viec-cua-toi\"", await stranger.ReadAsync("/tai-khoan"), StringComparison.Ordinal);
    }

    private static Task<string> WorkAsync(Visitor person) => person.ReadAsync("/viec-cua-toi");

    private static Task<HttpResponseMessage> ResizeAsync(
        Visitor person,
        long election,
        string collected,
        params string[] sizes
    ) =>
        Polling.AtTableAsync(
            person,
            election,
            "Resize",
            [("collected", collected), .. sizes.Select((size, i) => ($"sizes[{i}]", size))]
        );

    private async Task<string> BatchesAsync(long election)
    {
        var collected = await Database.Sql.FirstAsync(
            "select collected from held_election where id = @id",
            row => row.GetInt64(0),
            Stop,
            ("id", election)
        );
        var sizes = await Database.Sql.ListAsync(
            "select size from ballot_batch where election_id = @id order by number",
            row => row.GetInt32(0),
            Stop,
            ("id", election)
        );
        return $"{collected}: {string.Join(' ', sizes)}";
    }
}
