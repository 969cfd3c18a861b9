using System.Net;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Web.Campaigns.Citing;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Recording;
using DaiHoi.Web.Platform.Audit;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>What is printed keeps its number and its proof, whatever is corrected later.</summary>
public abstract class CitationTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite(SqliteTestDatabase database) : CitationTests(database), IClassFixture<SqliteTestDatabase>;

    public sealed class OnPostgres(PostgresTestDatabase database) : CitationTests(database), IClassFixture<PostgresTestDatabase>;

    [Fact]
    public async Task A_cited_figure_keeps_its_number_and_its_proof_says_what_was_corrected()
    {
        await using var site = await Site.OpenAsync(
            Database.Address,
            at: new DateTimeOffset(2020, 12, 1, 2, 0, 0, TimeSpan.Zero)
        );
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync((-1, "central"), (0, "province"), (1, "district"), (2, "grassroots"), (2, "grassroots"));
        await country.OpenAsync(new(2020, 1, 1));
        await country.RecordAsync(3, CongressStatus.Held, new(2020, 2, 20), model: true);
        var citations = site.Service<FigureCitations>();
        var (cited, _) = await citations.CiteAsync(
            new("C", "model-congresses-held", "T000", "grassroots", new(2020, 3, 2), null),
            Actor.CommandLine,
            Stop
        );
        var proof = await site.ReadAsync(cited!.Path);
        Assert.Contains("Đại hội điểm đã tổ chức, tính đến 02/03/2020:", proof, StringComparison.Ordinal);
        Assert.Contains("Danh sách 1 tổ chức", proof, StringComparison.Ordinal);
        Assert.Contains("Tổ chức 3", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("đính chính sau khi đăng", proof, StringComparison.Ordinal);
        // One was forgotten, another was entered for a wrong day.
        await country.RecordAsync(
            new EventEntry(country.Ids[3], null, CongressStatus.Held, new(2020, 2, 20), new(2020, 4, 1)),
            new EventEntry(country.Ids[4], CongressStatus.Held, null, new(2020, 2, 25), new(2020, 4, 1)) { Model = true },
            new EventEntry(country.Ids[4], CongressStatus.ResultReported, null, new(2020, 3, 1), new(2020, 4, 1))
        );
        var now = (await citations.ProofAsync(cited.Key, Stop))!;
        Assert.Equal((1L, 1L), (now.Figure.Printed.Numerator, now.Behind.Sum(one => one.Amount)));
        Assert.Equal(["T004"], now.Added.Select(one => one.Code));
        Assert.Equal(["T003"], now.Removed.Select(one => one.Code));
        Assert.True(now.IsCorrected);
    }

    /// <summary>More than the database gives connections: on the evening of a deadline everybody sends his report at once.</summary>
    [Fact]
    public async Task Many_who_cite_at_once_all_get_their_figure()
    {
        await using var site = await Site.OpenAsync(
            Database.Address,
            at: new DateTimeOffset(2020, 12, 1, 2, 0, 0, TimeSpan.Zero)
        );
        var country = new Country(site.Services, Database.Factory);
        await country.PlantAsync((-1, "central"), (0, "province"), (1, "district"), (2, "grassroots"));
        await country.OpenAsync(new(2020, 1, 1));
        await country.RecordAsync(3, CongressStatus.Held, new(2020, 2, 20));
        var citations = site.Service<FigureCitations>();
        var question = new FigureQuestion("C", "congresses-held", "T000", "grassroots", new(2020, 3, 2), null);
        var cited = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(_ => citations.CiteAsync(question, Actor.CommandLine, Stop))
        );
        Assert.Equal(60, cited.Select(one => one.Cited!.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(cited, one => Assert.Equal(1, one.Cited!.Printed.Numerator));
    }

    [Fact]
    public async Task A_proof_is_found_by_its_key_alone()
    {
        await using var site = await Site.OpenAsync(Database.Address);
        foreach (var key in (string[])["1", "0123456789abcdef0123", "%27"])
        {
            using var answer = await site.Reader.GetAsync(FigureCitations.PathOf(key), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public void A_list_comes_back_from_its_bytes()
    {
        (long, long)[] behind = [(1, 1), (127, 128), (128, 0), (303_474, 16_384), (9_000_000_000, 7)];
        Assert.Equal(behind, BehindBytes.Read(BehindBytes.Of(behind.Reverse())));
    }
}
