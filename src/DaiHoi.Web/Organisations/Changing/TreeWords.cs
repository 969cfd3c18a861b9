using DaiHoi.Web.Platform.Bulk;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Organisations.Changing;

/// <summary>Why something was refused, in words.</summary>
internal static class TreeWords
{
    public static string Of(TreeProblem problem, Texts t) => t[problem.Why, Said(problem.Values, t)];

    public static string Of(FileFault fault, Texts t) => t[fault.Why, Said(fault.Values, t)];

    private static object?[] Said(object?[] values, Texts t) =>
        [
            .. values.Select(value =>
                value switch
                {
                    DateOnly day => Formats.Day(day),
                    TreeWord level => level.Rules.LevelName(level.Level, t),
                    int number => Formats.Number(number, t.English),
                    _ => value,
                }
            ),
        ];
}
