using SkiaSharp;

namespace DaiHoi.Web.Portal.Demo.Drawings.Scenes;

/// <summary>Tables, and what lies on them: ballots, papers, a telephone, files.</summary>
internal static class Tables
{
    private static readonly SKColor WarmLight = new(0xFF, 0xE9, 0xC0);

    public static void Ballot(Sheet sheet)
    {
        sheet.Rect(0, 0, Sheet.Width, Sheet.Height, Ink.Wall.Towards(Ink.Sand, 0.3));
        sheet.Fade(0, 0, Sheet.Width, 480, Ink.Bark.WithAlpha(90), Ink.Bark.WithAlpha(0));
        for (var i = 0; i < 9; i++)
            Halls.Facing(sheet, 40 + (i * 172) + sheet.Between(-18, 18), 420, 130);
        sheet.Rect(0, 380, Sheet.Width, 90, Ink.Wood.Towards(Ink.Night, 0.1));
        // What is behind the table stays out of focus.
        sheet.Rect(0, 0, Sheet.Width, 470, Ink.Sand.WithAlpha(120));
        sheet.Glow(420, 140, 700, 420, WarmLight, 0.4);
        sheet.Fade(0, 470, Sheet.Width, 430, Ink.Red.Towards(Ink.Clay, 0.1), Ink.DeepRed);
        sheet.Rect(0, 470, Sheet.Width, 5, Ink.Red.Towards(Ink.Sand, 0.35));
        var box = sheet.One(250, 860);
        sheet.Shadow(box + 180, 742, 320, 50, 0.6);
        sheet.Shape(Ink.Clay.Towards(Ink.Wood, 0.25), box, 350, box + 300, 350, box + 300, 738, box, 738);
        sheet.Shape(Ink.Clay.Towards(Ink.Night, 0.45), box + 300, 350, box + 370, 312, box + 370, 690, box + 300, 738);
        sheet.Shape(Ink.Clay.Towards(Ink.Sand, 0.45), box, 350, box + 70, 312, box + 370, 312, box + 300, 350);
        sheet.Shape(Ink.Night, box + 122, 335, box + 242, 335, box + 248, 327, box + 132, 327);
        sheet.Rect(box + 118, 380, 66, 66, Ink.Paper.WithAlpha(215));
        sheet.Rect(box, 560, 300, 22, Ink.Gold.WithAlpha(150));
        Paper(sheet, box + 150, 250, 92, 128, -6);
        var piles = box == 250 ? 700 : 90;
        for (var pile = 0; pile < 4; pile++)
            Pile(sheet, piles + (pile * 168), 640 + (pile % 2 * 78), 6 + sheet.Pick(14));
        sheet.Glow(box, 420, 620, 420, WarmLight, 0.24);
    }

    public static void Meeting(Sheet sheet)
    {
        // Seen from straight above: the table is a calm field, the people are rings around it.
        sheet.Rect(0, 0, Sheet.Width, Sheet.Height, Ink.Clay.Towards(Ink.Sand, 0.45));
        for (var y = 0; y < Sheet.Height; y += 60)
            sheet.Rect(0, y, Sheet.Width, 2, Ink.Clay.WithAlpha(90));
        for (var i = 0; i < 40; i++)
            sheet.Rect(sheet.Pick(24) * 60, sheet.Pick(15) * 60, 2, 60, Ink.Clay.WithAlpha(90));
        for (var i = 0; i < 6; i++)
        {
            var x = 265 + (i * 182);
            FromAbove(sheet, x, 196, 1);
            FromAbove(sheet, x, 716, -1);
        }
        sheet.Shadow(730, 490, 680, 300, 0.4);
        sheet.Round(150, 240, 1140, 430, 60, Ink.Wood);
        sheet.Round(158, 246, 1124, 410, 54, Ink.Bark);
        for (var i = 0; i < 16; i++)
            sheet.Line(190, 262 + (i * 25), 1250, 262 + (i * 25) + sheet.Between(-4, 4), 1.5, Ink.Wood.WithAlpha(46));
        for (var i = 0; i < 6; i++)
        {
            var x = 265 + (i * 182);
            Paper(sheet, x + sheet.Between(-14, 14), 318, 82, 108, sheet.Between(-9, 9));
            Paper(sheet, x + sheet.Between(-14, 14), 590, 82, 108, sheet.Between(-9, 9));
            Cup(sheet, x + 74, 300 + sheet.Between(-12, 12));
            Cup(sheet, x - 74, 606 + sheet.Between(-12, 12));
        }
        for (var i = 0; i < 34; i++)
            sheet.Oval(
                720 + sheet.Between(-66, 66),
                455 + sheet.Between(-34, 34),
                15,
                13,
                sheet.One(Ink.Leaf, Ink.Forest, Ink.Young, Ink.Gold, Ink.Paper, Ink.Red)
            );
        sheet.Round(430, 420, 130, 84, 6, Ink.Slate);
        sheet.Round(438, 428, 114, 68, 3, Ink.Steel);
        sheet.Glow(340, 120, 900, 640, WarmLight, 0.36);
    }

    public static void Telephone(Sheet sheet)
    {
        sheet.Fade(0, 0, Sheet.Width, 520, Ink.Steel.Towards(Ink.Wall, 0.55), Ink.Wall);
        // A window with slats; its light lies across the desk.
        sheet.Rect(860, 40, 460, 400, Ink.Sky.Towards(Ink.Paper, 0.5));
        for (var i = 0; i < 13; i++)
            sheet.Rect(860, 44 + (i * 31), 460, 15, Ink.Mist.Towards(Ink.Steel, 0.16));
        sheet.Rect(1084, 40, 12, 400, Ink.Paper);
        sheet.Rect(846, 436, 488, 18, Ink.Paper);
        sheet.Fade(0, 520, Sheet.Width, 380, Ink.Bark, Ink.Wood.Towards(Ink.Night, 0.2));
        sheet.Rect(0, 516, Sheet.Width, 8, Ink.Sand.Towards(Ink.Bark, 0.3));
        sheet.Shape(WarmLight.WithAlpha(46), 700, 524, 1120, 524, 980, 900, 320, 900);
        for (var i = 0; i < 7; i++)
            sheet.Round(
                120 + (i * 3) + sheet.Between(-5, 5),
                500 - (i * 27),
                320,
                25,
                3,
                sheet.One(Ink.Red, Ink.Slate, Ink.Forest, Ink.Sand, Ink.Steel, Ink.Clay).Towards(Ink.Wall, 0.12)
            );
        sheet.Shadow(800, 742, 300, 56, 0.6);
        var body = sheet.One(Ink.Red, Ink.Black, Ink.Forest, Ink.Paper);
        sheet.Soft(body.Towards(Ink.Night, 0.2), 600, 760, 560, 640, 660, 556, 800, 540, 940, 556, 1040, 640, 1000, 760);
        sheet.Soft(body, 606, 744, 574, 640, 664, 562, 800, 546, 936, 562, 1026, 640, 994, 744);
        sheet.Oval(800, 662, 84, 62, body.Towards(Ink.Night, 0.45));
        sheet.Oval(800, 660, 76, 55, Ink.Paper.Towards(Ink.Sand, 0.3));
        for (var i = 0; i < 10; i++)
            sheet.Oval(
                800 + (Math.Cos((i * 0.55) + 0.5) * 54),
                660 + (Math.Sin((i * 0.55) + 0.5) * 38),
                9,
                7,
                body.Towards(Ink.Night, 0.5)
            );
        sheet.Oval(800, 660, 22, 16, body);
        sheet.Soft(
            body.Towards(Ink.Night, 0.3),
            540,
            590,
            560,
            506,
            680,
            500,
            800,
            524,
            920,
            500,
            1040,
            506,
            1060,
            590,
            980,
            584,
            930,
            548,
            800,
            556,
            670,
            548,
            620,
            584
        );
        sheet.Soft(
            body.Towards(Ink.Paper, 0.12),
            560,
            560,
            574,
            508,
            680,
            502,
            800,
            522,
            920,
            502,
            1026,
            508,
            1040,
            560,
            960,
            534,
            800,
            538,
            640,
            534
        );
        Paper(sheet, 330, 720, 250, 190, -12);
        Paper(sheet, 380, 740, 250, 190, 4);
        sheet.Line(450, 820, 330, 770, 8, Ink.Slate);
        Paper(sheet, 1200, 740, 260, 180, 9);
        sheet.Glow(1080, 260, 760, 480, WarmLight, 0.4);
    }

    public static void Archive(Sheet sheet)
    {
        sheet.Rect(0, 0, Sheet.Width, Sheet.Height, Ink.Wood.Towards(Ink.Night, 0.35));
        for (var shelf = 0; shelf < 4; shelf++)
        {
            var foot = 186 + (shelf * 196);
            var x = 14d;
            while (x < Sheet.Width)
            {
                var (width, height) = (sheet.Between(20, 46), sheet.Between(122, 160));
                var cover = sheet
                    .One(Ink.Sand, Ink.Wall, Ink.Steel, Ink.Slate, Ink.Red, Ink.Leaf, Ink.Clay, Ink.Paper, Ink.Sand)
                    .Towards(Ink.Bark, sheet.Between(0, 0.3));
                if (sheet.Perhaps(0.05))
                {
                    x += width * 1.6;
                    continue;
                }
                sheet.Rect(x, foot - height, width, height, cover);
                sheet.Rect(x, foot - height, 4, height, cover.Towards(Ink.Night, 0.3));
                sheet.Rect(x + (width * 0.24), foot - (height * 0.82), width * 0.56, height * 0.22, Ink.Paper.WithAlpha(220));
                sheet.Oval(x + (width * 0.52), foot - 18, 5, 5, cover.Towards(Ink.Night, 0.5));
                x += width + 2;
            }
            sheet.Rect(0, foot, Sheet.Width, 18, Ink.Bark);
            sheet.Rect(0, foot + 18, Sheet.Width, 16, Ink.Night.WithAlpha(120));
        }
        // The desk in front, an open file under the lamp.
        sheet.Rect(0, 0, Sheet.Width, Sheet.Height, Ink.Night.WithAlpha(56));
        sheet.Fade(0, 700, Sheet.Width, 200, Ink.Clay.Towards(Ink.Bark, 0.4), Ink.Wood);
        sheet.Rect(0, 696, Sheet.Width, 7, Ink.Sand.Towards(Ink.Bark, 0.2));
        sheet.Glow(880, 640, 720, 420, WarmLight, 0.5);
        sheet.Shadow(760, 850, 380, 50, 0.5);
        sheet.Shape(Ink.Sand, 440, 836, 500, 726, 760, 740, 1020, 726, 1080, 836, 760, 856);
        sheet.Shape(Ink.Paper, 466, 826, 518, 722, 758, 738, 758, 848);
        sheet.Shape(Ink.Paper.Towards(Ink.Sand, 0.22), 762, 738, 1002, 722, 1054, 826, 762, 848);
        for (var i = 0; i < 6; i++)
        {
            sheet.Line(540 - (i * 7), 748 + (i * 14), 724, 756 + (i * 15), 3, Ink.Bark.WithAlpha(120));
            sheet.Line(796, 756 + (i * 15), 960 + (i * 8), 748 + (i * 14), 3, Ink.Bark.WithAlpha(100));
        }
        sheet.Oval(940, 806, 34, 15, Ink.Red.WithAlpha(120));
        sheet.Line(1190, 790, 1190, 520, 12, Ink.Night);
        sheet.Oval(1190, 800, 90, 16, Ink.Night);
        sheet.Shape(Ink.Forest, 1080, 560, 1130, 470, 1250, 470, 1300, 560);
        sheet.Rect(1080, 556, 220, 9, WarmLight);
    }

    /// <summary>A sheet of writing: a head line and grey lines, unreadable on purpose.</summary>
    private static void Paper(Sheet sheet, double x, double y, double width, double height, double lean)
    {
        sheet.Canvas.Save();
        sheet.Canvas.Translate((float)x, (float)y);
        sheet.Canvas.RotateDegrees((float)lean);
        sheet.Rect((-width / 2) + 5, (-height / 2) + 6, width, height, Ink.Night.WithAlpha(60));
        sheet.Rect(-width / 2, -height / 2, width, height, Ink.Paper);
        sheet.Rect(-width * 0.24, -height * 0.39, width * 0.48, Math.Max(3, height * 0.035), Ink.Black.WithAlpha(150));
        for (var line = -0.24; line < 0.4; line += 0.1)
            sheet.Rect(
                -width * 0.38,
                height * line,
                width * (line > 0.3 ? 0.4 : 0.76),
                Math.Max(2, height * 0.018),
                Ink.Bark.WithAlpha(110)
            );
        sheet.Canvas.Restore();
    }

    private static void Pile(Sheet sheet, double x, double y, int sheets)
    {
        sheet.Shadow(x + 60, y + 78, 120, 30, 0.5);
        for (var i = 0; i < sheets; i++)
        {
            var (left, top) = (x + sheet.Between(-4, 4), y - (i * 6));
            sheet.Shape(
                Ink.Sand.Towards(Ink.Wood, 0.2),
                left,
                top + 76,
                left + 124,
                top + 76,
                left + 124,
                top + 80,
                left,
                top + 80
            );
            sheet.Shape(i % 2 == 0 ? Ink.Paper : Ink.Mist, left + 16, top, left + 112, top, left + 126, top + 76, left, top + 76);
        }
        var lid = y - ((sheets - 1) * 6);
        for (var i = 0; i < 5; i++)
            sheet.Line(x + 30, lid + 16 + (i * 12), x + 96, lid + 16 + (i * 12), 2.5, Ink.Bark.WithAlpha(130));
    }

    private static void Cup(Sheet sheet, double x, double y)
    {
        sheet.Oval(x + 5, y + 6, 27, 26, Ink.Night.WithAlpha(60));
        sheet.Oval(x, y, 25, 25, Ink.Mist);
        sheet.Oval(x, y, 15, 15, Ink.Paper);
        sheet.Oval(x, y, 12, 12, Ink.Gold.Towards(Ink.Wood, 0.45));
    }

    private static void FromAbove(Sheet sheet, double x, double y, int facing)
    {
        var shirt = Ink.Shirts[sheet.Pick(Ink.Shirts.Length)];
        sheet.Round(x - 58, y - 52 - (facing * 26), 116, 104, 18, Ink.Wood.Towards(Ink.Night, 0.2));
        sheet.Shadow(x + 14, y + 16, 96, 64, 0.4);
        sheet.Line(x - 56, y + (facing * 6), x - 40, y + (facing * 92), 26, shirt.Towards(Ink.Night, 0.1));
        sheet.Line(x + 56, y + (facing * 6), x + 40, y + (facing * 92), 26, shirt.Towards(Ink.Night, 0.1));
        sheet.Oval(x - 34, y + (facing * 112), 13, 15, Ink.Skin);
        sheet.Oval(x + 34, y + (facing * 112), 13, 15, Ink.Skin);
        sheet.Oval(x, y, 78, 38, shirt);
        sheet.Oval(x, y + (facing * 4), 31, 36, Ink.Black);
        sheet.Oval(x - 6, y - 6 + (facing * 4), 15, 16, Ink.Bark.WithAlpha(90));
    }
}
