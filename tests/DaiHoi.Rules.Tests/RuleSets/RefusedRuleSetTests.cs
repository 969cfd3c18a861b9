using System.Text;
using System.Text.Json.Nodes;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.RuleSets;

/// <summary>A rule set with one mistake is refused, and the place of the mistake is named.</summary>
public sealed class RefusedRuleSetTests
{
    // path · value: what is changed in vn-2020, "-" takes the key away · the place that must be named.
    public static TheoryData<string, string, string> Table =>
        new()
        {
            // Form.
            { "id", "-", "id" },
            { "id", "7", "id" },
            { "id", "\" \"", "id" },
            { "colour", "\"red\"", "colour" },
            { "elections/colour", "1", "elections.colour" },
            { "elections", "[]", "elections" },
            { "elections", "-", "elections" },
            { "name/en", "-", "name.en" },
            { "inForce/from", "\"2020-13-01\"", "inForce.from" },
            { "inForce/from", "\"30/5/2019\"", "inForce.from" },
            { "congress/quorum/value", "\"3/2\"", "congress.quorum.value" },
            { "congress/quorum/value", "\"2/0\"", "congress.quorum.value" },
            { "congress/quorum/value", "\"0/0\"", "congress.quorum.value" },
            { "congress/quorum/value", "0.66", "congress.quorum.value" },
            { "congress/quorum/value", "\"101%\"", "congress.quorum.value" },
            { "campaign/days/0/most", "0", "campaign.days[0].most" },
            { "campaign/days/0/most", "1.5", "campaign.days[0].most" },
            { "campaign/days/0/most", "99999999999999999999", "campaign.days[0].most" },
            { "campaign/windows", "{}", "campaign.windows" },
            { "campaign/windows/0/local", "\"yes\"", "campaign.windows[0].local" },
            { "campaign/narrowedBy/value", "\"anybody\"", "campaign.narrowedBy.value" },
            { "campaign/transitions/0/demands/0", "\"money\"", "campaign.transitions[0].demands[0]" },
            { "campaign/transitions/0/demands/1", "\"contents\"", "campaign.transitions[0].demands[1]" },
            { "campaign/preparatorySession/mostHalfDays", "0", "campaign.preparatorySession.mostHalfDays" },
            { "campaign/preparatorySession/mostHalfDays", "21", "campaign.preparatorySession.mostHalfDays" },
            { "elections/surplus/0/smallBodies/0/people", "-1", "elections.surplus[0].smallBodies[0].people" },
            { "elections/furtherBallots/congressAskedAfter", "0", "elections.furtherBallots.congressAskedAfter" },
            { "elections/furtherBallots/congressAskedAfter", "101", "elections.furtherBallots.congressAskedAfter" },
            { "elections/secretaryDirect/afterBallots", "0", "elections.secretaryDirect.afterBallots" },
            { "elections/secretaryDirect/then", "-", "elections.secretaryDirect.then" },
            { "elections/secretaryDirect/allowed", "-", "elections.secretaryDirect.allowed" },
            { "elections/furtherBallots/onlyBelow", "\"3/2\"", "elections.furtherBallots.onlyBelow" },
            { "delegates/limits/0/most", "100001", "delegates.limits[0].most" },
            { "delegates/allocation/value", "\"by lot\"", "delegates.allocation.value" },
            { "delegates/replacement", "-", "delegates.replacement" },
            { "aims/0/people", "0", "aims[0].people" },
            { "terms/secretary", "-", "terms.secretary" },
            { "$schema", "3", "$schema" },
            // Articles.
            { "elections/threshold/article", "-", "elections.threshold.article" },
            { "elections/threshold/article/standing", "-", "elections.threshold.article.standing" },
            { "elections/threshold/article/standing", "\"heard\"", "elections.threshold.article.standing" },
            { "elections/threshold/article/document", "\"qd-190-2024\"", "elections.threshold.article.document" },
            { "elections/threshold/article/document", "-", "elections.threshold.article.standing" },
            { "elections/tie/article", "{\"standing\":\"unverified\",\"point\":\"1\"}", "elections.tie.article.document" },
            { "elections/tie/article", "{\"standing\":\"unverified\",\"article\":\"1\"}", "elections.tie.article.document" },
            { "elections/bases/0/article/article", "-", "elections.bases[0].article.article" },
            { "elections/tie/article", "{\"standing\":\"unverified\",\"clause\":\"1\"}", "elections.tie.article.document" },
            {
                "elections/surplus/0/smallBodies/1",
                "{\"from\":1,\"to\":1,\"people\":1,\"article\":{\"standing\":\"unverified\"}}",
                "elections.surplus[0].smallBodies[1]"
            },
            // Law of its time.
            { "documents/qd-29-2016/date", "\"2021-02-01\"", "documents.qd-29-2016.date" },
            { "documents/qd-29-2016/date", "\"2022\"", "documents.qd-29-2016.date" },
            { "documents/qd-29-2016/date", "\"12016\"", "documents.qd-29-2016.date" },
            { "documents/qd-29-2016/date", "\"1899\"", "documents.qd-29-2016.date" },
            { "documents/qd-29-2016/date", "2016", "documents.qd-29-2016.date" },
            { "documents/qd-244-2014/date", "-", "documents.qd-244-2014.note" },
            { "documents/qd-244-2014/until", "\"2019-05-29\"", "documents.qd-244-2014.until" },
            { "documents/qd-244-2014/until", "\"2014-06-08\"", "documents.qd-244-2014.until" },
            { "documents/qd-244-2014/issuer", "-", "documents.qd-244-2014.issuer" },
            { "campaign/deadlines/0/until", "\"2016-07-24\"", "campaign.deadlines[0].article" },
            { "documents/ct-35-2019/until", "\"2020-03-31\"", "campaign.windows[1].article" },
            { "documents/ct-35-2019/date", "\"2020-07-01\"", "campaign.windows[1].article" },
            { "documents/ct-35-2019/until", "\"2019-12-31\"", "campaign.modelWindows[0].article" },
            { "campaign/transitions/4/inForce", "{\"until\":\"2016-07-24\"}", "campaign.transitions[4].article" },
            {
                "campaign/transitions/4/inForce",
                "{\"from\":\"2020-01-02\",\"until\":\"2020-01-01\"}",
                "campaign.transitions[4].inForce.until"
            },
            { "campaign/transitions/4/inForce", "{\"on\":\"2020-01-02\"}", "campaign.transitions[4].inForce.on" },
            // What else is said of people, ballots and percentages.
            { "elections/printedShare/decimals", "5", "elections.printedShare.decimals" },
            { "elections/printedShare/decimals", "-1", "elections.printedShare.decimals" },
            { "elections/printedShare/rounding", "\"up\"", "elections.printedShare.rounding" },
            { "elections/ballotsKept/months", "0", "elections.ballotsKept.months" },
            { "elections/ballotsKept/months", "1201", "elections.ballotsKept.months" },
            { "elections/ballotsKept/article", "-", "elections.ballotsKept.article" },
            { "elections/introductionTie/from", "6", "elections.introductionTie.to" },
            { "elections/introductionTie/decidedBy", "\"lot\"", "elections.introductionTie.decidedBy" },
            { "ages/0/men", "\"1965-13\"", "ages[0].men" },
            { "ages/0/women", "\"1970-09-01\"", "ages[0].women" },
            { "ages/0/women", "1970", "ages[0].women" },
            { "ages/0/level", "\"moon\"", "ages[0].level" },
            { "ages/0/candidacy", "\"again\"", "ages[2]" },
            {
                "service",
                "[{\"level\":\"moon\",\"candidacy\":\"first\",\"months\":60,\"countedFrom\":\"2020-04\",\"article\":{\"standing\":\"unverified\"}}]",
                "service[0].level"
            },
            {
                "service",
                "[{\"level\":\"district\",\"candidacy\":\"first\",\"months\":60,\"specialMonths\":61,\"countedFrom\":\"2020-04\",\"article\":{\"standing\":\"unverified\"}}]",
                "service[0].specialMonths"
            },
            {
                "service",
                "[{\"level\":\"district\",\"candidacy\":\"first\",\"months\":0,\"countedFrom\":\"2020-04\",\"article\":{\"standing\":\"unverified\"}}]",
                "service[0].months"
            },
            {
                "service",
                "[{\"level\":\"district\",\"candidacy\":\"first\",\"months\":60,\"countedFrom\":\"April\",\"article\":{\"standing\":\"unverified\"}}]",
                "service[0].countedFrom"
            },
            { "name/vi", "\"a\\u001bb\"", "name.vi" },
            { "name/en", "\"a\\nb\"", "name.en" },
            { "name/en", "\"a\\u202eb\"", "name.en" },
            { "name/en", "\"a\\u2028b\"", "name.en" },
            // Values that contradict each other.
            { "inForce/until", "\"2019-05-29\"", "inForce.until" },
            { "levels/value", "[]", "levels.value" },
            { "levels/value/1/under/0", "\"moon\"", "levels.value[1].under[0]" },
            { "levels/value/1/under/0", "\"district\"", "levels.value[1].under[0]" },
            { "levels/value/1/under", "[]", "levels.value[1].under" },
            { "levels/value/2/code", "\"province\"", "levels.value[2].code" },
            { "kinds", "{}", "kinds" },
            { "kinds/0/code", "-", "kinds[0].code" },
            { "kinds/0/levels", "[]", "kinds[0].levels" },
            { "kinds/0/levels/0", "\"moon\"", "kinds[0].levels[0]" },
            { "kinds/1/code", "\"party-centre\"", "kinds[1]" },
            { "kinds/1/firstWords", "[]", "kinds[2].firstWords" },
            { "kinds/1/firstWords/0", "7", "kinds[1].firstWords[0]" },
            { "kinds/0/colour", "1", "kinds[0].colour" },
            { "campaign/windows/0/level", "\"moon\"", "campaign.windows[0].level" },
            { "campaign/modelWindows/0/level", "\"moon\"", "campaign.modelWindows[0].level" },
            { "campaign/days/3/level", "\"moon\"", "campaign.days[3].level" },
            { "campaign/preparatorySession/levels/1", "\"moon\"", "campaign.preparatorySession.levels[1]" },
            { "congress/kinds/2/level", "\"moon\"", "congress.kinds[2].level" },
            { "delegates/limits/1/level", "\"moon\"", "delegates.limits[1].level" },
            { "campaign/windows/1/from", "\"2020-07-01\"", "campaign.windows[1].until" },
            { "campaign/windows/2/until", "-", "campaign.windows[2].until" },
            { "campaign/windows/1/level", "\"branch\"", "campaign.windows[1]" },
            { "campaign/days/1/level", "\"branch\"", "campaign.days[1]" },
            { "campaign/transitions/0/to", "\"preparing\"", "campaign.transitions[0].to" },
            { "campaign/transitions/1/from", "\"preparing\"", "campaign.transitions[1].to" },
            { "campaign/transitions/7/from", "\"preparing\"", "campaign.transitions[7]" },
            { "campaign/transitions/3/expects/0", "\"evidence\"", "campaign.transitions[3].expects" },
            { "campaign/deadlines/1/code", "\"notice\"", "campaign.deadlines[1]" },
            { "campaign/calendar/holidays/0", "\"2018-01-01\"", "campaign.calendar.covers" },
            { "campaign/calendar/worked/0", "\"2022-01-01\"", "campaign.calendar.covers" },
            { "campaign/calendar/worked/0", "\"2019-05-06\"", "campaign.calendar.worked" },
            { "campaign/calendar/holidays/0", "\"2019-05-04\"", "campaign.calendar.worked" },
            { "campaign/calendar/holidays/1", "\"2019-01-01\"", "campaign.calendar.holidays[1]" },
            { "congress/kinds/1/membersBelow", "-", "congress.kinds[2]" },
            { "congress/kinds/2/membersFrom", "199", "congress.kinds[2]" },
            { "congress/kinds/1/membersFrom", "200", "congress.kinds[1].membersBelow" },
            { "congress/kinds/1/kind", "\"committee\"", "congress.kinds[1].kind" },
            { "delegates/limits/0/least", "351", "delegates.limits[0].least" },
            { "delegates/limits/1/for", "\"province\"", "delegates.limits[1]" },
            { "delegates/summons/0/summoned", "false", "delegates.summons[0].countsOnlyIfPresent" },
            { "delegates/summons/1/reason", "\"exempted\"", "delegates.summons[1]" },
            { "elections/bases/0/of", "\"valid\"", "elections.bases" },
            { "elections/bases/1/kind", "\"delegates\"", "elections.bases" },
            { "elections/bases/1/deductions/1/reason", "\"suspended\"", "elections.bases" },
            { "elections/threshold/moreThan", "\"1/1\"", "elections.threshold.moreThan" },
            { "elections/surplus/1/of/0", "\"committee\"", "elections.surplus[1].of" },
            { "elections/surplus/0/atMost", "\"0%\"", "elections.surplus[0].atMost" },
            { "elections/surplus/0/atMost", "\"14%\"", "elections.preparedList.to" },
            { "elections/surplus/0/smallBodies/1/from", "6", "elections.surplus[0].smallBodies[1].to" },
            { "elections/surplus/0/smallBodies/1/from", "2", "elections.surplus[0].smallBodies[1]" },
            { "elections/preparedList/from", "\"16%\"", "elections.preparedList.from" },
            { "elections/forms/0/when", "\"always\"", "elections.forms" },
            { "elections/forms/0/when", "\"without-surplus\"", "elections.forms" },
            { "elections/forms", "[]", "elections.forms" },
            { "elections/invalid/0/reason", "\"marked\"", "elections.invalid" },
            { "elections/tie/again", "\"revote-tied\"", "elections.tie.again" },
            { "elections/furtherBallots/maximum", "1", "elections.furtherBallots.congressAskedAfter" },
            { "elections/candidatesFrom/0/among", "\"standing-committee\"", "elections.candidatesFrom[0].among" },
            { "elections/candidatesFrom/2/of", "\"secretary\"", "elections.candidatesFrom[2]" },
            { "aims/0/atLeast", "-", "aims[0]" },
            { "aims/1/atLeast", "\"51%\"", "aims[1].atLeast" },
        };

    public static IEnumerable<(string Path, string Value)> Mistakes => Table.Select(row => (row.Data.Item1, row.Data.Item2));

    [Theory]
    [MemberData(nameof(Table))]
    public void One_mistake_is_named_with_its_place(string path, string value, string place)
    {
        var reading = RuleSet.Read(Edited(path, value));
        Assert.Null(reading.RuleSet);
        Assert.Empty(reading.Articles);
        Assert.Contains(reading.Problems, problem => problem.Place == place);
        // A mistake does not hide under a heap of others.
        Assert.True(reading.Problems.Count <= 12, string.Join("\n", reading.Problems.Select(p => p.In(Language.English))));
        Assert.All(reading.Problems, problem => Assert.NotEqual(problem.In(Language.Vietnamese), problem.In(Language.English)));
    }

    [Theory]
    // The edges that are still right.
    [InlineData("inForce/until", "\"2020-03-20\"")]
    [InlineData("documents/qd-244-2014/until", "\"2019-05-30\"")]
    [InlineData("documents/qd-29-2016/date", "\"2016\"")]
    [InlineData("documents/qd-29-2016/date", "\"2021-01-31\"")]
    [InlineData("documents/qd-29-2016/date", "\"1900\"")]
    [InlineData("documents/hd-26-2019/date", "-")]
    [InlineData(
        "documents/labour-code-2012",
        "{\"kind\":{\"vi\":\"Bộ luật\",\"en\":\"Code\"},\"issuer\":{\"vi\":\"Quốc hội\",\"en\":\"National Assembly\"},\"date\":\"2020-01-01\",\"until\":\"2020-01-01\"}"
    )]
    [InlineData("campaign/windows/1/from", "\"2020-06-30\"")]
    [InlineData("documents/ct-35-2019/until", "\"2020-04-01\"")]
    [InlineData("campaign/transitions/4/inForce", "{\"from\":\"2016-07-25\",\"until\":\"2016-07-25\"}")]
    [InlineData("campaign/transitions/4/inForce", "{}")]
    [InlineData("elections/printedShare/decimals", "4")]
    [InlineData("elections/printedShare/decimals", "0")]
    [InlineData("elections/printedShare/rounding", "\"down\"")]
    [InlineData("elections/ballotsKept", "-")]
    [InlineData("elections/ballotsKept/months", "1200")]
    [InlineData("elections/introductionTie", "-")]
    [InlineData("elections/introductionTie/from", "5")]
    [InlineData("ages", "-")]
    [InlineData("ages/0/men", "\"1900-01\"")]
    [InlineData(
        "service",
        "[{\"level\":\"district\",\"candidacy\":\"first\",\"months\":60,\"specialMonths\":60,\"countedFrom\":\"2020-04\",\"article\":{\"standing\":\"unverified\"}}]"
    )]
    [InlineData("campaign/deadlines/0/until", "\"2016-07-25\"")]
    [InlineData("congress/kinds/2/membersFrom", "201")]
    [InlineData("congress/kinds/1/membersFrom", "199")]
    [InlineData("congress/quorum/value", "\"100%\"")]
    [InlineData("congress/quorum/value", "\"1/1\"")]
    [InlineData("delegates/limits/0/least", "350")]
    [InlineData("elections/threshold/moreThan", "\"99%\"")]
    [InlineData("elections/surplus/0/atMost", "\"15%\"")]
    [InlineData("elections/surplus/0/atMost", "-")]
    [InlineData("elections/surplus/0/smallBodies/1/from", "5")]
    [InlineData("elections/surplus/1/atMost", "\"0%\"")]
    [InlineData("elections/surplus/1/atMost", "\"5%\"")]
    [InlineData("elections/preparedList/from", "\"15%\"")]
    [InlineData("elections/preparedList", "-")]
    [InlineData("elections/furtherBallots/maximum", "2")]
    [InlineData("elections/surplus", "[]")]
    [InlineData("aims/1/atLeast", "\"50%\"")]
    [InlineData("$schema", "-")]
    [InlineData("campaign/days/0/most", "60")]
    [InlineData("elections/furtherBallots/maximum", "100")]
    public void The_edge_of_what_is_allowed_is_allowed(string path, string value) =>
        Assert.Empty(RuleSet.Read(Edited(path, value)).Problems);

    [Fact]
    public void The_order_of_the_kinds_does_not_matter()
    {
        var rules = A.Vn2020;
        var turned = rules with { Congress = rules.Congress with { Kinds = [.. rules.Congress.Kinds.Reverse()] } };
        Assert.Empty(Contradictions.In(turned));
        var overlapping = rules.Congress.Kinds.Select(kind => kind.MembersFrom == 200 ? kind with { MembersFrom = 199 } : kind);
        turned = rules with { Congress = rules.Congress with { Kinds = [.. overlapping.Reverse()] } };
        Assert.Single(Contradictions.In(turned));
    }

    [Fact]
    public void Two_model_windows_of_one_level_are_one_too_many()
    {
        var rules = A.Vn2015;
        var twice = rules.Campaign.ModelWindows.Select(window => window with { Level = "grassroots" });
        Assert.Equal(
            ["campaign.modelWindows[1]", "campaign.modelWindows[2]"],
            Contradictions
                .In(rules with { Campaign = rules.Campaign with { ModelWindows = [.. twice] } })
                .Select(problem => problem.Place)
        );
    }

    [Fact]
    public void Two_contents_of_one_code_are_one_too_many()
    {
        var rules = A.Vn2025;
        var twice = rules.Campaign.Contents.Select(contents => contents with { Code = "all" });
        AreNamed(
            rules with
            {
                Campaign = rules.Campaign with { Contents = [.. twice] },
            },
            "campaign.contents[1]",
            "campaign.contents[2]"
        );
    }

    [Fact]
    public void Two_reasons_to_send_no_alternate_are_not_the_same()
    {
        var rules = A.Vn2020;
        var moved = rules.Delegates.Replacement.Without[0];
        var replacement = rules.Delegates.Replacement with { Without = [moved, moved] };
        AreNamed(
            rules with
            {
                Delegates = rules.Delegates with { Replacement = replacement },
            },
            "delegates.replacement.without[1]"
        );
    }

    [Fact]
    public void Two_terms_of_service_for_one_candidacy_are_one_too_many()
    {
        var rules = A.Vn2025;
        AreNamed(rules with { Service = [rules.Service[0], rules.Service[1], rules.Service[0]] }, "service[2]");
    }

    // A year past the last is read as a day, and is none.
    [Theory]
    [InlineData("1899", "must be a day as year-month-day, such as 2020-06-30")]
    [InlineData("2999", "was issued after the time of the rule set")]
    [InlineData("3000", "must be a day as year-month-day, such as 2020-06-30")]
    public void A_document_is_of_a_year_from_1900_to_2999(string year, string message)
    {
        var problem = RuleSet.Read(Edited("documents/labour-code-2012/date", $"\"{year}\"")).Problems[0];
        Assert.Equal($"documents.labour-code-2012.date: {message}", problem.In(Language.English));
    }

    [Theory]
    [InlineData("\"vn-2020\"", "id")]
    [InlineData("\"2/3\"", "congress.quorum.value")]
    [InlineData("\"2019-05-30\"", "inForce.from")]
    public void A_lone_surrogate_is_no_text(string value, string place)
    {
        var text = Encoding.UTF8.GetString(RuleSet.Resource("vn-2020.json"));
        var broken = RuleSet.Read(Encoding.UTF8.GetBytes(text.Replace(value, "\"\\ud800\"", StringComparison.Ordinal)));
        Assert.Contains(broken.Problems, problem => problem.Place == place);
    }

    [Fact]
    public void Further_ballots_may_be_only_for_fewer_than_a_share_of_the_seats() =>
        Assert.Equal(
            new Fraction(2, 3),
            RuleSet.Read(Edited("elections/furtherBallots/onlyBelow", "\"2/3\"")).RuleSet!.Elections.FurtherBallots.OnlyBelow
        );

    // The youth union votes twice at most: a third ballot cannot be the one after which it is given up.
    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    public void A_direct_election_is_given_up_within_the_ballots_that_are_allowed(int ballots, int problems)
    {
        var direct = A.Youth.Elections.SecretaryDirect! with { AfterBallots = ballots };
        var found = Contradictions.In(A.Youth with { Elections = A.Youth.Elections with { SecretaryDirect = direct } }).ToList();
        Assert.Equal(problems, found.Count);
        Assert.All(found, problem => Assert.Equal("elections.secretaryDirect.afterBallots", problem.Place));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_at_once()
    {
        var reading = RuleSet.Read("{}"u8.ToArray());
        Assert.Equal(
            ["id", "documents", "name", "inForce", "terms", "levels", "campaign", "congress", "delegates", "elections", "aims"],
            reading.Problems.Select(problem => problem.Place)
        );
    }

    [Fact]
    public void A_heap_of_mistakes_is_cut_short()
    {
        var many = string.Join(",", Enumerable.Range(0, 200).Select(i => $"\"k{i}\":1"));
        Assert.Equal(50, RuleSet.Read(Encoding.UTF8.GetBytes($"{{{many}}}")).Problems.Count);
    }

    private static void AreNamed(RuleSet rules, params string[] places) =>
        Assert.Equal(places, Contradictions.In(rules).Select(problem => problem.Place));

    internal static byte[] Edited(string path, string value)
    {
        var root = JsonNode.Parse(RuleSet.Resource("vn-2020.json"))!;
        var parts = path.Split('/');
        JsonNode at = root;
        foreach (var part in parts[..^1])
            at = int.TryParse(part, out var index) ? at[index]! : at[part]!;
        if (value == "-")
            Assert.True(at.AsObject().Remove(parts[^1]));
        else if (int.TryParse(parts[^1], out var index))
            at[index] = JsonNode.Parse(value);
        else
            at[parts[^1]] = JsonNode.Parse(value);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
