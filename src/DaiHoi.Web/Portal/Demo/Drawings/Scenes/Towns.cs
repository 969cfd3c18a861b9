using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings.Scenes;

/// <summary>The town: an office, a works yard, the roofs at sunrise.</summary>
internal static class Towns
{
    public static void Office(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 700, Ink.Steel.Towards(Ink.Sky, 0.55), Ink.Mist);
        Cloud(sheet, 260, 170);
        Cloud(sheet, 1120, 110);
        for (var i = 0; i < 16; i++)
            Villages.Crown(
                sheet,
                i * 96,
                600 + sheet.Between(-40, 10),
                sheet.Between(70, 120),
                Ink.Forest.Towards(Ink.Leaf, sheet.Between(0.1, 0.7)).Towards(Ink.Sky, 0.18)
            );
        sheet.Rect(0, 650, Sheet.Width, 250, Ink.Wall.Towards(Ink.Steel, 0.2));
        sheet.Shadow(720, 690, 700, 30, 0.4);
        Wing(sheet, 130, 330, 400);
        Wing(sheet, 910, 330, 400);
        // The middle stands forward, with tall pillars and a flight of steps.
        sheet.Rect(500, 232, 440, 450, Ink.Paper.Towards(Ink.Gold, 0.14));
        sheet.Rect(484, 214, 472, 26, Ink.Paper);
        sheet.Rect(520, 280, 400, 300, Ink.Slate.Towards(Ink.Steel, 0.3));
        sheet.Shape(Ink.Sky.WithAlpha(90), 520, 280, 760, 280, 600, 580, 520, 580);
        for (var i = 0; i < 5; i++)
        {
            sheet.Rect(512 + (i * 94), 240, 40, 400, Ink.Paper);
            sheet.Rect(540 + (i * 94), 240, 12, 400, Ink.Sand.WithAlpha(150));
        }
        sheet.Rect(648, 520, 144, 130, Ink.Wood.Towards(Ink.Night, 0.3));
        sheet.Rect(717, 520, 6, 130, Ink.Bark);
        for (var step = 0; step < 6; step++)
            sheet.Rect(470 - (step * 20), 640 + (step * 13), 500 + (step * 40), 13, step % 2 == 0 ? Ink.Mist : Ink.Sand);
        sheet.Line(720, 214, 720, 40, 6, Ink.Slate);
        Flag(sheet, 723, 48);
        for (var i = 0; i < 30; i++)
            sheet.Oval(
                (i * 50) + sheet.Between(-8, 8),
                756 + sheet.Between(-8, 8),
                40,
                24,
                Ink.Leaf.Towards(Ink.Forest, sheet.Between(0, 0.8))
            );
        sheet.Fade(0, 772, Sheet.Width, 128, Ink.Sand.Towards(Ink.Bark, 0.25), Ink.Bark);
        sheet.Rect(540, 718, 360, 182, Ink.Sand.Towards(Ink.Paper, 0.3));
        for (var i = 0; i < 4; i++)
            sheet.Standing(600 + (i * 84) + sheet.Between(-20, 20), 800 + sheet.Between(-20, 30), 128);
        Villages.Palm(sheet, 110, 800, 470);
        Villages.Palm(sheet, 1330, 810, 430);
        sheet.Glow(1180, 120, 760, 520, new SKColor(0xFF, 0xF0, 0xCC), 0.4);
    }

    public static void Factory(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 560, Ink.Sky.Towards(Ink.Steel, 0.2), Ink.Gold.Towards(Ink.Mist, 0.7));
        sheet.Glow(300, 400, 560, 300, new SKColor(0xFF, 0xE7, 0xB8), 0.7);
        sheet.Ridge(440, 20, 260, Ink.Steel.Towards(Ink.Mist, 0.4));
        for (var i = 0; i < 6; i++)
        {
            var x = 420 + (i * 190);
            sheet.Shape(Ink.Steel.Towards(Ink.Mist, 0.2), x, 420, x, 250, x + 60, 230, x + 190, 330, x + 190, 420);
            sheet.Shape(Ink.Sky.Towards(Ink.Paper, 0.4), x + 4, 400, x + 4, 258, x + 50, 243, x + 50, 400);
            for (var pane = 1; pane < 4; pane++)
                sheet.Rect(x, 250 + (pane * 38), 56, 4, Ink.Steel);
        }
        sheet.Rect(420, 400, 1020, 190, Ink.Wall.Towards(Ink.Steel, 0.16));
        sheet.Rect(420, 400, 1020, 16, Ink.Slate);
        for (var i = 0; i < 5; i++)
        {
            sheet.Rect(480 + (i * 196), 456, 120, 134, Ink.Slate.Towards(Ink.Night, 0.2));
            for (var slat = 0; slat < 6; slat++)
                sheet.Rect(480 + (i * 196), 462 + (slat * 13), 120, 4, Ink.Steel.WithAlpha(100));
        }
        sheet.Rect(180, 130, 52, 470, Ink.Clay.Towards(Ink.Mist, 0.25));
        sheet.Rect(180, 130, 16, 470, Ink.Wood.WithAlpha(90));
        sheet.Rect(172, 122, 68, 18, Ink.Wood);
        sheet.Rect(60, 430, 300, 170, Ink.Clay.Towards(Ink.Sand, 0.4));
        sheet.Shape(Ink.Earth, 40, 434, 210, 350, 380, 434);
        sheet.Fade(0, 588, Sheet.Width, 312, Ink.Sand.Towards(Ink.Steel, 0.22), Ink.Bark);
        sheet.Shape(Ink.Paper.WithAlpha(120), 690, 590, 712, 590, 620, 900, 540, 900);
        // The shift comes along the white line, in twos and threes, smaller the nearer to the gate.
        for (var group = 0; group < 7; group++)
        {
            var ground = 628 + (group * 34);
            var x = 700 - (group * 16) + (sheet.One(-1, 1) * sheet.Between(60, 330));
            for (var i = 0; i < 2 + sheet.Pick(2); i++)
                sheet.Standing(
                    x + (i * (40 + (group * 6))),
                    ground + sheet.Between(-4, 8),
                    92 + (group * 15),
                    wears: sheet.One(Ink.Steel, Ink.Slate, Ink.Steel.Towards(Ink.Sky, 0.5), Ink.Paper)
                );
        }
    }

    public static void Sunrise(Sheet sheet)
    {
        var warm = sheet.One(new SKColor(0xE9, 0xB3, 0x77), new SKColor(0xE3, 0xA4, 0x82), new SKColor(0xEB, 0xC4, 0x86));
        sheet.Fade(0, 0, Sheet.Width, 330, Ink.Slate.Towards(Ink.Steel, 0.5), Ink.Clay.Towards(warm, 0.6));
        sheet.Fade(0, 330, Sheet.Width, 180, Ink.Clay.Towards(warm, 0.6), warm.Towards(Ink.Paper, 0.45));
        var sun = sheet.Between(520, 980);
        sheet.Glow(sun, 440, 620, 400, new SKColor(0xFF, 0xE2, 0xA8), 0.85);
        sheet.Oval(sun, 436, 54, 54, new SKColor(0xFF, 0xF0, 0xCE));
        sheet.Ridge(478, 26, 280, Ink.Steel.Towards(warm, 0.55));
        sheet.Ridge(510, 14, 160, Ink.Slate.Towards(warm, 0.5));
        for (var layer = 0; layer < 3; layer++)
        {
            var ground = 590 + (layer * 92);
            var dark = Ink.Slate.Towards(warm, 0.42 - (layer * 0.17)).Towards(Ink.Night, layer * 0.12);
            for (var x = -20d; x < Sheet.Width; )
            {
                var (width, height) = (sheet.Between(58, 132), sheet.Between(50, 150 + (layer * 10)));
                sheet.Rect(x, ground - height, width, height + 60, dark.Towards(Ink.Night, sheet.Between(0, 0.12)));
                if (sheet.Perhaps(0.5))
                    sheet.Shape(
                        Ink.Earth.Towards(dark, 0.5),
                        x - 6,
                        ground - height,
                        x + (width / 2),
                        ground - height - 32,
                        x + width + 6,
                        ground - height
                    );
                sheet.Rect(x, ground - height, 5, height, warm.WithAlpha(70));
                for (var window = 0; window < 5; window++)
                    if (sheet.Perhaps(0.5))
                        sheet.Rect(
                            x + 14 + (window % 3 * 32),
                            ground - height + 18 + (window / 3 * 32),
                            12,
                            15,
                            warm.Towards(Ink.Paper, 0.3).WithAlpha(150)
                        );
                if (sheet.Perhaps(0.34))
                    Villages.Crown(sheet, x + width, ground - 10, sheet.Between(24, 44), Ink.Shade.Towards(dark, 0.3));
                x += width + sheet.Between(0, 14);
            }
        }
        sheet.Fade(0, 790, Sheet.Width, 110, Ink.Shade.Towards(Ink.Night, 0.4), Ink.Night);
        for (var i = 0; i < 26; i++)
            Villages.Crown(
                sheet,
                i * 60,
                830 + sheet.Between(-14, 24),
                sheet.Between(40, 70),
                Ink.Shade.Towards(Ink.Night, sheet.Between(0.2, 0.6))
            );
        sheet.Glow(sun, 560, 800, 260, warm, 0.4);
    }

    private static void Wing(Sheet sheet, double x, double y, double width)
    {
        sheet.Rect(x, y, width, 340, Ink.Gold.Towards(Ink.Paper, 0.52));
        sheet.Rect(x - 10, y - 14, width + 20, 20, Ink.Paper);
        sheet.Rect(x, y + 6, width, 12, Ink.Bark.WithAlpha(90));
        for (var floor = 0; floor < 3; floor++)
        for (var i = 0; i < 5; i++)
        {
            var (left, top) = (x + 18 + (i * 76), y + 34 + (floor * 102));
            sheet.Rect(left, top, 54, 66, Ink.Paper);
            sheet.Rect(left + 4, top + 4, 46, 58, Ink.Slate.Towards(Ink.Steel, sheet.Between(0, 0.7)));
            sheet.Shape(Ink.Sky.WithAlpha(90), left + 4, top + 4, left + 40, top + 4, left + 4, top + 48);
            sheet.Rect(left + 25, top + 4, 4, 58, Ink.Paper);
        }
    }

    private static void Flag(Sheet sheet, double x, double y)
    {
        sheet.Soft(
            Ink.Red,
            x - 10,
            y,
            x + 50,
            y - 8,
            x + 96,
            y + 10,
            x + 146,
            y,
            x + 140,
            y + 76,
            x + 96,
            y + 88,
            x + 50,
            y + 70,
            x - 10,
            y + 80
        );
        sheet.Soft(Ink.DeepRed.WithAlpha(110), x + 62, y - 2, x + 96, y + 10, x + 94, y + 84, x + 60, y + 74);
    }

    private static void Cloud(Sheet sheet, double x, double y)
    {
        for (var i = 0; i < 5; i++)
            sheet.Glow(x + (i * 56), y + sheet.Between(-14, 14), 120, 42, Ink.Paper, 0.6);
    }
}
