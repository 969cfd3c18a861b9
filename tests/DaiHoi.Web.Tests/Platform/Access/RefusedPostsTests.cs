using System.Net;
using DaiHoi.Web.Platform.Access;
using DaiHoi.Web.Tests.Builders;
using DaiHoi.Web.Tests.Campaigns;

namespace DaiHoi.Web.Tests.Platform.Access;

/// <summary>What somebody sends without the right to stands in the audit log, and fills nothing.</summary>
public abstract class RefusedPostsTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : RefusedPostsTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database)
        : RefusedPostsTests(database),
            IClassFixture<PostgresTestDatabase>;

    private const string Other = "/dai-hoi/C/T004/ket-qua";

    [Fact]
    public async Task A_form_sent_without_the_right_to_is_kept_with_who_and_where()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 3));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        await RefusedAsync(officer, Other + "?handler=Return&because=bi-mat", HttpStatusCode.NotFound);
        await RefusedAsync(officer, "/quan-tri/tai-khoan/moi", HttpStatusCode.Forbidden);
        Assert.Equal([$"Người can-bo {Other}?handler=Return 404", "Người can-bo /quan-tri/tai-khoan/moi 403"], await KeptAsync());
    }

    [Fact]
    public async Task The_same_is_kept_once_in_a_minute_and_few_of_many()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 3));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        await RefusedAsync(officer, Other, HttpStatusCode.NotFound);
        await RefusedAsync(officer, Other, HttpStatusCode.NotFound);
        Assert.Single(await KeptAsync());
        site.Time.Advance(TimeSpan.FromMinutes(1));
        await RefusedAsync(officer, Other, HttpStatusCode.NotFound);
        Assert.Equal(2, (await KeptAsync()).Count);
        foreach (var id in Enumerable.Range(1, 2 * RefusedPosts.Most))
            await RefusedAsync(officer, $"/bau-cu/{id}/kiem-phieu?handler=Sign", HttpStatusCode.NotFound);
        Assert.Equal(1 + RefusedPosts.Most, (await KeptAsync()).Count);
        // Another person has his own minute.
        using var second = await Following.SignedInAsync(site, "nguoi-hai", "T003", Role.Officer);
        await RefusedAsync(second, Other, HttpStatusCode.NotFound);
        Assert.Equal(2 + RefusedPosts.Most, (await KeptAsync()).Count);
    }

    [Fact]
    public async Task What_is_only_looked_at_and_who_has_not_signed_in_leaves_nothing()
    {
        await using var site = await Following.OpenAsync(Database, new(2020, 3, 3));
        using var officer = await Following.SignedInAsync(site, "can-bo", "T003", Role.Officer);
        using (var read = await officer.GetAsync(Other))
            Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        using (var closed = await officer.GetAsync("/quan-tri/tai-khoan/moi"))
            Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        using var nobody = new Visitor(site);
        using (var sent = await nobody.SendWithoutTokenAsync(Other, ("because", "x")))
            Assert.Equal(HttpStatusCode.Unauthorized, sent.StatusCode);
        Assert.Empty(await KeptAsync());
    }

    private static async Task RefusedAsync(Visitor person, string path, HttpStatusCode status)
    {
        using var answer = await person.SendAsync("/tai-khoan", path, ("because", "x"));
        Assert.Equal(status, answer.StatusCode);
    }

    private Task<List<string>> KeptAsync() =>
        Database.Sql.ListAsync(
            "select actor_name, subject_name, after from audit_entry where action = 'access.refused' order by seq",
            row => $"{row.GetString(0)} {row.GetString(1)} {new string([.. row.GetString(2).Where(char.IsAsciiDigit)])}",
            Stop
        );
}
