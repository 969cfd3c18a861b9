using System.Net;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Tests.People;

namespace DaiHoi.Web.Tests.Congresses;

/// <summary>Names on the list and their records: linked knowingly, to one name, kept while the list needs them.</summary>
public abstract class DelegateRecordTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : DelegateRecordTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : DelegateRecordTests(database),
            IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_record_of_another_name_is_linked_knowingly_and_to_one_name_only()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var organisation = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!;
        var record = await PlantedPeople.AddAsync(assembled.Site, organisation, "Nguyễn Thị Hòa", "1980");
        await assembled.ElectedAsync(("Nguyễn Thị Hoà", 80, false), ("Trần Văn Dũng", 70, false));
        await Assembled.DoneAsync(assembled.ListAsync("Lê Thị Hòa", "ExOfficio", ("delegation", "T003")));
        var numbers = await assembled.NumbersAsync(await assembled.SessionAsync());
        Task<HttpResponseMessage> LinkAsync(string name, params (string, string)[] fields) =>
            assembled.SendAsync("tham-tra", "Find", [("id", $"{numbers[name]}"), ("record", $"{record}"), .. fields]);
        var page = await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, LinkAsync("Trần Văn Dũng"));
        Assert.Contains(
            $"Hồ sơ số {record} mang tên «Nguyễn Thị Hòa», danh sách ghi «Trần Văn Dũng»",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("name=\"isHis\"", page, StringComparison.Ordinal);
        // The place of the tone makes no other name.
        await Assembled.DoneAsync(LinkAsync("Nguyễn Thị Hoà"));
        // It is on the list now: nobody else who was elected has it, ticked or not.
        Assert.Contains(
            "đã nối với «Nguyễn Thị Hoà»",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, LinkAsync("Trần Văn Dũng", ("isHis", "true"))),
            StringComparison.Ordinal
        );
        // Who is a delegate by office and elected too is told as that, under whatever name.
        await Assembled.DoneAsync(LinkAsync("Lê Thị Hòa", ("isHis", "true")));
        page = WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/tham-tra"));
        Assert.Contains("«Nguyễn Thị Hòa» vừa là đại biểu đương nhiên vừa được bầu", page, StringComparison.Ordinal);
        Assert.Contains(
            "vừa là đại biểu đương nhiên vừa được bầu",
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/dai-bieu")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_record_is_kept_while_its_delegate_is_on_the_list_of_an_open_campaign()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var organisation = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!;
        var record = await PlantedPeople.AddAsync(assembled.Site, organisation, "Nguyễn Văn An", "1980");
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var an = (await assembled.NumbersAsync(await assembled.SessionAsync()))["Nguyễn Văn An"];
        Task<HttpResponseMessage> LinkAsync() =>
            assembled.SendAsync("tham-tra", "Find", ("id", $"{an}"), ("record", $"{record}"));
        Task<HttpResponseMessage> RemoveAsync() =>
            assembled.Officer.SendAsync($"/ho-so/{record}", $"/ho-so/{record}?handler=Remove", ("reason", "Ghi nhầm"));
        await Assembled.DoneAsync(LinkAsync());
        Assert.Contains(
            "có tên trong danh sách đại biểu đại hội của",
            await Assembled.RefusedAsync(HttpStatusCode.UnprocessableEntity, RemoveAsync()),
            StringComparison.Ordinal
        );
        await Assembled.DoneAsync(assembled.SendAsync("dai-bieu", "End", ("id", $"{an}"), ("code", "entered-by-mistake")));
        await Assembled.DoneAsync(RemoveAsync());
    }

    [Fact]
    public async Task Whose_record_is_gone_has_none_on_any_page_and_is_linked_anew()
    {
        await using var assembled = await Assembled.OpenAsync(Database);
        var organisation = (await assembled.Site.Service<OrganisationTree>().FindAsync("T003", CancellationToken.None))!;
        var record = await PlantedPeople.AddAsync(assembled.Site, organisation, "Nguyễn Văn An", "1980");
        await assembled.ElectedAsync(("Nguyễn Văn An", 80, false));
        var an = (await assembled.NumbersAsync(await assembled.SessionAsync()))["Nguyễn Văn An"];
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Find", ("id", $"{an}"), ("record", $"{record}")));
        async Task<string> ReadAsync(string page) =>
            WebUtility.HtmlDecode(await assembled.Officer.ReadAsync($"{Assembled.District}/{page}"));
        Assert.Contains("Có hồ sơ", await ReadAsync("dai-bieu"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"find-id\"", await ReadAsync("tham-tra"), StringComparison.Ordinal);
        await using (var database = Database.Factory.Create())
        {
            database
                .Set<DaiHoi.Web.People.RegisteredPerson>()
                .Single(one => one.Id == record)
                .Remove(new(2020, 3, 3, 2, 0, 0, DateTimeKind.Utc));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.DoesNotContain("Có hồ sơ", await ReadAsync("dai-bieu"), StringComparison.Ordinal);
        Assert.Contains($"<option value=\"{an}\">Nguyễn Văn An</option>", await ReadAsync("tham-tra"), StringComparison.Ordinal);
        var again = await PlantedPeople.AddAsync(assembled.Site, organisation, "Nguyễn Văn An", "1980");
        await Assembled.DoneAsync(assembled.SendAsync("tham-tra", "Find", ("id", $"{an}"), ("record", $"{again}")));
        Assert.Contains("Có hồ sơ", await ReadAsync("dai-bieu"), StringComparison.Ordinal);
    }
}
