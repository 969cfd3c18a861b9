using DaiHoi.Documents;
using DaiHoi.Rules.Elections;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;
using Paper = DaiHoi.Documents.Paper;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>Nghị quyết: the congress takes note of the result, decides on seats that stay open, and has sent up whom it elected.</summary>
internal static class ResultResolution
{
    private const string Symbol = "NQ";
    private static readonly Texts T = Texts.Vietnamese;

    public static Paper Of(SignedElection signed) =>
        new(
            signed.Head(null, Symbol),
            PaperNumbers.Types[Symbol],
            T["resolution-summary", CongressWords.Within(signed.WholeTitle)],
            [.. BasesOf(signed)],
            [
                new PaperHeading(1, CongressWords.Upper(T["resolution-resolves", signed.Congress.KindName])),
                .. TakesNote(signed),
                .. SeatsLeft(signed),
                .. SentUp(signed),
                new PaperParagraph(
                    T[SentUp(signed).Any() ? "resolution-force-third" : "resolution-force-second", signed.Congress.Whole]
                ),
                signed.Verification(),
            ],
            [signed.OfPresidium()],
            signed.Recipients([T["notice-to-elected"]])
        );

    // The regulation that decides who is elected, and the minutes.
    private static IEnumerable<string> BasesOf(SignedElection signed)
    {
        if (signed.Counting.Rules.Elections.Threshold.Article.Document is { } regulation)
            yield return T["resolution-base", regulation.Title.Vietnamese];
        foreach (var ballot in signed.Before)
            yield return T[
                "resolution-base-earlier",
                Formats.Day(ballot.SignedOn),
                ballot.Signature.Version,
                CongressWords.Within(ballot.Title)
            ];
        yield return T["resolution-base-minutes", Formats.Day(signed.SignedOn), signed.Signature.Version];
    }

    private static IEnumerable<PaperBlock> TakesNote(SignedElection signed)
    {
        var title = CongressWords.Within(signed.WholeTitle);
        if (signed.AllElected.Count == 0)
            return [new PaperParagraph(T["resolution-nobody", title])];
        return
        [
            new PaperParagraph(
                T["resolution-takes-note", title, SignedElection.Number(signed.AllElected.Count), signed.Congress.Comrade]
            ),
            signed.AllElectedTable(T["minutes-elected-caption"]),
        ];
    }

    private static IEnumerable<PaperBlock> SeatsLeft(SignedElection signed)
    {
        if (signed.SeatsLeft is not { } left)
            yield break;
        var (seats, words) = (
            signed.Counting.Election.Seats - signed.Result.SeatsFilled,
            left.Words is null ? "" : " " + left.Words
        );
        yield return new PaperParagraph(
            T[
                "resolution-left-open",
                signed.Congress.KindName,
                SignedElection.Number(seats),
                SignedElection.Number(left.VotesFor),
                SignedElection.Number(left.Attending)
            ] + words
        );
    }

    // QĐ 29-QĐ/TW, QĐ 24-QĐ/TW điểm 16.1: a body is ratified by the level above; delegates are examined by its congress.
    private static IEnumerable<PaperBlock> SentUp(SignedElection signed)
    {
        if (signed.Superior is not { } superior || signed.AllElected.Count == 0)
            yield break;
        yield return new PaperParagraph(
            T[
                signed.Election.Post is Post.Delegates or Post.Alternates
                    ? "resolution-sends-delegates"
                    : "resolution-sends-body",
                signed.Congress.Presidium,
                superior
            ]
        );
    }
}
