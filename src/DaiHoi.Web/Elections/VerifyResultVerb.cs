using System.CommandLine;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Elections.Signing;

namespace DaiHoi.Web.Elections;

/// <summary><c>verify result FILE</c>: recounts an exported result from its ballots, without a database.</summary>
internal sealed class VerifyResultVerb : IVerb
{
    private readonly Argument<string> file = new("FILE") { Description = "JSON, docs/formats/result.md" };

    private readonly Option<string?> hash = new("--hash")
    {
        Description = "the hash that the minutes print / mã ghi trong biên bản",
        HelpName = "HASH",
    };

    public string? Group => "verify";

    public Command Command()
    {
        var command = new Command("result", "recount a signed result from its ballots / tính lại kết quả đã ký từ phiếu")
        {
            file,
            hash,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        if (await InputFile.ReadAsync(parsed.GetRequiredValue(file), t, stop) is not { } bytes)
            return Verbs.Refused;
        var verdict = ResultCheck.Of(bytes, parsed.GetValue(hash));
        var words = t[ResultWords.Of(verdict.Fault)];
        if (verdict.Fault == ResultFault.Unreadable)
        {
            await Console.Error.WriteLineAsync($"{parsed.GetRequiredValue(file)}: {words}");
            return Verbs.Refused;
        }
        await Console.Out.WriteLineAsync($"{verdict.Hash} {words}");
        if (verdict is { Fault: ResultFault.None, Result: { } result })
        {
            foreach (var elected in result.Elected)
                await Console.Out.WriteLineAsync($"{elected.Candidate.Name}: {elected.Votes}");
        }
        return verdict.Fault == ResultFault.None ? 0 : 1;
    }
}
