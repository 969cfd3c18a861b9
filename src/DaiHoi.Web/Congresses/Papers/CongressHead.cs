using DaiHoi.Documents;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>How papers of a congress begin. Papers are Vietnamese, whatever language the desk is read in.</summary>
internal static class CongressHead
{
    private static readonly Texts T = Texts.Vietnamese;

    /// <summary>"Đại hội đại biểu Đảng bộ huyện A".</summary>
    public static string NameOf(OpenedCongress opened) =>
        T[opened.Kind == CongressKind.Members ? "congress-paper-of-members" : "congress-paper-of-delegates", opened.Place.Name];

    public static PaperLayout LayoutOf(OpenedCongress opened, DateOnly day) =>
        PaperLayouts.Nearest(opened.Campaign.Association, day);

    /// <summary>The summoning committee calls.</summary>
    /// <param name="superior">the organisation directly above; null at the top</param>
    public static PaperHead OfCommittee(OpenedCongress opened, string? superior, DateOnly day) =>
        new(
            superior is null ? null : Upper(superior),
            [Upper(opened.Place.Name)],
            null,
            PlaceNames.Of(opened.Place.Name, superior),
            day
        );

    /// <summary>In whose name the summoning committee signs: a branch of the Party has a chi ủy.</summary>
    public static string CommitteeOf(OpenedCongress opened)
    {
        var isPartyBranch = opened is { Campaign.Association: "party", Level: "branch" };
        return T[isPartyBranch ? "congress-letter-signer-branch" : "congress-letter-signer"];
    }

    /// <summary>The credential committee of the congress reports.</summary>
    /// <param name="words">how the congress is called</param>
    /// <param name="superior">the organisation directly above; null at the top</param>
    /// <param name="symbol">"BC"</param>
    public static PaperHead OfCredentialCommittee(
        OpenedCongress opened,
        CongressWords words,
        string? superior,
        string symbol,
        DateOnly day
    ) => words.Head(LayoutOf(opened, day), superior, T["duty-credential-committee"], symbol, day);

    public static string Upper(string text) => text.ToUpper(Formats.Vietnamese);
}
