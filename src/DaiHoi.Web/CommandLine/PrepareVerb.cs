using System.CommandLine;

namespace DaiHoi.Web.CommandLine;

/// <summary>
/// <c>prepare</c>: does what the first start does before it serves, and tells on stdout what a person must know: the
/// administrator's link, the accounts of the demo.
/// </summary>
internal sealed class PrepareVerb : IVerb
{
    public const string Word = "prepare";

    public string? Group => null;

    public Command Command()
    {
        var command = new Command(Word, "make the database ready without serving / chuẩn bị dữ liệu, không mở cổng")
        {
            ServeVerb.Empty,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        await using var run = await VerbRun.OpenAsync(parsed, stop, parsed.GetValue(ServeVerb.Empty));
        foreach (var line in await Composition.PrepareAsync(run.Services, stop))
            await Console.Out.WriteLineAsync(line);
        return 0;
    }
}
