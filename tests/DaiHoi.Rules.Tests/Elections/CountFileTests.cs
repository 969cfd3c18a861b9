using System.Text;
using System.Text.Json.Nodes;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.Elections;

public sealed class CountFileTests
{
    private const string Sample = "count";

    [Fact]
    public void The_sample_is_read_as_it_is_written()
    {
        var counting = Read(Samples.Read(Sample)).Counting!;
        Assert.Same(A.Vn2020, counting.Rules);
        Assert.Equal((10, 9, 1), (counting.Hall.Summoned, counting.Hall.Present, (int)counting.Hall.Deducted[0].Count));
        Assert.Equal(new Election(Post.Committee, 3, BallotForm.StrikeOut, 1, Among.Everyone, 4), counting.Election);
        Assert.Equal("Trần Thị Bình", counting.Candidates[1].Name);
        var papers = counting.Ballots.Papers!;
        Assert.Equal([(6, true), (2, true), (1, false)], papers.Select(paper => ((int)paper.Count, paper.IssuedByBoard)));
        Assert.Equal(
            [
                [3],
                [2],
                [],
            ],
            papers.Select(paper => paper.Struck)
        );
        Assert.Null(counting.Ballots.Totals);
    }

    [Fact]
    public void What_is_not_said_has_its_usual_value()
    {
        var counting = Read(
            Edited(
                ("congress/deducted", "-"),
                ("congress/present", "9"),
                ("election/round", "-"),
                ("election/listedByCommittee", "-"),
                ("ballots/papers", "[{},{},{},{},{},{},{},{},{}]")
            )
        ).Counting!;
        Assert.Empty(counting.Hall.Deducted);
        Assert.Equal(new Election(Post.Committee, 3, BallotForm.StrikeOut, 1, Among.Everyone, null), counting.Election);
        Assert.All(
            counting.Ballots.Papers!,
            paper =>
                Assert.Equal((1, true, false, false), ((int)paper.Count, paper.IssuedByBoard, paper.NamesAdded, paper.Marked))
        );
    }

    [Fact]
    public void Everything_that_can_be_said_is_read()
    {
        var json = """
            { "$schema": "count.input.schema.json", "rules": "vn-2020", "congress": { "kind": "committee", "summoned": 5, "present": 4 },
              "election": { "of": "deputy-secretary", "seats": 2, "form": "agree-disagree", "round": 3, "among": "tied" },
              "candidates": [ { "id": "a", "name": "A", "born": "1970-02-03" }, { "id": "\u1ea1", "name": "B" } ],
              "ballots": { "issued": 4, "collected": 4, "papers": [
                { "count": 2, "agree": ["a"], "disagree": ["\u1EA1"], "namesAdded": true }, { "count": 2, "agree": ["ạ"], "marked": true } ] } }
            """;
        var counting = Read(Encoding.UTF8.GetBytes(json)).Counting!;
        Assert.Equal(new Election(Post.DeputySecretary, 2, BallotForm.AgreeDisagree, 3, Among.Tied), counting.Election);
        Assert.Equal(A.Day("1970-02-03"), counting.Candidates[0].Born);
        var papers = counting.Ballots.Papers!;
        Assert.Equal(
            [
                [0],
                [1],
            ],
            papers.Select(paper => paper.Agree)
        );
        Assert.Equal(
            [
                [1],
                [],
            ],
            papers.Select(paper => paper.Disagree)
        );
        Assert.Equal([(true, false), (false, true)], papers.Select(paper => (paper.NamesAdded, paper.Marked)));
    }

    [Fact]
    public void A_candidate_who_is_not_named_in_the_totals_has_none()
    {
        var counting = Read(
            Edited(("ballots/papers", "-"), ("ballots/totals", """{"valid":8,"invalid":1,"votes":{"c01":8}}"""))
        ).Counting!;
        Assert.Equal([8, 0, 0, 0], counting.Ballots.Totals!.Votes);
        Assert.Equal((8, 1), (counting.Ballots.Totals.Valid, counting.Ballots.Totals.Invalid));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("5")]
    [InlineData("\" \"")]
    public void Without_an_id_no_rule_set_is_looked_for(string id)
    {
        var reading = CountFile.Read(Edited(("rules", id)), asked => throw new InvalidOperationException(asked));
        Assert.Equal("rules", Assert.Single(reading.Problems).Place);
    }

    [Theory]
    [InlineData("papers", """[{"struck":["c01"]},{"struck":["c02","c02"]}]""")]
    [InlineData("totals", """{"valid":2,"invalid":0,"votes":{"c01":1,"c02":1}}""")]
    public void With_nobody_on_the_list_that_is_told_and_nothing_of_the_votes(string key, string value)
    {
        var empty = Edited(("candidates", "[]"), ("ballots", $$"""{"issued":2,"collected":2,"{{key}}":{{value}}}"""));
        Assert.Equal(["candidates"], Read(empty).Problems.Select(problem => problem.Place).Distinct());
    }

    // The first on the list as well as the others.
    [Theory]
    [InlineData("c01")]
    [InlineData("c04")]
    public void A_name_that_a_paper_holds_twice_is_told_with_all_else_that_is_wrong(string id)
    {
        var wrong = Edited(
            ("ballots/papers/0/struck", $"""["{id}","{id}"]"""),
            ("ballots/papers/1/struck", """["c05"]"""),
            ("congress/kind", "\"crowd\"")
        );
        Assert.Equal(
            ["congress.kind", "ballots.papers[0].struck[1]", "ballots.papers[1].struck[0]"],
            Read(wrong).Problems.Select(problem => problem.Place)
        );
    }

    [Fact]
    public void A_thousand_candidates_are_read_and_not_one_more()
    {
        Assert.Equal(1_000, Read(WithCandidates(1_000)).Counting!.Candidates.Count);
        var problem = Read(WithCandidates(1_001)).Problems[0];
        Assert.Equal("candidates: must be a list of at most 1,000 items", problem.In(Language.English));
    }

    [Theory]
    [InlineData("rules", "\"vn-1976\"", "rules")]
    [InlineData("rules", "5", "rules")]
    [InlineData("rules", "-", "rules")]
    [InlineData("congress", "-", "congress")]
    [InlineData("congress", "[]", "congress")]
    [InlineData("congress/kind", "\"crowd\"", "congress.kind")]
    [InlineData("congress/summoned", "-", "congress.summoned")]
    [InlineData("congress/summoned", "0", "congress.summoned")]
    [InlineData("congress/summoned", "\"10\"", "congress.summoned")]
    [InlineData("congress/summoned", "10.5", "congress.summoned")]
    [InlineData("congress/summoned", "-1", "congress.summoned")]
    [InlineData("congress/summoned", "1000000001", "congress.summoned")]
    [InlineData("congress/summoned", "1e400", "congress.summoned")]
    [InlineData("congress/summoned", "null", "congress.summoned")]
    [InlineData("congress/present", "-", "congress.present")]
    [InlineData("congress/present", "11", "congress.present")]
    [InlineData("congress/present", "10", "congress.deducted")]
    [InlineData("congress/deducted/0/reason", "\"suspended\"", "congress.deducted[0].reason")]
    [InlineData("congress/deducted/0/count", "-1", "congress.deducted[0].count")]
    [InlineData("congress/deducted/0/why", "1", "congress.deducted[0].why")]
    [InlineData("election/of", "\"king\"", "election.of")]
    [InlineData("election/seats", "0", "election.seats")]
    [InlineData("election/seats", "1001", "election.seats")]
    [InlineData("election/form", "\"raised-hands\"", "election.form")]
    [InlineData("election/round", "0", "election.round")]
    [InlineData("election/round", "101", "election.round")]
    [InlineData("election/among", "\"friends\"", "election.among")]
    [InlineData("election/listedByCommittee", "1001", "election.listedByCommittee")]
    [InlineData("candidates", "[]", "candidates")]
    [InlineData("candidates", "{}", "candidates")]
    [InlineData("candidates/1/id", "\"c01\"", "candidates[1].id")]
    [InlineData("candidates/1/id", "\"\"", "candidates[1].id")]
    [InlineData("candidates/1/name", "-", "candidates[1].name")]
    [InlineData("candidates/1/born", "\"yesterday\"", "candidates[1].born")]
    [InlineData("ballots/issued", "-", "ballots.issued")]
    [InlineData("ballots/issued", "8", "ballots.collected")]
    [InlineData("ballots/issued", "10", "ballots.issued")]
    [InlineData("ballots/collected", "10", "ballots.collected")]
    [InlineData("ballots/collected", "8", "ballots.papers")]
    [InlineData("ballots/papers", "-", "ballots")]
    [InlineData("ballots/papers", "{}", "ballots.papers")]
    [InlineData("ballots/papers/0/count", "-1", "ballots.papers[0].count")]
    [InlineData("ballots/papers/0/count", "7", "ballots.papers")]
    [InlineData("ballots/papers/0/struck", "\"c04\"", "ballots.papers[0].struck")]
    [InlineData("ballots/papers/0/struck", "[\"c05\"]", "ballots.papers[0].struck[0]")]
    [InlineData("ballots/papers/0/struck", "[\"c04\",\"c04\"]", "ballots.papers[0].struck[1]")]
    [InlineData("ballots/papers/0/struck", "[\"c01\",4]", "ballots.papers[0].struck[1]")]
    [InlineData("ballots/papers/0/struck", "[\"c01\",\"c02\",\"c03\",\"c04\",\"c01\"]", "ballots.papers[0].struck")]
    [InlineData("ballots/papers/0/agree", "[\"c04\"]", "ballots.papers[0].agree")]
    [InlineData("ballots/papers/0/issuedByBoard", "1", "ballots.papers[0].issuedByBoard")]
    [InlineData("ballots/papers/0/signed", "true", "ballots.papers[0].signed")]
    [InlineData("ballots/papers/2", "7", "ballots.papers[2]")]
    [InlineData("ballots/totals", """{"valid":8,"invalid":1,"votes":{"c01":8}}""", "ballots")]
    public void A_wrong_field_is_named(string path, string value, string place) =>
        Assert.Contains(Read(Edited((path, value))).Problems, problem => problem.Place == place);

    [Theory]
    [InlineData("""{"valid":8,"invalid":2,"votes":{}}""", "ballots.totals")]
    [InlineData("""{"valid":7,"invalid":1,"votes":{}}""", "ballots.totals")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{"c01":9}}""", "ballots.totals.votes.c01")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{"c01":-1}}""", "ballots.totals.votes.c01")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{"c01":8,"c02":8,"c03":8,"c04":1}}""", "ballots.totals.votes")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{"c09":1}}""", "ballots.totals.votes.c09")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{"c01":1,"c01":1}}""", "ballots.totals.votes.c01")]
    [InlineData("""{"valid":8,"invalid":1,"votes":[]}""", "ballots.totals.votes")]
    [InlineData("""{"valid":8,"invalid":1}""", "ballots.totals.votes")]
    [InlineData("""{"valid":8,"invalid":1,"votes":{},"blank":0}""", "ballots.totals.blank")]
    [InlineData("""[]""", "ballots.totals")]
    public void Wrong_totals_are_named(string totals, string place)
    {
        var text = Encoding.UTF8.GetString(Edited(("ballots/papers", "-"), ("ballots/totals", "\"HERE\"")));
        var reading = Read(Encoding.UTF8.GetBytes(text.Replace("\"HERE\"", totals, StringComparison.Ordinal)));
        Assert.Contains(reading.Problems, problem => problem.Place == place);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"rules\": NaN}")]
    [InlineData("{\"rules\": Infinity}")]
    [InlineData("{'rules': 1}")]
    [InlineData("{\"rules\": 01}")]
    [InlineData("{\"rules\": \"\\x\"}")]
    [InlineData("{\"rules\": \"a\nb\"}")]
    [InlineData("// nothing")]
    [InlineData("[,]")]
    [InlineData("Số phiếu: 9")]
    public void Text_that_is_not_json_is_refused(string text)
    {
        var problem = Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Problems);
        Assert.Equal("", problem.Place);
        Assert.Contains("not valid JSON", problem.In(Language.English), StringComparison.Ordinal);
        Assert.Contains("không phải JSON", problem.In(Language.Vietnamese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ oops }", "line 1, column 3", "dòng 1, cột 3")]
    [InlineData("{\n  \"rules\": \"vn-2020\",\n  oops\n}", "line 3, column 3", "dòng 3, cột 3")]
    public void Where_text_stops_being_json_is_told(string text, string english, string vietnamese)
    {
        var problem = Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Problems);
        Assert.EndsWith(english, problem.In(Language.English), StringComparison.Ordinal);
        Assert.EndsWith(vietnamese, problem.In(Language.Vietnamese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"\"")]
    public void Json_that_is_no_object_is_refused(string text)
    {
        var problem = Assert.Single(Read(Encoding.UTF8.GetBytes(text)).Problems);
        Assert.Equal("must be an object { … }", problem.In(Language.English));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Single(Read(Encoding.UTF8.GetBytes(deep)).Problems);
        deep = $"{{\"rules\":{new string('[', 30)}{new string(']', 30)}}}";
        Assert.Contains(
            "nested deeper",
            Read(Encoding.UTF8.GetBytes(deep)).Problems[0].In(Language.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        Assert.Contains("16 MB", Read(new byte[100_000_000]).Problems.Single().In(Language.English), StringComparison.Ordinal);
        // The largest that is read: here only spaces around the sample.
        var largest = new byte[16 * 1024 * 1024];
        largest.AsSpan().Fill((byte)' ');
        Samples.Read(Sample).CopyTo(largest, 5);
        Assert.Empty(Read(largest).Problems);
    }

    [Fact]
    public void A_mark_of_utf8_at_the_start_is_passed_over() =>
        Assert.Empty(Read([0xEF, 0xBB, 0xBF, .. Samples.Read(Sample)]).Problems);

    [Fact]
    public void Other_encodings_are_refused()
    {
        Assert.Contains(
            "UTF-8",
            Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("{}")).ToArray())
                .Problems.Single()
                .In(Language.English),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "UTF-8",
            Read([.. "{\"rules\":\""u8, 0xFF, .. "\"}"u8]).Problems.Single().In(Language.English),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Lone_surrogates_are_no_text()
    {
        var text = Encoding.UTF8.GetString(Samples.Read(Sample));
        foreach (var place in new[] { "\"c01\"", "\"Lê Văn Chính\"", "\"vn-2020\"", "\"strike-out\"", "\"round\"", "\"c04\"]" })
        {
            var broken = text.Replace(place, place[^1] == ']' ? "\"\\ud800\"]" : "\"\\ud800\"", StringComparison.Ordinal);
            Assert.NotEmpty(Read(Encoding.UTF8.GetBytes(broken)).Problems);
        }
    }

    [Fact]
    public void A_key_that_stands_twice_is_named()
    {
        var text = Encoding
            .UTF8.GetString(Samples.Read(Sample))
            .Replace("\"round\": 1", "\"seats\": 3", StringComparison.Ordinal);
        Assert.Equal("election.seats", Read(Encoding.UTF8.GetBytes(text)).Problems.Single().Place);
    }

    [Fact]
    public void A_heap_of_impossible_papers_is_cut_short()
    {
        var papers = string.Join(',', Enumerable.Repeat("""{"agree":["c01"]}""", 5_000));
        Assert.Equal(50, Read(Edited(("ballots/papers", $"[{papers}]"))).Problems.Count);
    }

    private static byte[] WithCandidates(int count)
    {
        var candidates = Enumerable.Range(1, count).Select(i => $$"""{"id":"c{{i:00}}","name":"Người {{i}}"}""");
        return Edited(("candidates", $"[{string.Join(',', candidates)}]"));
    }

    internal static CountReading Read(byte[] json) => CountFile.Read(json, RuleSet.Named);

    internal static byte[] Edited(params (string Path, string Value)[] edits)
    {
        var root = JsonNode.Parse(Samples.Read(Sample))!;
        foreach (var (path, value) in edits)
        {
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
        }
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
