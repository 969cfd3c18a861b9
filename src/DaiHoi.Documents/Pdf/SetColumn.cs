namespace DaiHoi.Documents.Pdf;

/// <summary>Lines set one below the other within a width of a page, from the top downwards.</summary>
internal sealed class SetColumn(PageContent page, double x, double width, double top)
{
    /// <summary>Where the next thing begins.</summary>
    public double Y { get; private set; } = top;

    public void Skip(double points) => Y -= points;

    /// <summary>In the middle; where it takes several lines, none of them is much shorter than the others.</summary>
    public void Centred(Structure into, Face face, string text, double size, double pitch = 1.22) =>
        Set(into, face, text, size, pitch, EvenWidth(face, text, size), line => (width - line.Width) / 2);

    public void FromLeft(Structure into, Face face, string text, double size, double pitch = 1.22) =>
        Set(into, face, text, size, pitch, width, _ => 0);

    public void FromRight(Structure into, Face face, string text, double size, double pitch = 1.22) =>
        Set(into, face, text, size, pitch, width, line => width - line.Width);

    /// <summary>What a text takes of the height.</summary>
    public static double HeightOf(Face face, string text, double size, double width, double pitch = 1.22) =>
        Lines.Break([new(face, PaperText.Clean(text))], size, width).Count * size * pitch;

    // The least width within which it takes no more lines than within the whole.
    private double EvenWidth(Face face, string text, double size)
    {
        const double Step = 6;
        Span[] spans = [new(face, PaperText.Clean(text))];
        var lines = Lines.Break(spans, size, width).Count;
        var even = width;
        if (lines > 1)
        {
            while (even - Step > width / 2 && Lines.Break(spans, size, even - Step).Count == lines)
                even -= Step;
        }
        return even;
    }

    private void Set(
        Structure into,
        Face face,
        string text,
        double size,
        double pitch,
        double within,
        Func<SetLine, double> inset
    )
    {
        var element = into.Add(new("P"));
        foreach (var line in Lines.Break([new(face, PaperText.Clean(text))], size, within))
        {
            Y -= size * pitch;
            page.Begin(element, "P");
            page.Text(line.Pieces, x + inset(line), Y, size);
            page.End();
        }
    }
}
