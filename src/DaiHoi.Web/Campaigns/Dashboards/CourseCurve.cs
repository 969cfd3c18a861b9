using System.Globalization;
using System.Text;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Campaigns.Progress;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>The share held by day against the windows of all levels, up to the day that is looked at, and what is forecast.</summary>
internal sealed class CourseCurve
{
    private const int Width = 760;
    private const int Left = 52;
    private const int Right = 8;
    private const int Band = 22;
    private const int Plot = 220;

    private readonly Dashboard board;
    private readonly Texts t;
    private readonly Func<FrameLevel, string> nameOf;
    private readonly List<(FrameLevel Level, double From, double Until, string Words, int Row)> bands = [];
    private readonly StringBuilder svg = new();
    private readonly int top;

    /// <summary>The first and the last day of the axis: those of the date slider too.</summary>
    public DateOnly First { get; }
    public DateOnly Last { get; }

    public CourseCurve(Dashboard board, Texts t, Func<FrameLevel, string> nameOf)
    {
        (this.board, this.t, this.nameOf) = (board, t, nameOf);
        (First, Last) = Axis(board);
        PlaceBands();
        top = 10 + (Math.Max(1, bands.Select(band => band.Row + 1).DefaultIfEmpty(1).Max()) * Band) + 14;
    }

    /// <returns>an <c>svg</c> element; its table stands beside it</returns>
    public string Svg()
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {top + Plot + 30}\" role=\"img\" aria-labelledby=\"course-title\"><title id=\"course-title\">{Encode(t["dashboard-curve-title", nameOf(board.Level), Formats.Day(board.Day), Percent(board.Now.Percent)])}</title>"
        );
        DrawBands();
        DrawGrid();
        DrawLater();
        DrawForecast();
        DrawCourse();
        return svg.Append("</svg>").ToString();
    }

    private static (DateOnly, DateOnly) Axis(Dashboard board)
    {
        var days = board.Place.Frame.Levels.Select(level => level.Until).Append(board.Day).OfType<DateOnly>();
        var last = days.Max();
        var first = new[]
        {
            board.Day,
            board.Level.From ?? board.Day,
            board.Course.Begun is { } begun ? DateOnly.FromDayNumber(begun) : board.Day,
        }.Min();
        first = first.AddDays(-14);
        if (last.DayNumber - first.DayNumber < 90)
            first = last.AddDays(-90);
        return (new(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
    }

    // A window without a first day is a flag that ends where it ends.
    private void PlaceBands()
    {
        var ends = new List<double>();
        foreach (var level in board.Place.Frame.Levels.Where(level => level.Until >= First).OrderBy(level => level.Until))
        {
            var until = X(level.Until!.Value.AddDays(1).DayNumber);
            var words = level.From is { } begin
                ? t["dashboard-window", nameOf(level), Formats.ShortDay(begin), Formats.ShortDay(level.Until.Value)]
                : t["dashboard-window-until", nameOf(level), Formats.ShortDay(level.Until.Value)];
            var wide = (words.Length * 6.7) + 12;
            var from = level.From is { } first ? X(first.DayNumber) : until - wide;
            var begins = Math.Max(Left, Math.Min(from, until - wide));
            var row = ends.FindIndex(end => end <= begins);
            if (row < 0)
            {
                row = ends.Count;
                ends.Add(0);
            }
            ends[row] = Math.Max(until, begins + wide) + 4;
            bands.Add((level, Math.Max(Left, from), until, words, row));
        }
    }

    private void DrawBands()
    {
        foreach (var (level, from, until, words, row) in bands)
        {
            var (own, y) = (level == board.Level, 4 + (row * Band));
            if (own && level.From is not null)
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect class=\"field\" x=\"{from:0.#}\" y=\"{top}\" width=\"{until - from:0.#}\" height=\"{Plot}\"/>"
                );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"band{(own ? " own" : "")}\" x=\"{from:0.#}\" y=\"{y}\" width=\"{until - from:0.#}\" height=\"18\"/><path class=\"end\" d=\"M{until:0.#} {y}v18\"/>"
            );
            // The words may be longer than the window.
            var wide = (words.Length * 6.7) + 12;
            if (until - from >= wide)
                Text("band-words", from + 6, y + 13, words);
            else
                Text("band-words", Math.Max(Left + wide, until) - 6, y + 13, words, "end");
        }
    }

    private void DrawGrid()
    {
        for (var percent = 0; percent <= 100; percent += 25)
        {
            var y = Y(percent / 100.0);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"{(percent == 0 ? "axis" : "grid")}\" d=\"M{Left} {y:0.#}H{Width - Right}\"/>"
            );
            Text("", Left - 8, y + 4, percent == 100 ? "100 %" : percent.ToString(CultureInfo.InvariantCulture), "end");
        }
        var months = ((Last.Year - First.Year) * 12) + Last.Month - First.Month + 1;
        for (var i = 0; i < months; i++)
        {
            var month = First.AddMonths(i);
            var words = i == 0 || month.Month == 1 ? $"{month.Month}/{month.Year}" : $"{month.Month}";
            Text(i % 3 == 0 ? "month" : "month between", X(month.DayNumber), top + Plot + 20, words);
        }
    }

    private void DrawCourse()
    {
        var x = X(board.Day.DayNumber);
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"now\" d=\"M{x:0.#} {top - 8}V{top + Plot}\"/>");
        var line = Line(First.DayNumber, board.Day.DayNumber);
        var y = Y(board.Now.Share ?? 0);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path class=\"course\" d=\"{line}\"/><circle class=\"point\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4.5\"/>"
        );
        var leftOf = x > Left + 90;
        Text("share", leftOf ? x - 10 : x + 10, Math.Max(y - 8, top + 12), Percent(board.Now.Percent), leftOf ? "end" : "start");
    }

    // What happened later, where it is known: the forecast can be held against it.
    private void DrawLater()
    {
        var last = board.Course.Days.Count > 0 ? Math.Min(board.Course.Days[^1].Day, Last.DayNumber) : 0;
        if (last <= board.Day.DayNumber || board.Course.On(last).Held <= board.Now.Held)
            return;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"later\" d=\"{Line(board.Day.DayNumber, last)}\"/>");
        var end = board.Course.On(last);
        Text(
            "",
            Math.Min(X(last) + 6, Width - Right),
            Y(end.Share) - 7,
            t["dashboard-later"],
            X(last) > Width - 150 ? "end" : "start"
        );
    }

    private void DrawForecast()
    {
        if (board.Forecast is not { } forecast)
            return;
        var until = Math.Min(forecast.Latest.DayNumber, Last.DayNumber);
        var (low, high, middle) = (new List<string>(), new List<string>(), new List<string>());
        for (var day = board.Day.DayNumber; ; day = Math.Min(day + 3, until))
        {
            var (least, most) = forecast.ShareOn(DateOnly.FromDayNumber(day));
            var x = X(day);
            low.Add(Point(x, Y(least)));
            high.Add(Point(x, Y(most)));
            middle.Add(Point(x, Y((least + most) / 2)));
            if (day >= until)
                break;
        }
        low.Reverse();
        svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"between-courses\" d=\"M{string.Join('L', high)}L{string.Join('L', low)}Z\"/>"
            )
            .Append(CultureInfo.InvariantCulture, $"<path class=\"forecast\" d=\"M{string.Join('L', middle)}\"/>");
    }

    private string Line(int from, int to)
    {
        var line = new StringBuilder();
        line.Append('M').Append(Point(X(from), Y(board.Course.On(from).Share)));
        foreach (var day in board.Course.Days.Where(day => day.Day > from && day.Day <= to))
            line.Append('L').Append(Point(X(day.Day), Y(day.Share)));
        return line.Append('L').Append(Point(X(to), Y(board.Course.On(to).Share))).ToString();
    }

    private void Text(string kind, double x, double y, string words, string anchor = "start") =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text{(kind.Length > 0 ? $" class=\"{kind}\"" : "")} x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Encode(words)}</text>"
        );

    private string Percent(Rules.Share? share) => share is { } known ? FigureWords.Percent(known, t) : "–";

    private double X(int day) =>
        Left + ((Width - Left - Right) * (double)(day - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber));

    private double Y(double share) => top + (Plot * (1 - share));

    private static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#} {y:0.#}");

    private static string Encode(string text) => Markup.Encoder.Encode(text);
}
