using System.Runtime.CompilerServices;
using System.Text;
using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests;

/// <summary>
/// The words of every decision, in both languages, as they were read and found right by somebody. A change of words is
/// seen here: with DAIHOI_ACCEPT=1 the new words are written down, to be read again in the difference.
/// </summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Every_decision_is_explained_in_both_languages()
    {
        var text = new StringBuilder();
        foreach (var decision in EveryDecision.All())
        {
            text.Append(decision.About.Heading().Vietnamese).Append(" · ").Append(decision.About.Heading().English).Append(" · ");
            text.Append(decision.About.Code()).Append(" = ").Append(Shown(decision.Plain)).Append('\n');
            text.Append("  vi ").Append(decision.Explanation.Vietnamese).Append('\n');
            text.Append("  en ").Append(decision.Explanation.English).Append('\n');
            text.Append("  vi ").Append(decision.Article.Citation.Vietnamese).Append('\n');
            text.Append("  en ").Append(decision.Article.Citation.English).Append('\n');
        }
        IsAccepted("decisions.txt", text.ToString());
    }

    [Fact]
    public void Every_subject_is_among_them() =>
        Assert.Equal(Enum.GetValues<Subject>(), EveryDecision.All().Select(decision => decision.About).Distinct().Order());

    [Theory]
    [InlineData("count")]
    [InlineData("totals")]
    [InlineData("tie")]
    [InlineData("again")]
    public void A_count_can_be_followed_by_a_layman(string sample)
    {
        var counting = CountFile.Read(Samples.Read(sample), RuleSet.Named).Counting!;
        var result = Count.Of(counting);
        IsAccepted($"{sample}.vi.txt", CountText.Of(counting, result, Language.Vietnamese));
        IsAccepted($"{sample}.en.txt", CountText.Of(counting, result, Language.English));
        foreach (var language in Enum.GetValues<Language>())
        {
            using var output = new MemoryStream();
            CountJson.Write(result, language, output);
            IsAccepted(
                $"{sample}.{(language == Language.English ? "en" : "vi")}.json",
                Encoding.UTF8.GetString(output.ToArray())
            );
        }
    }

    [Fact]
    public void Every_name_is_said_in_both_languages()
    {
        var text = new StringBuilder();
        void Say(string code, Words words) => text.AppendJoin(" · ", code, words.Vietnamese, words.English).Append('\n');
        foreach (var reason in Enum.GetValues<InvalidReason>())
            Say(reason.Code(), Validity.NameOf(reason));
        foreach (var outcome in Enum.GetValues<Outcome>())
            Say(outcome.Code(), CountText.NameOf(outcome));
        foreach (var status in Enum.GetValues<CongressStatus>())
            Say(status.Code(), Transition.NameOf(status));
        foreach (var demand in Enum.GetValues<Demand>())
            Say(demand.Code(), Transition.NameOf(demand));
        foreach (var of in Enum.GetValues<PrintedOf>())
            Say(
                of.Code(),
                PrintedShare.Heading(
                    A.Vn2020 with
                    {
                        Elections = A.Vn2020.Elections with { PrintedShare = new(new(of), A.Vn2020.Unwritten) },
                    }
                )
            );
        IsAccepted("names.txt", text.ToString());
    }

    [Fact]
    public void Every_refusal_is_said_in_both_languages()
    {
        var text = new StringBuilder();
        foreach (var (what, problems) in EveryRefusal.All())
        {
            foreach (var problem in problems)
                text.AppendJoin("\n  ", what, problem.In(Language.Vietnamese), problem.In(Language.English)).Append('\n');
        }
        IsAccepted("refusals.txt", text.ToString());
    }

    [Fact]
    public void A_word_is_never_empty_in_one_language()
    {
        Assert.Throws<ArgumentException>(() => new Words("", "x"));
        Assert.Throws<ArgumentException>(() => new Words("x", " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Words("x", "y").In((Language)9));
    }

    private static string Shown(object value) =>
        value is IReadOnlyList<string> list ? $"[{string.Join(", ", list)}]" : $"{value}";

    private static void IsAccepted(string file, string text, [CallerFilePath] string here = "")
    {
        if (Environment.GetEnvironmentVariable("DAIHOI_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(here)!, "Explanations", file), text);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Explanations", file)), text);
    }
}
