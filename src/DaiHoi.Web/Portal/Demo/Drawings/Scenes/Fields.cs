using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings.Scenes;

/// <summary>The land: rubber, pepper, rice, the lake under its hill.</summary>
internal static class Fields
{
    public static void Rubber(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 480, Ink.Forest.Towards(Ink.Leaf, 0.4), Ink.Young.Towards(Ink.Paper, 0.5));
        var end = sheet.Between(640, 800);
        sheet.Glow(end, 430, 360, 300, new SKColor(0xFF, 0xF6, 0xD8), 0.95);
        sheet.Fade(0, 452, Sheet.Width, 448, Ink.Leaf.Towards(Ink.Sand, 0.35), Ink.Forest);
        sheet.Shape(Ink.Clay.Towards(Ink.Sand, 0.3), end - 16, 456, end + 16, 456, 1080, 900, 330, 900);
        sheet.Shape(Ink.Earth.WithAlpha(150), end - 6, 456, end, 456, 620, 900, 500, 900);
        sheet.Shape(Ink.Earth.WithAlpha(150), end + 3, 456, end + 9, 456, 930, 900, 830, 900);
        // Rows run to one point; trees are drawn from far to near, each lighter the farther it stands.
        for (var depth = 15; depth >= 0; depth--)
        {
            var near = 1 / (1 + (depth * 0.42));
            var ground = 456 + (400 * near);
            var mist = depth / 22.0;
            for (var row = 1; row <= 5; row++)
                foreach (var side in (ReadOnlySpan<int>)[-1, 1])
                {
                    var x = end + (side * ((row * 330) - 40) * near) + sheet.Between(-6, 6);
                    if (x is < -200 or > Sheet.Width + 200)
                        continue;
                    Tree(sheet, x, ground, near, mist, side);
                }
        }
        for (var i = 0; i < 60; i++)
            sheet.Oval(
                sheet.Between(0, Sheet.Width),
                sheet.Between(-30, 120),
                sheet.Between(50, 130),
                sheet.Between(24, 60),
                Ink.Forest.Towards(Ink.Shade, sheet.Between(0, 0.7)).WithAlpha(150)
            );
        for (var i = 0; i < 7; i++)
            sheet.Shape(
                new SKColor(0xFF, 0xF2, 0xC8, 12),
                end + sheet.Between(-60, 60),
                300,
                end + sheet.Between(-20, 20),
                300,
                sheet.Between(100, 1340),
                900,
                sheet.Between(100, 1340),
                900
            );
        sheet.Standing(end + 70, 640, 120, hat: true, wears: Ink.Steel);
    }

    public static void Pepper(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 460, Ink.Steel.Towards(Ink.Sky, 0.6), Ink.Mist);
        sheet.Glow(1100, 190, 620, 380, new SKColor(0xFF, 0xEC, 0xC0), 0.75);
        sheet.Ridge(330, 46, 250, Ink.Steel.Towards(Ink.Sky, 0.4));
        sheet.Ridge(390, 30, 170, Ink.Forest.Towards(Ink.Sky, 0.45));
        sheet.Ridge(432, 16, 120, Ink.Leaf.Towards(Ink.Sky, 0.22));
        sheet.Fade(0, 446, Sheet.Width, 454, Ink.Clay.Towards(Ink.Sand, 0.3), Ink.Earth.Towards(Ink.Night, 0.2));
        for (var depth = 9; depth >= 0; depth--)
        {
            var near = 1 / (1 + (depth * 0.36));
            var ground = 440 + (450 * near);
            var height = 560 * near;
            var step = 300 * near;
            for (var x = 720 - (Math.Ceiling(720 / step) * step) - (step * 0.5); x < Sheet.Width + step; x += step)
                Pole(sheet, x + sheet.Between(-5, 5), ground, height, depth / 13.0);
            if (depth == 3)
                sheet.Standing(840, ground + 8, 190, hat: true, wears: Ink.Shirts[7]);
        }
    }

    public static void Rice(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 430, Ink.Sky.Towards(Ink.Steel, 0.28), Ink.Gold.Towards(Ink.Paper, 0.72));
        sheet.Glow(380, 260, 700, 340, new SKColor(0xFF, 0xF0, 0xCC), 0.7);
        sheet.Ridge(300, 60, 310, Ink.Steel.Towards(Ink.Sky, 0.5));
        sheet.Ridge(360, 36, 200, Ink.Steel.Towards(Ink.Leaf, 0.5).Towards(Ink.Sky, 0.25));
        sheet.Ridge(404, 14, 110, Ink.Forest.Towards(Ink.Leaf, 0.4));
        for (var i = 0; i < 18; i++)
            Villages.Crown(
                sheet,
                (i * 86) + sheet.Between(-20, 20),
                414 + sheet.Between(-8, 8),
                sheet.Between(20, 46),
                Ink.Forest.Towards(Ink.Leaf, sheet.Between(0, 0.6))
            );
        sheet.Rect(0, 424, Sheet.Width, 476, Ink.Young.Towards(Ink.Leaf, 0.3));
        // Fields between low banks; some stand under water and hold the sky.
        var top = 424d;
        for (var band = 0; band < 7; band++)
        {
            var height = 22 + (band * band * 6.4) + (band * 10);
            var cut = sheet.Between(200, 1240);
            Field(sheet, 0, top, cut, height, band);
            Field(sheet, cut, top, Sheet.Width - cut, height, band + 1);
            sheet.Shape(
                Ink.Forest.Towards(Ink.Young, 0.35),
                0,
                top,
                Sheet.Width,
                top,
                Sheet.Width,
                top + 3 + band,
                0,
                top + 3 + band
            );
            sheet.Shape(
                Ink.Forest.Towards(Ink.Young, 0.35),
                cut - 2 - band,
                top,
                cut + 2 + band,
                top,
                cut + 8 + (band * 3),
                top + height,
                cut - (band * 2),
                top + height
            );
            top += height;
        }
        for (var i = 0; i < 4; i++)
            sheet.Standing(240 + (i * 250) + sheet.Between(-60, 60), 640 + sheet.Between(-20, 50), 116, hat: true);
        Villages.Palm(sheet, 1270, 640, 330);
        Villages.Palm(sheet, 1340, 610, 250);
    }

    public static void Lake(Sheet sheet)
    {
        var dusk = sheet.One(
            Ink.Gold.Towards(Ink.Paper, 0.55),
            Ink.Clay.Towards(Ink.Paper, 0.6),
            Ink.Sky.Towards(Ink.Paper, 0.4)
        );
        sheet.Fade(0, 0, Sheet.Width, 470, Ink.Steel.Towards(Ink.Sky, 0.4), dusk);
        sheet.Glow(960, 360, 620, 300, new SKColor(0xFF, 0xEE, 0xC8), 0.75);
        // One hill alone above the plain, as Bà Rá stands over Thác Mơ.
        var peak = sheet.Between(420, 620);
        sheet.Soft(
            Ink.Steel.Towards(dusk, 0.42),
            -200,
            520,
            peak - 240,
            380,
            peak - 40,
            150,
            peak + 60,
            158,
            peak + 260,
            370,
            peak + 640,
            470,
            1700,
            500,
            1700,
            560,
            -200,
            560
        );
        sheet.Soft(
            Ink.Slate.Towards(dusk, 0.3).WithAlpha(70),
            peak + 20,
            158,
            peak + 70,
            166,
            peak + 262,
            372,
            peak + 640,
            470,
            peak + 660,
            520,
            peak + 120,
            530,
            peak + 90,
            380,
            peak + 50,
            290
        );
        sheet.Ridge(470, 14, 130, Ink.Forest.Towards(dusk, 0.36));
        sheet.Fade(0, 500, Sheet.Width, 400, dusk.Towards(Ink.Steel, 0.3), Ink.Slate);
        for (var i = 0; i < 90; i++)
        {
            var y = 508 + (Math.Pow(i / 90.0, 1.6) * 380);
            var x = sheet.Between(-60, Sheet.Width);
            sheet.Round(
                x,
                y,
                sheet.Between(60, 240),
                2 + ((y - 500) / 120),
                2,
                sheet.One(dusk, Ink.Paper, Ink.Slate).WithAlpha(58)
            );
        }
        sheet.Glow(960, 620, 240, 260, new SKColor(0xFF, 0xEE, 0xC8), 0.45);
        for (var i = 0; i < 14; i++)
            Villages.Crown(sheet, 1080 + (i * 34), 500 - (i * 3), 26 + i, Ink.Forest.Towards(dusk, 0.2));
        Boat(sheet, sheet.Between(480, 860), 660, 1);
        Boat(sheet, sheet.Between(160, 360), 578, 0.5);
        for (var i = 0; i < 70; i++)
        {
            var x = sheet.Between(-20, 420);
            sheet.Line(
                x,
                920,
                x + sheet.Between(-26, 60),
                920 - sheet.Between(60, 190),
                5,
                Ink.Shade.Towards(Ink.Forest, sheet.Between(0, 0.8))
            );
        }
    }

    private static void Tree(Sheet sheet, double x, double ground, double near, double mist, int side)
    {
        var trunk = Ink.Bark.Towards(Ink.Young.Towards(Ink.Paper, 0.5), mist);
        var width = 62 * near;
        var height = 700 * near;
        sheet.Shadow(x - (side * width * 0.8), ground, width * 2, width * 0.3, 0.35 * (1 - mist));
        sheet.Soft(
            trunk,
            x - (width * 0.6),
            ground + 6,
            x - (width * 0.4),
            ground - (height * 0.5),
            x - (width * 0.3),
            ground - height,
            x + (width * 0.3),
            ground - height,
            x + (width * 0.4),
            ground - (height * 0.5),
            x + (width * 0.6),
            ground + 6
        );
        sheet.Soft(
            trunk.Towards(Ink.Paper, 0.3),
            x - (side * width * 0.15),
            ground,
            x - (side * width * 0.1),
            ground - height,
            x - (side * width * 0.34),
            ground - height,
            x - (side * width * 0.46),
            ground
        );
        // The tapping cut, and the cup under it.
        if (near > 0.3)
        {
            sheet.Line(
                x - (width * 0.34),
                ground - (height * 0.3),
                x + (width * 0.34),
                ground - (height * 0.26),
                5 * near,
                Ink.Wood
            );
            sheet.Oval(x, ground - (height * 0.2), width * 0.24, width * 0.16, Ink.Mist);
        }
        for (var i = 0; i < 3; i++)
            sheet.Oval(
                x + (sheet.Between(-130, 130) * near),
                ground - height + (sheet.Between(-70, 60) * near),
                170 * near,
                84 * near,
                Ink.Leaf.Towards(Ink.Forest, sheet.Between(0, 0.9)).Towards(Ink.Young.Towards(Ink.Paper, 0.4), mist)
            );
    }

    private static void Pole(Sheet sheet, double x, double ground, double height, double mist)
    {
        var air = Ink.Mist;
        var width = height * 0.15;
        sheet.Shadow(x - (width * 0.5), ground, width * 2.2, width * 0.42, 0.5 * (1 - mist));
        sheet.Soft(
            Ink.Forest.Towards(air, mist),
            x - width,
            ground + (width * 0.2),
            x - (width * 1.1),
            ground - (height * 0.45),
            x - (width * 0.5),
            ground - height,
            x + (width * 0.5),
            ground - height,
            x + (width * 1.1),
            ground - (height * 0.45),
            x + width,
            ground + (width * 0.2)
        );
        for (var i = 0; i < 26; i++)
        {
            var up = sheet.Between(0.02, 0.96);
            var reach = width * (1.05 - (up * 0.55));
            var across = sheet.Between(-1, 1);
            sheet.Oval(
                x + (across * reach),
                ground - (height * up),
                width * 0.26,
                width * 0.2,
                Ink.Leaf.Towards(across > 0 ? Ink.Young : Ink.Shade, sheet.Between(0, 0.65)).Towards(air, mist)
            );
        }
    }

    private static void Field(Sheet sheet, double x, double y, double width, double height, int band)
    {
        if (sheet.Perhaps(0.3))
        {
            sheet.Fade(x, y, width, height, Ink.Sky.Towards(Ink.Paper, 0.4), Ink.Steel.Towards(Ink.Sky, 0.5));
            return;
        }
        var green = sheet.One(
            Ink.Young,
            Ink.Leaf.Towards(Ink.Young, 0.5),
            Ink.Gold.Towards(Ink.Young, 0.5),
            Ink.Young.Towards(Ink.Paper, 0.2)
        );
        sheet.Rect(x, y, width, height, green);
        for (var row = 4d; row < height; row += 5 + (band * 1.5))
            sheet.Rect(x, y + row, width, 1.5 + (band * 0.4), Ink.Leaf.WithAlpha(80));
    }

    private static void Boat(Sheet sheet, double x, double y, double size)
    {
        sheet.Shadow(x, y + (16 * size), 190 * size, 24 * size, 0.5);
        sheet.Soft(
            Ink.Wood.Towards(Ink.Night, 0.3),
            x - (200 * size),
            y - (16 * size),
            x - (120 * size),
            y + (20 * size),
            x + (120 * size),
            y + (20 * size),
            x + (200 * size),
            y - (16 * size),
            x + (100 * size),
            y - (4 * size),
            x - (100 * size),
            y - (4 * size)
        );
        sheet.Soft(
            Ink.Slate,
            x - (8 * size),
            y,
            x - (14 * size),
            y - (74 * size),
            x + (14 * size),
            y - (92 * size),
            x + (34 * size),
            y - (74 * size),
            x + (28 * size),
            y
        );
        sheet.Oval(x + (12 * size), y - (100 * size), 12 * size, 14 * size, Ink.Skin);
        sheet.Shape(
            Ink.Sand,
            x - (26 * size),
            y - (98 * size),
            x + (12 * size),
            y - (126 * size),
            x + (50 * size),
            y - (98 * size)
        );
        sheet.Line(x + (30 * size), y - (60 * size), x + (150 * size), y + (30 * size), 5 * size, Ink.Bark);
    }
}
