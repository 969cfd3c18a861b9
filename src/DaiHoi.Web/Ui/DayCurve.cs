using System.Globalization;
using System.Text;
using DaiHoi.Web.Platform.Text;

namespace DaiHoi.Web.Ui;

/// <summary>A number of each day as a curve: drawn on the server, so that it costs no script and prints as it is.</summary>
public static class DayCurve
{
    private const int Width = 960;
    private const int Height = 260;
    private const int Left = 48;
    private const int Bottom = 28;
    private const int Top = 12;

    /// <param name="title">what the curve shows, for those who do not see it</param>
    /// <param name="days">in order, without gaps, at least two</param>
    /// <returns>an <c>svg</c> element</returns>
    public static string Svg(string title, IReadOnlyList<(DateOnly Day, long Value)> days, Texts texts)
    {
        var highest = NiceCeiling(days.Max(day => day.Value));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"curve-title\"><title id=\"curve-title\">{Markup.Encoder.Encode(title)}</title>"
        );
        for (var i = 0; i <= 4; i++)
        {
            var value = highest * i / 4;
            var y = Y(value, highest);
            svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<line class=\"{(i == 0 ? "axis" : "grid")}\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Formats.Number(value, texts.English)}</text>"
                );
        }
        var line = new StringBuilder();
        for (var i = 0; i < days.Count; i++)
        {
            var x = Left + (double)(Width - Left) * i / (days.Count - 1);
            line.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x:0.#} {Y(days[i].Value, highest):0.#}");
            // The months' names would run into each other on a short curve of many.
            if (days[i].Day.Day == 1 && x < Width - 40)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text class=\"month{(days[i].Day.Month % 3 == 1 ? "" : " between")}\" x=\"{x:0.#}\" y=\"{Height - 8}\">{days[i].Day.Month:00}/{days[i].Day.Year % 100:00}</text>"
                );
        }
        svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"under\" d=\"{line}L{Width} {Y(0, highest):0.#}L{Left} {Y(0, highest):0.#}Z\"/>"
            )
            .Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"{line}\"/></svg>");
        return svg.ToString();
    }

    private static double Y(long value, long highest) => Top + (double)(Height - Bottom - Top) * (highest - value) / highest;

    /// <summary>The next 4, 8, 20, 40, 60, 80, 100 … above: quarters of it are whole numbers.</summary>
    private static long NiceCeiling(long value)
    {
        long step = 4;
        while (true)
        {
            foreach (var factor in (long[])[1, 2, 5])
            {
                if (step * factor >= value)
                    return step * factor;
            }
            step *= 10;
        }
    }
}
