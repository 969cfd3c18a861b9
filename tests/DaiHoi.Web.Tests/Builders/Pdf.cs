using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DaiHoi.Web.Tests.Builders;

/// <summary>A whole PDF of one empty page with whatever else is put into it, its table of parts where it says.</summary>
internal static class Pdf
{
    /// <param name="more">further objects, numbered from 4; a part of the catalogue where it begins with "catalog:", of the trailer with "trailer:"</param>
    public static byte[] Of(params byte[][] more)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        Write(file, "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        Put("<< /Type /Catalog /Pages 2 0 R " + Said("catalog:") + " >>");
        Put("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Put("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        foreach (var part in more.Where(part => !IsSaid(part, "catalog:") && !IsSaid(part, "trailer:")))
            Object(part);
        var table = file.Position;
        Write(file, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Write(file, place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Write(file, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {Said("trailer:")} >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Put(string part) => Object(Latin(part));

        void Object(byte[] part)
        {
            places.Add(file.Position);
            Write(file, $"{places.Count} 0 obj\n");
            file.Write(part);
            Write(file, "\nendobj\n");
        }

        string Said(string about) =>
            string.Concat(
                more.Where(part => IsSaid(part, about)).Select(part => Encoding.Latin1.GetString(part)[about.Length..])
            );
    }

    /// <summary>A PDF with a part written as text.</summary>
    public static byte[] With(string part) => Of(Latin(part));

    /// <summary>A stream of these words, packed.</summary>
    public static byte[] Packed(string words, string content, int times = 1)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var bytes = Latin(content);
            for (var i = 0; i < times; i++)
                zlib.Write(bytes);
        }
        return
        [
            .. Latin($"<< {words} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"),
            .. packed.ToArray(),
            .. "\nendstream"u8,
        ];
    }

    private static bool IsSaid(byte[] part, string about) => part.AsSpan().StartsWith(Latin(about));

    private static void Write(Stream file, string text) => file.Write(Latin(text));

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);
}
