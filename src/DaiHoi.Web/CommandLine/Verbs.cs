using System.CommandLine;
using DaiHoi.Web.Data;
using DaiHoi.Web.Platform.Settings;

namespace DaiHoi.Web.CommandLine;

/// <summary>
/// Reads the command line and runs what it names; without a verb the portal is served. Output of a verb goes to stdout,
/// all else to stderr. The answer is 0 only on success, and 2 for input that was refused.
/// </summary>
internal static class Verbs
{
    public const int Refused = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("DaiHoi (Đại hội) — cổng thông tin và tổ chức đại hội các cấp / portal and congress organiser")
        {
            CommonOptions.Data,
            CommonOptions.Database,
        };
        ServeVerb.AddTo(root);
        foreach (var verb in Composition.Verbs().OrderBy(verb => verb.Group, StringComparer.Ordinal))
            Place(root, verb);
        root.Add(HelpVerb(root));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in ProblemsOf(parsed))
                await Console.Error.WriteLineAsync(problem);
            await Console.Error.WriteLineAsync("./run help");
            return Refused;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SettingsException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Refused;
        }
        catch (SetupException problem)
        {
            await Console.Error.WriteLineAsync(SetupMessages.Of(problem));
            return 1;
        }
    }

    // Before any language is known: both. What was not understood is named once, in our words; the rest in the library's.
    private static IEnumerable<string> ProblemsOf(ParseResult parsed) =>
        parsed
            .UnmatchedTokens.Select(token => $"không hiểu / not understood: «{token}»")
            .Concat(
                parsed
                    .Errors.Select(error => OneLine(error.Message))
                    .Where(message =>
                        !parsed.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal))
                    )
            );

    // The library lists what an option may be below each other.
    private static string OneLine(string message) =>
        string.Join(
            ' ',
            message.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    private static void Place(RootCommand root, IVerb verb)
    {
        if (verb.Group is null)
        {
            root.Add(verb.Command());
            return;
        }
        var group = root.Subcommands.FirstOrDefault(command => command.Name == verb.Group);
        if (group is null)
            root.Add(group = new Command(verb.Group, GroupDescription(verb.Group)));
        group.Add(verb.Command());
    }

    private static string GroupDescription(string group) =>
        group switch
        {
            "export" => "give out what others can read / xuất dữ liệu",
            "import" => "bring in what others have written / nhập dữ liệu",
            "account" => "who may sign in / tài khoản",
            "audit" => "who did what / nhật ký hệ thống",
            "campaign" => "the congresses of a term / đợt đại hội",
            "figures" => "the sums above the events / số tổng hợp",
            "demo" => "made-up data to try things with / dữ liệu minh họa",
            "verify" => "recompute what was signed / kiểm tra lại kết quả đã ký",
            "rules" => "rule sets: what the regulations say / bộ quy tắc",
            _ => group,
        };

    private static Command HelpVerb(RootCommand root)
    {
        var help = new Command("help", "list the verbs / liệt kê các lệnh");
        help.SetAction((_, stop) => root.Parse(["--help"]).InvokeAsync(new InvocationConfiguration(), stop));
        return help;
    }
}
