namespace DaiHoi.Documents.Pdf;

/// <summary>Some words in one face and size.</summary>
internal sealed record Span(Face Face, string Text);

/// <summary>One line of a paragraph.</summary>
/// <param name="Width">without the space at its end, in points</param>
/// <param name="Spaces">how many can be stretched</param>
/// <param name="Ends">the last of its paragraph is not stretched</param>
internal sealed record SetLine(IReadOnlyList<(Face Face, string Text)> Pieces, double Width, int Spaces, bool Ends);

/// <summary>Breaks words into lines, at spaces; a word longer than a line, between its letters.</summary>
internal static class Lines
{
    /// <param name="spans">their texts are clean</param>
    /// <param name="first">what the first line leaves free at its beginning, in points</param>
    public static List<SetLine> Break(IReadOnlyList<Span> spans, double size, double width, double first = 0)
    {
        var lines = new List<SetLine>();
        var line = new OpenLine(size);
        var room = width - first;
        foreach (var word in Words(spans))
        {
            var wide = word.Sum(piece => piece.Face.WidthOf(piece.Text, size));
            if (line.IsEmpty && wide <= room || !line.IsEmpty && line.Width + line.SpaceWidth + wide <= room)
            {
                line.Add(word, wide);
                continue;
            }
            if (!line.IsEmpty)
                Close(ends: false);
            if (wide <= room)
                line.Add(word, wide);
            else
                foreach (var part in Cut(word, size, room))
                {
                    if (!line.IsEmpty)
                        Close(ends: false);
                    line.Add(part, part.Sum(piece => piece.Face.WidthOf(piece.Text, size)));
                }
        }
        Close(ends: true);
        return lines;

        void Close(bool ends)
        {
            lines.Add(line.Close(ends));
            line = new(size);
            room = width;
        }
    }

    // A word is what stands between two spaces, in as many pieces as it has faces.
    private static IEnumerable<List<Span>> Words(IReadOnlyList<Span> spans)
    {
        var word = new List<Span>();
        foreach (var span in spans)
        {
            var parts = span.Text.Split(' ');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0 && word.Count > 0)
                {
                    yield return word;
                    word = [];
                }
                if (parts[i].Length > 0)
                    word.Add(span with { Text = parts[i] });
            }
        }
        if (word.Count > 0)
            yield return word;
    }

    private static IEnumerable<List<Span>> Cut(List<Span> word, double size, double width)
    {
        var (part, wide) = (new List<Span>(), 0.0);
        foreach (var span in word)
        {
            var from = 0;
            var at = 0;
            foreach (var rune in span.Text.EnumerateRunes())
            {
                var one = span.Face.WidthOf(rune.ToString(), size);
                if (wide + one > width && (at > from || part.Count > 0))
                {
                    if (at > from)
                        part.Add(span with { Text = span.Text[from..at] });
                    yield return part;
                    (part, wide, from) = ([], 0, at);
                }
                wide += one;
                at += rune.Utf16SequenceLength;
            }
            if (at > from)
                part.Add(span with { Text = span.Text[from..at] });
        }
        if (part.Count > 0)
            yield return part;
    }

    private sealed class OpenLine(double size)
    {
        private readonly List<(Face Face, string Text)> pieces = [];
        private int spaces;

        public bool IsEmpty => pieces.Count == 0;
        public double Width { get; private set; }
        public double SpaceWidth => pieces.Count == 0 ? 0 : pieces[^1].Face.WidthOf(" ", size);

        public void Add(List<Span> word, double wide)
        {
            if (!IsEmpty)
            {
                Width += SpaceWidth;
                spaces++;
                Append(pieces[^1].Face, " ");
            }
            foreach (var (face, text) in word)
                Append(face, text);
            Width += wide;
        }

        public SetLine Close(bool ends) => new(pieces, Width, spaces, ends);

        private void Append(Face face, string text)
        {
            if (pieces.Count > 0 && pieces[^1].Face == face)
                pieces[^1] = (face, pieces[^1].Text + text);
            else
                pieces.Add((face, text));
        }
    }
}
