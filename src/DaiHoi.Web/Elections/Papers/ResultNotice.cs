using DaiHoi.Documents;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>Thông báo kết quả bầu cử: what the presidium tells those above and those concerned.</summary>
internal static class ResultNotice
{
    private const string Symbol = "TB";
    private static readonly Texts T = Texts.Vietnamese;

    public static Paper Of(SignedElection signed) =>
        new(
            signed.Head(signed.Congress.Presidium, Symbol),
            PaperNumbers.Types[Symbol],
            T["notice-summary", CongressWords.Within(signed.Title)],
            [],
            [
                new PaperParagraph(
                    T[
                        "notice-opening",
                        Formats.Day(signed.SignedOn),
                        signed.Congress.Presidium,
                        signed.Congress.Whole,
                        CongressWords.Within(signed.Title)
                    ]
                ),
                new PaperHeading(1, T["notice-part-vote"]),
                new PaperParagraph(
                    T[
                        "minutes-list",
                        SignedElection.Number(signed.Election.Seats),
                        signed.Congress.Comrade,
                        SignedElection.Number(signed.Election.List.Candidates.Count)
                    ]
                ),
                new PaperList(signed.Figures()),
                new PaperHeading(1, T["notice-part-elected"]),
                .. ElectedOf(signed),
                signed.Verification(),
            ],
            [signed.OfPresidium()],
            signed.Recipients(signed.Elected.Count > 0 ? [T["notice-to-elected"]] : [])
        );

    private static IEnumerable<PaperBlock> ElectedOf(SignedElection signed)
    {
        if (signed.Elected.Count == 0)
            yield return new PaperParagraph(T["minutes-nobody"]);
        else
            yield return signed.ElectedTable(T["minutes-elected-caption"]);
        foreach (var open in signed.LeftOpen())
            yield return new PaperParagraph(open);
    }
}
