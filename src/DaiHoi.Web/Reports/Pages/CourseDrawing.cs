using System.Globalization;
using System.Text;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Reports.Writing;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Reports.Pages;

/// <summary>The course of a level as a curve of shares; its table stands beside it.</summary>
internal static class CourseDrawing
{
    private const int Width = 760;
    private const int Height = 220;
    private const int Left = 48;
    private const int Bottom = 30;
    private const int Top = 14;

    /// <returns>an <c>svg</c> element</returns>
    public static string Svg(IReadOnlyList<CourseLine> course, Texts t)
    {
        var svg = new StringBuilder();
        var last = course[^1];
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"report-course\" viewBox=\"0 0 {Width} {Height + Top + Bottom}\" role=\"img\"><title>{t["report-course-title", Formats.Day(last.Day), Formats.Number(last.Held, t.English), Formats.Number(last.Due, t.English)]}</title>"
        );
        foreach (var share in (int[])[0, 25, 50, 75, 100])
        {
            var y = Y(share / 100.0);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{Left} {y:0.#}H{Width}\"/><text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{share}%</text>"
            );
        }
        svg.Append("<path class=\"course\" d=\"");
        for (var i = 0; i < course.Count; i++)
            svg.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{X(course, i):0.#} {Y(ShareOf(course[i])):0.#}");
        svg.Append("\"/>");
        foreach (var i in (int[])[0, course.Count - 1])
        {
            if (i > 0 || course.Count == 1)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle class=\"now\" cx=\"{X(course, i):0.#}\" cy=\"{Y(ShareOf(course[i])):0.#}\" r=\"4\"/>"
                );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{X(course, i):0.#}\" y=\"{Height + Top + 20}\" text-anchor=\"{(i == 0 ? "start" : "end")}\">{Formats.Day(course[i].Day)}</text>"
            );
        }
        return svg.Append("</svg>").ToString();
    }

    private static double ShareOf(CourseLine line) => line.Due > 0 ? (double)line.Held / line.Due : 0;

    private static double X(IReadOnlyList<CourseLine> course, int at) =>
        course.Count == 1 ? Left + ((Width - Left - 8) / 2.0) : Left + ((Width - Left - 8.0) * at / (course.Count - 1));

    private static double Y(double share) => Top + (Height * (1 - Math.Min(1, share)));
}
