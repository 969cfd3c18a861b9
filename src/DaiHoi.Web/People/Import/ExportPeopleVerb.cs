using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Organisations;
using DaiHoi.Web.Platform.Audit;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.People.Import;

/// <summary><c>export people [FILE] --organisation CODE</c>: the people there and below in the columns of an import.</summary>
internal sealed class ExportPeopleVerb : IVerb
{
    private readonly Argument<string?> path = new("FILE")
    {
        Description = "ends in .csv or .xlsx; stdout unless given / tệp .csv hoặc .xlsx",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> organisation = new("--organisation")
    {
        Description = "people there and below / nơi sinh hoạt, kể cả cấp dưới",
        HelpName = "CODE",
        Required = true,
    };

    public string? Group => "export";

    public Command Command()
    {
        var command = new Command("people", "people of an organisation, as CSV or XLSX / hồ sơ cá nhân")
        {
            path,
            organisation,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var code = parsed.GetRequiredValue(organisation);
        if (await run.Services.GetRequiredService<OrganisationTree>().FindAsync(code, stop) is not { } found)
        {
            await Console.Error.WriteLineAsync(t["people-no-organisation", code]);
            return Verbs.Refused;
        }
        var export = run.Services.GetRequiredService<PersonExport>();
        try
        {
            if (parsed.GetValue(path) is not { } place)
            {
                await using var output = Console.OpenStandardOutput();
                await export.WriteCsvAsync(Actor.CommandLine, found, output, stop);
                return 0;
            }
            await using var file = File.Create(place);
            var count = place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? await export.WriteXlsxAsync(Actor.CommandLine, found, file, stop)
                : await export.WriteCsvAsync(Actor.CommandLine, found, file, stop);
            await Console.Out.WriteLineAsync(t["people-exported", Formats.Number(count, t.English), place]);
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(t["carry-not-written", problem.Message]);
            return Verbs.Refused;
        }
    }
}
