using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Campaigns.Recording;

/// <summary>Numbers of a result against each other: parts are not more than their whole. What does not fit is said with its arithmetic.</summary>
internal static class NumbersCheck
{
    public static IEnumerable<EventProblem> Of(ResultNumbers numbers)
    {
        foreach (var (field, number) in Named(numbers))
        {
            if (number < 0)
                yield return new(field, new($"{Vi(number.Value)} nhỏ hơn 0.", $"{En(number.Value)} is less than 0."), null);
        }
        if (numbers is { Attended: { } attended, Summoned: { } summoned } && attended > summoned)
            yield return Part("attended", attended, summoned, ("dự", "được triệu tập"), ("attended", "summoned"));
        if (numbers.Elected is not { } elected)
            yield break;
        foreach (
            var (field, part, vi, en) in ((string, int?, string, string)[])
                [
                    ("women", numbers.Women, "nữ", "women"),
                    ("under40", numbers.Under40, "dưới 40 tuổi", "under 40"),
                    ("minority", numbers.Minority, "dân tộc thiểu số", "of ethnic minorities"),
                    ("firstTime", numbers.FirstTime, "tham gia lần đầu", "for the first time"),
                ]
        )
        {
            if (part > elected)
                yield return Part(field, part.Value, elected, (vi, "trúng cử"), (en, "elected"));
        }
    }

    private static EventProblem Part(
        string field,
        int part,
        int whole,
        (string Part, string Whole) vi,
        (string Part, string Whole) en
    ) =>
        new(
            field,
            new(
                $"{Vi(part)} {vi.Part} > {Vi(whole)} {vi.Whole}: phần không thể lớn hơn tổng.",
                $"{En(part)} {en.Part} > {En(whole)} {en.Whole}: a part cannot be more than the whole."
            ),
            null
        );

    private static IEnumerable<(string Field, int? Number)> Named(ResultNumbers numbers) =>
        [
            ("summoned", numbers.Summoned),
            ("attended", numbers.Attended),
            ("elected", numbers.Elected),
            ("women", numbers.Women),
            ("under40", numbers.Under40),
            ("minority", numbers.Minority),
            ("firstTime", numbers.FirstTime),
        ];

    private static string Vi(long number) => Formats.Number(number);

    private static string En(long number) => Formats.Number(number, english: true);
}
