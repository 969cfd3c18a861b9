using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.RuleSets;

public sealed class KnownRuleSetsTests
{
    public static TheoryData<string> Ids => [.. RuleSet.Known];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_set_that_the_program_brings_is_right(string id)
    {
        var reading = RuleSet.Read(RuleSet.Resource($"{id}.json"));
        Assert.Empty(reading.Problems);
        Assert.Equal(id, reading.RuleSet!.Id);
        Assert.Same(RuleSet.Named(id), RuleSet.Named(id));
        Assert.NotEmpty(reading.Articles);
    }

    [Fact]
    public void An_unknown_id_has_no_rule_set()
    {
        Assert.Null(RuleSet.Named("vn-1976"));
        Assert.Null(RuleSet.Named("schema"));
        Assert.Null(RuleSet.Named(""));
    }

    // A rule set cites only law that existed in its time.
    [Theory]
    [InlineData("vn-2015", "36-CT/TW 26-HD/BTCTW 244-QĐ/TW 04-HD/TW 10/2012/QH13")]
    [InlineData("vn-2020", "35-CT/TW 26-HD/BTCTW 244-QĐ/TW 03-HD/TW 29-QĐ/TW 10/2012/QH13")]
    [InlineData("vn-2025", "35-CT/TW 118-KL/TW 45-CT/TW 27-HD/BTCTW 190-QĐ/TW 04-HD/TW 24-QĐ/TW 294-QĐ/TW 01-HD/TW 45/2019/QH14")]
    public void Each_cites_the_law_of_its_time(string id, string numbers)
    {
        var rules = RuleSet.Named(id)!;
        Assert.Equal(numbers.Split(' '), rules.Documents.Values.Select(document => document.Number));
        Assert.All(rules.Documents.Values, document => Assert.False(document.Date?.First > rules.InForce.Until));
    }

    // A model congress of March 2025 was held before Directive 45-CT/TW of 14 April.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_window_cites_law_that_was_there_before_it_ended(string id)
    {
        var campaign = RuleSet.Named(id)!.Campaign;
        Assert.All(
            campaign.Windows.Concat(campaign.ModelWindows).Where(window => window.Article.Document is not null),
            window =>
            {
                Assert.False(window.Article.Document!.Date?.First > window.Period.Until);
                Assert.False(window.Article.Document.Until < window.Period.From);
            }
        );
    }

    [Fact]
    public void The_same_number_of_two_years_is_two_documents()
    {
        Assert.Equal(A.Day("2019-05-30"), A.Vn2020.Documents["ct-35-2019"].Date!.First);
        Assert.Equal(A.Day("2024-06-14"), A.Vn2025.Documents["ct-35-2024"].Date!.First);
    }

    // The number of an article that nobody has read is not invented.
    [Fact]
    public void Of_decision_244_only_articles_that_were_read_bear_a_number()
    {
        foreach (var id in new[] { "vn-2015", "vn-2020" })
        {
            var cited = RuleSet
                .Read(RuleSet.Resource($"{id}.json"))
                .Articles.Select(at => at.Article)
                .Where(article => article.Document?.Number == "244-QĐ/TW")
                .ToList();
            Assert.All(
                cited.Where(article => article.Number is null),
                article => Assert.NotEqual(Standing.Read, article.Standing)
            );
            Assert.Subset(
                new HashSet<string?> { "13", "14", "17", "19", "20", "23", "32" },
                cited.Select(article => article.Number).Where(number => number is not null).ToHashSet()
            );
        }
    }

    [Theory]
    [InlineData("vn-2015", CongressKind.Delegates, Denominator.Summoned)]
    [InlineData("vn-2020", CongressKind.Members, Denominator.Summoned)]
    [InlineData("vn-2025", CongressKind.Committee, Denominator.Summoned)]
    [InlineData("youth", CongressKind.Delegates, Denominator.Collected)]
    [InlineData("union", CongressKind.Delegates, Denominator.Collected)]
    [InlineData("association", CongressKind.Delegates, Denominator.Valid)]
    [InlineData("association", CongressKind.Committee, Denominator.Valid)]
    public void Each_counts_against_its_own_base(string id, CongressKind kind, Denominator of) =>
        Assert.Equal(of, RuleSet.Named(id)!.Elections.Bases[kind].Of);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_names_its_bodies_levels_and_reasons(string id)
    {
        var rules = RuleSet.Named(id)!;
        Assert.All(Enum.GetValues<Post>(), post => Assert.NotEmpty(rules.Terms.Posts[post].Vietnamese));
        Assert.All(Enum.GetValues<InvalidReason>(), reason => Assert.True(rules.Elections.Invalid[reason].Value));
        Assert.Equal("central", rules.Levels.Value[0].Code);
        Assert.Equal(rules.Level("branch"), rules.Levels.Value[^1]);
        Assert.NotEmpty(rules.Campaign.Transitions);
        Assert.Equal((id, Standing.Unverified), (rules.Unwritten.RuleSet, rules.Unwritten.Standing));
    }

    [Fact]
    public void A_level_that_the_ladder_does_not_have_is_a_mistake_of_the_caller() =>
        Assert.Throws<InvalidOperationException>(() => A.Vn2020.Level("moon"));

    [Fact]
    public void A_file_that_was_not_brought_along_is_named() =>
        Assert.Contains(
            "«moon.json»",
            Assert.Throws<InvalidOperationException>(() => RuleSet.Resource("moon.json")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Terms_name_those_who_are_summoned()
    {
        Assert.Equal("official delegate", A.Vn2020.Terms.Summoned(CongressKind.Delegates).English);
        Assert.Equal("đảng viên chính thức", A.Vn2020.Terms.Summoned(CongressKind.Members).Vietnamese);
        Assert.Equal("incumbent member", A.Vn2020.Terms.Summoned(CongressKind.Committee).English);
    }

    [Fact]
    public void A_year_without_a_day_is_a_year()
    {
        var guide = A.Vn2015.Documents["hd-04-2014"];
        Assert.Equal((A.Day("2014-01-01"), A.Day("2014-12-31"), "2014"), (guide.Date!.First, guide.Date.Last, guide.Date.Code));
        Assert.Contains(" năm 2014 ", guide.Title.Vietnamese, StringComparison.Ordinal);
        Assert.Contains(" of 2014, ", guide.Title.English, StringComparison.Ordinal);
        Assert.Equal("2014-06-09", A.Vn2015.Documents["qd-244-2014"].Date!.Code);
    }

    [Fact]
    public void A_window_from_the_plan_of_a_province_says_so()
    {
        var rules = RuleSet.Read(RuleSet.Resource("vn-2020.json")).RuleSet!;
        Assert.Equal(["branch"], rules.Campaign.Windows.Where(window => window.Local).Select(window => window.Level));
        Assert.True(A.Vn2020.Campaign.ModelWindows[0].Local);
    }

    [Fact]
    public void The_schema_is_brought_along() =>
        Assert.Contains("$defs", System.Text.Encoding.UTF8.GetString(RuleSet.Schema), StringComparison.Ordinal);

    [Fact]
    public void In_2025_a_congress_may_have_fewer_contents()
    {
        Assert.Equal([4, 3, 2], A.Vn2025.Campaign.Contents.Select(contents => contents.Items.Count));
        Assert.Equal([4], A.Vn2020.Campaign.Contents.Select(contents => contents.Items.Count));
    }
}
