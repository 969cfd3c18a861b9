using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Campaigns.Opening;

/// <summary><c>campaign open</c>: freezes which congresses are expected.</summary>
internal sealed class OpenCampaignVerb : IVerb
{
    private readonly Option<string> code = Required("--code", "by which files know it / mã đợt đại hội", "CODE");
    private readonly Option<string> name = Required("--name", "its name / tên đợt đại hội", "TEXT");
    private readonly Option<string> rules = Required("--rules", "rule set / bộ quy tắc", "vn-2020");
    private readonly Option<string> root = Required(
        "--root",
        "code of the organisation at its top / mã tổ chức đứng đầu",
        "CODE"
    );
    private readonly Option<DateOnly> on = DayOption.Required("--on", "day of the opening / ngày mở đợt");

    private readonly Option<string?> term = new("--term") { Description = "2020–2025: the term / nhiệm kỳ", HelpName = "TEXT" };

    private readonly Option<string?> levels = new("--levels")
    {
        Description = "grassroots,branch: only these / chỉ các cấp này",
        HelpName = "L,L",
    };

    public string? Group => "campaign";

    public Command Command()
    {
        var command = new Command("open", "open a campaign / mở đợt đại hội")
        {
            code,
            name,
            rules,
            root,
            on,
            term,
            levels,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var opened = await run
            .Services.GetRequiredService<CampaignOpening>()
            .OpenAsync(
                new(
                    parsed.GetRequiredValue(code),
                    parsed.GetRequiredValue(name),
                    parsed.GetValue(term),
                    parsed.GetRequiredValue(rules),
                    parsed.GetRequiredValue(root),
                    parsed.GetRequiredValue(on),
                    (parsed.GetValue(levels) ?? "").Split(
                        ',',
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    )
                ),
                Actor.CommandLine,
                stop
            );
        foreach (var problem in opened.Problems)
            await Console.Error.WriteLineAsync($"--{problem.Field}: {t[problem.Text, problem.Values]}");
        if (opened.Problems.Count > 0)
            return Verbs.Refused;
        await Console.Out.WriteLineAsync(
            t["campaign-opened", parsed.GetRequiredValue(code), Formats.Number(opened.Expected, t.English)]
        );
        return 0;
    }

    private static Option<string> Required(string option, string description, string help) =>
        new(option)
        {
            Description = description,
            HelpName = help,
            Required = true,
        };
}
