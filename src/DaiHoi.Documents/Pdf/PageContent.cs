using System.Globalization;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>What is drawn on one page. Measures are points, from the lower left corner.</summary>
/// <param name="heard">
/// false for a page that only repeats another: it is there to be seen, and is not read aloud a second time
/// </param>
internal sealed class PageContent(int index, double width, double height, bool heard = true)
{
    private readonly StringBuilder drawn = new();
    private Structure? open;
    private int marks;

    public int Index => index;
    public double Width => width;
    public double Height => height;
    public bool HasMarks => marks > 0;

    /// <summary>From here on everything belongs to an element, until another begins.</summary>
    public void Begin(Structure element, string type)
    {
        if (open == element)
            return;
        if (!heard)
        {
            BeginArtifact();
            return;
        }
        End();
        drawn.Append(CultureInfo.InvariantCulture, $"/{type}<</MCID {marks}>>BDC\n");
        element.Stand(index, marks++);
        open = element;
    }

    /// <summary>From here on it is only drawn: lines of a table, the number of the page.</summary>
    public void BeginArtifact()
    {
        End();
        drawn.Append("/Artifact BMC\n");
        open = Nothing;
    }

    public void End()
    {
        if (open is not null)
            drawn.Append("EMC\n");
        open = null;
    }

    /// <param name="stretch">what is added to each space, in points</param>
    public void Text(IReadOnlyList<(Face Face, string Text)> pieces, double x, double y, double size, double stretch = 0)
    {
        drawn.Append(CultureInfo.InvariantCulture, $"BT {x:0.###} {y:0.###} Td ");
        foreach (var (face, text) in pieces)
        {
            drawn.Append(CultureInfo.InvariantCulture, $"/{face.Name} {size:0.##} Tf[<");
            var words = text.Split(' ');
            for (var i = 0; i < words.Length; i++)
            {
                if (i > 0)
                {
                    face.Append(drawn, " ");
                    if (stretch != 0)
                        drawn.Append(CultureInfo.InvariantCulture, $">{-stretch * 1000 / size:0.##}<");
                }
                face.Append(drawn, words[i]);
            }
            drawn.Append(">]TJ ");
        }
        drawn.Append("ET\n");
    }

    public void Line(double x1, double y1, double x2, double y2, double thick = 0.5) =>
        drawn.Append(CultureInfo.InvariantCulture, $"{thick:0.##} w {x1:0.##} {y1:0.##} m {x2:0.##} {y2:0.##} l S\n");

    public void Dashes(double x1, double y1, double x2, double y2, double thick, double grey) =>
        drawn.Append(
            CultureInfo.InvariantCulture,
            $"q {grey:0.##} G [3 2] 0 d {thick:0.##} w {x1:0.##} {y1:0.##} m {x2:0.##} {y2:0.##} l S Q\n"
        );

    public void Frame(double x, double y, double width, double height, double thick = 0.7) =>
        drawn.Append(CultureInfo.InvariantCulture, $"{thick:0.##} w {x:0.##} {y:0.##} {width:0.##} {height:0.##} re S\n");

    /// <summary>Fills in the ink that was chosen last.</summary>
    public void Fill(double x, double y, double width, double height) =>
        drawn.Append(CultureInfo.InvariantCulture, $"{x:0.###} {y:0.###} {width:0.###} {height:0.###} re f\n");

    /// <summary>With what letters and areas are drawn from here on; black by itself.</summary>
    public void Take(Ink ink) =>
        drawn.Append(CultureInfo.InvariantCulture, $"{ink.Red:0.##} {ink.Green:0.##} {ink.Blue:0.##} rg\n");

    /// <summary>The dark squares of a code, as areas: sharp at every size and on every printer.</summary>
    /// <param name="side">with the quiet zone, which stays paper</param>
    public void Code(QrSquares squares, double x, double y, double side)
    {
        var one = side / squares.Side;
        for (var row = 0; row < squares.Side; row++)
        {
            for (var from = 0; from < squares.Side; from++)
            {
                var until = from;
                while (until < squares.Side && squares.IsDark(until, row))
                    until++;
                if (until > from)
                    Fill(x + (from * one), y + side - ((row + 1) * one), (until - from) * one, one);
                from = until;
            }
        }
    }

    /// <param name="grey">0 is black</param>
    public void Polyline(IReadOnlyList<(double X, double Y)> points, double thick, double grey)
    {
        drawn.Append(CultureInfo.InvariantCulture, $"q {grey:0.##} G {thick:0.##} w 1 j 1 J ");
        for (var i = 0; i < points.Count; i++)
            drawn.Append(CultureInfo.InvariantCulture, $"{points[i].X:0.##} {points[i].Y:0.##} {(i == 0 ? 'm' : 'l')} ");
        drawn.Append("S Q\n");
    }

    public byte[] Bytes()
    {
        End();
        return Encoding.ASCII.GetBytes(drawn.ToString());
    }

    private static readonly Structure Nothing = new("");
}
