using DaiHoi.Documents;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Elections.Signing;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using Paper = DaiHoi.Documents.Paper;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>
/// Biên bản kiểm phiếu: what the counting board has found, from the board itself to those elected, and how anybody holds it
/// against what was signed.
/// </summary>
/// <remarks>QĐ 244-QĐ/TW, QĐ 190-QĐ/TW Điều 8: the board makes and signs the minutes, and announces the result.</remarks>
internal static class CountingMinutes
{
    private const string Symbol = "BB";
    private static readonly Texts T = Texts.Vietnamese;

    public static Paper Of(SignedElection signed) =>
        new(
            signed.Head(T["minutes-board"], Symbol),
            PaperNumbers.Types[Symbol],
            T["minutes-summary", CongressWords.Within(signed.Title)],
            [],
            [
                .. Replacing(signed),
                new PaperParagraph(
                    T["minutes-opening", Formats.Day(signed.SignedOn), signed.Congress.Whole, CongressWords.Within(signed.Title)]
                ),
                new PaperHeading(1, T["minutes-part-board"]),
                new PaperList(Ended([.. signed.Election.Board.Select(MemberOf)])),
                new PaperHeading(1, T["minutes-part-list"]),
                .. ListOf(signed),
                new PaperHeading(1, T["minutes-part-ballots"]),
                new PaperList(signed.Figures()),
                .. InvalidOf(signed),
                new PaperHeading(1, T["minutes-part-votes"]),
                signed.Votes(T["minutes-votes-caption"], signed.Result.Candidates),
                new PaperHeading(1, T["minutes-part-elected"]),
                .. ElectedOf(signed),
                new PaperParagraph(T["minutes-closing", CongressWords.Within(signed.Congress.Meeting)]),
                signed.Verification(),
            ],
            [
                signed.OfPresidium(),
                new(CongressWords.Upper(T["minutes-board"]), CongressWords.Upper(T["minutes-head"]), signed.Signature.By),
            ],
            []
        );

    // A corrected version names the one that it replaces, and why.
    private static IEnumerable<PaperBlock> Replacing(SignedElection signed)
    {
        var signature = signed.Signature;
        if (signature.Previous is { } previous)
            yield return new PaperParagraph(
                T["minutes-replaces", signature.Version, signature.Version - 1, previous, signature.Reason ?? ""]
            );
    }

    private static IEnumerable<PaperBlock> ListOf(SignedElection signed)
    {
        var (election, comrade) = (signed.Election, signed.Congress.Comrade);
        yield return new PaperParagraph(
            T[
                "minutes-list",
                SignedElection.Number(election.Seats),
                comrade,
                SignedElection.Number(election.List.Candidates.Count)
            ]
        );
        if (election.List is { For: { } votesFor, Attending: { } attending })
            yield return new PaperParagraph(
                T["minutes-list-vote", signed.Congress.Meeting, SignedElection.Number(votesFor), SignedElection.Number(attending)]
            );
        yield return new PaperParagraph(
            string.Join(
                "; ",
                election
                    .List.Candidates.OrderBy(candidate => candidate.Number)
                    .Select(candidate => $"{SignedElection.Number(candidate.Number)}.\u00A0{candidate.Name}")
            ) + "."
        );
        yield return new PaperParagraph(
            T[election.Form == BallotForm.StrikeOut ? "minutes-form-strike-out" : "minutes-form-boxes"]
        );
    }

    private static IEnumerable<PaperBlock> InvalidOf(SignedElection signed)
    {
        if (signed.Result.InvalidReasons.Count == 0)
            yield break;
        yield return new PaperParagraph(T["minutes-invalid"]);
        yield return new PaperList(
            Ended([
                .. signed.Result.InvalidReasons.Select(pair =>
                    T["minutes-invalid-reason", SignedElection.Number(pair.Value), Validity.NameOf(pair.Key).Vietnamese]
                ),
            ])
        );
    }

    private static IEnumerable<PaperBlock> ElectedOf(SignedElection signed)
    {
        foreach (var why in signed.Measure())
            yield return new PaperParagraph(why);
        if (signed.Elected.Count == 0)
            yield return new PaperParagraph(T["minutes-nobody"]);
        else
        {
            yield return new PaperParagraph(
                T["minutes-elected", SignedElection.Number(signed.Elected.Count), signed.Congress.Comrade]
            );
            yield return signed.ElectedTable(T["minutes-elected-caption"]);
        }
        foreach (var open in signed.LeftOpen())
            yield return new PaperParagraph(open);
    }

    // A semicolon behind each line, a full stop behind the last.
    private static IReadOnlyList<string> Ended(IReadOnlyList<string> lines) =>
        [.. lines.Select((line, at) => line + (at == lines.Count - 1 ? "." : ";"))];

    // Whoever typed a line of the vote may have written the role behind the name.
    private static string MemberOf(BoardMember member) =>
        member.Duty == BoardMembers.Voted && member.Name.Contains(',', StringComparison.Ordinal)
            ? member.Name
            : $"{member.Name}: {T[RoleOf(member.Duty)]}";

    // As the archive names the duties of the board.
    private static string RoleOf(string duty) =>
        duty switch
        {
            "board-head" => "minutes-head",
            "board-group-a" => "minutes-group-a",
            "board-group-b" => "minutes-group-b",
            "board-third" => "minutes-third",
            BoardMembers.Voted => "minutes-member",
            _ => throw new InvalidOperationException($"the board has no duty {duty}"),
        };
}
