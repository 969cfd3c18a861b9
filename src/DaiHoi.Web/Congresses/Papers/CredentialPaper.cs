using System.Globalization;
using DaiHoi.Documents;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>Báo cáo kết quả thẩm tra tư cách đại biểu: who is summoned and eligible, with every division, each summing to the whole.</summary>
internal static class CredentialPaper
{
    private static readonly Texts T = Texts.Vietnamese;

    /// <param name="report">in Vietnamese</param>
    public static Paper Of(OpenedCongress opened, CredentialList list, CredentialReport report)
    {
        var blocks = new List<PaperBlock>
        {
            new PaperParagraph(T["credential-paper-summoned", Number(report.Summoned), Number(report.Eligible)]),
        };
        if (report.Absent is { } absent)
            blocks.Add(new PaperParagraph(T["credential-paper-present", Number(report.Present), Number(absent.Count)]));
        if (report.Objected.Count > 0)
        {
            blocks.Add(new PaperHeading(2, T["credential-paper-objected"]));
            blocks.Add(new PaperList([.. report.Objected.Select(one => $"{one.Name}: {one.Objection}")]));
        }
        var empty = EmptyPlaces(list);
        if (empty.Count > 0)
        {
            blocks.Add(new PaperHeading(2, T["delegates-empty"]));
            blocks.Add(new PaperList(empty));
        }
        foreach (var breakdown in report.Breakdowns)
            blocks.Add(TableOf(breakdown));
        if (report is { Oldest: { } oldest, Youngest: { } youngest })
            blocks.Add(
                new PaperParagraph(
                    T["credential-oldest", oldest.Name, oldest.Born, oldest.Age]
                        + " "
                        + T["credential-youngest", youngest.Name, youngest.Born, youngest.Age]
                )
            );
        return new(
            CongressHead.OfCredentialCommittee(opened, report.Day),
            PaperNumbers.Types["BC"],
            T["credential-paper-summary", CongressHead.NameOf(opened)],
            [],
            blocks,
            [new(CongressHead.Upper(T["duty-credential-committee"]), T["credential-paper-head"], null)],
            [T["credential-paper-to-presidium"], T["credential-paper-to-file"]]
        );
    }

    /// <summary>Every place that nobody fills, with its reason.</summary>
    private static List<string> EmptyPlaces(CredentialList list) =>
        [
            .. list
                .Delegations.Where(one => one.Empty > 0)
                .Select(one => $"{one.Name}: {Number(one.Empty)}, {one.Held?.EmptyReason ?? T["credential-paper-no-reason"]}"),
            .. list.LeftEmpty.Select(one => $"{one.Name}: {one.EndReason}"),
        ];

    private static PaperTable TableOf(Breakdown breakdown) =>
        new(
            T[breakdown.Title],
            [
                new(T["credential-paper-part"], 4),
                new(T["credential-paper-count"], 1, Numbers: true),
                new(T["result-share"], 1, Numbers: true),
            ],
            [
                .. breakdown.Parts.Select(part => Row(part.Label, part.Count, breakdown.Whole)),
                Row(T["allocation-sum"], breakdown.Whole, breakdown.Whole),
            ],
            Totals: 1
        );

    private static IReadOnlyList<PaperCell> Row(string label, int count, int whole) =>
        [new(label), new(Number(count), count), new(whole == 0 ? "" : Share(count, whole))];

    // Half-up, two decimals, comma, as minutes print it.
    private static string Share(int count, int whole) =>
        Math.Round(100m * count / whole, 2, MidpointRounding.AwayFromZero)
            .ToString("0.00", CultureInfo.InvariantCulture)
            .Replace('.', ',') + "%";

    private static string Number(long number) => Formats.Number(number);
}
