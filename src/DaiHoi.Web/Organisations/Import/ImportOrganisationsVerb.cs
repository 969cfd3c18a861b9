using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Organisations.Changing;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations.Import;

/// <summary><c>import organisations FILE</c>: CSV or XLSX into the tree, whole or not at all.</summary>
internal sealed class ImportOrganisationsVerb : IVerb
{
    private readonly Argument<string> path = new("FILE") { Description = "CSV or XLSX / tệp CSV hoặc XLSX" };

    private readonly Option<bool> preview = new("--preview")
    {
        Description = "say what would change, change nothing / chỉ xem trước",
    };

    private readonly Option<string?> on = new("--on")
    {
        Description = "day from which changes hold, today unless given / ngày có hiệu lực",
        HelpName = "yyyy-MM-dd",
    };

    private readonly Option<string> rules = new("--rules")
    {
        Description = "rule set whose words new trees use / bộ quy tắc của cây mới",
        HelpName = "ID",
        DefaultValueFactory = _ => TreeRules.Usual,
    };

    private readonly Option<string?> decision = new("--decision")
    {
        Description = "number of the decision / số quyết định",
        HelpName = "NUMBER",
    };

    private readonly Option<string> encoding = new("--encoding")
    {
        Description = "of CSV / bảng mã của CSV",
        DefaultValueFactory = _ => "auto",
    };

    public string? Group => "import";

    public Command Command()
    {
        encoding.AcceptOnlyFromAmong([.. EncodingChoices.ByName.Keys]);
        rules.AcceptOnlyFromAmong([.. DaiHoi.Rules.RuleSets.RuleSet.Known]);
        var command = new Command("organisations", "organisations of the tree, from CSV or XLSX / cây tổ chức từ CSV hoặc XLSX")
        {
            path,
            preview,
            on,
            rules,
            decision,
            encoding,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        if (!TryDay(parsed.GetValue(on), out var day))
        {
            await Console.Error.WriteLineAsync(t["import-day"]);
            return Verbs.Refused;
        }
        var place = parsed.GetRequiredValue(path);
        var wish = new ImportWish(
            parsed.GetRequiredValue(rules),
            day,
            EncodingChoices.ByName[parsed.GetRequiredValue(encoding)],
            parsed.GetValue(decision)
        );
        try
        {
            await using var file = File.OpenRead(place);
            await using var run = await VerbRun.OpenAsync(parsed, stop);
            var import = run.Services.GetRequiredService<OrganisationImport>();
            ImportPlan plan;
            if (parsed.GetValue(preview))
            {
                plan = await import.PlanAsync(file, wish, stop);
            }
            else
            {
                ProgressLine? bar = null;
                var drawn = 0;
                plan = await import.RunAsync(Actor.CommandLine, file, Path.GetFileName(place), wish, Draw, stop);
                bar?.Dispose();

                void Draw(int done, int total)
                {
                    bar ??= new ProgressLine(Console.Error, total, t["import-writing"]);
                    for (; drawn < done; drawn++)
                        bar.Step();
                }
            }
            return await AnswerAsync(plan, parsed.GetValue(preview), t);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(t["import-cancelled"]);
            return 1;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(t["import-not-read", place, problem.Message]);
            return Verbs.Refused;
        }
    }

    private static async Task<int> AnswerAsync(ImportPlan plan, bool isPreview, Ui.Texts t)
    {
        foreach (var fault in plan.Faults.Told)
            await Console.Error.WriteLineAsync(Ui.FaultLine.Of(fault, TreeWords.Of(fault, t), t));
        if (plan.Faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(t["import-refused", Number(plan.Faults.Count)]);
            return Verbs.Refused;
        }
        await Console.Out.WriteLineAsync(
            t[
                isPreview ? "import-would" : "import-did",
                Number(plan.Founded.Count()),
                Number(plan.Changed.Count()),
                Number(plan.Moved.Count()),
                Number(plan.Closed.Count()),
                Number(plan.Unchanged.Count())
            ]
        );
        return 0;

        string Number(int value) => Formats.Number(value, t.English);
    }

    internal static bool TryDay(string? written, out DateOnly? day)
    {
        day = TypedDay.Of(written);
        return written is null || day is not null;
    }
}
