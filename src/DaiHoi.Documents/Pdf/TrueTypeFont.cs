using System.Buffers.Binary;
using System.Text;

namespace DaiHoi.Documents.Pdf;

/// <summary>A font as its file holds it: which glyph shows a character, how wide each is, and a file with some of them only.</summary>
/// <remarks>OpenType specification 1.9: cmap (format 4), glyf, head, hhea, hmtx, loca, maxp, OS/2, post.</remarks>
internal sealed class TrueTypeFont
{
    private const ushort WordsAreCompositeArguments = 1;
    private const ushort HasScale = 8;
    private const ushort MoreComponents = 32;
    private const ushort HasTwoScales = 64;
    private const ushort HasMatrix = 128;

    // What a reader of PDF needs; hints make small sizes crisp.
    private static readonly string[] Kept = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = new(StringComparer.Ordinal);
    private readonly ushort[] glyphs = new ushort[0x10000];
    private readonly ushort[] advances;
    private readonly int[] places;

    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < Word(4); i++)
        {
            var entry = 12 + (i * 16);
            tables.Add(Encoding.ASCII.GetString(file, entry, 4), ((int)Long(entry + 8), (int)Long(entry + 12)));
        }
        UnitsPerEm = Word(At("head") + 18);
        Box = [Short(At("head") + 36), Short(At("head") + 38), Short(At("head") + 40), Short(At("head") + 42)];
        Ascent = Short(At("hhea") + 4);
        Descent = Short(At("hhea") + 6);
        CapHeight = Word(At("OS/2")) >= 2 ? Short(At("OS/2") + 88) : Ascent;
        ItalicAngle = (int)Long(At("post") + 4) / 65536.0;
        var count = Word(At("maxp") + 4);
        advances = ReadAdvances(count);
        places = ReadPlaces(count);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public double ItalicAngle { get; }

    /// <summary>What encloses every glyph: left, bottom, right, top.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <returns>0, the mark for what is missing, where the font has none</returns>
    public ushort GlyphOf(int character) => character < glyphs.Length ? glyphs[character] : (ushort)0;

    /// <summary>In thousandths of the size.</summary>
    public double WidthOf(ushort glyph) => advances[glyph] * 1000.0 / UnitsPerEm;

    /// <summary>The font with these glyphs, each under its own number; the others are empty.</summary>
    public byte[] Subset(IEnumerable<ushort> wanted)
    {
        var kept = new SortedSet<ushort>(wanted) { 0 };
        foreach (var glyph in kept.ToList())
            AddComponents(glyph, kept);
        var (shapes, offsets) = (new MemoryStream(), new byte[places.Length * 4]);
        for (var glyph = 0; glyph < places.Length; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(glyph * 4), (uint)shapes.Length);
            if (glyph < places.Length - 1 && kept.Contains((ushort)glyph))
            {
                shapes.Write(file, At("glyf") + places[glyph], places[glyph + 1] - places[glyph]);
                while (shapes.Length % 4 != 0)
                    shapes.WriteByte(0);
            }
        }
        var head = Table("head");
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return Assemble([
            .. Kept.Where(tables.ContainsKey)
                .Select(name =>
                    (
                        name,
                        name switch
                        {
                            "glyf" => shapes.ToArray(),
                            "loca" => offsets,
                            "head" => head,
                            _ => Table(name),
                        }
                    )
                ),
        ]);
    }

    private void AddComponents(ushort glyph, SortedSet<ushort> kept)
    {
        if (places[glyph + 1] == places[glyph])
            return;
        var at = At("glyf") + places[glyph];
        if (Short(at) >= 0)
            return;
        at += 10;
        ushort flags;
        do
        {
            flags = Word(at);
            var component = Word(at + 2);
            if (kept.Add(component))
                AddComponents(component, kept);
            at += 4 + ((flags & WordsAreCompositeArguments) != 0 ? 4 : 2);
            at +=
                (flags & HasScale) != 0 ? 2
                : (flags & HasTwoScales) != 0 ? 4
                : (flags & HasMatrix) != 0 ? 8
                : 0;
        } while ((flags & MoreComponents) != 0);
    }

    private static byte[] Assemble(IReadOnlyList<(string Name, byte[] Bytes)> parts)
    {
        using var whole = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        var power = 1;
        while (power * 2 <= parts.Count)
            power *= 2;
        void Put(uint value, Span<byte> into)
        {
            BinaryPrimitives.WriteUInt32BigEndian(into, value);
            whole.Write(into);
        }
        Put(0x00010000, number);
        Put((uint)((parts.Count << 16) | (power * 16)), number);
        Put((uint)((int.Log2(power) << 16) | ((parts.Count - power) * 16)), number);
        var offset = 12 + (parts.Count * 16);
        foreach (var (name, bytes) in parts)
        {
            whole.Write(Encoding.ASCII.GetBytes(name));
            Put(SumOf(bytes), number);
            Put((uint)offset, number);
            Put((uint)bytes.Length, number);
            offset += (bytes.Length + 3) & ~3;
        }
        foreach (var (_, bytes) in parts)
        {
            whole.Write(bytes);
            while (whole.Length % 4 != 0)
                whole.WriteByte(0);
        }
        return whole.ToArray();
    }

    private static uint SumOf(byte[] bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 4)
        {
            for (var j = 0; j < 4; j++)
                sum += i + j < bytes.Length ? (uint)bytes[i + j] << (24 - (8 * j)) : 0;
        }
        return sum;
    }

    private ushort[] ReadAdvances(int count)
    {
        var known = Word(At("hhea") + 34);
        var read = new ushort[count];
        for (var glyph = 0; glyph < count; glyph++)
            read[glyph] = Word(At("hmtx") + (Math.Min(glyph, known - 1) * 4));
        return read;
    }

    private int[] ReadPlaces(int count)
    {
        var isLong = Short(At("head") + 50) == 1;
        var read = new int[count + 1];
        for (var i = 0; i <= count; i++)
            read[i] = isLong ? (int)Long(At("loca") + (i * 4)) : Word(At("loca") + (i * 2)) * 2;
        return read;
    }

    // The table of the basic plane, which every font has; letters beyond it are in no paper.
    private void ReadCharacters()
    {
        var cmap = At("cmap");
        for (var i = 0; i < Word(cmap + 2); i++)
        {
            var table = cmap + (int)Long(cmap + 4 + (i * 8) + 4);
            if (Word(table) != 4)
                continue;
            var twice = Word(table + 6);
            var (ends, starts) = (table + 14, table + 16 + twice);
            var (deltas, ranges) = (starts + twice, starts + (2 * twice));
            for (var part = 0; part < twice; part += 2)
            {
                var range = Word(ranges + part);
                for (int c = Word(starts + part); c <= Word(ends + part) && c != 0xFFFF; c++)
                {
                    var glyph = range == 0 ? c : Word(ranges + part + range + ((c - Word(starts + part)) * 2));
                    if (range == 0 || glyph != 0)
                        glyphs[c] = (ushort)(glyph + Word(deltas + part));
                }
            }
            return;
        }
        throw new FormatException("the font has no table of characters");
    }

    private byte[] Table(string name) => file.AsSpan(tables[name].Offset, tables[name].Length).ToArray();

    private int At(string table) => tables[table].Offset;

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private short Short(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
