using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Newsroom.Carrying;

/// <summary><c>export articles PATH</c>: every article with its pictures, into a folder or one zip.</summary>
internal sealed class ExportArticlesVerb : IVerb
{
    private readonly Argument<string> path = new("PATH")
    {
        Description = "a new folder, or a name that ends in .zip / thư mục mới hoặc tệp .zip",
    };

    public string? Group => "export";

    public Command Command()
    {
        var command = new Command("articles", "articles with their media, as JSON Lines / bài viết kèm ảnh")
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
        await using var run = await VerbRun.OpenAsync(parsed, stop);
        try
        {
            using var files = CarriedFiles.Create(place);
            var (articles, pictures) = await run.Services.GetRequiredService<ExportArticles>().RunAsync(files, stop);
            await Console.Out.WriteLineAsync(
                t["carry-exported", Formats.Number(articles, t.English), Formats.Number(pictures, t.English), place]
            );
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(t["carry-not-written", problem.Message]);
            return Verbs.Refused;
        }
    }
}
