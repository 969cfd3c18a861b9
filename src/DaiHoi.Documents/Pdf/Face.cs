using System.Globalization;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>One of the four faces of Tinos, whose widths are those of Times New Roman, with the glyphs that a paper uses of it.</summary>
internal sealed class Face(string resource, string name)
{
    private static readonly Dictionary<string, TrueTypeFont> Loaded = new(StringComparer.Ordinal);
    private static readonly Lock Loading = new();

    private readonly TrueTypeFont font = Load(resource);
    private readonly SortedDictionary<ushort, string> used = [];

    /// <summary>As pages name it: "F1".</summary>
    public string Name => name;
    public bool IsUsed => used.Count > 0;

    public static Face[] All() =>
        [
            new("Fonts/Regular.ttf", "F1"),
            new("Fonts/Bold.ttf", "F2"),
            new("Fonts/Italic.ttf", "F3"),
            new("Fonts/BoldItalic.ttf", "F4"),
        ];

    /// <param name="text">clean</param>
    /// <returns>in points</returns>
    public double WidthOf(string text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += font.WidthOf(font.GlyphOf(rune.Value));
        return width * size / 1000;
    }

    /// <summary>The glyphs of a text as hexadecimal digits, four for each.</summary>
    public void Append(StringBuilder hex, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune.Value);
            used.TryAdd(glyph, glyph == 0 ? "\uFFFD" : rune.ToString());
            hex.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes what the paper uses of the font.</summary>
    /// <returns>the number of the object that pages refer to</returns>
    public int Write(PdfFile file)
    {
        var (bytes, named) = (font.Subset(used.Keys), NameOf(resource));
        var data = file.AddStream($"/Length1 {bytes.Length}", bytes);
        double Scaled(double units) => Math.Round(units * 1000 / font.UnitsPerEm);
        var italic = font.ItalicAngle != 0;
        var bold = resource.Contains("Bold", StringComparison.Ordinal);
        var descriptor = file.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/FontDescriptor/FontName/{named}/Flags {(italic ? 98 : 34)}/FontBBox[{string.Join(' ', font.Box.Select(units => Scaled(units).ToString(CultureInfo.InvariantCulture)))}]/ItalicAngle {font.ItalicAngle:0.#}/Ascent {Scaled(font.Ascent)}/Descent {Scaled(font.Descent)}/CapHeight {Scaled(font.CapHeight)}/StemV {(bold ? 120 : 80)}/FontFile2 {data} 0 R>>"
            )
        );
        var widths = new StringBuilder();
        foreach (var glyph in used.Keys)
            widths.Append(CultureInfo.InvariantCulture, $"{glyph}[{font.WidthOf(glyph):0.##}]");
        var inner = file.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{named}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 0/W[{widths}]>>"
        );
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(CharactersOf()));
        return file.Add(
            $"<</Type/Font/Subtype/Type0/BaseFont/{named}/Encoding/Identity-H/DescendantFonts[{inner} 0 R]/ToUnicode {unicode} 0 R>>"
        );
    }

    // So that what is copied or read aloud is what was written.
    private string CharactersOf()
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
        );
        foreach (var some in used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{some.Length} beginbfchar\n");
            foreach (var (glyph, text) in some)
                map.Append(
                    CultureInfo.InvariantCulture,
                    $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n"
                );
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }

    // Six letters say that only some of the font is there.
    private static string NameOf(string resource) => "DHPAPR+Tinos-" + resource["Fonts/".Length..^".ttf".Length];

    private static TrueTypeFont Load(string resource)
    {
        lock (Loading)
        {
            if (Loaded.TryGetValue(resource, out var known))
                return known;
            using var stream =
                typeof(Face).Assembly.GetManifestResourceStream(resource)
                ?? throw new InvalidOperationException($"{resource} is missing from the program");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return Loaded[resource] = new(bytes);
        }
    }
}
