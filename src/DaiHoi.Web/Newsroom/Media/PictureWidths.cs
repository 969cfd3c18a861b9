namespace DaiHoi.Web.Newsroom.Media;

/// <summary>The widths in which a picture is kept, in pixels: a page chooses among them by <c>srcset</c>.</summary>
public static class PictureWidths
{
    private static readonly int[] Steps = [480, 960, 1440];

    /// <summary>
    /// Ascending: every step that is narrower than the picture, then the picture's own width or, where it is wider, 1440.
    /// A picture is never enlarged.
    /// </summary>
    public static IReadOnlyList<int> Of(int width) =>
        [.. Steps.Where(step => step < width), .. width <= Steps[^1] ? [width] : Array.Empty<int>()];
}
