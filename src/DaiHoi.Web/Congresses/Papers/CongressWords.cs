using DaiHoi.Documents;
using DaiHoi.Rules.Delegates;
using DaiHoi.Rules.RuleSets;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>How a congress and its people are called on paper. Papers are Vietnamese, whatever language the desk is read in.</summary>
/// <param name="Organisation">"Đảng bộ xã Lộc An"</param>
/// <param name="Ordinal">which congress it is: "XII"; null leaves room for it</param>
/// <param name="Term">"2020 - 2025"; null where the campaign names none</param>
/// <param name="Comrade">"đồng chí" where members call each other so</param>
public sealed record CongressWords(
    CongressKind Kind,
    string Organisation,
    string KindName,
    string? Ordinal,
    string? Term,
    string Comrade
)
{
    /// <summary>Letters of "XII" and the like.</summary>
    public const int LongestOrdinal = 20;
    private const string Room = "……";
    private static readonly Texts T = Texts.Vietnamese;

    /// <param name="organisation">as it is called on the day of the paper</param>
    /// <param name="ordinal">which congress it is, as somebody typed it; null leaves room for it</param>
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

    /// <summary>What stands above a paper, with the place to write its number into: a congress has a register of its own, kept by hand.</summary>
    /// <param name="superior">the organisation directly above, which says the place where its own name does not; null at the top</param>
    /// <param name="body">which body of the congress issues it; null where it is the congress</param>
    /// <param name="symbol">"NQ"; null for a paper that bears none</param>
    public PaperHead Head(PaperLayout layout, string? superior, string? body, string? symbol, DateOnly day) =>
        new(
            Upper(Organisation),
            Issuer(body),
            // A committee has its papers numbered where it sits, under a symbol of its own.
            symbol is null
                ? null
                : PaperNumbers.Open(layout, symbol, Kind == CongressKind.Committee ? Room : T["election-paper-symbol"]),
            PlaceNames.Of(Organisation, superior),
            day
        );

    /// <summary>What meets: "Đại hội", "Hội nghị".</summary>
    public string Meeting => T[Kind == CongressKind.Committee ? "election-meeting-committee" : "election-meeting-congress"];

    /// <summary>In whose name the papers of the congress are signed.</summary>
    public string Presidium => T[Kind == CongressKind.Committee ? "election-paper-chair" : "duty-presidium"];

    /// <summary>In capitals, as heads and signatures have it.</summary>
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

    /// <summary>What those who meet are called who are members: "đảng viên".</summary>
    // "đảng viên chính thức" are those who vote; the congress is called by all: "Đại hội đảng viên".
    internal static string MemberOf(RuleSet rules)
    {
        const string Official = " chính thức";
        var member = rules.Terms.OfficialMember.Vietnamese;
        return member.EndsWith(Official, StringComparison.Ordinal) ? member[..^Official.Length] : member;
    }

    // The dash stays with both years, on one line.
    private static string? TermOf(KnownCampaign campaign) =>
        campaign.Term is { } term ? string.Join("\u00A0-\u00A0", term.Split('-', '–').Select(year => year.Trim())) : null;

    private static string ComradeOf(KnownCampaign campaign) =>
        T[AreComrades(campaign) ? "election-paper-comrade" : "election-paper-person"];

    /// <summary>Members call each other «đồng chí».</summary>
    internal static bool AreComrades(KnownCampaign campaign) => campaign.Association is "party" or "youth";
}
