using System.Globalization;
using System.Text;
using DaiHoi.Web.Campaigns.Numbers;
using DaiHoi.Web.Platform.Text;
using DaiHoi.Web.Ui;

namespace DaiHoi.Web.Campaigns.Dashboards;

/// <summary>The bodies directly below as squares in the country's shape: how much is held, and where something is overdue.</summary>
internal static class TileMap
{
    private const int Step = 38;
    private const int Size = 36;

    /// <summary>Lower bounds of the second to the fifth class, in per cent.</summary>
    public static readonly IReadOnlyList<int> Bounds = [40, 60, 75, 90];

    /// <summary>1 to 5.</summary>
    public static int ClassOf(double share) => 1 + Bounds.Count(bound => share * 100 >= bound);

    /// <param name="links">whether each tile leads to the dashboard behind it</param>
    /// <returns>an <c>svg</c> element</returns>
    public static string Svg(Dashboard board, Texts t, bool links = true)
    {
        var placed = board.Children.Where(child => board.Tiles.ContainsKey(child.ShortName)).ToList();
        var rows = placed.Max(child => board.Tiles[child.ShortName].Row) + 1;
        var svg = new StringBuilder();
        var outside = placed.Exists(child => board.Tiles[child.ShortName].Row == Tile.OutsideProvinces);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"tiles\" viewBox=\"0 0 {7 * Step} {rows * Step}\" width=\"{7 * Step}\" height=\"{rows * Step}\" role=\"group\" aria-label=\"{Encode(t["dashboard-map"])}\">"
        );
        if (outside)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text class=\"outside\" x=\"0\" y=\"{(Tile.OutsideProvinces * Step) - 10}\">{Encode(t["dashboard-outside"])}</text>"
            );
        // Read in the order of the table: who needs attention comes first.
        foreach (var child in placed)
            Append(svg, board, child, t, links);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Dashboard board, ChildRow child, Texts t, bool links)
    {
        var tile = board.Tiles[child.ShortName];
        var (x, y) = (tile.Column * Step, tile.Row * Step);
        var share = child.Now.Share;
        var words = t[
            child.Now.Overdue > 0 ? "dashboard-tile-overdue" : "dashboard-tile",
            child.ShortName,
            Formats.Number(child.Now.Held, t.English),
            Formats.Number(child.Now.Due, t.English),
            child.Now.Percent is { } percent ? FigureWords.Percent(percent, t) : "–",
            Formats.Number(child.Now.Overdue, t.English)
        ];
        svg.Append(
                CultureInfo.InvariantCulture,
                $"<{(links ? $"a href=\"{Encode(DashboardAddress.Of(board.Place, child.Code, board.Day, board.Level.Code))}\"" : "g role=\"img\"")} class=\"tile class-{ClassOf(share ?? 0)}\" aria-label=\"{Encode($"{tile.Label} {Whole(share)}, {words}")}\"><title>{Encode(words)}</title>"
            )
            .Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{Size}\" height=\"{Size}\" rx=\"2\"/>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + (Size / 2)}\" y=\"{y + 16}\">{Encode(tile.Label)}</text> <text x=\"{x + (Size / 2)}\" y=\"{y + 30}\">{Whole(share)}</text>"
            );
        if (child.Now.Overdue > 0)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"overdue\" d=\"M{x + Size} {y + Size - 11}V{y + Size}H{x + Size - 11}Z\"/><path class=\"cut\" d=\"M{x + Size} {y + Size - 12.5}L{x + Size - 12.5} {y + Size}\"/>"
            );
        svg.Append(links ? "</a>" : "</g>");
    }

    private static string Whole(double? share) =>
        share is { } known ? Math.Floor(known * 100).ToString(CultureInfo.InvariantCulture) : "–";

    private static string Encode(string text) => Markup.Encoder.Encode(text);
}
