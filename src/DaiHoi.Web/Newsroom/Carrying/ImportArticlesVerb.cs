using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary><c>import articles PATH</c>: what <c>export articles</c> wrote, all or none.</summary>
internal sealed class ImportArticlesVerb : IVerb
{
    private readonly Argument<string> path = new("PATH")
    {
        Description = "the folder or zip of an export / thư mục hoặc tệp .zip đã xuất",
    };

    public string? Group => "import";

    public Command Command()
    {
        var command = new Command("articles", "articles that «export articles» wrote / bài viết từ lệnh xuất")
        {
            path,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        var place = parsed.GetRequiredValue(path);
        if (!File.Exists(place) && !Directory.Exists(place))
        {
            await Console.Error.WriteLineAsync(t["carry-not-read", place]);
            return Verbs.Refused;
        }
        try
        {
            using var files = CarriedFiles.Open(place);
            await using var run = await VerbRun.OpenAsync(parsed, stop);
            var (faults, taken, known, lost) = await run.Services.GetRequiredService<ImportArticles>().RunAsync(files, stop);
            foreach (var fault in faults)
                await Console.Error.WriteLineAsync(t["carry-fault", fault.Line, fault.Field, t[fault.Why]]);
            if (faults.Count > 0)
                return Verbs.Refused;
            foreach (var (line, title, document) in lost)
                await Console.Error.WriteLineAsync(t["carry-lost", line, title, document.Number, Formats.Day(document.IssuedOn)]);
            await Console.Out.WriteLineAsync(
                t["carry-imported", Formats.Number(taken, t.English), Formats.Number(known, t.English)]
            );
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync(t["carry-not-read", problem.Message]);
            return Verbs.Refused;
        }
    }
}
