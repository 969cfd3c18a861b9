using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings.Scenes;

/// <summary>Where people of a village meet: the culture house, the market, a yard in the evening.</summary>
internal static class Villages
{
    public static void CultureHouse(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 620, sheet.One(Ink.Sky, Ink.Sky.Towards(Ink.Steel, 0.25)), Ink.Mist);
        sheet.Glow(1150, 150, 560, 360, new SKColor(0xFF, 0xF0, 0xD0), 0.7);
        sheet.Ridge(430, 34, 240, Ink.Steel.Towards(Ink.Sky, 0.45));
        sheet.Ridge(490, 26, 150, Ink.Leaf.Towards(Ink.Sky, 0.35));
        for (var i = 0; i < 22; i++)
            Crown(
                sheet,
                i * 70,
                540 + sheet.Between(-20, 20),
                sheet.Between(50, 90),
                Ink.Forest.Towards(Ink.Leaf, sheet.Between(0, 0.7))
            );
        sheet.Fade(0, 600, Sheet.Width, 300, Ink.Clay.Towards(Ink.Sand, 0.45), Ink.Clay);
        sheet.Shadow(720, 664, 620, 40, 0.4);
        // Walls with a deep porch under a wide tiled roof.
        sheet.Rect(280, 380, 880, 280, Ink.Gold.Towards(Ink.Paper, 0.55));
        sheet.Rect(280, 380, 880, 66, Ink.Bark.WithAlpha(120));
        sheet.Rect(280, 620, 880, 44, Ink.Clay.Towards(Ink.Wood, 0.4));
        foreach (var x in (ReadOnlySpan<double>)[340, 460, 900, 1020])
        {
            sheet.Rect(x, 462, 84, 116, Ink.Paper);
            sheet.Rect(x + 6, 468, 72, 104, Ink.Slate);
            sheet.Shape(Ink.Steel.WithAlpha(120), x + 6, 468, x + 50, 468, x + 6, 540);
            sheet.Rect(x + 39, 468, 6, 104, Ink.Paper);
        }
        sheet.Rect(612, 452, 216, 208, Ink.Paper);
        sheet.Rect(622, 462, 196, 198, Ink.Wood.Towards(Ink.Night, 0.45));
        sheet.Shape(Ink.Leaf.Towards(Ink.Steel, 0.4), 622, 462, 680, 476, 680, 648, 622, 660);
        sheet.Shape(Ink.Leaf.Towards(Ink.Steel, 0.4), 818, 462, 760, 476, 760, 648, 818, 660);
        foreach (var x in (ReadOnlySpan<double>)[296, 574, 844, 1122])
            sheet.Rect(x, 380, 22, 284, Ink.Paper.Towards(Ink.Sand, 0.2));
        Roof(sheet);
        Banner(sheet, 250);
        Banner(sheet, 1190);
        sheet.Shape(Ink.Sand.Towards(Ink.Paper, 0.3), 600, 664, 840, 664, 1060, 900, 380, 900);
        for (var i = 0; i < 7; i++)
            sheet.Standing(sheet.Between(430, 1010), sheet.Between(690, 790), sheet.Between(126, 150));
        for (var i = 0; i < 4; i++)
            Bicycle(sheet, 90 + (i * 58), 770 + (i * 6));
        Palm(sheet, 1330, 800, 420);
    }

    public static void Market(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 500, Ink.Sky, Ink.Mist);
        for (var i = 0; i < 9; i++)
        {
            var height = sheet.Between(170, 300);
            sheet.Rect(
                i * 165,
                430 - height,
                160,
                height + 60,
                sheet
                    .One(
                        Ink.Wall,
                        Ink.Sand,
                        Ink.Gold.Towards(Ink.Paper, 0.6),
                        Ink.Sky.Towards(Ink.Wall, 0.5),
                        Ink.Young.Towards(Ink.Paper, 0.5)
                    )
                    .Towards(Ink.Mist, 0.25)
            );
            for (var window = 0; window < 3; window++)
                sheet.Rect(
                    (i * 165) + 18 + (window * 46),
                    452 - height,
                    30,
                    44,
                    Ink.Steel.Towards(Ink.Slate, sheet.Between(0, 0.6))
                );
        }
        sheet.Fade(0, 480, Sheet.Width, 420, Ink.Sand.Towards(Ink.Bark, 0.25), Ink.Bark);
        for (var i = 0; i < 8; i++)
            sheet.Standing(
                430 + (i * 80) + sheet.Between(-30, 30),
                610 + sheet.Between(-30, 40),
                sheet.Between(130, 160),
                sheet.Perhaps(0.6)
            );
        for (var row = 0; row < 2; row++)
        {
            Stall(sheet, -130 + (row * -90), 380 + (row * 110), 480 + (row * 60), row);
            Stall(sheet, 1080 + (row * 30), 380 + (row * 110), 480 + (row * 60), row + 2);
        }
        sheet.Standing(660, 836, 300, hat: true, wears: Ink.Leaf);
        Baskets(sheet, 560, 846);
        sheet.Standing(850, 800, 268, hat: true, wears: Ink.Shirts[4]);
        Baskets(sheet, 930, 816);
        sheet.Glow(720, 260, 560, 420, new SKColor(0xFF, 0xF2, 0xD2), 0.6);
    }

    public static void Evening(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 600, Ink.Slate.Towards(Ink.Night, 0.35), Ink.Clay.Towards(Ink.Slate, 0.45));
        for (var i = 0; i < 46; i++)
            sheet.Oval(sheet.Between(0, Sheet.Width), sheet.Between(0, 300), 1.6, 1.6, Ink.Paper.WithAlpha(120));
        sheet.Ridge(450, 40, 190, Ink.Shade.Towards(Ink.Slate, 0.4));
        for (var i = 0; i < 20; i++)
            Crown(
                sheet,
                i * 78,
                500 + sheet.Between(-40, 20),
                sheet.Between(60, 110),
                Ink.Shade.Towards(Ink.Night, sheet.Between(0, 0.5))
            );
        sheet.Fade(0, 560, Sheet.Width, 340, Ink.Wood.Towards(Ink.Night, 0.2), Ink.Night);
        sheet.Shape(Ink.Earth.Towards(Ink.Night, 0.55), 350, 330, 720, 196, 1090, 330);
        sheet.Rect(410, 326, 620, 284, Ink.Gold.Towards(Ink.Wood, 0.35));
        sheet.Rect(470, 372, 500, 238, new SKColor(0xF6, 0xD9, 0x95));
        sheet.Rect(600, 400, 240, 100, Ink.Red.Towards(Ink.Gold, 0.12));
        sheet.Glow(720, 470, 720, 380, new SKColor(0xFF, 0xD9, 0x8A), 0.62);
        for (var i = 0; i < 3; i++)
            Halls.Facing(sheet, 630 + (i * 90), 590, 78);
        sheet.Rect(570, 572, 300, 48, Ink.Wood);
        for (var row = 0; row < 2; row++)
        for (var i = 0; i < 7 + row; i++)
            sheet.FromBehind(
                300 + (i * 140) - (row * 60) + sheet.Between(-12, 12),
                706 + (row * 112),
                92 + (row * 26),
                0.35 + (row * 0.2)
            );
        sheet.Line(410, 300, 410, 620, 14, Ink.Wood.Towards(Ink.Night, 0.4));
        sheet.Line(1030, 300, 1030, 620, 14, Ink.Wood.Towards(Ink.Night, 0.4));
        Palm(sheet, 190, 720, 500, dark: true);
    }

    internal static void Crown(Sheet sheet, double x, double y, double size, SKColor color)
    {
        sheet.Oval(x, y, size, size * 0.8, color);
        sheet.Oval(x - (size * 0.5), y + (size * 0.2), size * 0.6, size * 0.5, color.Towards(Ink.Shade, 0.2));
        sheet.Oval(x - (size * 0.1), y - (size * 0.28), size * 0.5, size * 0.36, color.Towards(Ink.Young, 0.22));
    }

    internal static void Palm(Sheet sheet, double x, double y, double height, bool dark = false)
    {
        var (trunk, leaf) = dark ? (Ink.Night, Ink.Night) : (Ink.Bark, Ink.Forest);
        sheet.Soft(
            trunk,
            x - 14,
            y,
            x - 4,
            y - (height * 0.5),
            x + 10,
            y - height,
            x + 20,
            y - height,
            x + 10,
            y - (height * 0.5),
            x + 14,
            y
        );
        for (var i = 0; i < 11; i++)
        {
            var angle = (i * 0.571) + sheet.Between(-0.1, 0.1);
            var (dx, dy) = (Math.Cos(angle), Math.Sin(angle) * 0.55);
            var reach = height * sheet.Between(0.32, 0.42);
            var (tipX, tipY) = (x + 14 + (dx * reach), y - height + (dy * reach) + (reach * 0.3));
            sheet.Soft(
                leaf.Towards(dark ? Ink.Shade : Ink.Young, sheet.Between(0, 0.5)),
                x + 14,
                y - height - 6,
                x + 14 + (dx * reach * 0.5),
                y - height + (dy * reach * 0.4) - 26,
                tipX,
                tipY,
                tipX,
                tipY + 3,
                x + 14 + (dx * reach * 0.5),
                y - height + (dy * reach * 0.4) + 8
            );
        }
    }

    private static void Roof(Sheet sheet)
    {
        sheet.Shape(Ink.Earth.Towards(Ink.Clay, 0.3), 210, 396, 380, 236, 1060, 236, 1230, 396);
        for (var i = 1; i < 8; i++)
            sheet.Line(380 - (i * 21), 236 + (i * 20), 1060 + (i * 21), 236 + (i * 20), 2.5, Ink.DeepRed.WithAlpha(70));
        sheet.Shape(Ink.Paper.WithAlpha(30), 380, 236, 720, 236, 600, 396, 210, 396);
        sheet.Rect(210, 392, 1020, 13, Ink.Wood);
        sheet.Rect(374, 228, 692, 12, Ink.DeepRed);
    }

    private static void Banner(Sheet sheet, double x)
    {
        sheet.Line(x, 720, x, 310, 7, Ink.Mist.Towards(Ink.Steel, 0.3));
        sheet.Soft(Ink.Red, x + 2, 320, x + 40, 312, x + 66, 330, x + 64, 420, x + 40, 470, x + 4, 480);
        sheet.Soft(Ink.DeepRed.WithAlpha(120), x + 30, 318, x + 48, 330, x + 40, 460, x + 24, 466);
    }

    private static void Bicycle(Sheet sheet, double x, double y)
    {
        foreach (var wheel in (ReadOnlySpan<double>)[0, 74])
        {
            sheet.Oval(x + wheel, y, 30, 30, Ink.Black);
            sheet.Oval(x + wheel, y, 26, 26, Ink.Clay.Towards(Ink.Sand, 0.35));
        }
        sheet.Line(x, y, x + 28, y - 44, 4, Ink.Slate);
        sheet.Line(x + 28, y - 44, x + 66, y - 48, 4, Ink.Slate);
        sheet.Line(x + 74, y, x + 62, y - 66, 4, Ink.Slate);
        sheet.Line(x + 28, y - 44, x + 40, y, 4, Ink.Slate);
        sheet.Line(x + 50, y - 68, x + 72, y - 64, 5, Ink.Black);
        sheet.Line(x + 16, y - 52, x + 38, y - 52, 7, Ink.Black);
    }

    private static void Stall(Sheet sheet, double x, double y, double width, int cloth)
    {
        var stripe = (cloth % 4) switch
        {
            0 => Ink.Red.Towards(Ink.Clay, 0.3),
            1 => Ink.Steel,
            2 => Ink.Leaf,
            _ => Ink.Gold,
        };
        sheet.Rect(x + 12, y, 9, 260, Ink.Wood);
        sheet.Rect(x + width - 20, y, 9, 260, Ink.Wood);
        sheet.Rect(x + 10, y + 60, width - 20, 120, Ink.Night.WithAlpha(110));
        for (var i = 0; i < 12; i++)
            sheet.Shape(
                i % 2 == 0 ? stripe : Ink.Paper.Towards(Ink.Sand, 0.2),
                x + (i * width / 12),
                y + 40,
                x + 34 + (i * (width - 68) / 12),
                y - 44,
                x + 34 + ((i + 1) * (width - 68) / 12),
                y - 44,
                x + ((i + 1) * width / 12),
                y + 40
            );
        sheet.Fade(x, y + 30, width, 36, Ink.Night.WithAlpha(80), Ink.Night.WithAlpha(0));
        sheet.Rect(x + 8, y + 176, width - 16, 120, Ink.Wood.Towards(Ink.Bark, 0.4));
        for (var i = 0; i < 46; i++)
            sheet.Oval(
                x + sheet.Between(26, width - 26),
                y + 176 - sheet.Between(0, 30),
                15,
                13,
                sheet.One(Ink.Leaf, Ink.Young, Ink.Gold, Ink.Clay, Ink.Red, Ink.Forest)
            );
    }

    private static void Baskets(Sheet sheet, double x, double y)
    {
        sheet.Shadow(x, y + 8, 80, 16, 0.45);
        sheet.Soft(Ink.Sand.Towards(Ink.Bark, 0.3), x - 66, y - 46, x + 66, y - 46, x + 48, y + 12, x - 48, y + 12);
        for (var i = 0; i < 16; i++)
            sheet.Oval(
                x + sheet.Between(-44, 44),
                y - 42 - sheet.Between(0, 18),
                13,
                11,
                sheet.One(Ink.Leaf, Ink.Young, Ink.Gold)
            );
    }
}
