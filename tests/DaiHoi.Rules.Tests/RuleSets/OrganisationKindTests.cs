using System.Text;
using DaiHoi.Rules.RuleSets;

namespace DaiHoi.Rules.Tests.RuleSets;

/// <summary>The kind of an organisation follows from its level and the first words of its name.</summary>
public sealed class OrganisationKindTests
{
    [Theory]
    [InlineData("vn-2025", "province", "Đảng bộ tỉnh Bình Phước", "provincial-party-body")]
    [InlineData("vn-2025", "province", "THÀNH UỶ HÀ NỘI", "provincial-party-body")]
    [InlineData("vn-2025", "province", "Đảng bộ Quân đội", "central-party-body")]
    [InlineData("vn-2015", "district", "Huyện ủy Lộc Ninh", "district-party-body")]
    [InlineData("vn-2015", "district", "Đảng bộ Công an tỉnh", "upper-party-body")]
    [InlineData("vn-2025", "grassroots", "dang  bo phuong An Lộc", "commune-party-body")]
    [InlineData("vn-2025", "grassroots", "Chi bộ Bảo tàng tỉnh", "grassroots-branch")]
    [InlineData("vn-2025", "grassroots", "Đảng bộ Xăng dầu", "grassroots-party-body")]
    [InlineData("vn-2025", "grassroots", "Đảng bộ", "grassroots-party-body")]
    [InlineData("vn-2025", "branch", "Đảng bộ xã", "branch")]
    [InlineData("youth", "grassroots", "Chi đoàn Trường Mầm non", "grassroots-youth-branch")]
    [InlineData("union", "province", "LĐLĐ tỉnh Bình Phước", "provincial-federation")]
    [InlineData("association", "branch", "Chi hội 3", "association-branch")]
    public void Follows_from_level_and_name(string rules, string level, string name, string kind) =>
        Assert.Equal(kind, OrganisationKind.Of(RuleSet.Named(rules)!, level, name)?.Code);

    [Fact]
    public void Is_none_at_a_level_that_has_no_kinds() => Assert.Null(OrganisationKind.Of(A.Vn2020, "moon", "Đảng bộ tỉnh"));

    [Fact]
    public void The_longest_first_words_win()
    {
        var json = Encoding.UTF8.GetString(RuleSet.Resource("association.json"));
        const string two = """
            "kinds": [
              {"code":"short","name":{"vi":"a","en":"a"},"levels":["branch"],"firstWords":["Chi hội"]},
              {"code":"long","name":{"vi":"b","en":"b"},"levels":["branch"],"firstWords":["Chi hội nghề"]}],
            "campaign": {
            """;
        var start = json.IndexOf("\"kinds\"", StringComparison.Ordinal);
        var end = json.IndexOf("\"campaign\": {", StringComparison.Ordinal) + "\"campaign\": {".Length;
        var rules = RuleSet.Read(Encoding.UTF8.GetBytes(json[..start] + two + json[end..])).RuleSet!;
        Assert.Equal("long", OrganisationKind.Of(rules, "branch", "Chi hội nghề cá")?.Code);
        Assert.Equal("short", OrganisationKind.Of(rules, "branch", "Chi hội nghềcá")?.Code);
        Assert.Null(OrganisationKind.Of(rules, "branch", "Chi hộinghề"));
        Assert.Null(OrganisationKind.Of(rules, "branch", "Hội"));
    }

    [Fact]
    public void A_rule_set_may_leave_them_out()
    {
        var json = Encoding.UTF8.GetString(RuleSet.Resource("association.json"));
        var start = json.IndexOf("\"kinds\"", StringComparison.Ordinal);
        var end = json.IndexOf("\"campaign\": {", StringComparison.Ordinal);
        Assert.Empty(RuleSet.Read(Encoding.UTF8.GetBytes(json[..start] + json[end..])).RuleSet!.Kinds);
    }

    public static TheoryData<string> Ids => [.. RuleSet.Known];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_level_of_a_rule_set_that_is_brought_along_has_a_kind_for_any_name(string id)
    {
        var rules = RuleSet.Named(id)!;
        Assert.All(rules.Levels.Value, level => Assert.NotNull(OrganisationKind.Of(rules, level.Code, "Xyz")));
    }
}
