using DaiHoi.Rules.Campaigns;
using DaiHoi.Rules.Elections;
using DaiHoi.Rules.Json;
using DaiHoi.Rules.Personnel;

namespace DaiHoi.Rules.RuleSets.Parts;

/// <summary>Reads a rule set: first its form, then, when the form is right, whether its values contradict each other.</summary>
internal static class RuleSetReader
{
    private const int MostMonths = 600;

    public static RuleSetReading Read(ReadOnlyMemory<byte> json)
    {
        var reading = new Reading();
        using var document = JsonText.Parse(json, reading);
        if (document is null)
            return new(null, reading.Problems, []);
        var rules = new Field(document.RootElement, Place.Document, reading).Object(Read);
        if (reading.Problems.Count > 0)
            return new(null, reading.Problems, []);
        var contradictions = Contradictions.In(rules).Take(Reading.Most).ToList();
        return contradictions.Count > 0 ? new(null, contradictions, []) : new(rules, [], reading.Articles);
    }

    private static RuleSet Read(Members members)
    {
        _ = members.TextOr("$schema");
        var reading = members.Reading;
        var id = members.Text("id");
        reading.RuleSet = id;
        var documents = members.Object("documents", ReadDocuments.Of);
        reading.Documents = documents;
        return new()
        {
            Id = id,
            Name = members.Words("name"),
            InForce = members.Object("inForce", read => read.Period()),
            Documents = documents,
            Terms = members.Object("terms", TermsOf),
            Levels = members.Cited("levels", read => read.List("value", LevelOf, 20)),
            Kinds = members.ListOr("kinds", KindOf),
            Campaign = members.Object("campaign", ReadCampaign.Of),
            Congress = members.Object("congress", ReadCongress.Of),
            Delegates = members.Object("delegates", ReadDelegates.Of),
            Elections = members.Object("elections", ReadElections.Of),
            Aims = members.List("aims", AimOf),
            Ages = members.ListOr("ages", AgeOf),
            Service = members.ListOr("service", ServiceOf),
        };
    }

    private static Terms TermsOf(Members members) =>
        new(
            members.Words("official-delegate"),
            members.Words("official-member"),
            members.Words("incumbent"),
            Enum.GetValues<Post>().ToDictionary(post => post, post => members.Words(post.Code()))
        );

    private static Level LevelOf(Members members) => new(members.Text("code"), members.Words("name"), members.Texts("under"));

    private static OrganisationKind KindOf(Members members)
    {
        var kind = new OrganisationKind(
            members.Text("code"),
            members.Words("name"),
            members.Texts("levels"),
            members.Texts("firstWords")
        );
        if (kind.Levels.Count == 0)
            members.Refuse("levels", new("cần ít nhất một cấp", "at least one level is needed"));
        return kind;
    }

    private static AgeRule AgeOf(Members members) =>
        new(
            members.Text("level"),
            members.Choice<Candidacy>("candidacy"),
            members.Month("men"),
            members.Month("women"),
            members.Article()
        );

    private static ServiceRule ServiceOf(Members members)
    {
        var rule = new ServiceRule(
            members.Text("level"),
            members.TextOr("for"),
            members.Choice<Candidacy>("candidacy"),
            members.Small("months", 1, MostMonths),
            members.SmallOr("specialMonths", 1, MostMonths),
            members.Month("countedFrom"),
            members.Article()
        );
        if (rule.SpecialMonths > rule.Months)
            members.Refuse("specialMonths", new("lớn hơn months", "is above months"));
        return rule;
    }

    private static AimRule AimOf(Members members) =>
        new(
            members.Text("group"),
            members.Words("name"),
            members.Choice<Post>("body"),
            members.FractionOr("atLeast"),
            members.FractionOr("atMost"),
            members.SmallOr("people", 1, 1_000),
            members.Article()
        );
}
