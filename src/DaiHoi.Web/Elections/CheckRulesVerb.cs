using System.CommandLine;
using DaiHoi.Rules;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.CommandLine;

namespace DaiHoi.Web.Elections;

/// <summary><c>rules check FILE</c>: whether a rule set can be used, and what in it is still to be looked up.</summary>
internal sealed class CheckRulesVerb : IVerb
{
    private readonly Argument<string> file = new("FILE") { Description = "a rule set / bộ quy tắc: docs/guide" };

    public string? Group => "rules";

    public Command Command()
    {
        var command = new Command("check", "whether a rule set can be used / bộ quy tắc có dùng được không")
        {
            file,
            CommonOptions.Language,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var t = CommonOptions.TextsOf(parsed);
        var language = t.English ? Language.English : Language.Vietnamese;
        var name = parsed.GetRequiredValue(file);
        if (await InputFile.ReadAsync(name, t, stop) is not { } bytes)
            return Verbs.Refused;
        var (rules, problems, articles) = RuleSet.Read(bytes);
        if (rules is null)
            return await CountVerb.RefuseAsync(name, problems, language);
        await Console.Out.WriteLineAsync(t["rules-right", rules.Id, rules.Name.In(language)]);
        await Console.Out.WriteLineAsync(
            t[
                "rules-articles",
                articles.Count,
                With(articles, Standing.Read),
                With(articles, Standing.Inferred),
                With(articles, Standing.Unverified)
            ]
        );
        foreach (var (place, article) in articles.Where(at => at.Article.Standing != Standing.Read))
            await Console.Out.WriteLineAsync($"{place}: {article.Citation.In(language)}");
        return 0;
    }

    private static int With(IReadOnlyList<ArticleAt> articles, Standing standing) =>
        articles.Count(at => at.Article.Standing == standing);
}
