using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>
/// Worked examples for each article that a rule set cites by its place: 0, 1, half, half and one more, a tie, one seat, as
/// many candidates as seats, the last day and the day after it.
/// </summary>
public sealed partial class ArticleTable
{
    private const string Q244 = "244-QĐ/TW";
    private const string Q190 = "190-QĐ/TW";

    private sealed record Row(string Article, string Example, object Value, object Decided, Article Cited);

    private static readonly (RuleSet Rules, string Result)[] PartyCongresses =
    [
        (A.Vn2015, $"{Q244} 32"),
        (A.Vn2020, $"{Q244} 32"),
        (A.Vn2025, $"{Q190} 30"),
    ];

    private static IEnumerable<Row> Rows() =>
        PartyCongresses
            .SelectMany(one =>
                Bases(one.Rules, one.Result)
                    .Concat(Results(one.Rules, one.Result))
                    .Concat(Validities(one.Rules, $"{one.Result}.1"))
            )
            .Concat(new[] { A.Vn2015, A.Vn2020 }.SelectMany(rules => Ballots244(rules).Concat(Posts244(rules))))
            .Concat(Forms(A.Vn2025, $"{Q190} 15"))
            .Concat(VoidLines(A.Vn2025, $"{Q190} 15"))
            .Concat(Lists190())
            .Concat(People190())
            .Concat(Days())
            .Concat(Calendars())
            .Concat(UnionQuorum());

    [Fact]
    public void Each_example_is_decided_as_worked_out_and_by_its_article()
    {
        var wrong = Rows()
            .Where(row => !Equals(row.Value, row.Decided) || row.Article != Place(row.Cited))
            .Select(row =>
                $"{row.Cited.RuleSet} {row.Article} {row.Example}: {row.Value}, not {row.Decided} by {Place(row.Cited)}"
            );
        Assert.Empty(wrong);
        Assert.True(Rows().Count() > 200);
    }

    [Fact]
    public void Each_article_that_a_rule_set_cites_has_its_examples()
    {
        var shown = Rows().Select(row => (row.Cited.RuleSet, row.Article)).ToHashSet();
        var cited = RuleSet
            .Known.SelectMany(id => RuleSet.Read(RuleSet.Resource($"{id}.json")).Articles)
            .Where(at => at.Article.Number is not null || at.Article.Point is not null)
            .Select(at => (at.Article.RuleSet, Place(at.Article)))
            .ToHashSet();
        Assert.Empty(cited.Except(shown));
    }

    private static string Place(Article article)
    {
        var place = article.Document?.Number ?? article.Document?.Kind.Vietnamese ?? "—";
        if (article.Number is not null)
            place += $" {article.Number}";
        if (article.Clause is not null)
            place += $".{article.Clause}";
        return article.Point is null ? place : $"{place} điểm {article.Point}";
    }

    private static Row Of(string article, string example, object value, Decision decision) =>
        new(
            article,
            example,
            value,
            decision.Plain is IReadOnlyList<string> list ? string.Join(' ', list) : decision.Plain,
            decision.Article
        );
}
