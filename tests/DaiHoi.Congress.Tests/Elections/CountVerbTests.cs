using System.Text.Json;

namespace DaiHoi.Web.Tests.Elections;

/// <summary>What <c>count</c> and <c>rules check</c> print, where, and with which exit code; neither makes a data folder.</summary>
public sealed class CountVerbTests : IDisposable
{
    private const string Sample = """
        { "rules": "vn-2020",
          "congress": { "kind": "delegates", "summoned": 9, "present": 9 },
          "election": { "of": "committee", "seats": 3, "form": "strike-out" },
          "candidates": [ { "id": "a", "name": "Đỗ Thị Hạnh" }, { "id": "b", "name": "Vũ Minh Khôi" },
                          { "id": "c", "name": "Hoàng Lan" }, { "id": "d", "name": "Bùi Đức Mạnh" } ],
          "ballots": { "issued": 9, "collected": 9, "papers": [ { "count": 9, "struck": ["d"] } ] } }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_count_is_json_on_stdout_and_nothing_else()
    {
        var counted = await RunAsync("count", Saved("count.json", Sample));
        Assert.Equal((0, ""), (counted.ExitCode, counted.Errors));
        using var json = JsonDocument.Parse(counted.Output);
        Assert.Equal(3, json.RootElement.GetProperty("seatsFilled").GetInt32());
        Assert.Contains("Đỗ Thị Hạnh", counted.Output, StringComparison.Ordinal);
        Assert.Equal(["count.json"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("vi", "1. Số đại biểu tối thiểu để tiến hành")]
    [InlineData("en", "1. Quorum")]
    public async Task Explained_it_is_numbered_text_in_the_language_asked_for(string language, string first)
    {
        var told = await RunAsync("count", Saved("count.json", Sample), "--explain", "--language", language);
        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        Assert.Contains(first, told.Output, StringComparison.Ordinal);
        Assert.Contains("244-QĐ/TW", told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"collected\": 9", "\"collected\": 10", "ballots.collected: ")]
    [InlineData("vn-2020", "vn-1976", "rules: ")]
    [InlineData("{ \"rules\"", "{{ \"rules\"", "JSON")]
    [InlineData("\"count\": 9", "\"count\": 8", "ballots.papers: ")]
    [InlineData("\"struck\": [\"d\"]", "\"struck\": [\"e\"]", "ballots.papers[0].struck[0]: ")]
    [InlineData("\"id\": \"b\"", "\"id\": \"a\"", "candidates[1].id: ")]
    [InlineData("\"present\": 9", "\"present\": 10", "congress.present: ")]
    [InlineData("Hoàng Lan", "Hoàng\\u001b[2J Lan", "candidates[2].name: ")]
    public async Task What_cannot_be_counted_is_refused_with_its_field(string from, string to, string said)
    {
        var refused = await RunAsync("count", Saved("count.json", Sample.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("count")]
    [InlineData("rules check")]
    public async Task A_file_that_is_not_there_or_is_a_folder_is_refused(string verb)
    {
        foreach (var path in (string[])[Path.Combine(folder, "none.json"), folder])
        {
            var refused = await RunAsync([.. verb.Split(' '), path]);
            Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
            Assert.Contains(path, refused.Errors.Trim(), StringComparison.Ordinal);
            Assert.Equal(1, refused.Errors.AsSpan().Count('\n'));
        }
    }

    [Fact]
    public async Task A_rule_set_of_ones_own_is_checked_and_counted_with()
    {
        var brought = Path.Combine(Gates.Repository.PathOf("src/DaiHoi.Rules/RuleSets"), "association.json");
        var own = Saved(
            "own.json",
            (await File.ReadAllTextAsync(brought)).Replace(
                "\"id\": \"association\"",
                "\"id\": \"club\"",
                StringComparison.Ordinal
            )
        );
        var checkedRules = await RunAsync("rules", "check", own, "--language", "en");
        Assert.Equal((0, ""), (checkedRules.ExitCode, checkedRules.Errors));
        Assert.StartsWith("club: ", checkedRules.Output, StringComparison.Ordinal);
        var file = Saved("count.json", Sample.Replace("vn-2020", "club", StringComparison.Ordinal));
        Assert.Equal(2, (await RunAsync("count", file)).ExitCode);
        Assert.Equal(0, (await RunAsync("count", file, "--rules", own)).ExitCode);
    }

    [Fact]
    public async Task A_rule_set_with_mistakes_is_refused_with_their_places()
    {
        var refused = await RunAsync("rules", "check", Saved("own.json", "{\"id\":\"club\"}"), "--language", "en");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("own.json: elections: is missing", refused.Errors, StringComparison.Ordinal);
        var file = Saved("count.json", Sample);
        Assert.Equal(2, (await RunAsync("count", file, "--rules", Path.Combine(folder, "own.json"))).ExitCode);
    }

    private Task<Ended> RunAsync(params string[] arguments) =>
        RunningProgram.RunAsync(("DAIHOI_DATA", Path.Combine(folder, "data")), arguments);

    private string Saved(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
