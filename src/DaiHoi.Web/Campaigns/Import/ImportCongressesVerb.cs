using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Import;

/// <summary><c>import congresses FILE</c>: events of congresses, from CSV or XLSX; the whole file or nothing.</summary>
internal sealed class ImportCongressesVerb : IVerb
{
    private readonly Argument<string> file = new("FILE") { Description = "CSV or XLSX, docs/formats/congresses.md" };

    private readonly Option<string> campaign = new("--campaign")
    {
        Description = "code of the campaign / mã đợt đại hội",
        HelpName = "CODE",
        Required = true,
    };

    private readonly Option<bool> history = new("--history")
    {
        Description = "what happened before DaiHoi / diễn biến trước khi dùng phần mềm",
    };

    public string? Group => "import";

    public Command Command()
    {
        var command = new Command("congresses", "events of congresses / diễn biến đại hội")
        {
            file,
            campaign,
            history,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        var path = parsed.GetRequiredValue(file);
        FileStream bytes;
        try
        {
            bytes = File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path}: {problem.Message}");
            return Verbs.Refused;
        }
        await using (bytes)
        {
            await using var run = await VerbRun.OpenAsync(parsed, stop);
            var result = await run
                .Services.GetRequiredService<EventImport>()
                .RunAsync(
                    bytes,
                    EncodingChoice.Auto,
                    parsed.GetRequiredValue(campaign),
                    parsed.GetValue(history),
                    Actor.CommandLine,
                    null,
                    stop
                );
            foreach (var fault in result.Faults.Told)
                await Console.Error.WriteLineAsync($"{path}: {Said(fault, t)}");
            if (result.Faults.Count > 0)
            {
                await Console.Error.WriteLineAsync(t["events-refused", Formats.Number(result.Faults.Count, t.English)]);
                return Verbs.Refused;
            }
            await Console.Out.WriteLineAsync(t["events-imported", Formats.Number(result.Events, t.English)]);
            return 0;
        }
    }

    /// <summary>"Dòng 14, cột status, «heldd»: không có trạng thái này".</summary>
    internal static string Said(FileFault fault, Texts t)
    {
        var why = fault.Why == "events-rule" ? (string)fault.Values[t.English ? 1 : 0]! : t[fault.Why, fault.Values];
        return (fault.Row, fault.Column) switch
        {
            (0, _) => fault.Value.Length > 0 ? $"«{fault.Value}»: {why}" : why,
            (_, "") => fault.Value.Length > 0
                ? t["events-at-row-value", fault.Row, fault.Value, why]
                : t["events-at-row", fault.Row, why],
            _ => t["events-at-cell", fault.Row, fault.Column, fault.Value, why],
        };
    }
}
