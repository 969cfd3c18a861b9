using System.CommandLine;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Campaigns.Numbers;

/// <summary><c>figures verify</c>: counts everything again from the events and names each sum that differs.</summary>
internal sealed class VerifyFiguresVerb : IVerb
{
    private const int Most = 100;

    public string? Group => "figures";

    public Command Command()
    {
        var command = new Command("verify", "count again from the events / đếm lại từ diễn biến") { CommonOptions.Language };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var (rows, wrong) = await run.Services.GetRequiredService<ProgressCheck>().RunAsync(Most, stop);
        foreach (var sum in wrong)
        {
            await Console.Out.WriteLineAsync(
                t[
                    "figures-wrong",
                    sum.Campaign,
                    sum.Table,
                    sum.Organisation,
                    sum.Level,
                    Formats.Day(sum.EffectiveOn),
                    sum.RecordedOn is { } known ? Formats.Day(known) : "–",
                    Measures.Columns[(int)sum.Measure],
                    Formats.Number(sum.Written, t.English),
                    Formats.Number(sum.Counted, t.English)
                ]
            );
        }
        if (wrong.Count > 0)
        {
            await Console.Error.WriteLineAsync(t["figures-differ", Formats.Number(wrong.Count, t.English)]);
            return 1;
        }
        await Console.Out.WriteLineAsync(t["figures-fit", Formats.Number(rows, t.English)]);
        return 0;
    }
}
