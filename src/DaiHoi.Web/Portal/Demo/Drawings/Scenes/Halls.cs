using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings.Scenes;

/// <summary>Rooms in which many people sit: congress, online conference, vote, course.</summary>
internal static class Halls
{
    public static void Hall(Sheet sheet)
    {
        Back(sheet, sheet.One(Ink.Wall, Ink.Wall.Towards(Ink.Sand, 0.5), Ink.Mist.Towards(Ink.Wall, 0.5)), floor: 560);
        Curtains(sheet, 200);
        // The stage with its cloth, the speaker's desk and the presidium behind a long table.
        sheet.Rect(0, 520, Sheet.Width, 110, Ink.Clay.Towards(Ink.Wood, 0.5));
        sheet.Rect(0, 520, Sheet.Width, 7, Ink.Sand);
        sheet.Rect(330, 150, 780, 250, Ink.Red.Towards(Ink.Clay, 0.12));
        sheet.Fade(330, 150, 780, 250, Ink.Paper.WithAlpha(34), Ink.Night.WithAlpha(46));
        for (var i = 0; i < 14; i++)
            sheet.Rect(330 + (i * 56), 150, 20, 250, Ink.DeepRed.WithAlpha(56));
        var left = sheet.Perhaps(0.5);
        var table = left ? 610 : 330;
        for (var i = 0; i < 5; i++)
            Facing(sheet, table + 60 + (i * 104), 470, 66);
        sheet.Rect(table, 455, 540, 68, Ink.Paper.Towards(Ink.Wall, 0.2));
        sheet.Rect(table, 455, 540, 9, Ink.Paper);
        for (var i = 0; i < 18; i++)
            sheet.Rect(table + 8 + (i * 30), 466, 4, 57, Ink.Sand.WithAlpha(90));
        Flowers(sheet, table + 216, 456);
        Speaker(sheet, left ? 420 : 1010, 520);
        sheet.Glow(720, 300, 760, 420, new SKColor(0xFF, 0xEB, 0xC4), 0.2);
        Rows(sheet, 3, 640, 92);
    }

    public static void Online(Sheet sheet)
    {
        Back(sheet, Ink.Wall.Towards(Ink.Steel, 0.18), floor: 600);
        // A wall of sites: one large picture with the chair, small ones with rooms full of people.
        sheet.Round(300, 96, 840, 408, 6, Ink.Night);
        for (var row = 0; row < 4; row++)
        for (var column = 0; column < 6; column++)
        {
            if (row is 1 or 2 && column is 2 or 3)
                continue;
            Site(sheet, 312 + (column * 137), 108 + (row * 97), 131, 91);
        }
        sheet.Fade(586, 205, 268, 188, Ink.Steel.Towards(Ink.Sky, 0.4), Ink.Steel);
        sheet.Rect(586, 340, 268, 53, Ink.Wood);
        Facing(sheet, 720, 348, 120);
        sheet.Rect(586, 352, 268, 41, Ink.Wood.Towards(Ink.Clay, 0.4));
        sheet.Glow(720, 300, 620, 360, new SKColor(0xD9, 0xE8, 0xF2), 0.22);
        sheet.Glow(720, 60, 900, 220, new SKColor(0xFF, 0xF1, 0xD6), 0.3);
        Desks(sheet, 640, 80);
        Desks(sheet, 790, 128);
    }

    public static void Vote(Sheet sheet)
    {
        Back(sheet, Ink.Sand.Towards(Ink.Wall, 0.4), floor: 520);
        Curtains(sheet, 120);
        sheet.Rect(420, 170, 600, 190, Ink.Red);
        sheet.Fade(420, 170, 600, 190, Ink.Paper.WithAlpha(40), Ink.Night.WithAlpha(40));
        for (var i = 0; i < 4; i++)
            Facing(sheet, 540 + (i * 120), 440, 64);
        sheet.Rect(450, 426, 540, 74, Ink.Paper.Towards(Ink.Sand, 0.25));
        sheet.Glow(720, 260, 760, 420, new SKColor(0xFF, 0xEB, 0xC4), 0.22);
        for (var row = 0; row < 4; row++)
        {
            var size = 84 + (row * 34);
            var y = 560 + (row * 96);
            var step = size * 1.42;
            for (var x = -20 + (row % 2 * step / 2); x < Sheet.Width + 40; x += step)
            {
                if (sheet.Perhaps(0.86))
                    Card(sheet, x + (size * 0.46), y - (size * 0.3), size);
                sheet.FromBehind(x, y, size, 0.42 - (row * 0.12));
            }
        }
    }

    public static void Class(Sheet sheet)
    {
        Back(sheet, Ink.Mist.Towards(Ink.Young, 0.2), floor: 590);
        // Daylight from the left through three windows with leaves outside.
        for (var i = 0; i < 3; i++)
        {
            var x = -30 + (i * 128);
            sheet.Fade(x, 120 + (i * 22), 104, 330 - (i * 30), Ink.Sky, Ink.Young);
            for (var leaf = 0; leaf < 9; leaf++)
                sheet.Oval(
                    x + sheet.Between(4, 100),
                    sheet.Between(260, 430 - (i * 12)),
                    26,
                    20,
                    Ink.Leaf.Towards(Ink.Young, sheet.Between(0, 0.8))
                );
            sheet.Rect(x + 49, 120 + (i * 22), 7, 330 - (i * 30), Ink.Paper);
            sheet.Rect(x - 8, 112 + (i * 22), 120, 9, Ink.Paper);
            sheet.Rect(x - 8, 448 - (i * 8), 120, 12, Ink.Paper);
        }
        sheet.Round(470, 130, 560, 300, 4, Ink.Bark);
        sheet.Rect(484, 144, 532, 272, Ink.Forest);
        sheet.Fade(484, 144, 532, 272, Ink.Leaf.WithAlpha(70), Ink.Shade.WithAlpha(60));
        for (var i = 0; i < 5; i++)
            sheet.Line(530, 190 + (i * 44), 530 + sheet.Between(180, 430), 190 + (i * 44), 4, Ink.Mist.WithAlpha(120));
        sheet.Standing(1140, 628, 400, wears: Ink.Paper);
        sheet.Rect(1062, 480, 170, 150, Ink.Bark);
        sheet.Rect(1050, 468, 194, 16, Ink.Wood);
        sheet.Glow(120, 300, 900, 520, new SKColor(0xFF, 0xF6, 0xDC), 0.42);
        Desks(sheet, 650, 92);
        Desks(sheet, 800, 136);
    }

    private static void Back(Sheet sheet, SKColor wall, double floor)
    {
        sheet.Rect(0, 0, Sheet.Width, Sheet.Height, wall);
        for (var x = 0; x < Sheet.Width; x += 72)
            sheet.Rect(x, 0, 2, floor, wall.Towards(Ink.Bark, 0.22));
        sheet.Fade(0, 0, Sheet.Width, 110, Ink.Bark.WithAlpha(120), Ink.Bark.WithAlpha(0));
        for (var x = 210; x < Sheet.Width; x += 340)
            sheet.Oval(x, 34, 96, 9, Ink.Paper);
        sheet.Fade(0, floor, Sheet.Width, Sheet.Height - floor, Ink.Bark, Ink.Wood.Towards(Ink.Night, 0.4));
    }

    private static void Curtains(Sheet sheet, double width)
    {
        foreach (var edge in (ReadOnlySpan<double>)[0, Sheet.Width - width])
        {
            sheet.Rect(edge, 0, width, 560, Ink.Red.Towards(Ink.DeepRed, 0.3));
            for (var x = 0d; x < width; x += 26)
            {
                sheet.Rect(edge + x, 0, 9, 560, Ink.DeepRed.Towards(Ink.Night, 0.12));
                sheet.Rect(edge + x + 13, 0, 4, 560, Ink.Red.Towards(Ink.Clay, 0.3));
            }
            sheet.Fade(edge, 300, width, 260, Ink.Night.WithAlpha(0), Ink.Night.WithAlpha(110));
        }
    }

    /// <summary>Somebody who sits behind a table and looks at us, without features.</summary>
    internal static void Facing(Sheet sheet, double x, double y, double size)
    {
        var dressed = sheet.One(Ink.Black, Ink.Slate, Ink.Shirts[0], Ink.Shirts[1]);
        var skin = Ink.Skin.Towards(Ink.Sand, 0.15);
        sheet.Soft(
            dressed,
            x - (size * 0.5),
            y + (size * 0.3),
            x - (size * 0.46),
            y - (size * 0.34),
            x,
            y - (size * 0.52),
            x + (size * 0.46),
            y - (size * 0.34),
            x + (size * 0.5),
            y + (size * 0.3)
        );
        sheet.Shape(Ink.Paper, x - (size * 0.1), y - (size * 0.4), x + (size * 0.1), y - (size * 0.4), x, y - (size * 0.1));
        sheet.Rect(x - (size * 0.08), y - (size * 0.56), size * 0.16, size * 0.2, skin.Towards(Ink.Wood, 0.15));
        sheet.Oval(x, y - (size * 0.72), size * 0.19, size * 0.25, skin);
        sheet.Soft(
            Ink.Black,
            x - (size * 0.24),
            y - (size * 0.66),
            x - (size * 0.22),
            y - (size * 1.02),
            x + (size * 0.22),
            y - (size * 1.04),
            x + (size * 0.24),
            y - (size * 0.66),
            x + (size * 0.1),
            y - (size * 0.86),
            x - (size * 0.12),
            y - (size * 0.86)
        );
    }

    private static void Speaker(Sheet sheet, double x, double ground)
    {
        Facing(sheet, x, ground - 118, 118);
        sheet.Shadow(x, ground, 110, 16, 0.5);
        sheet.Shape(Ink.Wood, x - 62, ground - 128, x + 62, ground - 128, x + 50, ground, x - 50, ground);
        sheet.Shape(Ink.Wood.Towards(Ink.Clay, 0.45), x - 62, ground - 128, x - 6, ground - 128, x - 6, ground, x - 50, ground);
        sheet.Rect(x - 72, ground - 140, 144, 16, Ink.Bark);
        sheet.Line(x + 22, ground - 140, x + 12, ground - 186, 3, Ink.Night);
    }

    private static void Flowers(Sheet sheet, double x, double y)
    {
        for (var i = 0; i < 26; i++)
            sheet.Oval(
                x + sheet.Between(-48, 48),
                y - sheet.Between(0, 26),
                9,
                8,
                sheet.One(Ink.Leaf, Ink.Forest, Ink.Gold, Ink.Paper, Ink.Clay)
            );
    }

    private static void Site(Sheet sheet, double x, double y, double width, double height)
    {
        sheet.Rect(
            x,
            y,
            width,
            height,
            sheet.One(Ink.Slate, Ink.Steel, Ink.Bark, Ink.Slate.Towards(Ink.Steel, 0.5)).Towards(Ink.Night, 0.15)
        );
        sheet.Rect(x + (width * 0.3), y + 8, width * 0.4, height * 0.22, sheet.One(Ink.Red, Ink.DeepRed));
        for (var row = 0; row < 2; row++)
        for (var i = 0; i < 7; i++)
        {
            var (px, py) = (x + 12 + (i * 17.5) + (row * 5), y + (height * 0.56) + (row * 20));
            sheet.Oval(px, py, 4.6, 5.6, Ink.Skin.Towards(Ink.Night, 0.25));
            sheet.Rect(px - 7, py + 6, 14, 12, Ink.Shirts[sheet.Pick(5)].Towards(Ink.Slate, 0.25));
        }
        sheet.Rect(x, y + height - 10, width, 10, Ink.Night.WithAlpha(120));
    }

    /// <summary>Rows of listeners, the nearest largest and lit least.</summary>
    private static void Rows(Sheet sheet, int rows, double first, double size)
    {
        for (var row = 0; row < rows; row++)
        {
            var width = size * (1 + (row * 0.46));
            var y = first + (row * 105);
            sheet.Rect(0, y + (width * 0.04), Sheet.Width, width * 0.09, Ink.Wood.Towards(Ink.Night, 0.25));
            for (var x = sheet.Between(-30, 30); x < Sheet.Width + width; x += (float)(width * 1.34))
                sheet.FromBehind(x + sheet.Between(-8, 8), y + sheet.Between(-5, 5), width, 0.08 + (row * 0.2));
            sheet.Rect(0, y + (width * 0.3), Sheet.Width, width * 0.75, Ink.Wood.Towards(Ink.Night, 0.3 + (row * 0.18)));
            sheet.Rect(0, y + (width * 0.3), Sheet.Width, 4, Ink.Bark.Towards(Ink.Night, row * 0.2));
        }
    }

    /// <summary>A long desk with papers and people behind it who look away from us.</summary>
    private static void Desks(Sheet sheet, double y, double size)
    {
        sheet.Rect(0, y - (size * 0.36), Sheet.Width, size * 0.2, Ink.Sand.Towards(Ink.Bark, 0.35));
        sheet.Rect(0, y - (size * 0.17), Sheet.Width, size * 0.36, Ink.Wood);
        for (var x = sheet.Between(20, 70); x < Sheet.Width + size; x += (float)(size * 1.6))
        {
            sheet.Shape(
                Ink.Paper,
                x + (size * 0.5),
                y - (size * 0.33),
                x + (size * 0.86),
                y - (size * 0.33),
                x + (size * 0.94),
                y - (size * 0.18),
                x + (size * 0.52),
                y - (size * 0.18)
            );
            sheet.FromBehind(x, y + (size * 0.16), size, size > 100 ? 0.26 : 0.06);
        }
    }

    private static void Card(Sheet sheet, double x, double y, double size)
    {
        var lean = sheet.Between(-0.08, 0.1) * size;
        sheet.Line(
            x,
            y + (size * 0.2),
            x + lean,
            y - (size * 0.6),
            size * 0.15,
            Ink.Shirts[sheet.Pick(3)].Towards(Ink.Night, 0.16)
        );
        sheet.Line(x + lean, y - (size * 0.6), x + (lean * 1.1), y - (size * 0.74), size * 0.11, Ink.Skin);
        sheet.Rect(x + lean - (size * 0.15), y - (size * 1.12), size * 0.3, size * 0.4, Ink.Red.Towards(Ink.Clay, 0.25));
        sheet.Rect(x + lean - (size * 0.11), y - (size * 1.07), size * 0.22, size * 0.05, Ink.Gold.WithAlpha(170));
    }
}
