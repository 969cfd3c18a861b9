namespace DaiHoi.Web.Newsroom.Media;

/// <summary>The widths under which a picture is kept, in pixels: a page chooses among them by <c>srcset</c>.</summary>
public static class PictureWidths
{
    private static readonly int[] Steps = [480, 960, 1440];

    /// <summary>
    /// Ascending; the first always, every further one only where the one before it is narrower than the picture. A file
    /// holds min(its width, the picture's): a picture is never enlarged.
    /// </summary>
    public static IReadOnlyList<int> Of(int width) => [.. Steps.Where((_, i) => i == 0 || Steps[i - 1] < width)];
}
