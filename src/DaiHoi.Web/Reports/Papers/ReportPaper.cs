using DaiHoi.Documents;
using DaiHoi.Web.Campaigns;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Deciding;
using DaiHoi.Web.Reports.Templates;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Papers;

/// <param name="Number">as it is printed: "Số 02-BC/ĐU"</param>
internal sealed record ReplacedPaper(string Number, DateOnly Dated);

/// <summary>A report as an official paper. Papers are Vietnamese, whatever language somebody reads the desk in.</summary>
internal static class ReportPaper
{
    private static readonly Texts T = Texts.Vietnamese;

    /// <summary>How papers of a campaign look that are dated on a day.</summary>
    public static PaperLayout LayoutOf(KnownCampaign campaign, DateOnly day) => PaperLayouts.Nearest(campaign.Association, day);

    /// <param name="data">what stands in each section besides texts, by section</param>
    /// <param name="superior">the organisation directly above; null at the top</param>
    /// <param name="dated">the day of the paper; null while it is a draft</param>
    /// <param name="replaced">the paper in the place of which it comes; null for the first edition</param>
    /// <param name="words">that hold for the organisation, or were kept when the report was sent up</param>
    public static Paper Of(
        ReportFile file,
        IReadOnlyDictionary<long, PartData> data,
        string? superior,
        DateOnly? dated,
        PaperWording words,
        ReplacedPaper? replaced,
        PaperLayout layout
    )
    {
        var number = file.Report.Number is { } known ? PaperNumbers.Text(layout, known, ReportDeciding.Symbol, words.Sign) : null;
        return new(
            new(
                superior is null ? null : Upper(superior),
                [Upper(file.Place.Name)],
                number,
                words.Place ?? PlaceNames.Of(file.Place.Name),
                dated
            ),
            PaperNumbers.Types[ReportDeciding.Symbol],
            $"{SubjectOf(file.Template.Name)} {file.Period.Name}",
            [],
            [.. Replacing(), .. Around(words.Opening), .. BlocksOf(file, data), .. Around(words.Closing)],
            [
                new(
                    Upper(Filled(words.OnBehalf ?? T["paper-standing-committee"])),
                    words.Post is { } post ? Upper(post) : null,
                    words.Signer
                ),
            ],
            words.RecipientsOf(superior, file.Place.Name, file.Period.Name, T)
        );

        IEnumerable<PaperBlock> Replacing() =>
            replaced is null
                ? []
                :
                [
                    new PaperParagraph(
                        T["paper-replaces", replaced.Number, Formats.Day(replaced.Dated), file.Report.Correction ?? ""]
                    ),
                ];

        string Filled(string text) => PaperWording.Filled(text, superior, file.Place.Name, file.Period.Name);

        // Who has nobody above leaves the paragraphs out that speak of him.
        IEnumerable<PaperBlock> Around(string? text) =>
            text is null or PaperWording.Nothing
                ? []
                : WordsOf(
                    string.Join(
                        "\n\n",
                        text.ReplaceLineEndings("\n")
                            .Split("\n\n")
                            .Where(one => superior is not null || !one.Contains(PaperWording.Superior, StringComparison.Ordinal))
                            .Select(Filled)
                    )
                );
    }

    private static List<PaperBlock> BlocksOf(ReportFile file, IReadOnlyDictionary<long, PartData> data)
    {
        var blocks = new List<PaperBlock>();
        foreach (var (at, part) in file.Parts.Index())
        {
            blocks.Add(new PaperHeading(1, $"{Roman(at + 1)}. {part.Part.Title}"));
            var shown = data[part.Part.Id];
            switch (part.Part.Kind)
            {
                case SectionKind.Text:
                    blocks.AddRange(part.Passages.SelectMany(passage => WordsOf(passage.Text)));
                    break;
                case SectionKind.Figures:
                    blocks.Add(FiguresOf(part.Part.Title, shown, file));
                    break;
                case SectionKind.Below:
                    blocks.Add(BelowOf(part.Part.Title, shown, file));
                    break;
                case SectionKind.Course:
                    blocks.AddRange(CourseOf(shown));
                    break;
                case SectionKind.Difficulties:
                    blocks.Add(
                        shown.Difficulties.Count == 0
                            ? new PaperParagraph(T["report-no-difficulties"])
                            : DifficultiesOf(part.Part.Title, shown)
                    );
                    break;
                case SectionKind.Tasks:
                    blocks.Add(
                        shown.Tasks.Count == 0 ? new PaperParagraph(T["report-no-tasks"]) : TasksOf(part.Part.Title, shown)
                    );
                    break;
                default:
                    throw new InvalidOperationException($"nobody prints {part.Part.Kind}");
            }
        }
        return blocks;
    }

    private static IEnumerable<PaperBlock> WordsOf(string text) =>
        ReportText
            .Parse(text)
            .Select(paragraph =>
                paragraph.IsList
                    ? (PaperBlock)new PaperList(paragraph.Lines)
                    : new PaperParagraph(string.Join(' ', paragraph.Lines))
            );

    private static PaperTable FiguresOf(string title, PartData data, ReportFile file) =>
        new(
            T["paper-figures-caption", title.ToLower(Formats.Vietnamese), Formats.Day(file.Period.Until)],
            [
                new(T["report-figure"], 3),
                new(T["report-value"], 1, Numbers: true),
                new(T["report-whole"], 1, Numbers: true),
                new(T["report-share"], 1, Numbers: true),
                new(T["report-before"], 1, Numbers: true),
                new(T["report-difference"], 1, Numbers: true),
            ],
            [
                .. data.Figures.Select(line =>
                    (IReadOnlyList<PaperCell>)
                        [
                            new(FigureWords.NameOf(line.Name, T)),
                            Number(line.Value),
                            line.Denominator is { } whole ? Number(whole) : new("–"),
                            line.Share is { } share ? new(FigureWords.Percent(share, T), share.Hundredths / 100m) : new("–"),
                            line.Before is { } before ? Number(before) : new("–"),
                            line.Difference is { } more ? new($"{(more > 0 ? "+" : "")}{Formats.Number(more)}", more) : new("–"),
                        ]
                ),
            ]
        );

    private static PaperTable BelowOf(string title, PartData data, ReportFile file) =>
        new(
            T["paper-figures-caption", title.ToLower(Formats.Vietnamese), Formats.Day(file.Period.Until)],
            [
                new(T["paper-order"], 0.55, Numbers: true),
                new(T["report-organisation"], 2.6),
                .. data.Columns.Select(name => new PaperColumn(FigureWords.NameOf(name, T), 1, Numbers: true)),
            ],
            [
                .. data.Below.Select(
                    (line, at) =>
                        (IReadOnlyList<PaperCell>)
                            [Number(at + 1), new(line.Name), .. line.Figures.Select(figure => Number(figure.Value))]
                ),
                [
                    new(""),
                    new(T["report-total"]),
                    .. data.Columns.Select((_, i) => Number(data.Below.Sum(line => line.Figures[i].Value))),
                ],
            ],
            Totals: 1,
            Wide: data.Columns.Count > 5
        );

    private static IEnumerable<PaperBlock> CourseOf(PartData data)
    {
        if (data.Course.Count == 0)
            return [new PaperParagraph(T["report-no-course"])];
        var last = data.Course[^1];
        var says = T["report-course-title", Formats.Day(last.Day), Formats.Number(last.Held), Formats.Number(last.Due)];
        return
        [
            new PaperCurve(
                says,
                says,
                [
                    .. data.Course.Select(line => new PaperPoint(
                        Formats.Day(line.Day),
                        line.Due > 0 ? (double)line.Held / line.Due : 0
                    )),
                ]
            ),
        ];
    }

    private static PaperTable DifficultiesOf(string title, PartData data) =>
        new(
            title,
            [
                new(T["paper-order"], 0.55, Numbers: true),
                new(T["report-difficulty"], 4),
                new(T["report-difficulty-congresses"], 0.8, Numbers: true),
                new(T["report-difficulty-answer"], 4),
            ],
            [
                .. data.Difficulties.Select(
                    (line, at) =>
                        (IReadOnlyList<PaperCell>)
                            [
                                Number(at + 1),
                                new(line.Text),
                                Number(line.Congresses),
                                new(
                                    line.Answer is null ? T["report-difficulty-waits"]
                                    : line.Article is null ? line.Answer
                                    : $"{line.Answer} ({line.Article})"
                                ),
                            ]
                ),
            ]
        );

    private static PaperTable TasksOf(string title, PartData data) =>
        new(
            title,
            [
                new(T["paper-order"], 0.55, Numbers: true),
                new(T["report-task"], 3),
                new(T["report-task-owner"], 1.5),
                new(T["report-task-partners"], 1.5),
                new(T["report-task-due"], 1),
                new(T["report-state"], 1.6),
            ],
            [
                .. data.Tasks.Select(
                    (task, at) =>
                        (IReadOnlyList<PaperCell>)
                            [
                                Number(at + 1),
                                new(task.Text),
                                new(task.Owner ?? ""),
                                new(task.Partners ?? ""),
                                new(task.DueOn is { } due ? Formats.Day(due) : ""),
                                new(
                                    task.DoneOn is { } done
                                        ? $"{T["report-task-done", Formats.Day(done)]} {task.Evidence}"
                                        : T["report-task-open"]
                                ),
                            ]
                ),
            ]
        );

    private static PaperCell Number(long value) => new(Formats.Number(value), value);

    private static string Upper(string name) => name.ToUpper(Formats.Vietnamese);

    // "Báo cáo kết quả…" stands under the word "BÁO CÁO" already.
    private static string SubjectOf(string name)
    {
        const string Word = "Báo cáo ";
        var subject = name.StartsWith(Word, StringComparison.OrdinalIgnoreCase) ? name[Word.Length..] : name;
        return subject.Length == 0 ? name : char.ToUpper(subject[0], Formats.Vietnamese) + subject[1..];
    }

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var roman = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
                roman += sign;
        }
        return roman;
    }
}
