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

    private const int MostTold = 20;

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
        if (verdict.Fault == ResultFault.Unreadable)
        {
            await Console.Error.WriteLineAsync($"{parsed.GetRequiredValue(file)}: {t[ResultWords.Of(verdict.Fault)]}");
            return Verbs.Refused;
        }
        var isCompared = parsed.GetValue(hash) is not null;
        var words = verdict.Fault == ResultFault.None && !isCompared ? "verify-whole-in-itself" : ResultWords.Of(verdict.Fault);
        await Console.Out.WriteLineAsync($"{verdict.Hash} {t[words]}");
        foreach (var flaw in verdict.Flaws.Take(MostTold))
            await Console.Out.WriteLineAsync(FlawWords.Of(flaw, t));
        if (verdict is not { Fault: ResultFault.None, Result: { } result })
            return 1;
        foreach (var elected in result.Elected)
            await Console.Out.WriteLineAsync($"{elected.Candidate.Name}: {elected.Votes}");
        if (verdict.HasOtherRules)
            await Console.Out.WriteLineAsync(t["verify-other-rules"]);
        if (!isCompared)
            await Console.Out.WriteLineAsync(t["verify-not-proven"]);
        return 0;
    }
}
