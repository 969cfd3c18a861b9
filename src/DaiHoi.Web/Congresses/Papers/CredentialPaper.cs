using System.Globalization;
using DaiHoi.Documents;
using DaiHoi.Rules.Delegates;
using DaiHoi.Web.Congresses.Day;
using DaiHoi.Web.Congresses.Delegates;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Congresses.Papers;

/// <summary>
/// Báo cáo kết quả thẩm tra tư cách đại biểu: who is summoned and eligible, with every division, each summing to the whole. Where all
/// members meet nobody is checked: the committee that summons them reports who attends. Until the congress has voted it, it is a draft.
/// </summary>
internal static class CredentialPaper
{
    private const string Symbol = "BC";
    private static readonly Texts T = Texts.Vietnamese;

    /// <param name="report">as it stands, or as it was voted</param>
    /// <param name="figuresAt">the moment of its figures, on the site's clock</param>
    /// <param name="vote">which carried it; null makes a draft</param>
    /// <param name="superior">the organisation directly above; null at the top</param>
    /// <param name="ordinal">which congress it is: "XII"; null leaves room for it</param>
    public static Paper Of(
        OpenedCongress opened,
        ReportedCredentials report,
        DateTime figuresAt,
        HandVote? vote,
        string? superior,
        string? ordinal
    )
    {
        var words = CongressWords.Of(opened.Campaign, opened.Place.Name, opened.Kind, opened.Rules, ordinal);
        var (isOfMembers, member) = (opened.Kind == CongressKind.Members, CongressWords.MemberOf(opened.Rules));
        var day = DateOnly.FromDateTime(figuresAt);
        var blocks = new List<PaperBlock>
        {
            FiguresOf(figuresAt, isDraft: vote is null),
            new PaperParagraph(
                isOfMembers ? T["attendance-paper-summoned", member, Number(report.Summoned)]
                : report.Unchecked == 0 ? T["credential-paper-summoned", Number(report.Summoned), Number(report.Eligible)]
                : T["credential-paper-unchecked", Number(report.Summoned), Number(report.Eligible), Number(report.Unchecked)]
            ),
        };
        if (report.Presence is { } presence)
            blocks.Add(new PaperParagraph(PresentOf(presence)));
        if (report.Presence is { Absent: { Count: > 0 } away })
        {
            blocks.Add(new PaperHeading(2, isOfMembers ? T["attendance-paper-absent", member] : T["credential-paper-absent"]));
            blocks.Add(new PaperList(away));
        }
        foreach (var fates in report.Fates)
        {
            blocks.Add(new PaperHeading(2, T[fates.Title]));
            blocks.Add(new PaperList(fates.Lines));
        }
        if (report.EmptyPlaces.Count > 0)
        {
            blocks.Add(new PaperHeading(2, T["delegates-empty"]));
            blocks.Add(new PaperList(report.EmptyPlaces));
        }
        if (!isOfMembers)
            blocks.AddRange(ComplaintsOf(report.Complaints));
        foreach (var breakdown in report.Breakdowns)
            blocks.Add(TableOf(breakdown));
        if (report.Ages is { } ages)
            blocks.Add(new PaperParagraph(ages));
        if (!isOfMembers && report.Eligible > 0)
            blocks.Add(new PaperParagraph(T["credential-paper-proposes", Number(report.Eligible)]));
        if (vote is not null)
            blocks.Add(
                new PaperParagraph(
                    T[
                        "credential-paper-voted",
                        Number(vote.Present),
                        Number(vote.For),
                        Number(vote.Against),
                        Number(vote.Abstained)
                    ]
                )
            );
        if (isOfMembers)
            return new(
                CongressHead.OfCommittee(opened, superior, day),
                PaperNumbers.Types[Symbol],
                T["attendance-paper-summary", member, words.Whole],
                [],
                blocks,
                [new(CongressHead.Upper(CongressHead.CommitteeOf(opened)), null, null)],
                [T["credential-paper-to-presidium"], T["credential-paper-to-file"]]
            );
        return new(
            CongressHead.OfCredentialCommittee(opened, words, superior, Symbol, day),
            PaperNumbers.Types[Symbol],
            T["credential-paper-summary", words.Whole],
            [],
            blocks,
            [new(CongressHead.Upper(T["duty-credential-committee"]), T["credential-paper-head"], null)],
            [T["credential-paper-to-presidium"], T["credential-paper-to-file"]]
        );
    }

    private static PaperParagraph FiguresOf(DateTime at, bool isDraft)
    {
        var figures = T["credential-paper-figures", ClockTime.Of(at), Formats.Day(DateOnly.FromDateTime(at))];
        return isDraft
            ? new([new(T["credential-paper-draft"], Bold: true), new(" " + figures, Italic: true)])
            : new([new(figures, Italic: true)]);
    }

    private static string PresentOf(ReportedPresence presence)
    {
        var absent = presence.Absent.Count;
        return absent == 0
            ? T["credential-paper-all-present", Number(presence.Present)]
            : T[
                "credential-paper-present",
                Number(presence.Present),
                Number(absent),
                Number(presence.Excused),
                Number(presence.Unexcused),
                Number(presence.Unknown)
            ];
    }

    // Names of those cleared are not read to a hall: what was complained of stays with the committee.
    private static IEnumerable<PaperBlock> ComplaintsOf(ReportedComplaints complaints)
    {
        yield return new PaperHeading(2, T["complaints"]);
        if (complaints.Total == 0)
        {
            yield return new PaperParagraph(T["complaint-paper-none"]);
            yield break;
        }
        yield return new PaperParagraph(T["complaint-paper-count", Number(complaints.Total), Number(complaints.Settled)]);
        (int Count, string Words)[] outcomes =
        [
            (complaints.Unfounded, "complaint-paper-unfounded"),
            (complaints.StaysDelegate, "complaint-paper-stays-delegate"),
            (complaints.Refused, "complaint-paper-refused"),
            (complaints.Total - complaints.Settled, "complaint-paper-open"),
        ];
        yield return new PaperList([.. outcomes.Where(one => one.Count > 0).Select(one => T[one.Words, Number(one.Count)])]);
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
