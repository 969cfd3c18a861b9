using DaiHoi.Documents;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>The ballot of an election whose list is closed: the names in the order of the list, in the form that the rule set asks for.</summary>
internal static class ElectionBallot
{
    private static readonly Texts T = Texts.Vietnamese;
    private static readonly string[] Again = ["lại", "bổ sung", "thêm", "tiếp"];

    /// <param name="superior">the organisation directly above; null at the top</param>
    /// <param name="ordinal">which congress it is; null leaves room</param>
    /// <param name="mark">of the batch, the same on all of its ballots; null for none</param>
    public static BallotSheet Of(OpenedElection opened, string? superior, string? ordinal, string? mark)
    {
        var (election, names) = (opened.Election, opened.Candidates.Select(candidate => candidate.Name).ToList());
        var words = CongressWords.Of(opened.Campaign, opened.Place.Name, election.Kind, opened.Rules, ordinal);
        var boxes = election.Form == BallotForm.AgreeDisagree;
        return new(
            superior is null ? null : CongressWords.Upper(superior),
            [
                CongressWords.Upper(opened.Place.Name),
                .. words.Issuer(null),
                .. words.Term is { } term ? [CongressWords.Upper(T["printed-ballot-term", term])] : (string[])[],
            ],
            ElectedOf(election, opened.Rules.Terms.Posts[election.Post].Vietnamese),
            names.Count > election.Seats
                ? T["printed-ballot-seats-of", election.Seats, names.Count, words.Comrade]
                : T["printed-ballot-seats", names.Count, words.Comrade],
            T[
                boxes
                    ? names.Count == 1
                        ? "printed-ballot-mark-one"
                        : "printed-ballot-mark-boxes"
                    : "printed-ballot-strike-out",
                election.Seats,
                words.Comrade
            ],
            boxes ? BallotMarking.AgreeDisagree : BallotMarking.StrikeOut,
            names,
            mark
        );
    }

    // "Bầu Ban Chấp hành…" stands under "PHIẾU BẦU": the verb is there already. "Bầu cử" is no verb and its object.
    // "Bầu lại", "Bầu bổ sung" say how it is elected and not what: the office is named.
    private static string ElectedOf(HeldElection election, string office)
    {
        const string Elect = "Bầu ";
        const string Election = "Bầu cử";
        var title = election.Title;
        if (
            title.StartsWith(Elect, StringComparison.OrdinalIgnoreCase)
            && !title.StartsWith(Election, StringComparison.OrdinalIgnoreCase)
        )
            title = title[Elect.Length..].TrimStart();
        if (Array.Find(Again, again => title.StartsWith(again, StringComparison.OrdinalIgnoreCase)) is { } how)
            title = title[how.Length..].TrimStart();
        if (!title.Any(char.IsLetter))
            title = office;
        title = Capital.Of(title);
        return election.Round > 1 ? T["election-paper-round", title, election.Round] : title;
    }
}
