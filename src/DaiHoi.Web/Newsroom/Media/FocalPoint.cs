namespace DaiHoi.Web.Newsroom.Media;

/// <summary>
/// The point of a picture that must be seen where a page cuts it, as classes of the style sheet: the policy of the pages
/// takes no style in an element, and a rule for each step of ten percent is a quarter of a kilobyte for all pictures.
/// </summary>
public static class FocalPoint
{
    private const int Step = 10;
    private const int Middle = 50;

    /// <summary>The classes, "focus-x3 focus-y0" for 30–39 % from the left and 0–9 % from above; empty in the middle.</summary>
    /// <remarks>Rounded to the nearer edge, so that even in a narrow cut the rounding cannot lose the point.</remarks>
    /// <param name="x">percent from the left, 0 to 100, like <paramref name="y"/> from above</param>
    public static string ClassesOf(int x, int y) => string.Join(' ', One('x', x), One('y', y)).Trim();

    private static string One(char axis, int percent)
    {
        if (percent == Middle)
            return "";
        var step = percent < Middle ? percent / Step : (percent + Step - 1) / Step;
        return FormattableString.Invariant($"focus-{axis}{step}");
    }
}
