using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>How a congress and its people are called on paper. Papers are Vietnamese, whatever language the desk is read in.</summary>
/// <param name="Organisation">"Đảng bộ xã Lộc An"</param>
/// <param name="Ordinal">which congress it is: "XII"; null leaves room for it</param>
/// <param name="Term">"2020 - 2025"; null where the campaign names none</param>
/// <param name="Comrade">"đồng chí" where members call each other so</param>
internal sealed record CongressWords(
    CongressKind Kind,
    string Organisation,
    string KindName,
    string? Ordinal,
    string? Term,
    string Comrade
)
{
    private const string Room = "……";
    private static readonly Texts T = Texts.Vietnamese;

    public static CongressWords Of(
        KnownCampaign campaign,
        string organisation,
        CongressKind kind,
        RuleSet rules,
        string? ordinal
    ) => new(kind, organisation, NameOf(kind, rules), ordinal, TermOf(campaign), ComradeOf(campaign));

    /// <summary>"Đại hội đại biểu Đảng bộ xã Lộc An lần thứ XII, nhiệm kỳ 2020 - 2025".</summary>
    public string Whole
    {
        get
        {
            var name = $"{KindName} {Organisation}";
            if (Kind != CongressKind.Committee)
                name = T["election-paper-ordinal", name, Ordinal ?? Room];
            return Term is null ? name : T["election-paper-term", name, Term];
        }
    }

    /// <summary>The lines of the head in capitals, below the organisation.</summary>
    /// <param name="body">which body of the congress issues the paper; null where it is the congress</param>
    public IReadOnlyList<string> Issuer(string? body)
    {
        // Whole, the line is too long for its column in most layouts.
        string[] number = Kind == CongressKind.Committee ? [] : [T["election-paper-number", Ordinal ?? Room]];
        string[] lines = body is null ? [KindName, .. number] : [KindName, .. number, body];
        return [.. lines.Select(Upper)];
    }

    /// <summary>In whose name the papers of the congress are signed.</summary>
    public string Presidium => T[Kind == CongressKind.Committee ? "election-paper-chair" : "duty-presidium"];

    public static string Upper(string text) => text.ToUpper(Formats.Vietnamese);

    /// <summary>"bầu Ban Chấp hành…", within a sentence.</summary>
    public static string Within(string title) =>
        title.Length > 0 ? char.ToLower(title[0], Formats.Vietnamese) + title[1..] : title;

    private static string NameOf(CongressKind kind, RuleSet rules) =>
        kind switch
        {
            CongressKind.Delegates => T["election-paper-congress-delegates"],
            CongressKind.Members => T["election-paper-congress-members", MemberOf(rules)],
            CongressKind.Committee => T["election-paper-congress-committee"],
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    // "đảng viên chính thức" are those who vote; the congress is called by all: "Đại hội đảng viên".
    private static string MemberOf(RuleSet rules)
    {
        const string Official = " chính thức";
        var member = rules.Terms.OfficialMember.Vietnamese;
        return member.EndsWith(Official, StringComparison.Ordinal) ? member[..^Official.Length] : member;
    }

    // The dash stays with both years, on one line.
    private static string? TermOf(KnownCampaign campaign) =>
        campaign.Term is { } term ? string.Join("\u00A0-\u00A0", term.Split('-', '–').Select(year => year.Trim())) : null;

    private static string ComradeOf(KnownCampaign campaign)
    {
        var comrades = campaign.Association is "party" or "youth";
        return T[comrades ? "election-paper-comrade" : "election-paper-person"];
    }
}
