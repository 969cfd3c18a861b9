using System.CommandLine;
using DaiHoi.Rules;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.CommandLine;

namespace DaiHoi.Web.Elections;

/// <summary><c>count FILE</c>: the result of one ballot, without a database.</summary>
internal sealed class CountVerb : IVerb
{
    private readonly Argument<string> file = new("FILE") { Description = "JSON, docs/formats/count.md" };

    private readonly Option<bool> explain = new("--explain")
    {
        Description = "the reasoning as numbered text / lập luận từng bước, kèm căn cứ",
    };

    private readonly Option<string?> rules = new("--rules")
    {
        Description = "a rule set of your own / bộ quy tắc riêng",
        HelpName = "FILE",
    };

    public string? Group => null;

    public Command Command()
    {
        var command = new Command("count", "the result of an election, explained / kết quả kiểm phiếu, có giải thích")
        {
            file,
            explain,
            rules,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        var language = t.English ? Language.English : Language.Vietnamese;
        RuleSet? own = null;
        if (parsed.GetValue(rules) is { } path)
        {
            if (await InputFile.ReadAsync(path, t, stop) is not { } written)
                return Verbs.Refused;
            var checkedRules = RuleSet.Read(written);
            if (checkedRules.RuleSet is null)
                return await RefuseAsync(path, checkedRules.Problems, language);
            own = checkedRules.RuleSet;
        }
        var name = parsed.GetRequiredValue(file);
        if (await InputFile.ReadAsync(name, t, stop) is not { } bytes)
            return Verbs.Refused;
        var (counting, problems) = CountFile.Read(bytes, id => id == own?.Id ? own : RuleSet.Named(id));
        if (counting is null)
            return await RefuseAsync(name, problems, language);
        var result = Count.Of(counting);
        if (parsed.GetValue(explain))
            await Console.Out.WriteAsync(CountText.Of(counting, result, language));
        else
            Print(result, language);
        return 0;
    }

    private static void Print(CountResult result, Language language)
    {
        using var output = Console.OpenStandardOutput();
        CountJson.Write(result, language, output);
    }

    /// <summary>One line on stderr for each problem.</summary>
    internal static async Task<int> RefuseAsync(string file, IReadOnlyList<Problem> problems, Language language)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"{file}: {problem.In(language)}");
        return Verbs.Refused;
    }
}
