using DaiHoi.Web.Newsroom.Published;

namespace DaiHoi.Web.Portal.Home;

/// <summary>Blocks of the home page that stand beside each other.</summary>
/// <param name="Width">whole: one block; wide: a wide and a narrow column; third: rows of three</param>
/// <param name="Narrow">the second column; empty but for the wide</param>
internal sealed record HomeRow(HomeWidth Width, List<HomeContent> Blocks, List<HomeContent> Narrow)
{
    /// <summary>Blocks in their order: a narrow one stands beside the wide ones before it, thirds follow each other.</summary>
    public static List<HomeRow> Of(IEnumerable<HomeContent> blocks)
    {
        var rows = new List<HomeRow>();
        foreach (var block in blocks)
        {
            var last = rows.LastOrDefault();
            switch (block.Width)
            {
                case HomeWidth.Whole:
                    rows.Add(new(HomeWidth.Whole, [block], []));
                    break;
                case HomeWidth.Wide when last is { Width: HomeWidth.Wide, Narrow.Count: 0 }:
                case HomeWidth.Third when last is { Width: HomeWidth.Third }:
                    last.Blocks.Add(block);
                    break;
                case HomeWidth.Narrow when last is { Width: HomeWidth.Wide }:
                    last.Narrow.Add(block);
                    break;
                // Nothing wide stands before it: it has its place among the thirds.
                case HomeWidth.Narrow when last is { Width: HomeWidth.Third }:
                    last.Blocks.Add(block);
                    break;
                case HomeWidth.Wide:
                    rows.Add(new(HomeWidth.Wide, [block], []));
                    break;
                case HomeWidth.Narrow:
                case HomeWidth.Third:
                    rows.Add(new(HomeWidth.Third, [block], []));
                    break;
                default:
                    throw new InvalidOperationException(block.Width.ToString());
            }
        }
        return rows;
    }
}
