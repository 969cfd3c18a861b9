using System.Text;
using System.Text.Json;

namespace DaiHoi.Web.Tests.Campaigns;

/// <summary>A campaign from the command line alone: tree, opening, events, figures, and what is refused.</summary>
public sealed class CampaignVerbTests : IDisposable
{
    private const string Tree = """
        code,name,parent_code,level
        VN,Toàn quốc,,central
        BP,Đảng bộ tỉnh Bình Phước,VN,province
        LN,Đảng bộ huyện Lộc Ninh,BP,district
        LN1,Đảng bộ xã Lộc An,LN,grassroots
        LN2,Đảng bộ xã Lộc Thái,LN,grassroots
        LN3,Đảng bộ xã Lộc Hưng,LN,grassroots
        """;

    private const string Events = """
        organisation_code,status,effective_on,recorded_on,model
        LN1,held,2020-02-20,2020-02-21,có
        LN2,held,2020-05-20,2020-06-01,
        LN3,preparing,2020-02-01,2020-02-01,x
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("daihoi-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_figure_is_json_with_its_day_its_parts_and_its_share()
    {
        await FillAsync();
        using var model = await FigureAsync("model-congresses-held", "VN", "2020-03-02");
        Assert.Equal(
            """{"name":"model-congresses-held","organisation":"VN","level":"grassroots","asOf":"2020-03-02","knownOn":null,"value":1,"numerator":1,"denominator":2,"share":50.00,"accepted":1}""",
            model.RootElement.GetRawText()
        );
        using var known = await FigureAsync("congresses-held", "BP", "2020-05-31", "--known-on", "2020-05-31", "--list");
        Assert.Equal(1, known.RootElement.GetProperty("value").GetInt32());
        Assert.Equal("33.33", known.RootElement.GetProperty("share").GetRawText());
        Assert.Equal(
            ["LN1"],
            known.RootElement.GetProperty("organisations").EnumerateArray().Select(one => one.GetProperty("code").GetString())
        );
        using var expected = await FigureAsync("congresses-expected", "LN", "2020-05-31");
        Assert.Equal(JsonValueKind.Null, expected.RootElement.GetProperty("share").ValueKind);
        var verified = await RunAsync("figures", "verify");
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_and_says_what_there_is()
    {
        await FillAsync();
        var unknown = await RunAsync("figure", "congresses-hold", "--organisation", "VN", "--language", "vi");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Output));
        Assert.Contains("congresses-held", unknown.Errors, StringComparison.Ordinal);
        var again = await OpenAsync("C");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("mỗi đợt chỉ mở một lần", again.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await OpenAsync("D")).ExitCode);
        var which = await RunAsync("figure", "congresses-held", "--organisation", "VN", "--language", "vi");
        Assert.Equal((2, true), (which.ExitCode, which.Errors.Contains("C, D", StringComparison.Ordinal)));
        var day = await RunAsync("figure", "congresses-held", "--organisation", "VN", "--as-of", "31/02/2020");
        Assert.Equal(2, day.ExitCode);
    }

    private async Task FillAsync()
    {
        var tree = Saved("tree.csv", Tree);
        var events = Saved("events.csv", Events);
        foreach (
            var verb in (Func<Task<(int ExitCode, string Output, string Errors)>>[])
                [
                    () => RunAsync("import", "organisations", tree),
                    () => OpenAsync("C"),
                    () => RunAsync("import", "congresses", events, "--campaign", "C", "--history"),
                ]
        )
        {
            var done = await verb();
            Assert.True(done.ExitCode == 0, done.Errors);
        }
    }

    private Task<(int ExitCode, string Output, string Errors)> OpenAsync(string code) =>
        RunAsync(
            "campaign",
            "open",
            "--code",
            code,
            "--name",
            "Đại hội các cấp",
            "--rules",
            "vn-2020",
            "--root",
            "VN",
            "--on",
            "2020-01-01",
            "--levels",
            "grassroots",
            "--language",
            "vi"
        );

    private async Task<JsonDocument> FigureAsync(string name, string organisation, string day, params string[] more)
    {
        var told = await RunAsync([
            "figure",
            name,
            "--organisation",
            organisation,
            "--as-of",
            day,
            "--level",
            "grassroots",
            "--json",
            .. more,
        ]);
        Assert.Equal((0, ""), (told.ExitCode, told.Errors));
        return JsonDocument.Parse(told.Output);
    }

    private string Saved(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words)
    {
        var ended = await RunningProgram.RunAsync([.. words, "--data", Path.Combine(folder, "data")]);
        return (ended.ExitCode, ended.Output, ended.Errors);
    }
}
