using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People.Import;

/// <summary><c>import people FILE --organisation CODE</c>: CSV or XLSX into the register, whole or not at all.</summary>
internal sealed class ImportPeopleVerb : IVerb
{
    private readonly Argument<string> path = new("FILE") { Description = "CSV or XLSX / tệp CSV hoặc XLSX" };

    private readonly Option<string> organisation = new("--organisation")
    {
        Description = "people belong there or below / nơi sinh hoạt",
        HelpName = "CODE",
        Required = true,
    };

    private readonly Option<string> known = new("--known")
    {
        Description = "people who are there with other data: refuse, keep or update / người đã có mà khác dữ liệu",
        DefaultValueFactory = _ => "refuse",
    };

    private readonly Option<bool> preview = new("--preview")
    {
        Description = "say what would change, change nothing / chỉ xem trước",
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
        known.AcceptOnlyFromAmong("refuse", "keep", "update");
        var command = new Command("people", "people of an organisation, from CSV or XLSX / hồ sơ cá nhân từ CSV hoặc XLSX")
        {
            path,
            organisation,
            known,
            preview,
            encoding,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        var place = parsed.GetRequiredValue(path);
        try
        {
            await using var file = File.OpenRead(place);
            await using var run = await VerbRun.OpenAsync(parsed, stop);
            var code = parsed.GetRequiredValue(organisation);
            if (await run.Services.GetRequiredService<OrganisationTree>().FindAsync(code, stop) is not { } found)
            {
                await Console.Error.WriteLineAsync(t["people-no-organisation", code]);
                return Verbs.Refused;
            }
            var wish = new PersonImportWish(
                found,
                Enum.Parse<KnownPeople>(parsed.GetRequiredValue(known), ignoreCase: true),
                EncodingChoices.ByName[parsed.GetRequiredValue(encoding)]
            );
            var import = run.Services.GetRequiredService<PersonImport>();
            var plan = parsed.GetValue(preview)
                ? await import.PlanAsync(file, wish, stop)
                : await import.RunAsync(Actor.CommandLine, file, Path.GetFileName(place), wish, stop);
            return await AnswerAsync(plan, parsed.GetValue(preview), t);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(t["import-not-read", place, problem.Message]);
            return Verbs.Refused;
        }
    }

    private static async Task<int> AnswerAsync(PersonPlan plan, bool isPreview, Ui.Texts t)
    {
        foreach (var fault in plan.Faults.Told)
            await Console.Error.WriteLineAsync(Ui.FaultLine.Of(fault, PersonColumns.Why(fault, t), t));
        if (plan.Faults.Count > 0)
        {
            await Console.Error.WriteLineAsync(t["import-refused", Formats.Number(plan.Faults.Count, t.English)]);
            return Verbs.Refused;
        }
        await Console.Out.WriteLineAsync(
            t[
                isPreview ? "people-would" : "people-did",
                Formats.Number(plan.Added.Count(), t.English),
                Formats.Number(plan.Changed.Count(), t.English),
                Formats.Number(plan.Unchanged, t.English)
            ]
        );
        return 0;
    }
}
