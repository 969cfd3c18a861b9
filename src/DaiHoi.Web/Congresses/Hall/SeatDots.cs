using System.Globalization;
using System.Text;

namespace DaiHoi.Web.Congresses.Hall;

/// <summary>
/// The hall as squares, one for each who is summoned: those who are there are filled, from the top; a line runs under the last
/// square that the quorum needs.
/// </summary>
/// <param name="Columns">of squares</param>
/// <param name="Filled">as a path</param>
/// <param name="Open">likewise</param>
/// <param name="Line">points of the line; empty where the rules demand no quorum</param>
internal sealed record SeatDots(int Columns, int Rows, string Filled, string Open, string Line)
{
    /// <summary>From one square to the next.</summary>
    public const int Step = 10;
    private const int Side = 8;
    private const int Most = 2000;
    private const int FewestColumns = 15;

    public int Width => (Columns * Step) - (Step - Side);
    public int Height => (Rows * Step) - (Step - Side);

    public static SeatDots Of(HallCount count)
    {
        var all = (int)Math.Min(count.Summoned, Most);
        // Two and a half times as wide as high; a hall of a few has squares no larger than one of many.
        var columns = Math.Max(FewestColumns, (int)Math.Ceiling(Math.Sqrt(all * 2.5)));
        var rows = Math.Max(1, (all + columns - 1) / columns);
        var there = (int)Math.Min(count.Present, all);
        return new(
            columns,
            rows,
            Squares(0, there, columns),
            Squares(there, all, columns),
            LineOf((int)Math.Min(count.Needed, all), columns)
        );
    }

    private static string Squares(int from, int until, int columns)
    {
        var path = new StringBuilder();
        for (var i = from; i < until; i++)
            path.Append(CultureInfo.InvariantCulture, $"M{i % columns * Step} {i / columns * Step}h{Side}v{Side}h-{Side}z");
        return path.ToString();
    }

    private static string LineOf(int needed, int columns)
    {
        if (needed == 0)
            return "";
        var (row, last) = ((needed - 1) / columns, ((needed - 1) % columns) + 1);
        var (above, below) = ((row * Step) - 1, ((row + 1) * Step) - 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"0,{below} {(last * Step) - 1},{below} {(last * Step) - 1},{above} {columns * Step},{above}"
        );
    }
}
