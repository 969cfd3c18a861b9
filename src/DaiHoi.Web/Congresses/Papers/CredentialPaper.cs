using System.Globalization;
using DaiHoi.Documents;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>
/// Báo cáo kết quả thẩm tra tư cách đại biểu: who is summoned and eligible, with every division, each summing to the whole. Where all
/// members meet nobody is checked: the committee that summons them reports who attends.
/// </summary>
internal static class CredentialPaper
{
    private const string Symbol = "BC";
    private static readonly Texts T = Texts.Vietnamese;

    /// <param name="report">in Vietnamese</param>
    /// <param name="superior">the organisation directly above; null at the top</param>
    /// <param name="ordinal">which congress it is: "XII"; null leaves room for it</param>
    public static Paper Of(OpenedCongress opened, CredentialList list, CredentialReport report, string? superior, string? ordinal)
    {
        var words = CongressWords.Of(opened.Campaign, opened.Place.Name, opened.Kind, opened.Rules, ordinal);
        var (isOfMembers, member) = (opened.Kind == CongressKind.Members, CongressWords.MemberOf(opened.Rules));
        var blocks = new List<PaperBlock>
        {
            new PaperParagraph(
                isOfMembers ? T["attendance-paper-summoned", member, Number(report.Summoned)]
                : report.Unchecked == 0 ? T["credential-paper-summoned", Number(report.Summoned), Number(report.Eligible)]
                : T["credential-paper-unchecked", Number(report.Summoned), Number(report.Eligible), Number(report.Unchecked)]
            ),
        };
        if (report.Absent is { } absent)
            blocks.Add(new PaperParagraph(PresentOf(report, absent.Count)));
        if (report.Absent is { Count: > 0 } away)
        {
            blocks.Add(new PaperHeading(2, isOfMembers ? T["attendance-paper-absent", member] : T["credential-paper-absent"]));
            blocks.Add(new PaperList([.. away.Select(one => $"{one.Name}: {one.Why(T)}")]));
        }
        foreach (var fates in report.Fates)
        {
            blocks.Add(new PaperHeading(2, T[fates.Title]));
            blocks.Add(new PaperList(fates.Lines));
        }
        var empty = list.EmptyPlaces().Select(Said).ToList();
        if (empty.Count > 0)
        {
            blocks.Add(new PaperHeading(2, T["delegates-empty"]));
            blocks.Add(new PaperList(empty));
        }
        foreach (var breakdown in report.Breakdowns)
            blocks.Add(TableOf(breakdown));
        if (report.Ages(T) is { } ages)
            blocks.Add(new PaperParagraph(ages));
        if (isOfMembers)
            return new(
                CongressHead.OfCommittee(opened, superior, report.Day),
                PaperNumbers.Types[Symbol],
                T["attendance-paper-summary", member, words.Whole],
                [],
                blocks,
                [new(CongressHead.Upper(CongressHead.CommitteeOf(opened)), null, null)],
                [T["credential-paper-to-presidium"], T["credential-paper-to-file"]]
            );
        return new(
            CongressHead.OfCredentialCommittee(opened, words, superior, Symbol, report.Day),
            PaperNumbers.Types[Symbol],
            T["credential-paper-summary", words.Whole],
            [],
            blocks,
            [new(CongressHead.Upper(T["duty-credential-committee"]), T["credential-paper-head"], null)],
            [T["credential-paper-to-presidium"], T["credential-paper-to-file"]]
        );
    }

    private static string PresentOf(CredentialReport report, int absent)
    {
        var (excused, unexcused, unknown) = report.Absences;
        return absent == 0
            ? T["credential-paper-all-present", Number(report.Present)]
            : T[
                "credential-paper-present",
                Number(report.Present),
                Number(absent),
                Number(excused),
                Number(unexcused),
                Number(unknown)
            ];
    }

    private static string Said(EmptyPlaces places)
    {
        var reason = places.Reason ?? T["credential-paper-no-reason"];
        return places switch
        {
            { LeftBy: { } name, Of: { } of } => T["credential-paper-left", of, name, reason],
            { LeftBy: { } name } => $"{name}: {reason}",
            _ => T["credential-paper-empty", places.Of ?? T["delegate-appointed"], Number(places.Count), reason],
        };
    }

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
            .Replace('.', ',') + "\u00A0%";

    private static string Number(long number) => Formats.Number(number);
}
