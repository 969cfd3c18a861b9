using DaiHoi.Documents;
using DaiHoi.Web.Congresses.Papers;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Elections.Papers;

/// <summary>Danh sách trích ngang of those elected, as it goes up with the request to ratify. What is not known stays open.</summary>
internal static class ExtractList
{
    private static readonly Texts T = Texts.Vietnamese;

    public static Paper Of(SignedElection signed) =>
        new(
            signed.Head(signed.Congress.Presidium, null),
            T["extract-list-type"],
            T["elected-list-summary", CongressWords.Within(signed.WholeTitle), signed.Congress.Whole],
            [],
            [
                // The list itself stands on its side, on pages of its own.
                new PaperParagraph(
                    T["extract-list-opening", SignedElection.Number(signed.AllElected.Count), signed.Congress.Comrade]
                ),
                ElectedList.Composition(signed),
                new PaperTable(
                    T["extract-list-caption"],
                    [
                        new(T["paper-order"], 0.4, Numbers: true),
                        new(T["duty-name"], 2),
                        new(T["elected-list-born"], 1.1),
                        new(T["elected-list-sex"], 0.7),
                        new(T["elected-list-ethnicity"], 0.8),
                        new(T["extract-list-joined"], 1.1),
                        new(T["extract-list-official"], 1.1),
                        new(T["extract-list-schooling"], 1.4),
                        new(T["extract-list-theory"], 1.1),
                        new(T["elected-list-posts"], 2.6),
                        new(T["result-votes"], 0.7, Numbers: true),
                    ],
                    [.. signed.AllElected.Select(Row)],
                    Wide: true
                ),
                signed.Verification(),
            ],
            [signed.OfPresidium()],
            []
        );

    private static IReadOnlyList<PaperCell> Row(ElectedOne one, int at)
    {
        var details = one.Details;
        return
        [
            new(SignedElection.Number(at + 1), at + 1),
            new(one.Name),
            new(details.Born ?? ""),
            new(ElectedList.SexOf(details)),
            new(details.Ethnicity ?? ""),
            new(details.JoinedOn ?? ""),
            new(details.OfficialOn ?? ""),
            new(details.Schooling ?? ""),
            new(details.Theory ?? ""),
            new(details.Posts ?? ""),
            new(SignedElection.Number(one.Votes), one.Votes),
        ];
    }
}
