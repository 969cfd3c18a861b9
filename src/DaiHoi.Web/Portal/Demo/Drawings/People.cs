using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings;

/// <summary>People as the scenes need them: from behind in rows, standing, seated. No face is anybody's.</summary>
internal static class People
{
    /// <summary>Head and shoulders from behind.</summary>
    /// <param name="y">where the shoulders meet the lower edge or the chair</param>
    /// <param name="size">width of the shoulders</param>
    public static void FromBehind(this Sheet sheet, double x, double y, double size, double dim = 0)
    {
        var shirt = Dim(Ink.Shirts[sheet.Pick(Ink.Shirts.Length)], dim);
        var hair = Dim(sheet.One(Ink.Night, Ink.Black, new SKColor(0x2B, 0x25, 0x23), new SKColor(0x4A, 0x44, 0x40)), dim * 0.7);
        var skin = Dim(Ink.Skin, (dim * 0.6) + 0.06);
        var (half, head) = (size / 2, size * 0.235);
        var neck = y - (size * 0.47);
        sheet.Soft(
            shirt,
            x - half,
            y + size,
            x - half,
            y - (size * 0.12),
            x - (half * 0.82),
            y - (size * 0.38),
            x - (half * 0.2),
            neck - (size * 0.04),
            x + (half * 0.2),
            neck - (size * 0.04),
            x + (half * 0.82),
            y - (size * 0.38),
            x + half,
            y - (size * 0.12),
            x + half,
            y + size
        );
        sheet.Rect(x - (head * 0.46), neck - (head * 0.62), head * 0.92, head * 0.86, skin);
        sheet.Soft(
            shirt.Towards(SKColors.White, 0.18),
            x - (head * 0.9),
            neck + (head * 0.1),
            x,
            neck + (head * 0.42),
            x + (head * 0.9),
            neck + (head * 0.1),
            x,
            neck + (head * 0.7)
        );
        var top = neck - (head * 1.35);
        sheet.Oval(x - (head * 0.88), top + (head * 0.22), head * 0.16, head * 0.26, skin);
        sheet.Oval(x + (head * 0.88), top + (head * 0.22), head * 0.16, head * 0.26, skin);
        sheet.Oval(x, top + (head * 0.1), head * 0.86, head * 1.08, hair);
        if (sheet.Perhaps(0.3))
            LongHair(sheet, x, top, head, hair);
        else
            sheet.Soft(
                skin,
                x - (head * 0.6),
                top + head,
                x,
                top + (head * 0.72),
                x + (head * 0.6),
                top + head,
                x,
                top + (head * 1.5)
            );
        sheet.Oval(x - (head * 0.25), top - (head * 0.5), head * 0.42, head * 0.3, hair.Towards(Ink.Wall, 0.045));
    }

    /// <summary>A figure that stands, seen from some way off.</summary>
    /// <param name="y">the ground under the feet</param>
    public static void Standing(this Sheet sheet, double x, double y, double height, bool hat = false, SKColor? wears = null)
    {
        var shirt = wears ?? Ink.Shirts[sheet.Pick(Ink.Shirts.Length)];
        var trousers = sheet.One(Ink.Black, Ink.Slate, Ink.Wood);
        sheet.Shadow(x + (height * 0.1), y, height * 0.3, height * 0.045, 0.45);
        sheet.Shape(
            trousers,
            x - (height * 0.085),
            y - (height * 0.48),
            x + (height * 0.085),
            y - (height * 0.48),
            x + (height * 0.075),
            y,
            x + (height * 0.015),
            y,
            x,
            y - (height * 0.36),
            x - (height * 0.015),
            y,
            x - (height * 0.075),
            y
        );
        sheet.Soft(
            shirt,
            x - (height * 0.13),
            y - (height * 0.42),
            x - (height * 0.14),
            y - (height * 0.84),
            x,
            y - (height * 0.9),
            x + (height * 0.14),
            y - (height * 0.84),
            x + (height * 0.13),
            y - (height * 0.42),
            x,
            y - (height * 0.44)
        );
        foreach (var side in (ReadOnlySpan<int>)[-1, 1])
        {
            var hand = x + (side * height * sheet.Between(0.1, 0.17));
            var elbow = x + (side * height * 0.155);
            sheet.Line(
                x + (side * height * 0.1),
                y - (height * 0.8),
                elbow,
                y - (height * 0.62),
                height * 0.062,
                shirt.Towards(Ink.Night, 0.14)
            );
            sheet.Line(elbow, y - (height * 0.62), hand, y - (height * 0.46), height * 0.046, Ink.Skin);
        }
        sheet.Oval(x, y - (height * 0.93), height * 0.052, height * 0.068, Ink.Skin);
        if (hat)
            sheet.Shape(
                Ink.Sand,
                x - (height * 0.15),
                y - (height * 0.93),
                x,
                y - (height * 1.045),
                x + (height * 0.15),
                y - (height * 0.93)
            );
        else
            sheet.Oval(x, y - (height * 0.955), height * 0.056, height * 0.052, Ink.Black);
    }

    private static void LongHair(Sheet sheet, double x, double top, double head, SKColor hair)
    {
        if (sheet.Perhaps(0.5))
            sheet.Oval(x, top + (head * 0.9), head * 0.42, head * 0.4, hair.Towards(Ink.Wood, 0.12));
        else
            sheet.Soft(
                hair,
                x - (head * 1.0),
                top,
                x + (head * 1.0),
                top,
                x + (head * 0.95),
                top + (head * 2.3),
                x,
                top + (head * 2.5),
                x - (head * 0.95),
                top + (head * 2.3)
            );
    }

    private static SKColor Dim(SKColor color, double part) => color.Towards(Ink.Night, part);
}
