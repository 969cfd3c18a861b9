using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Organisations.Import;

/// <summary><c>export organisations [FILE]</c>: the tree in the columns of an import.</summary>
internal sealed class ExportOrganisationsVerb : IVerb
{
    private readonly Argument<string?> path = new("FILE")
    {
        Description = "ends in .csv or .xlsx; stdout unless given / tệp .csv hoặc .xlsx",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "as the tree was on a day / như cây tổ chức ngày ấy",
        HelpName = "yyyy-MM-dd",
    };

    public string? Group => "export";

    public Command Command()
    {
        var command = new Command("organisations", "the tree of organisations, as CSV or XLSX / cây tổ chức")
        {
            path,
            asOf,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        if (!ImportOrganisationsVerb.TryDay(parsed.GetValue(asOf), out var day))
        {
            await Console.Error.WriteLineAsync(t["import-day"]);
            return Verbs.Refused;
        }
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        var export = run.Services.GetRequiredService<OrganisationExport>();
        try
        {
            if (parsed.GetValue(path) is not { } place)
            {
                await using var output = Console.OpenStandardOutput();
                await export.WriteCsvAsync(output, day, stop);
                return 0;
            }
            await using var file = File.Create(place);
            var count = place.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
                ? await export.WriteXlsxAsync(file, day, stop)
                : await export.WriteCsvAsync(file, day, stop);
            await Console.Out.WriteLineAsync(t["export-organisations", Formats.Number(count, t.English), place]);
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(t["carry-not-written", problem.Message]);
            return Verbs.Refused;
        }
    }
}
